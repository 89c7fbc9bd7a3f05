import { INDICATORS, mayRedistribute } from '../../domain/indicators/catalogue.ts';
import { cellAt, type Column } from '../../domain/indicators/column.ts';
import type { Indicator } from '../../domain/indicators/indicator.ts';
import { isKnown } from '../../domain/indicators/value.ts';
import type { PlaceFilter } from '../../domain/places/filter.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import { formatBareValue, STATE_LABELS } from '../../format/figure.ts';
import { reachOf } from '../queries/reach.ts';
import type { Snapshot } from '../queries/snapshot.ts';
import type { CsvCell } from './csv.ts';

/** One column of an export of communes. */
export interface ExportField {
  /** For programs. */
  key: string;
  /** For people: what, unit, year. */
  heading: string;
  value: (commune: Territory) => CsvCell;
}

/** Indicators that may leave: sources that may not be redistributed are left out here, once for all exports. */
export const EXPORTED: readonly Indicator[] = INDICATORS.filter(
  (indicator) => mayRedistribute(indicator) && indicator.id !== 'population',
);

const describe = ({ label, unit, year }: Indicator): string =>
  `${label} (${[unit, year].filter(Boolean).join(', ')})`;

/** A figure and, beside it, its state in words: an empty cell never stands for an unknown without saying why. */
function figureFields(indicator: Indicator, column: Column): ExportField[] {
  return [
    {
      key: indicator.id,
      heading: describe(indicator),
      value: ({ ordinal }) => {
        const cell = cellAt(column, ordinal);
        if (!isKnown(cell)) return null;
        return indicator.classes ? formatBareValue(indicator, cell.value) : cell.value;
      },
    },
    {
      key: `${indicator.id}-etat`,
      heading: `${indicator.short}, état`,
      value: ({ ordinal }) => {
        const cell = cellAt(column, ordinal);
        const marks = [
          cell.marks.includes('floor') ? '5 % ou moins' : '',
          cell.marks.includes('perimeter') ? 'périmètre différent' : '',
          cell.marks.includes('rolled') ? 'communes fusionnées' : '',
        ].filter(Boolean);
        return [STATE_LABELS[cell.state], ...marks].join(', ');
      },
    },
  ];
}

/** The fields of an export of communes: codes and names, every figure that may leave, the computed distance. */
export async function communeFields(data: Snapshot, filter: PlaceFilter): Promise<ExportField[]> {
  const { territories } = data;
  const { distances } = reachOf(data, filter);
  const nameOf = (level: 'epci' | 'departement' | 'region', code: string | null): string | null =>
    code === null ? null : (territories.get(level, code)?.name ?? null);
  const columns = EXPORTED.map((indicator) => data.column(indicator.id, 'commune'));
  return [
    { key: 'code', heading: 'Code officiel', value: ({ code }) => code },
    { key: 'nom', heading: 'Commune', value: ({ name }) => name },
    { key: 'departement', heading: 'Code du département', value: ({ departement }) => departement },
    {
      key: 'departement-nom',
      heading: 'Département',
      value: ({ departement }) => nameOf('departement', departement),
    },
    { key: 'epci', heading: 'Siren de l’intercommunalité', value: ({ epci }) => epci },
    { key: 'epci-nom', heading: 'Intercommunalité', value: ({ epci }) => nameOf('epci', epci) },
    {
      key: 'population',
      heading: 'Population municipale (habitants, 2026)',
      value: ({ population }) => population,
    },
    ...EXPORTED.flatMap((indicator, at) => {
      const column = columns[at];
      return column ? figureFields(indicator, column) : [];
    }),
    {
      key: 'distance-lieu-km',
      heading: 'Distance du centre au lieu d’aide le plus proche (km à vol d’oiseau, calculée)',
      value: ({ ordinal }) => {
        const metres = distances[ordinal] ?? Number.NaN;
        return Number.isFinite(metres) ? Math.round(metres / 100) / 10 : null;
      },
    },
  ];
}

/** The export as rows, headings first. */
export function* communeRows(
  fields: readonly ExportField[],
  communes: readonly Territory[],
): Generator<CsvCell[]> {
  yield fields.map(({ heading }) => heading);
  for (const commune of communes) yield fields.map(({ value }) => value(commune));
}
