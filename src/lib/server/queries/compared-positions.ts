import { findIndicator } from '../../domain/indicators/catalogue.ts';
import type { Column } from '../../domain/indicators/column.ts';
import { rankOf, sortedValues, type Position } from '../../domain/indicators/position.ts';
import type { Cell } from '../../domain/indicators/value.ts';
import { isAggregateLevel, type Level } from '../../domain/territory/level.ts';
import { slugOf } from '../../domain/territory/slug.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import { remember } from './memo.ts';
import { parentsOf, peerValues } from './portrait.ts';
import { shownColumn } from './shown-column.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * Under this share of known peers, a rank among groups would follow secrecy more than the figure, and one
 * among communes the part of the country that a table covers.
 */
const MINIMUM_PEERS = 0.5;

/** Where a figure stands among the territories of its level within a parent. */
export interface ParentPosition {
  within: Level;
  peers: Level;
  position: Position;
}

/** The place of a figure within each parent, from the nearest to the country. */
export function positionsOf(
  data: Snapshot,
  territory: Territory,
  indicator: string,
  cell: Cell,
  estimated: boolean,
): ParentPosition[] {
  const { level } = territory;
  const told = new Set<number>();
  const needsPeers = isAggregateLevel(level) || findIndicator(indicator)?.theme === 'tableaux';
  return parentsOf(data, territory).flatMap((parent): ParentPosition[] => {
    const { length } = peersWithin(data, level, parent);
    // Paris is a commune and a département, Guadeloupe a département and a région: once is enough.
    if (told.has(length)) return [];
    told.add(length);
    const position = rankOf(cell, sortedPeers(data, indicator, level, parent, estimated));
    if (!position || (needsPeers && position.known < MINIMUM_PEERS * length)) return [];
    return [{ within: parent.level, peers: level, position }];
  });
}

/** The known figures of the communes of France, ascending. */
export function communesOfFrance(data: Snapshot, indicator: string, estimated: boolean): Float64Array {
  const france = data.territories.get('france', 'FR');
  return france ? sortedPeers(data, indicator, 'commune', france, estimated) : new Float64Array();
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

/** The known figures of the peers within a parent, ascending: one array for all the pages that need it. */
function sortedPeers(
  data: Snapshot,
  indicator: string,
  level: Level,
  parent: Territory,
  estimated: boolean,
): Float64Array {
  const column = shownColumn(data, indicator, level, estimated);
  if (!column) return new Float64Array();
  const whole = column === data.column(indicator, level);
  if (whole && level === 'commune') return peerValues(data, indicator, column, level, parent);
  const key = `${indicator}/${level}/${slugOf(parent.level, parent.code)}/${whole}`;
  return remember(data, 'compared-peers', key, () => sortOf(data, column, level, parent), 1_024);
}

const sortOf = (data: Snapshot, column: Column, level: Level, parent: Territory): Float64Array =>
  sortedValues(
    column,
    peersWithin(data, level, parent).map(({ ordinal }) => ordinal),
  );
