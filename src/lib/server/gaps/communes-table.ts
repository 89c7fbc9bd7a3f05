import { beyondColumn, beyondShare } from '../../domain/access/gaps/unmet-need.ts';
import { cellAt } from '../../domain/indicators/column.ts';
import type { FigureSource } from '../../domain/indicators/source.ts';
import type { Cell } from '../../domain/indicators/value.ts';
import { STATE_LABELS } from '../../format/figure.ts';
import { ecarts } from '../../messages/ecarts.ts';
import { exports as words } from '../../messages/exports.ts';
import { column } from '../export/export-column.ts';
import type { ExportFigure, ExportSource, ExportTable } from '../export/table-export.ts';
import type { Snapshot } from '../queries/snapshot.ts';
import { homesOf } from '../queries/access/supply.ts';
import { limitText, type GapsReport } from './report.ts';

export const figure = ({ value, state, interval }: Cell): ExportFigure => ({
  value,
  state: STATE_LABELS[state],
  interval: interval ?? null,
});

const finite = (value: number | undefined): number | null =>
  value !== undefined && Number.isFinite(value) ? value : null;

/** What a file of gaps says beside its rows. */
export interface GapsFile {
  /** ISO day. */
  date: string;
  /** « en France », « Isère ». */
  where: string;
  /** The address that asks the same question. */
  address: string;
  sources: readonly ExportSource[];
}

/** Every commune of a question as a table that leaves; its parameters are in the notes. */
export function communesTable(
  data: Snapshot,
  { gaps, access, territory, group, supply }: GapsReport,
  { date, where, address, sources }: GapsFile,
): ExportTable {
  const { setting } = gaps;
  const beyond = beyondColumn(setting);
  const inside = new Map<number, number>();
  for (const home of homesOf(data, gaps.supply.ranks)) inside.set(home, (inside.get(home) ?? 0) + 1);
  const interval = setting.group.interval ? 'state-and-interval' : 'state';
  const source = group.sources.find((id: FigureSource) => id !== 'cog-2026') ?? 'cog-2026';
  const gap = words.gaps;
  return {
    title: gap.title(supply, limitText(gaps), where),
    date,
    columns: [
      column('code', words.territories.code.commune, { kind: 'code' }),
      column('nom', words.territories.name.commune, { kind: 'text' }),
      column('departement', words.territories.departement, { kind: 'code' }),
      column('population', words.territories.population, { source: 'cog-2026' }),
      column('lieux', gap.inside),
      ...(gaps.unit === 'minutes' ? [column('temps', gap.time, { unit: 'min', decimals: 1 })] : []),
      column('distance', gap.distance, { unit: 'km', decimals: 1 }),
      column('hors-de-portee', gap.beyond, { kind: 'text' }),
      column('personnes', gap.group(group.many), { source, decimals: 1, beside: interval }),
      column('personnes-hors-de-portee', gap.people(group.many), { source, decimals: 1, beside: interval }),
      column('acces', gap.access, { decimals: 3 }),
      // A CSV has no notes: its question stands in every row.
      column('question', gap.questionColumn, { kind: 'text' }),
    ],
    rows: function* () {
      for (const commune of data.territories.communes(territory)) {
        const { code, name, departement, population, ordinal } = commune;
        const metres = gaps.supply.distances[ordinal] ?? Number.NaN;
        const share = beyondShare(setting, ordinal);
        yield {
          id: code,
          cells: [
            code,
            name,
            departement,
            population,
            inside.get(ordinal) ?? 0,
            ...(gaps.unit === 'minutes' ? [finite(setting.costs[ordinal])] : []),
            finite(metres / 1_000),
            Number.isNaN(share) ? null : share === 1 ? gap.yes : share > 0 ? gap.partly : gap.no,
            figure(cellAt(setting.group, ordinal)),
            figure(cellAt(beyond, ordinal)),
            10_000 * (access.catchment.access[ordinal] as number),
            gap.asked(address, date),
          ],
        };
      }
    },
    notes: [gap.question(address), gap.day(date), ...ecarts.method.texts],
    sources,
  };
}
