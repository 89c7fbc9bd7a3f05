import { browser } from '$app/environment';
import { holdCatalogue } from '#lib/live/held-catalogue.ts';
import type { LayoutLoad } from './$types';

/** What is in use is held before anything of a page is made: a server reads that of its request instead. */
export const load: LayoutLoad = ({ data }) => {
  if (browser) holdCatalogue(data.inUse);
  return data;
};
