const plain = (heading: string): string =>
  heading
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');

/** Which column of a table is which, by the names that each may bear (no accent, no capital); `null` for one that is not there. */
export function namedColumns<Column extends string>(
  headings: readonly string[],
  names: Readonly<Record<Column, readonly string[]>>,
): Record<Column, number | null> {
  const found = Object.entries<readonly string[]>(names).map(([column, borne]) => {
    const at = headings.findIndex((heading) => borne.includes(plain(heading)));
    return [column, at < 0 ? null : at] as const;
  });
  return Object.fromEntries(found) as Record<Column, number | null>;
}

/** An INSEE code as a table wrote it: a spreadsheet drops the first 0. */
export const writtenCode = (text: string): string => {
  const code = text.trim().toUpperCase();
  return /^\d{4}$/.test(code) ? `0${code}` : code;
};

/** A number as a table wrote it, with a comma or a point; NaN when it is none. */
export const writtenNumber = (text: string): number => {
  const plainText = text.trim().replace(',', '.');
  return plainText === '' ? Number.NaN : Number(plainText);
};
