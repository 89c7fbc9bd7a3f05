import { formatName } from '#lib/format/territory.ts';
import { diagnostic } from '#lib/messages/diagnostic.ts';
import { locate } from '../../locate.server.ts';
import { territoriesFile } from '../../territories-file.server.ts';
import { readPlaceChoice } from '../place-choice.server.ts';
import type { RequestHandler } from './$types';

/** The communes of a territory as a file, without any source that may not be redistributed. */
export const GET: RequestHandler = async ({ params, url }) => {
  const { format, slug } = params;
  const { data, territory } = await locate(slug, url, `/diagnostic/communes.${format}`);
  const { filter, text } = readPlaceChoice(url, data, params.slug);
  return territoriesFile(data, {
    format,
    title: diagnostic.title(formatName(territory)),
    what: `communes-${slug}`,
    level: 'commune',
    territories: data.territories.communes(territory),
    filter,
    notes: [text],
  });
};
