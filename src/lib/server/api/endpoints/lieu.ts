import { z } from 'zod';
import { isSourceId } from '../../../domain/indicators/source.ts';
import type { Place } from '../../../domain/places/place.ts';
import { api } from '../../../messages/api.ts';
import { apiFields } from '../../../messages/api-fields.ts';
import { leavingLists } from '../../export/leaving-lists.ts';
import { loadedSources } from '../../export/loaded-sources.ts';
import { OpenPlaces } from '../../export/open-places.ts';
import { readerByKey } from '../as-reader.ts';
import { documentEndpoint, type Context } from '../endpoint.ts';
import { ApiProblem } from '../problem.ts';
import { quoted } from '../read-query.ts';
import { sourceSchema, toldSources } from '../source-schema.ts';
import { placeRow, placeRowOf } from './place-row.ts';

const words = apiFields.lieu;

/** One place that may leave for who asks. */
export const lieu = documentEndpoint({
  id: 'lireLieu',
  path: '/lieux/{id}',
  title: words.title,
  text: words.text,
  example: null,
  problems: ['introuvable', 'non-redistribuable'],
  params: z.strictObject({ id: z.string().max(200).describe(words.id) }),
  query: z.strictObject({}),
  answer: placeRow.extend({
    page: z.url().describe(words.page),
    sources: z.array(sourceSchema).describe(apiFields.list.sources),
  }),
  give(context, { params }) {
    const { data, origin } = context;
    const place = openPlace(context, params.id);
    return {
      ...placeRowOf(place),
      page: `${origin}/lieux/${encodeURIComponent(place.id)}`,
      sources: toldSources(loadedSources(data, place.sources.filter(isSourceId))),
    };
  },
  feature: {
    row: placeRow,
    make(context, { params }) {
      const place = openPlace(context, params.id);
      const { id, lon, lat } = place;
      return {
        type: 'Feature',
        id,
        properties: placeRowOf(place),
        geometry: lon === null || lat === null ? null : { type: 'Point', coordinates: [lon, lat] },
      };
    },
  },
});

/** A place by its id. Throws a problem when there is none, or when it may be shown and not republished. */
function openPlace({ data, asker }: Context, id: string): Place {
  const held = data.places.find((place) => place.id === id);
  if (!held) throw new ApiProblem('introuvable', api.problems.noPlace(quoted(id)));
  const { places, notes } = OpenPlaces.of([held], leavingLists(data, readerByKey(asker)));
  const [open] = places;
  if (!open) throw new ApiProblem('non-redistribuable', api.problems.placeKept(notes.join(' ')));
  return open;
}
