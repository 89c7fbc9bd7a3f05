/** An address in one cell, taken apart. */
export interface FullAddress {
  street: string;
  postcode: string;
  town: string;
}

/**
 * « 84 rue X 34400 Lunel » taken apart: the last five digits followed by a name are the postcode and
 * the town; `null` when the text does not end so. A country after the town is dropped.
 */
export function splitAddress(text: string): FullAddress | null {
  const line = text.replace(/\s+/g, ' ').trim();
  const at = [...line.matchAll(/(?<![\d\p{L}])\d{5}(?= ?,? ?\p{L})/gu)].at(-1);
  if (!at) return null;
  const after = line.slice(at.index + 5).replace(/^[ ,]+/, '');
  const town = after.replace(/[ ,]+france$/i, '').trim();
  if (town === '' || /\d(?!\d*$)/.test(town.replace(/cedex.*$/i, ''))) return null;
  return { street: line.slice(0, at.index).replace(/[\s,;–-]+$/, ''), postcode: at[0], town };
}
