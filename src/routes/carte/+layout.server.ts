import { currentData } from '#lib/server/app.ts';
import { territoryIndexFile } from '#lib/server/columns/territory-index.ts';
import type { LayoutServerLoad } from './$types';
import { readMapData } from './map-data.server.ts';

/** Read once for every view: depends on no parameter. */
export const load: LayoutServerLoad = async () => {
  const data = await currentData();
  return { map: readMapData(data, (level) => territoryIndexFile(data.territories, level).hash) };
};
