import { CATALOGUE_ALONE, catalogueInUse } from '#lib/domain/indicators/catalogue-in-use.ts';
import { isUnreachable } from '#lib/server/db/unreachable.ts';
import { isAlone, reachableData } from '#lib/server/app.ts';
import type { LayoutServerLoad } from './$types';

/** A database that went down meanwhile is said by the page. */
function exceptWhenDown(cause: unknown): false {
  if (!isUnreachable(cause)) throw cause;
  return false;
}

/** Whether there are figures to show; a database that is down must not take the frame down with it. */
export const load: LayoutServerLoad = async (event) => {
  const data = await reachableData();
  const read = catalogueInUse();
  const inUse = read === CATALOGUE_ALONE ? null : read;
  if (!data) return { demonstration: false, data: 'unreachable' as const, alone: false, inUse };
  return {
    // Not who asks: what this installation is, the same for everybody but the person at this machine.
    alone: await event.untrack(() => isAlone(event)).catch(exceptWhenDown),
    demonstration: data.demonstration,
    // What the browser must know of the indicators, beside the catalogue that it has.
    inUse,
    data: data.versions.size === 0 ? ('empty' as const) : ('ready' as const),
  };
};
