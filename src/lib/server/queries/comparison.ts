import { spreadOf } from '../../domain/compare/spread.ts';
import { cellAt } from '../../domain/indicators/column.ts';
import { isMeasured, type Indicator } from '../../domain/indicators/indicator.ts';
import type { FigureSource } from '../../domain/indicators/source.ts';
import { ABSENT, isKnown, type Cell } from '../../domain/indicators/value.ts';
import type { ClassDistribution } from '../../domain/report/portrait.ts';
import { isAggregateLevel } from '../../domain/territory/level.ts';
import { slugOf } from '../../domain/territory/slug.ts';
import type { Territories } from '../../domain/territory/territories.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import { communesOfFrance, positionsOf, type ParentPosition } from './compared-positions.ts';
import { findTerritory } from './find-territory.ts';
import { remember } from './memo.ts';
import { portraitIndicators } from './portrait.ts';
import { shownColumn } from './shown-column.ts';
import type { Snapshot } from './snapshot.ts';

/** Columns that still read side by side. */
export const MOST_COMPARED = 6;

/** What an address asks to compare, and what becomes of each part of it. */
export interface Choice {
  kept: Territory[];
  unknown: string[];
  /** Old communes, now part of another. */
  merged: { code: string; name: string | null; current: Territory }[];
  duplicates: Territory[];
  /** Those past the sixth. */
  beyond: Territory[];
}

/** The territories that slugs designate, in their order: each once, old communes as today's. */
export function chooseTerritories(territories: Territories, slugs: readonly string[]): Choice {
  const choice: Choice = { kept: [], unknown: [], merged: [], duplicates: [], beyond: [] };
  for (const slug of slugs) {
    const found = findTerritory(territories, slug);
    const territory =
      found.kind === 'found'
        ? found.territory
        : found.kind === 'unknown'
          ? undefined
          : territories.bySlug(found.slug);
    if (!territory) {
      choice.unknown.push(slug);
      continue;
    }
    if (found.kind === 'merged') {
      const former = territories.former(found.former);
      choice.merged.push({ code: found.former, name: former?.name ?? null, current: territory });
    }
    if (choice.kept.includes(territory) || choice.beyond.includes(territory)) {
      if (!choice.duplicates.includes(territory)) choice.duplicates.push(territory);
    } else if (choice.kept.length < MOST_COMPARED) choice.kept.push(territory);
    else choice.beyond.push(territory);
  }
  return choice;
}

/** One figure of one territory in a comparison. */
export interface ComparedCell {
  cell: Cell;
  /** Whether the figure is estimated and the reader asked not to see those. */
  hidden: boolean;
  source: FigureSource;
  aggregated: boolean;
  /** From the nearest parent to the country. */
  positions: ParentPosition[];
  /** Where classes do not aggregate: how the communes of a group fall in them. */
  classes: ClassDistribution | null;
}

/** One indicator of every territory compared. */
export interface ComparedRow {
  indicator: Indicator;
  cells: ComparedCell[];
  /** The country's figure, to compare with. */
  france: Cell;
  /** Share of the communes of France strictly between the least and the greatest; `null` for counts and classes. */
  spread: number | null;
  /** The first and last hundredth of the communes of France: a scale that no oddity stretches. */
  ends: readonly [number, number] | null;
}

/** The indicators of some territories, side by side, in the order of the catalogue. */
export const readComparison = (
  data: Snapshot,
  territories: readonly Territory[],
  estimated: boolean,
): ComparedRow[] =>
  portraitIndicators().map((indicator) => {
    const cells = territories.map((territory) => readCell(data, territory, indicator, estimated));
    const measured = isMeasured(indicator);
    const communes = measured ? communesOfFrance(data, indicator.id, estimated) : new Float64Array();
    const hundredth = (part: number): number => communes[Math.floor(part * (communes.length - 1))] as number;
    return {
      indicator,
      cells,
      france: figure(data, indicator.id, { level: 'france', ordinal: 0 }, estimated),
      spread: spreadOf(
        cells.map(({ cell }) => (isKnown(cell) ? cell.value : null)),
        communes,
      ),
      ends: communes.length === 0 ? null : [hundredth(0.01), hundredth(0.99)],
    };
  });

function figure(
  data: Snapshot,
  indicator: string,
  { level, ordinal }: Pick<Territory, 'level' | 'ordinal'>,
  estimated: boolean,
): Cell {
  const column = shownColumn(data, indicator, level, estimated);
  return column ? cellAt(column, ordinal) : ABSENT;
}

function readCell(
  data: Snapshot,
  territory: Territory,
  indicator: Indicator,
  estimated: boolean,
): ComparedCell {
  const { level } = territory;
  const cell = figure(data, indicator.id, territory, estimated);
  const hidden = !estimated && figure(data, indicator.id, territory, true).state === 'estimated';
  const published = indicator.source === 'ifn-communes' && level === 'epci';
  const ranked = isMeasured(indicator) && isKnown(cell);
  return {
    cell,
    hidden,
    source: published ? 'ifn-epci' : indicator.source,
    aggregated: isAggregateLevel(level) && !published,
    positions: ranked ? positionsOf(data, territory, indicator.id, cell, estimated) : [],
    classes: isAggregateLevel(level) && indicator.classes ? classesOf(data, territory, indicator) : null,
  };
}

function classesOf(data: Snapshot, territory: Territory, indicator: Indicator): ClassDistribution {
  const key = `${indicator.id}/${slugOf(territory.level, territory.code)}`;
  return remember(data, 'compared-classes', key, () => {
    const classes = (indicator.classes ?? []).map(({ value }) => ({ value, communes: 0, people: 0 }));
    const unknown = { communes: 0, people: 0 };
    for (const { ordinal, population } of data.territories.communes(territory)) {
      const cell = figure(data, indicator.id, { level: 'commune', ordinal }, true);
      const entry = (isKnown(cell) && classes.find(({ value }) => value === cell.value)) || unknown;
      entry.communes++;
      entry.people += population ?? 0;
    }
    return { classes, unknown };
  });
}
