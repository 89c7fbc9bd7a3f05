/**
 * Lands that no road joins, in the order of their numbers (append only: they are written in files): the
 * mainland, Corsica, the overseas départements, the overseas collectivities.
 */
const LANDS: readonly string[] = [
  'continent',
  'corse',
  '971',
  '972',
  '973',
  '974',
  '975',
  '976',
  '977',
  '978',
  '984',
  '986',
  '987',
  '988',
  '989',
];

/** Of a place whose commune is unknown: nobody is counted as served by it. */
export const NO_LAND = 255;

/**
 * The number of the land that a commune is on, by its INSEE code. Nobody is counted as served by a place
 * of another land, however near it looks from above. Islands of the mainland are counted with it, and
 * those of a collectivity together: a limit that the pages say.
 */
export function landOf(code: string | null): number {
  if (code === null) return NO_LAND;
  const land = /^9[78]/.test(code) ? code.slice(0, 3) : /^2[AB]/.test(code) ? 'corse' : 'continent';
  const number = LANDS.indexOf(land);
  return number < 0 ? NO_LAND : number;
}

/** Lands of communes, or of places by the commune that they are in. */
export const landsOf = (codes: readonly (string | null)[]): Uint8Array => Uint8Array.from(codes, landOf);
