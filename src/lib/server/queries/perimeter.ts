import { aggregateColumn } from '../../domain/indicators/aggregate.ts';
import { mayRedistribute } from '../../domain/indicators/catalogue.ts';
import { catalogueKey } from '../../domain/indicators/catalogue-in-use.ts';
import { countClasses, type ClassCounts } from '../../domain/indicators/class-counts.ts';
import { cellAt, emptyColumn, setCell, type Column } from '../../domain/indicators/column.ts';
import type { Indicator } from '../../domain/indicators/indicator.ts';
import { rankOf, sortedValues, type Position } from '../../domain/indicators/position.ts';
import { spreadOf, type Spread } from '../../domain/indicators/spread.ts';
import { ABSENT, isKnown, known, STATE_CODES, type Cell } from '../../domain/indicators/value.ts';
import { withoutEstimates } from '../../domain/indicators/without-estimates.ts';
import type { Comparison } from '../../domain/report/portrait.ts';
import type { Level } from '../../domain/territory/level.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import { remember } from './memo.ts';
import { portraitIndicators, referenceTo } from './portrait.ts';
import type { Snapshot } from './snapshot.ts';

/** One indicator of a perimeter. */
export interface PerimeterFigure {
  indicator: string;
  /** Rolled up from the communes by the rule of the catalogue; absent where there is none. */
  cell: Cell;
  /** Of the communes; `null` where none is known, or their figures are not to be listed. */
  spread: Spread | null;
  /** From the nearest to the country. */
  comparisons: Comparison[];
  /** Among all intercommunalités; `null` where a rank would mislead. */
  position: Position | null;
  /** Of a band or category, which does not aggregate. */
  classes: ClassCounts | null;
}

export interface PerimeterPortrait {
  communes: number;
  /** Municipal population; communes whose own is unknown are left out and counted. */
  population: number;
  populationUnknown: number;
  /** The territory that has exactly these communes, if there is one: its figures are then those stored. */
  same: Territory | null;
  /** Whether a figure of its communes is estimated, counted or not. */
  estimated: boolean;
  /** What most of its people live in, from the nearest to the country. */
  parents: Territory[];
  /** Of the indicators that are loaded, in the order of the catalogue. */
  figures: PerimeterFigure[];
}

/** A parent holds more than this share of the people, or it says little of them. */
const MOSTLY = 0.5;

/** Under this share of known intercommunalités, a rank among them would follow secrecy more than the figure. */
const MINIMUM_PEERS = 0.5;

const PARENT_LEVELS = ['epci', 'departement', 'region'] as const;

/** The figures of some communes as one territory. Kept for those asked for most recently. */
export function readPerimeter(
  data: Snapshot,
  communes: readonly Territory[],
  estimates = true,
): PerimeterPortrait {
  const key = `${estimates}/${communes.map(({ ordinal }) => ordinal.toString(36)).join()}/${catalogueKey()}`;
  return remember(data, 'perimeter', key, () => assemble(data, communes, estimates), 32);
}

/** The figures of an indicator at a level, for a reader who counts estimates or not. */
export function readColumn(data: Snapshot, id: string, level: Level, estimates: boolean): Column | null {
  const column = data.column(id, level);
  if (!column || estimates) return column;
  return remember(data, 'without-estimates', `${id}/${level}`, () => withoutEstimates(column, level));
}

function assemble(data: Snapshot, communes: readonly Territory[], estimates: boolean): PerimeterPortrait {
  const parents = mostlyIn(data, communes);
  const same = sameTerritory(data, communes);
  const indicators = portraitIndicators();
  return {
    communes: communes.length,
    population: peopleOf(communes),
    populationUnknown: communes.filter(({ population }) => population === null).length,
    same,
    parents,
    estimated: indicators.some(({ id }) => isEstimated(data.column(id, 'commune'), communes)),
    figures: indicators.flatMap(
      (indicator) => readFigure(data, { communes, same, parents, estimates }, indicator) ?? [],
    ),
  };
}

interface Subject {
  communes: readonly Territory[];
  same: Territory | null;
  parents: readonly Territory[];
  estimates: boolean;
}

const isEstimated = (column: Column | null, communes: readonly Territory[]): boolean =>
  column !== null && communes.some(({ ordinal }) => column.states[ordinal] === STATE_CODES.estimated);

/** The commune, intercommunalité, département, région or country made of exactly some communes. */
export function sameTerritory(data: Snapshot, communes: readonly Territory[]): Territory | null {
  const [first] = communes;
  if (!first) return null;
  if (communes.length === 1) return first;
  const inside = new Set(communes);
  const { epci, ept, departement, region, france } = data.territories.parents(first);
  const equals = (group: Territory | undefined): group is Territory => {
    const members = group ? data.territories.communes(group) : [];
    return members.length === inside.size && members.every((member) => inside.has(member));
  };
  return [epci, ept, departement, region, france].find(equals) ?? null;
}

const peopleOf = (communes: readonly Territory[]): number =>
  communes.reduce((sum, { population }) => sum + (population ?? 0), 0);

/** The intercommunalité, the département and the région where most of the people live, and the country; none of them the perimeter itself. */
export function mostlyIn(data: Snapshot, communes: readonly Territory[]): Territory[] {
  const whole = peopleOf(communes);
  const parents = PARENT_LEVELS.flatMap((level) => {
    const people = new Map<string, number>();
    for (const { [level]: code, population } of communes)
      if (code !== null) people.set(code, (people.get(code) ?? 0) + (population ?? 0));
    const [most] = [...people].sort(([, a], [, b]) => b - a);
    return most && whole > 0 && most[1] > MOSTLY * whole ? (data.territories.get(level, most[0]) ?? []) : [];
  });
  const france = data.territories.get('france', 'FR');
  // Guadeloupe is a département and a région: one of them says it all, and the perimeter itself nothing.
  const said = new Set([sameTerritory(data, communes) ? communes.length : 0]);
  return [...parents, ...(france && communes.some(({ zone }) => zone !== 'com') ? [france] : [])].filter(
    (parent) => {
      const size = data.territories.communes(parent).length;
      return !said.has(size) && said.add(size);
    },
  );
}

function readFigure(data: Snapshot, subject: Subject, indicator: Indicator): PerimeterFigure | null {
  const { communes, same, parents, estimates } = subject;
  const column = readColumn(data, indicator.id, 'commune', estimates);
  if (!column) return null;
  const cell = storedCell(data, same, indicator, estimates) ?? rollUp(data, communes, indicator, estimates);
  const comparisons = parents.flatMap((parent): Comparison[] => {
    const held = readColumn(data, indicator.id, parent.level, estimates);
    return held ? [{ to: referenceTo(parent), cell: cellAt(held, parent.ordinal) }] : [];
  });
  const ordinals = communes.map(({ ordinal }) => ordinal);
  const listed = !indicator.classes && indicator.kind !== 'count' && mayRedistribute(indicator);
  return {
    indicator: indicator.id,
    cell,
    spread: listed ? spreadOf(column, ordinals) : null,
    comparisons,
    position: indicator.kind === 'count' ? null : positionOf(data, indicator, cell, estimates),
    classes: indicator.classes ? countClasses(column, indicator, communes) : null,
  };
}

/**
 * The figure of a territory as it is stored: columns keep seven significant digits, so that a figure
 * computed anew may differ in the last, and rank its own territory above or below itself.
 */
function storedCell(
  data: Snapshot,
  same: Territory | null,
  indicator: Indicator,
  estimates: boolean,
): Cell | null {
  const own = same?.level === 'commune' ? mayRedistribute(indicator) : indicator.aggregate.rule !== 'none';
  const column = same && own ? readColumn(data, indicator.id, same.level, estimates) : null;
  return column && cellAt(column, (same as Territory).ordinal);
}

/**
 * The figure of some communes by the rule of the catalogue, as the columns of groups are made. The
 * interval of an estimate takes the errors of its communes for all of the same sign, and counts no
 * rounding of published rates: most often wider than that of a stored group, computed with the model.
 */
export function rollUp(
  data: Snapshot,
  communes: readonly Territory[],
  indicator: Indicator,
  estimates = true,
): Cell {
  const { aggregate } = indicator;
  const figures = readColumn(data, indicator.id, 'commune', estimates);
  const populations = data.column('population', 'commune');
  const weights = 'weight' in aggregate ? weightsOf(data, indicator.id, aggregate.weight) : null;
  if (!figures || !populations || aggregate.rule === 'none' || ('weight' in aggregate && !weights))
    return ABSENT;
  const members = [communes.map(({ ordinal }) => ordinal)];
  return cellAt(aggregateColumn(figures, weights, populations, members, aggregate), 0);
}

/** The rate that has an estimate, and the count made from it. */
const ESTIMATED_RATE = 'taux-de-pauvrete-estime';
const ESTIMATED_COUNT = 'personnes-pauvres';

/**
 * The denominators of an indicator. The smallest communes have no published one, yet the estimate has
 * people there: as many as the count and the rate that it gives them say.
 */
function weightsOf(data: Snapshot, id: string, weight: string): Column | null {
  const published = data.column(weight, 'commune');
  const rates = data.column(ESTIMATED_RATE, 'commune');
  const counts = data.column(ESTIMATED_COUNT, 'commune');
  if (id !== ESTIMATED_RATE || !published || !rates || !counts) return published;
  return remember(data, 'estimated-weights', weight, () => {
    const completed = emptyColumn(published.values.length);
    for (let at = 0; at < published.values.length; at++) {
      const [own, rate, count] = [cellAt(published, at), cellAt(rates, at), cellAt(counts, at)];
      const implied = isKnown(rate) && isKnown(count) && rate.value > 0 && !isKnown(own);
      setCell(completed, at, implied ? known((100 * count.value) / rate.value) : own);
    }
    return completed;
  });
}

function positionOf(data: Snapshot, { id }: Indicator, cell: Cell, estimates: boolean): Position | null {
  const column = readColumn(data, id, 'epci', estimates);
  if (!column) return null;
  const peers = remember(data, 'epci-values', `${id}/${estimates}`, () => sortedValues(column));
  const position = rankOf(cell, peers);
  return position && position.known >= MINIMUM_PEERS * column.values.length ? position : null;
}
