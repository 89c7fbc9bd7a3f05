/** A label as a word of an address: « Maîtrise des outils » → `maitrise-des-outils`. */
export const wordOf = (label: string): string =>
  label
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
