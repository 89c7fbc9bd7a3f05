import { error, json } from '@sveltejs/kit';
import { sourceNotice, isSourceId } from '#lib/domain/indicators/source.ts';
import type { PlaceSheet } from '#lib/domain/places/place-sheet.ts';
import { carte } from '#lib/messages/carte.ts';
import { currentData } from '#lib/server/app.ts';
import { isSameOrigin } from '#lib/server/http/same-origin.ts';
import type { RequestHandler } from './$types';

/** Rank of a place in the display file, written `r12`; anything else is the id of a place. */
const RANK = /^r(\d{1,6})$/;

/**
 * What a popup says of one place, by its id, or by its rank in the display file of an edition
 * (`?edition=`). 410 when the places were loaded anew since.
 */
export const GET: RequestHandler = async ({ params, request, url }) => {
  if (!isSameOrigin(request, url.origin)) error(403, carte.display.restricted);
  const data = await currentData();
  const rank = RANK.exec(params.id)?.[1];
  if (rank !== undefined && url.searchParams.get('edition') !== String(data.revision))
    error(410, carte.place.replaced);
  const place =
    rank === undefined ? data.places.find(({ id }) => id === params.id) : data.places[Number(rank)];
  if (!place) error(404, carte.place.unknown);
  const {
    lat: _lat,
    lon: _lon,
    specificCare: _care,
    typology: _typology,
    note: _note,
    owner: _owner,
    ...said
  } = place;
  const commune = place.commune === null ? undefined : data.territories.get('commune', place.commune);
  const sheet: PlaceSheet = {
    ...said,
    // Other numbers may be those of people.
    phone: place.kind === 'france-services' ? place.phone : null,
    commune: commune ? { name: commune.name, departement: commune.departement, code: commune.code } : null,
    sources: place.sources.filter(isSourceId).map((id) => {
      const { title, producer, edition } = sourceNotice(id);
      return { id, title, producer, edition };
    }),
  };
  return json(sheet, { headers: { 'cache-control': 'no-store' } });
};
