import type { Level } from '../../territory/level.ts';

/** What the rows of a table are recognised by. */
export const KEY_KINDS = [
  'commune',
  'epci',
  'departement',
  'region',
  'name',
  'postcode',
  'iris',
  'qpv',
  'point',
] as const;

export type KeyKind = (typeof KEY_KINDS)[number];

export const isKeyKind = (text: string): text is KeyKind => (KEY_KINDS as readonly string[]).includes(text);

/** The levels that figures of a table can be kept at; those of communes are also summed up to every group. */
export const TABLE_LEVELS = ['commune', 'epci', 'departement', 'region'] as const satisfies readonly Level[];

export type TableLevel = (typeof TABLE_LEVELS)[number];

export const isTableLevel = (text: string): text is TableLevel =>
  (TABLE_LEVELS as readonly string[]).includes(text);

/** The level of the figures of a key; a name may be that of several. */
export const levelOfKey = (kind: Exclude<KeyKind, 'name'>): TableLevel =>
  kind === 'epci' || kind === 'departement' || kind === 'region' ? kind : 'commune';

/** Keys finer than a commune, or across several: their rows are gathered, and the error of it said. */
export const isGathered = (kind: KeyKind): boolean =>
  kind === 'postcode' || kind === 'iris' || kind === 'qpv' || kind === 'point';
