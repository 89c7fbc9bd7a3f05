import { eq } from 'drizzle-orm';
import { emptyColumn, setCell } from '../../src/lib/domain/indicators/column.ts';
import type { Indicator } from '../../src/lib/domain/indicators/indicator.ts';
import { ABSENT } from '../../src/lib/domain/indicators/value.ts';
import type { OwnIndicator } from '../../src/lib/domain/tables/own-indicator.ts';
import { ownIndicatorId, ownSource } from '../../src/lib/domain/tables/own-source.ts';
import type { Level } from '../../src/lib/domain/territory/level.ts';
import type { Territory } from '../../src/lib/domain/territory/territory.ts';
import type { Database } from '../../src/lib/server/db/client.ts';
import { datasetVersion } from '../../src/lib/server/db/schema/datasets.ts';
import { ownTable } from '../../src/lib/server/db/schema/own-tables.ts';
import { writeFigures } from '../../src/lib/server/import/write/write-columns.ts';
import { readTerritories } from '../../src/lib/server/queries/territories.ts';

/** A column of a table: what it says, and its figure in a territory. */
export interface WrittenFigure extends Partial<Omit<Indicator, 'id' | 'source' | 'theme'>> {
  slug: string;
  label: string;
  value: (territory: Territory) => number | null;
}

/** A table as a test wants it. */
export interface WrittenTable {
  owner: string | null;
  shared: boolean;
  /** Whether its licence lets it go; a table that is not shared never may. */
  open?: boolean;
  licence?: string;
  name: string;
  level?: Extract<Level, 'commune' | 'epci' | 'departement'>;
  figures: readonly WrittenFigure[];
}

/** Writes a table as if somebody had brought it; gives its number. */
export function writeOwnTable(db: Pick<Database, 'query'>, written: WrittenTable): Promise<number> {
  const {
    owner,
    shared,
    open = true,
    licence = 'Licence Ouverte 2.0',
    name,
    level = 'commune',
    figures,
  } = written;
  const at = new Date('2026-05-04T10:00:00Z');
  const said = {
    producer: 'Ville de Port-Liselle',
    licence,
    redistribute: shared && open,
    edition: 'mai 2026',
    sha256: 'e'.repeat(64),
  };
  return db.query.transaction(async (tx) => {
    const [row] = await tx
      .insert(ownTable)
      .values({
        ...said,
        owner,
        shared,
        name,
        year: '2026',
        keyKind: level,
        level,
        file: 'tableau.csv',
        indicators: [],
        reading: {},
        report: {},
        createdAt: at,
        changedAt: at,
      })
      .returning({ id: ownTable.id });
    if (!row) throw new Error('no table');
    const { id } = row;
    const indicators = figures.map(({ slug, value: _value, ...one }): OwnIndicator => ({
      short: one.label,
      kind: 'rate',
      unit: '%',
      decimals: 1,
      year: '2026',
      worse: 'high',
      definition: `Colonne « ${one.label} » du tableau « ${name} ».`,
      formula: 'Lue dans tableau.csv.',
      limits: 'Toutes les lignes ont été rattachées.',
      aggregate: { rule: 'none', reason: 'le tableau ne dit pas de combien' },
      ...one,
      id: ownIndicatorId(id, slug),
      theme: 'tableaux',
      source: ownSource(id),
    }));
    const [version] = await tx
      .insert(datasetVersion)
      .values({
        ...said,
        source: ownSource(id),
        title: name,
        page: `/tableaux/${id}`,
        origin: 'tableau.csv',
        fingerprint: String(id),
        fetchedAt: at,
        loadedAt: at,
        durationMs: 0,
        rowsRead: 1,
        rowsKept: 1,
        rowsRefused: 0,
        current: true,
      })
      .returning({ id: datasetVersion.id });
    if (!version) throw new Error('no version');
    await tx.update(ownTable).set({ indicators, version: version.id }).where(eq(ownTable.id, id));
    const territories = await readTerritories({ query: tx });
    const all = territories.all(level);
    const columns = figures.map(({ slug, value }) => {
      const column = emptyColumn(all.length);
      for (const territory of all) {
        const figure = value(territory);
        setCell(
          column,
          territory.ordinal,
          figure === null ? ABSENT : { state: 'value', value: figure, cover: 1, marks: [] },
        );
      }
      return { indicator: ownIndicatorId(id, slug), level, column };
    });
    await writeFigures(tx, version.id, columns, territories);
    return id;
  });
}
