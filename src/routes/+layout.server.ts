import { currentData } from '#lib/server/app.ts';
import { isUnreachable } from '#lib/server/db/unreachable.ts';
import type { LayoutServerLoad } from './$types';

/** Whether there are figures to show; a database that is down must not take the frame down with it. */
export const load: LayoutServerLoad = async () => {
  try {
    const data = await currentData();
    return {
      demonstration: data.demonstration,
      data: data.versions.size === 0 ? ('empty' as const) : ('ready' as const),
    };
  } catch (error) {
    if (!isUnreachable(error)) throw error;
    return { demonstration: false, data: 'unreachable' as const };
  }
};
