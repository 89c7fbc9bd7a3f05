import { classOfCode } from '../domain/classify/classification.ts';

/** Added to the class of a territory that stands back while others are shown: drawn, but pale. */
export const DIM_BIT = 0x20;

/** Code of a territory without a class that stands back: no pattern is drawn for it. */
const DIM_UNCLASSED = 0x80;

/**
 * The codes to draw when some territories only are brought forward: the others keep their class, pale
 * and without the hatch of estimates. Told as codes, so that the map recolours without a new layout.
 */
export function dimCodes(codes: Uint8Array, kept: Uint8Array): Uint8Array {
  return codes.map((code, i) => {
    if (kept[i]) return code;
    const at = classOfCode(code);
    return at === null ? DIM_UNCLASSED : at | DIM_BIT;
  });
}

/** 1 for the territories of a class. */
export const territoriesOfClass = (codes: Uint8Array, at: number): Uint8Array =>
  codes.map((code) => (classOfCode(code) === at ? 1 : 0));
