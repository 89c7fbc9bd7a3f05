/** Sites described on the page; the others are on the map. */
export const SHOWN_SITES = 100;
