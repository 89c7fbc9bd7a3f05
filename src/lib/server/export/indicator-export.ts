import { DISTANCE } from '../../domain/access/distance-indicator.ts';
import { cellAt } from '../../domain/indicators/column.ts';
import type { Indicator } from '../../domain/indicators/indicator.ts';
import { sourceNotice, type FigureSource } from '../../domain/indicators/source.ts';
import { isKnown, type Cell } from '../../domain/indicators/value.ts';
import { PLACE_SOURCES } from '../../domain/report/help.ts';
import type { MapLevel } from '../../domain/territory/level.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import { isWritten, STATE_LABELS, writtenValue } from '../../format/figure.ts';
import { exports as words } from '../../messages/exports.ts';
import { joined } from '../../messages/reutiliser.ts';
import { reachOf, type AskedFilter } from '../queries/access/reach.ts';
import type { Snapshot } from '../queries/snapshot.ts';
import { column } from './export-column.ts';
import { loadedSources } from './loaded-sources.ts';
import { citation } from './citation.ts';
import type { ExportCell, ExportTable } from './table-export.ts';

/** Sources of the codes, names and outlines. */
const FRAME: readonly FigureSource[] = ['cog-2026', 'contours'];

export interface IndicatorRequest {
  subject: Indicator;
  level: MapLevel;
  territories: readonly Territory[];
  title: string;
  /** ISO day. */
  date: string;
  /** The places that the distance counts. */
  filter: AskedFilter;
}

/** What a line says of a figure. */
interface Said {
  value: string | number | null;
  state: string;
}

/**
 * One indicator, a territory a line, for the tools that draw and join: plain headings (code, nom,
 * valeur, etat, unite, millesime, source, etabli) that stay the same whatever the indicator, so that a drawing
 * made once follows the next edition. A source that may not be redistributed leaves no figure, here as in
 * any file. `null` when nothing of it is loaded at that level.
 */
export function indicatorTable(data: Snapshot, request: IndicatorRequest): ExportTable | null {
  const { subject, level, territories, title, date } = request;
  const sayOf = figuresOf(data, request);
  if (!sayOf) return null;
  const distance = subject.id === DISTANCE.id;
  const source = sourceOf(subject, level);
  const said = distance
    ? joined.computed(citation(loadedSources(data, PLACE_SOURCES)))
    : citation([sourceNotice(source)]);
  const plain = (key: string, rest: Parameters<typeof column>[2] = {}) =>
    column(key, key, { heading: key, kind: 'text', ...rest });
  const own = distance ? null : source;
  return {
    title,
    date,
    columns: [
      plain('code', { kind: 'code' }),
      plain('nom'),
      plain('valeur', {
        kind: isWritten(subject) ? 'text' : 'number',
        decimals: distance ? 1 : subject.decimals,
        unit: subject.unit,
        year: subject.year,
        source: own,
      }),
      plain('etat', { source: own }),
      plain('unite'),
      plain('millesime'),
      plain('source'),
      plain('etabli'),
    ],
    rows: function* () {
      for (const territory of territories) {
        const { value, state } = sayOf(territory);
        const cells: ExportCell[] = [
          territory.code,
          territory.name,
          value,
          state,
          subject.unit,
          subject.year,
          said,
          date,
        ];
        yield { id: territory.code, cells };
      }
    },
    notes: [joined.unknown, subject.limits, ...(distance ? [words.distanceNote] : [])],
    sources: loadedSources(data, [...FRAME, source, ...(distance ? PLACE_SOURCES : [])]),
    tellsItself: true,
  };
}

/** The index of fragility has a file of its own for intercommunalités. */
const sourceOf = ({ source }: Indicator, level: MapLevel): FigureSource =>
  source === 'ifn-communes' && level === 'epci' ? 'ifn-epci' : source;

function figuresOf(
  data: Snapshot,
  { subject, level, filter }: IndicatorRequest,
): ((territory: Territory) => Said) | null {
  if (subject.id === DISTANCE.id) {
    if (level !== 'commune') return null;
    const { distances } = reachOf(data, filter);
    return ({ ordinal }) => {
      const metres = distances[ordinal] ?? Number.NaN;
      const known = Number.isFinite(metres);
      return {
        value: known ? Math.round(metres / 100) / 10 : null,
        state: STATE_LABELS[known ? 'value' : 'absent'],
      };
    };
  }
  const figures = data.column(subject.id, level);
  if (!figures) return null;
  return ({ ordinal }) => {
    const cell = cellAt(figures, ordinal);
    const value = isKnown(cell) ? cell.value : null;
    return {
      value: value === null ? null : writtenValue(subject, value),
      state: stateOf(cell),
    };
  };
}

const stateOf = ({ state, marks }: Cell): string =>
  [STATE_LABELS[state], ...marks.map((mark) => words.marks[mark])].join(', ');
