/** The levels a territory can have, from the finest to the whole country. */
export const LEVELS = [
  'arrondissement',
  'commune',
  'epci',
  'ept',
  'departement',
  'region',
  'france',
] as const;

export type Level = (typeof LEVELS)[number];

/** Levels that can be drawn as a choropleth: each has outlines, tiles and columns. */
export const MAP_LEVELS = ['commune', 'epci', 'departement', 'region'] as const satisfies readonly Level[];

export type MapLevel = (typeof MAP_LEVELS)[number];

/** Levels whose figures are computed from communes. */
export const AGGREGATE_LEVELS = [
  'epci',
  'ept',
  'departement',
  'region',
  'france',
] as const satisfies readonly Level[];

export type AggregateLevel = (typeof AGGREGATE_LEVELS)[number];

export const isLevel = (text: string): text is Level => (LEVELS as readonly string[]).includes(text);

export const isMapLevel = (text: string): text is MapLevel =>
  (MAP_LEVELS as readonly string[]).includes(text);

const FEMININE: ReadonlySet<Level> = new Set(['commune', 'epci', 'region', 'france']);

/** Whether the French name of a level is feminine: « une commune », « une intercommunalité ». */
export const isFeminine = (level: Level): boolean => FEMININE.has(level);

/** Whether the figures of a level are computed from those of communes. */
export const isAggregateLevel = (level: Level): level is AggregateLevel =>
  (AGGREGATE_LEVELS as readonly Level[]).includes(level);
