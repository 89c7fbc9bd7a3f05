import { spreadOf } from '../../domain/compare/spread.ts';
import { cellAt, type Column } from '../../domain/indicators/column.ts';
import type { Indicator } from '../../domain/indicators/indicator.ts';
import { rankOf, type Position } from '../../domain/indicators/position.ts';
import type { SourceId } from '../../domain/indicators/source.ts';
import { ABSENT, STATE_CODES, isKnown, type Cell } from '../../domain/indicators/value.ts';
import type { ClassDistribution } from '../../domain/report/portrait.ts';
import { AGGREGATE_LEVELS, type Level } from '../../domain/territory/level.ts';
import { slugOf } from '../../domain/territory/slug.ts';
import type { Territories } from '../../domain/territory/territories.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import { findTerritory } from './find-territory.ts';
import { remember } from './memo.ts';
import { PORTRAIT_INDICATORS, parentsOf, peerValues } from './portrait.ts';
import type { Snapshot } from './snapshot.ts';

/** Columns that still read side by side. */
export const MOST_COMPARED = 6;

/** Under this share of known peers, a rank among groups would follow secrecy more than the figure. */
const MINIMUM_PEERS = 0.5;

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

/** Where a figure stands among the territories of its level within a parent. */
export interface ParentPosition {
  within: Level;
  peers: Level;
  position: Position;
}

/** One figure of one territory in a comparison. */
export interface ComparedCell {
  cell: Cell;
  /** Whether the figure is estimated and the reader asked not to see those. */
  hidden: boolean;
  source: SourceId;
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
  PORTRAIT_INDICATORS.map((indicator) => {
    const cells = territories.map((territory) => readCell(data, territory, indicator, estimated));
    const measured = !indicator.classes && indicator.kind !== 'count';
    const communes = measured ? communesOfFrance(data, indicator, estimated) : new Float64Array();
    const hundredth = (part: number): number => communes[Math.floor(part * (communes.length - 1))] as number;
    return {
      indicator,
      cells,
      france: shown(figure(data, indicator.id, 'france', 0), estimated),
      spread: spreadOf(
        cells.map(({ cell }) => (isKnown(cell) ? cell.value : null)),
        communes,
      ),
      ends: communes.length === 0 ? null : [hundredth(0.01), hundredth(0.99)],
    };
  });

const isGroup = (level: Level): boolean => (AGGREGATE_LEVELS as readonly Level[]).includes(level);

function figure(data: Snapshot, indicator: string, level: Level, ordinal: number): Cell {
  const column = data.column(indicator, level);
  return column ? cellAt(column, ordinal) : ABSENT;
}

const shown = (cell: Cell, estimated: boolean): Cell =>
  cell.state === 'estimated' && !estimated ? ABSENT : cell;

function readCell(
  data: Snapshot,
  territory: Territory,
  indicator: Indicator,
  estimated: boolean,
): ComparedCell {
  const { level, ordinal } = territory;
  const read = figure(data, indicator.id, level, ordinal);
  const cell = shown(read, estimated);
  const published = indicator.source === 'ifn-communes' && level === 'epci';
  const ranked = !indicator.classes && indicator.kind !== 'count' && isKnown(cell);
  return {
    cell,
    hidden: cell !== read,
    source: published ? 'ifn-epci' : indicator.source,
    aggregated: isGroup(level) && !published,
    positions: ranked ? positions(data, territory, indicator, cell, estimated) : [],
    classes: isGroup(level) && indicator.classes ? classesOf(data, territory, indicator) : null,
  };
}

function positions(
  data: Snapshot,
  territory: Territory,
  indicator: Indicator,
  cell: Cell,
  estimated: boolean,
): ParentPosition[] {
  const { level } = territory;
  const column = data.column(indicator.id, level);
  if (!column) return [];
  const told = new Set<number>();
  return parentsOf(data, territory).flatMap((parent): ParentPosition[] => {
    const peers = peersWithin(data, level, parent);
    // Paris is a commune and a département, Guadeloupe a département and a région: once is enough.
    if (told.has(peers.length)) return [];
    told.add(peers.length);
    const position = rankOf(cell, sortedPeers(data, indicator, column, level, parent, estimated));
    if (!position || (isGroup(level) && position.known < MINIMUM_PEERS * peers.length)) return [];
    return [{ within: parent.level, peers: level, position }];
  });
}

/** The territories of a level inside a parent; the overseas collectivities are in none. */
function peersWithin(data: Snapshot, level: Level, parent: Territory): readonly Territory[] {
  if (level === 'commune') return data.territories.communes(parent);
  return remember(data, 'peers-within', `${level}/${slugOf(parent.level, parent.code)}`, () =>
    data.territories
      .all(level)
      .filter((peer) =>
        parent.level === 'france' ? peer.zone !== 'com' : peer[parent.level as 'region'] === parent.code,
      ),
  );
}

/** The known figures of some territories, ascending. */
function knownOf(column: Column, territories: readonly Territory[], estimated: boolean): Float64Array {
  const kept = territories.flatMap(({ ordinal }) => {
    const state = column.states[ordinal];
    const known = state === STATE_CODES.value || (estimated && state === STATE_CODES.estimated);
    return known ? [column.values[ordinal] as number] : [];
  });
  return Float64Array.from(kept).sort();
}

/** The known figures of the communes of France, ascending. */
function communesOfFrance(data: Snapshot, indicator: Indicator, estimated: boolean): Float64Array {
  const column = data.column(indicator.id, 'commune');
  const france = data.territories.get('france', 'FR');
  if (!column || !france) return new Float64Array();
  return sortedPeers(data, indicator, column, 'commune', france, estimated);
}

/** The known figures of the peers within a parent, ascending: one array for all the pages that need it. */
function sortedPeers(
  data: Snapshot,
  indicator: Indicator,
  column: Column,
  level: Level,
  parent: Territory,
  estimated: boolean,
): Float64Array {
  const whole = estimated || !column.states.includes(STATE_CODES.estimated);
  if (whole && level === 'commune') return peerValues(data, indicator.id, column, level, parent);
  const key = `${indicator.id}/${level}/${slugOf(parent.level, parent.code)}/${whole}`;
  const make = (): Float64Array => knownOf(column, peersWithin(data, level, parent), whole);
  return remember(data, 'compared-peers', key, make, 1_024);
}

function classesOf(data: Snapshot, territory: Territory, indicator: Indicator): ClassDistribution {
  const key = `${indicator.id}/${slugOf(territory.level, territory.code)}`;
  return remember(data, 'compared-classes', key, () => {
    const classes = (indicator.classes ?? []).map(({ value }) => ({ value, communes: 0, people: 0 }));
    const unknown = { communes: 0, people: 0 };
    for (const { ordinal, population } of data.territories.communes(territory)) {
      const cell = figure(data, indicator.id, 'commune', ordinal);
      const entry = (isKnown(cell) && classes.find(({ value }) => value === cell.value)) || unknown;
      entry.communes++;
      entry.people += population ?? 0;
    }
    return { classes, unknown };
  });
}
