import { reachableData } from '#lib/server/app.ts';
import type { LayoutServerLoad } from './$types';

/** Whether there are figures to show; a database that is down must not take the frame down with it. */
export const load: LayoutServerLoad = async () => {
  const data = await reachableData();
  if (!data) return { demonstration: false, data: 'unreachable' as const };
  return {
    demonstration: data.demonstration,
    data: data.versions.size === 0 ? ('empty' as const) : ('ready' as const),
  };
};
