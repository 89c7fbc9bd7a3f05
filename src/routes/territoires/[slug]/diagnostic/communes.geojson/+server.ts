import { SOURCES } from '#lib/domain/indicators/source.ts';
import { formatName } from '#lib/format/territory.ts';
import { diagnostic } from '#lib/messages/diagnostic.ts';
import { appDatabase } from '#lib/server/app.ts';
import { communeFields } from '#lib/server/export/commune-export.ts';
import { communeGeoJson } from '#lib/server/export/commune-geojson.ts';
import { readOutlines } from '#lib/server/queries/outlines.ts';
import { locate } from '../../locate.server.ts';
import { readPlaceChoice } from '../place-choice.server.ts';
import type { RequestHandler } from './$types';

/** More communes than this leave with the coarser outlines. */
const FINE_LIMIT = 1_000;

/** Characters sent at a time. */
const CHUNK = 65_536;

/** The communes of a territory as GeoJSON, without any source that may not be redistributed. */
export const GET: RequestHandler = async ({ params, url }) => {
  const { data, territory } = await locate(params.slug, url, '/diagnostic/communes.geojson');
  const communes = data.territories.communes(territory);
  const detail = communes.length > FINE_LIMIT ? 'national' : 'local';
  const [fields, outlines] = await Promise.all([
    communeFields(data, readPlaceChoice(url).filter),
    readOutlines(
      appDatabase(),
      'commune',
      detail,
      communes.length > FINE_LIMIT ? undefined : communes.map(({ code }) => code),
    ),
  ]);
  const notice = {
    title: diagnostic.title(formatName(territory)),
    date: new Date().toISOString().slice(0, 10),
    sources: SOURCES.flatMap(({ id, redistribute }) => {
      const version = redistribute ? data.versions.get(id) : undefined;
      return version
        ? [
            {
              title: version.title,
              producer: version.producer,
              edition: version.edition,
              licence: version.licence,
            },
          ]
        : [];
    }),
    restricted: diagnostic.actions.restricted,
  };
  const encoder = new TextEncoder();
  const pieces = communeGeoJson(notice, fields, communes, outlines);
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      let text = '';
      while (text.length < CHUNK) {
        const { done, value } = pieces.next();
        if (!done) {
          text += value;
          continue;
        }
        if (text !== '') controller.enqueue(encoder.encode(text));
        controller.close();
        return;
      }
      controller.enqueue(encoder.encode(text));
    },
  });
  return new Response(body, {
    headers: {
      'content-type': 'application/geo+json; charset=utf-8',
      'content-disposition': `attachment; filename="maillage-communes-${params.slug}.geojson"`,
      'x-content-type-options': 'nosniff',
    },
  });
};
