import { DISTANCE } from '../../domain/access/distance-indicator.ts';
import { indicator as find, indicatorsInUse } from '../../domain/indicators/catalogue.ts';
import { cellAt, type Column } from '../../domain/indicators/column.ts';
import type { Indicator } from '../../domain/indicators/indicator.ts';
import type { FigureSource } from '../../domain/indicators/source.ts';
import { PLACE_SOURCES } from '../../domain/report/help.ts';
import { isKnown, type Cell } from '../../domain/indicators/value.ts';
import type { PlaceFilter } from '../../domain/places/filter.ts';
import type { Level } from '../../domain/territory/level.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import { isWritten, STATE_LABELS, writtenValue } from '../../format/figure.ts';
import { exports as words } from '../../messages/exports.ts';
import { reachOf } from '../queries/access/reach.ts';
import type { Snapshot } from '../queries/snapshot.ts';
import { column as columnOf } from './export-column.ts';
import { loadedSources } from './loaded-sources.ts';
import type { ExportCell, ExportColumn, ExportFigure, ExportTable } from './table-export.ts';

const names = words.territories;

/** Sources of the codes, names and outlines of every table of territories. */
const FRAME: readonly FigureSource[] = ['cog-2026', 'contours'];

/** A column and how its cells are found. */
interface Found {
  column: ExportColumn;
  cell: (territory: Territory) => ExportCell;
}

export interface TerritoriesRequest {
  title: string;
  /** ISO day. */
  date: string;
  level: Level;
  territories: readonly Territory[];
  /** The places that the distance counts. */
  filter: PlaceFilter;
  notes: readonly string[];
}

/** Territories of a level with every figure of the catalogue, and, for communes, how far help is. */
export function territoriesTable(data: Snapshot, request: TerritoriesRequest): ExportTable {
  const { title, date, level, territories, filter, notes } = request;
  const figures = indicatorsInUse().flatMap((indicator) => {
    const column = indicator.id === 'population' ? null : data.column(indicator.id, level);
    return column ? [figureOf(indicator, column)] : [];
  });
  const found = [
    ...identity(data, level),
    ...figures,
    ...(level === 'commune' ? [distanceOf(data, filter)] : []),
  ];
  const used = found.flatMap(({ column: { source } }) => (source === null ? [] : [source]));
  return {
    title,
    date,
    columns: found.map(({ column }) => column),
    rows: function* () {
      for (const territory of territories) {
        yield { id: territory.code, cells: found.map(({ cell }) => cell(territory)) };
      }
    },
    notes: [
      ...notes,
      words.states,
      ...(found.some(({ column: { beside } }) => beside === 'state-and-interval') ? [words.estimated] : []),
      ...(level === 'commune' ? [words.distanceNote] : []),
    ],
    sources: loadedSources(data, [...FRAME, ...used, ...(level === 'commune' ? PLACE_SOURCES : [])]),
  };
}

/** Code and name, those of the territories around, population. */
function identity(data: Snapshot, level: Level): Found[] {
  const { territories } = data;
  const around = (key: 'departement' | 'epci' | 'region', code: string, name: string): Found[] => [
    { column: columnOf(key, code, { kind: 'code' }), cell: (territory) => territory[key] },
    {
      column: columnOf(`${key}-nom`, name, { kind: 'text' }),
      cell: ({ [key]: of }) => (of === null ? null : (territories.get(key, of)?.name ?? null)),
    },
  ];
  const { label, unit, year, source } = find('population');
  const small = level === 'commune' || level === 'arrondissement';
  return [
    { column: columnOf('code', names.code[level], { kind: 'code' }), cell: ({ code }) => code },
    { column: columnOf('nom', names.name[level], { kind: 'text' }), cell: ({ name }) => name },
    ...(small ? around('departement', names.departement, names.departementName) : []),
    ...(small ? around('epci', names.epci, names.epciName) : []),
    ...(level === 'departement' ? around('region', names.region, names.regionName) : []),
    {
      column: columnOf('population', label, { unit, year, source }),
      cell: ({ population }) => population,
    },
  ];
}

/** The figures of an indicator; a class is written by its name. */
function figureOf(indicator: Indicator, column: Column): Found {
  const { id, label, unit, year, source, decimals } = indicator;
  return {
    column: {
      key: id,
      label,
      unit,
      year,
      source,
      kind: isWritten(indicator) ? 'text' : 'number',
      decimals,
      beside: column.interval ? 'state-and-interval' : 'state',
    },
    cell: ({ ordinal }) => {
      const cell = cellAt(column, ordinal);
      const value = isKnown(cell) ? cell.value : null;
      return figure(cell, value === null ? null : writtenValue(indicator, value));
    },
  };
}

/** A figure with its state in words: an empty cell never stands for an unknown without saying why. */
function figure({ state, marks, interval }: Cell, value: string | number | null): ExportFigure {
  return {
    value,
    state: [STATE_LABELS[state], ...marks.map((mark) => words.marks[mark])].join(', '),
    interval: interval ?? null,
  };
}

/** Great-circle distance to the nearest matching place, in kilometres to 100 metres. */
function distanceOf(data: Snapshot, filter: PlaceFilter): Found {
  const { distances } = reachOf(data, filter);
  return {
    column: {
      ...columnOf('distance-lieu-km', names.distance, { kind: 'text' }),
      unit: names.distanceUnit,
      year: DISTANCE.year,
      kind: 'number',
      decimals: 1,
    },
    cell: ({ ordinal }) => {
      const metres = distances[ordinal] ?? Number.NaN;
      return Number.isFinite(metres) ? Math.round(metres / 100) / 10 : null;
    },
  };
}
