/** Separates the items of a list in an address: needs no escape, and stands in no code or number. */
export const LIST_SEPARATOR = '_';
