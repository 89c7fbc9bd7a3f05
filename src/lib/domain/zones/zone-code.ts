import type { ZoneKind } from './zone.ts';

/** QN or QP, three characters for the département (001, 02A, 974), a number and, since 2024, a letter. */
const QPV = /^Q[NP]\d{2}[0-9AB]\d{2,3}[A-Z]?$/;
/** The commune's code, then four digits. */
const IRIS = /^(?:\d{5}|2[AB]\d{3})\d{4}$/;

/**
 * A code as it is kept: capitals, without spaces, the zero back that a spreadsheet took from an IRIS of
 * the first nine départements. `null` when it is no code of this kind.
 */
export function zoneCode(kind: ZoneKind, text: string): string | null {
  const bare = text.replace(/[\s\u00a0\u202f.-]/g, '').toUpperCase();
  if (kind === 'qpv') return QPV.test(bare) ? bare : null;
  const whole = /^[1-9]\d{7}$/.test(bare) ? `0${bare}` : bare;
  return IRIS.test(whole) ? whole : null;
}

/** The commune that an IRIS is in, in the COG of its own edition: its code says it. */
export const communeOfIris = (code: string): string => code.slice(0, 5);
