/** Zones described on a page and outlined on its map; the file to download has them all. */
export const SHOWN_ZONES = 20;
