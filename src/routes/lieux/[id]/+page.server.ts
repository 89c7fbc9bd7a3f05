import { error, fail, redirect } from '@sveltejs/kit';
import type { Place } from '#lib/domain/places/place.ts';
import { isoDay } from '#lib/format/date.ts';
import { formatCount } from '#lib/format/number.ts';
import { gestion } from '#lib/messages/lieux-gestion.ts';
import { lieux as words } from '#lib/messages/lieux.ts';
import { appDatabase, currentData, dataChanged } from '#lib/server/app.ts';
import { handOfVisitor, may, refusal } from '#lib/server/guard.ts';
import { splitRecord } from '#lib/server/places/verdicts.ts';
import { remember } from '#lib/server/queries/memo.ts';
import { readMergedInto, readPlace, readPlaceOrigins } from '#lib/server/queries/places/places.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { placeHref } from '#lib/server/directory/place-line.ts';
import { keepingOf } from './keeping.server.ts';
import { nearbyLines } from './nearby.server.ts';
import { placePage } from './place-page.server.ts';
import { placeSources } from './place-sources.server.ts';
import { structuredData } from './structured-data.ts';
import type { Actions, PageServerLoad } from './$types';

const placesById = (data: Snapshot): ReadonlyMap<string, Place> =>
  remember(data, 'places-by-id', '', () => new Map(data.places.map((place) => [place.id, place])));

/** One place; an id that was merged into another leads there for good. */
export const load: PageServerLoad = async (event) => {
  const { params, url } = event;
  const data = await currentData();
  const place = placesById(data).get(params.id) ?? (await readPlace(appDatabase(), params.id));
  if (!place) {
    const merged = await readMergedInto(appDatabase(), params.id);
    if (merged !== null && merged !== params.id) redirect(301, placeHref(merged));
    error(404, words.unknown);
  }
  const today = isoDay(new Date());
  const origins = (await readPlaceOrigins(appDatabase(), place.id)) ?? { records: [], origins: {} };
  return {
    place: placePage(data, place, today),
    sources: placeSources(data, place, origins),
    records:
      origins.records.length > 1
        ? words.place.records(formatCount(origins.records.length, 'fiche', 'fiches'))
        : null,
    nearby: nearbyLines(data, place, today),
    id: place.id,
    writes: await may(event, 'write-places'),
    keeping: await keepingOf(appDatabase(), data, place.id, origins.records),
    structured: structuredData(place, `${url.origin}${placeHref(place.id)}`),
  };
};

export const actions: Actions = {
  /** Takes one record out of the place that holds several. */
  split: async (event) => {
    const refused = await refusal(event, 'write-places');
    if (refused) return fail(refused.status, { problem: refused.problem });
    const key = String((await event.request.formData()).get('record') ?? '');
    const origins = await readPlaceOrigins(appDatabase(), event.params.id);
    if (!origins?.records.includes(key)) return fail(409, { problem: gestion.duplicates.bad });
    await splitRecord(appDatabase(), key, origins.records, await handOfVisitor(event));
    await dataChanged();
    redirect(303, placeHref(event.params.id));
  },
};
