import { z } from 'zod';
import { PLACE_KINDS, type Place } from '../../../domain/places/place.ts';
import { toSchema } from '../../../domain/places/schema/outgoing-row.ts';
import { apiFields } from '../../../messages/api-fields.ts';

const words = apiFields.place;

const text = z.string().nullable();
const list = z.array(z.string());

const POSITION_WORDS = {
  given: 'donnee',
  'commune-centre': 'centre-de-la-commune',
  none: 'inconnue',
} as const;

/** A place that may leave, in one row. */
export const placeRow = z.object({
  id: z.string().describe(words.id),
  nom: z.string().describe(words.nom),
  genre: z.enum(PLACE_KINDS).describe(words.genre),
  structure: text.describe(words.structure),
  adresse: text.describe(words.adresse),
  complement: text.describe(words.complement),
  codePostal: text.describe(words.codePostal),
  commune: text.describe(words.commune),
  codeInsee: text.describe(words.codeInsee),
  latitude: z.number().nullable().describe(words.latitude),
  longitude: z.number().nullable().describe(words.longitude),
  position: z.enum(Object.values(POSITION_WORDS)).describe(words.position),
  services: list.describe(words.services),
  publics: list.describe(words.publics),
  priseEnCharge: list.describe(words.priseEnCharge),
  frais: list.describe(words.frais),
  accompagnement: list.describe(words.accompagnement),
  acces: list.describe(words.acces),
  programmes: list.describe(words.programmes),
  labels: list.describe(words.labels),
  horaires: text.describe(words.horaires),
  itinerant: z.boolean().nullable().describe(words.itinerant),
  telephone: text.describe(words.telephone),
  siteWeb: text.describe(words.siteWeb),
  priseRdv: text.describe(words.priseRdv),
  dateMaj: text.describe(words.dateMaj),
  source: text.describe(words.source),
});

/** The row of a place: empty is unknown, never « none ». */
export const placeRowOf = (place: Place): z.infer<typeof placeRow> => ({
  id: place.id,
  nom: place.name,
  genre: place.kind,
  structure: place.structure,
  adresse: place.address || null,
  complement: place.addressExtra,
  codePostal: place.postcode || null,
  commune: place.town || null,
  codeInsee: place.commune,
  latitude: place.lat,
  longitude: place.lon,
  position: POSITION_WORDS[place.position],
  services: place.services,
  publics: place.publics,
  priseEnCharge: place.specificCare,
  frais: place.fees,
  accompagnement: place.support,
  acces: place.accessModes,
  programmes: place.programmes,
  labels: [...place.labels, ...place.otherLabels],
  horaires: place.hours,
  itinerant: place.itinerant ? true : null,
  telephone: place.phone,
  siteWeb: place.website,
  priseRdv: place.bookingUrl,
  dateMaj: place.updated,
  source: toSchema(place).source || null,
});
