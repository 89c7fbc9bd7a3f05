import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INDICATORS, mayRedistribute } from '../../src/lib/domain/indicators/catalogue.ts';
import { classLabel } from '../../src/lib/charts/legend.ts';
import { cellAt } from '../../src/lib/domain/indicators/column.ts';
import { isKnown } from '../../src/lib/domain/indicators/value.ts';
import { formatBareValue, STATE_LABELS } from '../../src/lib/format/figure.ts';
import { OpenTable } from '../../src/lib/server/export/table-export.ts';
import { indicatorTable } from '../../src/lib/server/export/indicator-export.ts';
import { listView, type ListedView } from '../../src/lib/server/map-view/list-view.ts';
import { Snapshot } from '../../src/lib/server/queries/snapshot.ts';
import { NO_FILTER } from '../../src/lib/domain/places/filter.ts';
import { readMapView } from '../../src/lib/view/read-map-view.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let data: Snapshot;

beforeAll(async () => {
  database = await openTestDatabase('demonstration');
  data = await Snapshot.read(database.db);
});

afterAll(() => database.drop());

const linesOf = ({ territories, lineOf }: ListedView) => territories.map(lineOf);

const viewOf = (query: string) => readMapView(new URLSearchParams(query)).view;

describe('the territories that a view frames', () => {
  it.each(INDICATORS.map(({ id }) => id))(
    'with %s, those without a figure last, and a restricted figure never told',
    async (id) => {
      const listed = await listView(data, viewOf(`i=${id}&t=99`), 'commune');
      const column = data.column(id, 'commune');
      if (!column) return expect(listed).toBeNull();
      const communes = new Map(data.territories.all('commune').map((commune) => [commune.code, commune]));
      const { measure } = listed!;
      const rows = linesOf(listed!);
      expect(rows.map(({ slug }) => slug).sort()).toEqual([...communes.keys()].sort());
      const firstUnknown = rows.findIndex(({ known }) => !known);
      if (firstUnknown >= 0) expect(rows.slice(firstUnknown).some(({ known }) => known)).toBe(false);
      const labels = measure.classification.counts.map((_, at) =>
        classLabel(measure.subject, measure.classification, at),
      );
      for (const { slug, text, known, class: of } of rows) {
        const cell = cellAt(column, communes.get(slug)?.ordinal ?? -1);
        if (!known) expect(Object.values(STATE_LABELS)).toContain(text);
        else if (mayRedistribute(measure.subject))
          expect(text).toMatch(
            isKnown(cell) ? new RegExp(`^${escape(formatBareValue(measure.subject, cell.value))}`) : /^$/,
          );
        else expect(text).toBe(labels[of ?? -1]);
      }
    },
  );

  it('are sorted as asked, and searched by name, code or postcode', async () => {
    const byName = await listView(data, viewOf('i=fibre-2026&t=99&tri=-nom'), 'commune');
    const names = byName!.territories.map(({ name }) => name);
    expect(names).toEqual([...names].sort(new Intl.Collator('fr-FR', { numeric: true }).compare).reverse());
    const [commune] = data.territories.all('commune');
    for (const query of [commune!.code, commune!.name, commune!.postcodes[0] ?? commune!.code]) {
      const found = await listView(
        data,
        viewOf(`i=fibre-2026&t=99&q=${encodeURIComponent(query)}`),
        'commune',
      );
      expect(found!.territories.map(({ code }) => code)).toContain(commune!.code);
    }
  });
});

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

describe('one indicator for other tools', () => {
  it.each(INDICATORS.map(({ id, source }) => [id, source] as const))(
    '%s leaves with its state, or not at all when its source may not be redistributed',
    (id) => {
      const subject = INDICATORS.find((one) => one.id === id)!;
      const territories = data.territories.all('commune');
      const table = indicatorTable(data, {
        subject,
        level: 'commune',
        territories,
        title: id,
        date: '2026-01-01',
        filter: NO_FILTER,
      });
      const column = data.column(id, 'commune');
      if (!table || !column) return expect([table, column]).toEqual([null, null]);
      const open = OpenTable.of(table);
      const keys = open.fields.map(({ key }) => key);
      expect(keys.includes('valeur')).toBe(mayRedistribute(subject));
      expect(keys.includes('etat')).toBe(mayRedistribute(subject));
      if (!mayRedistribute(subject)) return;
      for (const { id: code, cells } of open.rows()) {
        const cell = cellAt(column, data.territories.get('commune', code)!.ordinal);
        expect(cells[keys.indexOf('valeur')] === null).toBe(!isKnown(cell));
        expect(cells[keys.indexOf('etat')]).toContain(STATE_LABELS[cell.state]);
      }
    },
  );
});
