import { z } from 'zod';
import { isSourceId, type SourceId } from '../../../domain/indicators/source.ts';
import type { Place } from '../../../domain/places/place.ts';
import { api } from '../../../messages/api.ts';
import { apiFields } from '../../../messages/api-fields.ts';
import { lieuxExport } from '../../../messages/lieux-export.ts';
import { lieux as pageWords } from '../../../messages/lieux.ts';
import { MOMENT_WORDS } from '../../../view/place-criteria.ts';
import type { PlacesView } from '../../../view/places-view.ts';
import { PLACES_PARAMETERS } from '../../../view/places-view.ts';
import { readPlacesView } from '../../../view/read-places-view.ts';
import { findPlaces } from '../../directory/found-places.ts';
import { keptNotes, leavingLists } from '../../export/leaving-lists.ts';
import { loadedSources } from '../../export/loaded-sources.ts';
import { OpenPlaces } from '../../export/open-places.ts';
import type { Snapshot } from '../../queries/snapshot.ts';
import { readerByKey } from '../as-reader.ts';
import { listEndpoint } from '../endpoint.ts';
import { ApiProblem, type Fault } from '../problem.ts';
import { quoted } from '../read-query.ts';
import { toldSources } from '../source-schema.ts';
import { territoryAsked } from './asked-territory.ts';
import { criteriaQuery, parametersOf } from './criteria-query.ts';
import { placeRow, placeRowOf } from './place-row.ts';

const words = apiFields.lieux;

const query = z.strictObject({
  q: z.string().max(80).optional().describe(words.q),
  ...criteriaQuery,
  quand: z.enum(Object.values(MOMENT_WORDS)).optional().describe(words.quand),
  dans: z.string().max(80).optional().describe(words.dans),
  pres: z.string().max(60).optional().describe(words.pres),
});

/** A minute of the clock, for answers that follow it. */
const MINUTE_MS = 60_000;

/** The directory of places that may leave for who asks, with the filters of `/lieux`. */
export const lieux = listEndpoint({
  id: 'listerLieux',
  path: '/lieux',
  title: words.title,
  text: `${words.text} ${words.keyed}`,
  example: '/lieux?quand=samedi',
  problems: [],
  params: z.strictObject({}),
  query,
  stamp: ({ quand }, now) =>
    quand === MOMENT_WORDS.now ? String(Math.floor(now.getTime() / MINUTE_MS)) : '',
  row: placeRow,
  geometry: 'points',
  list({ data, asker, now }, asked) {
    const view = viewOf(data, asked.query);
    const found = findPlaces(data, view, now).ranks.map((rank) => data.places[rank] as Place);
    const { places, notes } = OpenPlaces.of(found, leavingLists(data, readerByKey(asker)));
    const used = new Set<SourceId>(places.flatMap(({ sources }) => sources.filter(isSourceId)));
    return {
      items: places,
      rowOf: placeRowOf,
      idOf: ({ id }: Place) => id,
      geometries: (page: readonly Place[]) => Promise.resolve(pointsOf(page)),
      sources: toldSources(loadedSources(data, used)),
      notes: [
        ...keptNotes(data, places),
        ...notes,
        lieuxExport.phones,
        lieuxExport.positions,
        lieuxExport.empty,
      ],
      name: 'lieux',
    };
  },
});

function viewOf({ territories }: Snapshot, asked: z.infer<typeof query>): PlacesView {
  const { view, ignored } = readPlacesView(parametersOf(asked));
  const faults = ignored.map(({ parameter, value }): Fault => ({
    parametre: parameter === 'unknown' ? quoted(value) : PLACES_PARAMETERS[parameter],
    detail:
      parameter === 'unknown'
        ? api.faults.unknown(quoted(value))
        : api.faults.notUnderstood(quoted(value), pageWords.ignored.parameters[parameter]),
  }));
  if (faults.length > 0) throw new ApiProblem('parametres', api.faults.whole(faults.length), { faults });
  if (asked.dans !== undefined) territoryAsked(territories, 'dans', asked.dans);
  return view;
}

/** Where places stand, by id; one without a position has none. */
const pointsOf = (places: readonly Place[]): Map<string, GeoJSON.Point> =>
  new Map(
    places.flatMap(({ id, lat, lon }) =>
      lat === null || lon === null
        ? []
        : [[id, { type: 'Point' as const, coordinates: [lon, lat] }] as const],
    ),
  );
