import { error } from '@sveltejs/kit';
import { NO_FILTER } from '#lib/domain/places/filter.ts';
import { formatName } from '#lib/format/territory.ts';
import { exports as words } from '#lib/messages/exports.ts';
import { territoire } from '#lib/messages/territoire.ts';
import { locate } from '../locate.server.ts';
import { membersOf } from '../member-table.server.ts';
import { territoriesFile } from '../territories-file.server.ts';
import type { RequestHandler } from './$types';

/** The territories that make up another as a file, without any source that may not be redistributed. */
export const GET: RequestHandler = async ({ params, url }) => {
  const { format, slug } = params;
  const { data, territory } = await locate(slug, url, `/membres.${format}`);
  const found = membersOf(data, territory);
  if (!found || found.members.length === 0) error(404, words.noMembers);
  const { level, members, title } = found;
  return territoriesFile(data, {
    format,
    title: territoire.members.caption(title, formatName(territory)),
    what: `${title}-${slug}`,
    level,
    territories: members,
    filter: NO_FILTER,
    notes: [],
  });
};
