import { NEAR_METRES, WALK_METRES } from '../domain/zones/zone-help.ts';
import { formatNumber, NO_BREAK_SPACE } from './number.ts';

/** The two distances around a neighbourhood, as words have them: « 500 m », « 1 km ». */
export const NEAR = `${formatNumber(NEAR_METRES)}${NO_BREAK_SPACE}m`;
export const WALK = `${formatNumber(WALK_METRES / 1_000)}${NO_BREAK_SPACE}km`;
