import type { Column } from '../domain/indicators/column.ts';
import type { MapLevel } from '../domain/territory/level.ts';
import { Kept } from './kept.ts';
import type { LevelIndex } from './level-index.ts';
import { fetchColumn, fetchIndex } from './requests.ts';

/** A few levels of a few indicators: a third of a megabyte each at most. */
const columns = new Kept<Column>(16);
const indexes = new Kept<LevelIndex>(8);

/** The figures of an indicator at a level; asked once. */
export const columnOf = (indicator: string, level: MapLevel, hash: string): Promise<Column> =>
  columns.get(`${indicator}/${level}/${hash}`, () => fetchColumn(indicator, level, hash));

/** Names, people, centres and parents of a level; asked once. */
export const indexOf = (level: MapLevel, hash: string): Promise<LevelIndex> =>
  indexes.get(`${level}/${hash}`, () => fetchIndex(level, hash));
