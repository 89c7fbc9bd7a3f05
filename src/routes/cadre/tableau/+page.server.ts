import { error } from '@sveltejs/kit';
import { cadre as words } from '#lib/messages/cadre.ts';
import { currentData } from '#lib/server/app.ts';
import { readMapView } from '#lib/view/read-map-view.ts';
import { mapAddress } from '#lib/view/write-map-view.ts';
import { membersPage } from '../members-table.server.ts';
import type { PageServerLoad } from './$types';

/** The territories that a view frames as a table; the address is that of the map. */
export const load: PageServerLoad = async ({ url }) => {
  const data = await currentData();
  const { view, ignored } = readMapView(url.searchParams);
  const table = await membersPage(data, view);
  if (!table) error(404, words.table.noFigures);
  return {
    demonstration: data.demonstration,
    view,
    table,
    ignored: ignored.length > 0,
    href: mapAddress({ ...view, table: { ...view.table, open: true } }),
  };
};
