import { formatScore } from '../../composer/index-words.ts';
import { classOfCode, unclassedOfCode, UNCLASSED } from '../../domain/classify/classification.ts';
import { mayRedistribute } from '../../domain/indicators/catalogue.ts';
import { cellAt } from '../../domain/indicators/column.ts';
import { isKnown } from '../../domain/indicators/value.ts';
import { isRestricted } from '../../domain/need/recipe.ts';
import type { MapLevel } from '../../domain/territory/level.ts';
import { normaliseName } from '../../domain/territory/search-text.ts';
import { slugOf } from '../../domain/territory/slug.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import { isoDay } from '../../format/date.ts';
import { formatBareValue, STATE_LABELS } from '../../format/figure.ts';
import { formatDistance } from '../../format/number.ts';
import { formatName } from '../../format/territory.ts';
import { classLabel } from '../../charts/legend.ts';
import type { MapView, TableSort } from '../../view/map-view.ts';
import { askedFilter } from '../queries/access/asked-filter.ts';
import { reachOf } from '../queries/access/reach.ts';
import { scopeOf } from '../queries/scope.ts';
import { scoresOf } from '../queries/scores.ts';
import type { Snapshot } from '../queries/snapshot.ts';
import { frameOf, type Frame } from './frame.ts';
import { measureOf, type Measure } from './measure.ts';

/** A territory as a line of a list. */
export interface ListedTerritory {
  slug: string;
  name: string;
  population: number | null;
  /** The figure, its class when it is restricted, or the word for its state. */
  text: string;
  known: boolean;
  /** Its class on the map; `null` without a figure. */
  class: number | null;
}

/** The territories that a view frames, in its order. */
export interface ListedView {
  level: MapLevel;
  frame: Frame;
  measure: Measure;
  territories: Territory[];
  /** What the line of one of them says. */
  lineOf: (territory: Territory) => ListedTerritory;
  sort: TableSort;
}

/** What the lines of a list say, and sort by; NaN where there is nothing. */
export interface Figures {
  valueOf: (ordinal: number) => number;
  textOf: (ordinal: number) => string;
}

/**
 * The territories that a view frames with its first measure, sorted and searched as its address asks,
 * those without a figure last; `null` when nothing of it is known at that level.
 */
export async function listView(data: Snapshot, view: MapView, level: MapLevel): Promise<ListedView | null> {
  const measure = await measureOf(data, { ...view, second: null }, level);
  if (!measure) return null;
  const frame = frameOf(data, view, level);
  const figures = figuresOf(data, view, level, measure);
  const sort = view.table.sort ?? { key: 'valeur', descending: measure.subject.worse !== 'low' };
  const territories = sorted(searched(frame.territories, view.table.query), sort, figures.valueOf);
  const lineOf = (territory: Territory): ListedTerritory => {
    const code = measure.classification.codes[territory.ordinal] ?? UNCLASSED.absent;
    return {
      slug: slugOf(territory.level, territory.code),
      name: formatName(territory),
      population: territory.population,
      text: figures.textOf(territory.ordinal),
      known: unclassedOfCode(code) === null,
      class: classOfCode(code),
    };
  };
  return { level, frame, measure, territories, lineOf, sort };
}

/** What is said of each territory of a level by the first measure of a view: its figure, its class when it is restricted, or its state. */
export function figuresOf(data: Snapshot, view: MapView, level: MapLevel, measure: Measure): Figures {
  const { subject, classification } = measure;
  const codeOf = (ordinal: number): number => classification.codes[ordinal] ?? UNCLASSED.absent;
  /** A figure of some communes only is not one of the territory: it has the word of its state. */
  const known = (figures: Figures): Figures => ({
    valueOf: (ordinal) => (unclassedOfCode(codeOf(ordinal)) ? Number.NaN : figures.valueOf(ordinal)),
    textOf: (ordinal) => {
      const state = unclassedOfCode(codeOf(ordinal));
      return state ? STATE_LABELS[state] : figures.textOf(ordinal);
    },
  });
  const byClass = known({
    valueOf: (ordinal) => classOfCode(codeOf(ordinal)) ?? Number.NaN,
    textOf: (ordinal) => classLabel(subject, classification, classOfCode(codeOf(ordinal)) ?? 0),
  });
  if (view.layer === 'distance') {
    const { distances } = reachOf(data, askedFilter(view, isoDay(new Date())));
    const metres = (ordinal: number): number => distances[ordinal] ?? Number.NaN;
    return {
      valueOf: metres,
      textOf: (ordinal) =>
        Number.isNaN(metres(ordinal)) ? STATE_LABELS.absent : formatDistance(metres(ordinal)),
    };
  }
  if (view.layer === 'index') {
    const { recipe } = view.index;
    if (isRestricted(recipe)) return byClass;
    const members = scopeOf(data, view)?.perimeter ?? [];
    const { values } = scoresOf(data, { recipe, level, estimates: view.estimates, members }).column;
    return known({
      valueOf: (ordinal) => values[ordinal] ?? Number.NaN,
      textOf: (ordinal) => formatScore(recipe, values[ordinal] ?? Number.NaN),
    });
  }
  const column = data.column(subject.id, level);
  if (!column || !mayRedistribute(subject)) return byClass;
  return known({
    valueOf: (ordinal) => column.values[ordinal] ?? Number.NaN,
    textOf: (ordinal) => {
      const cell = cellAt(column, ordinal);
      if (!isKnown(cell)) return STATE_LABELS[cell.state];
      const text = formatBareValue(subject, cell.value);
      return cell.marks.includes('floor') ? `${text} ou moins` : text;
    },
  });
}

/** Those whose name, code or postcode holds a text. */
function searched(territories: readonly Territory[], query: string): Territory[] {
  const wanted = normaliseName(query);
  if (wanted === '') return [...territories];
  return territories.filter(
    ({ name, code, postcodes }) =>
      normaliseName(name).includes(wanted) ||
      code.toLowerCase().startsWith(wanted) ||
      postcodes.includes(query.trim()),
  );
}

function sorted(
  territories: Territory[],
  { key, descending }: TableSort,
  valueOf: (ordinal: number) => number,
): Territory[] {
  const collator = new Intl.Collator('fr-FR', { numeric: true });
  const sign = descending ? -1 : 1;
  const byName = (a: Territory, b: Territory): number =>
    collator.compare(a.name, b.name) || a.ordinal - b.ordinal;
  if (key === 'nom') return territories.sort((a, b) => sign * byName(a, b));
  const of = ({ ordinal, population }: Territory): number =>
    key === 'population' ? (population ?? Number.NaN) : valueOf(ordinal);
  return territories.sort((a, b) => {
    const [p, q] = [of(a), of(b)];
    if (Number.isNaN(p) || Number.isNaN(q))
      return Number(Number.isNaN(p)) - Number(Number.isNaN(q)) || byName(a, b);
    return p === q ? byName(a, b) : sign * (p < q ? -1 : 1);
  });
}
