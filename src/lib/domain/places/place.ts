/** What a place mainly is, in the words of the map's filter. */
export const PLACE_KINDS = ['france-services', 'conseiller-numerique', 'mediation'] as const;

export type PlaceKind = (typeof PLACE_KINDS)[number];

export const PLACE_KIND_LABELS: Record<PlaceKind, string> = {
  'france-services': 'France services',
  'conseiller-numerique': 'Conseiller numérique',
  mediation: 'Autre lieu de médiation numérique',
};

/** How well a position is known; a commune's centre is kept out of any finer distance. */
export type Position = 'given' | 'commune-centre' | 'none';

/** A place that helps, in the words of the national schema v1.0.2, with what Maillage adds. */
export interface Place {
  /** Unique in Maillage: the national id, or `fs-…` for a France services structure. */
  id: string;
  kind: PlaceKind;
  name: string;
  address: string;
  postcode: string;
  /** As the source writes it. */
  town: string;
  /** Current INSEE code of its commune; `null` when it could not be found. */
  commune: string | null;
  lat: number | null;
  lon: number | null;
  position: Position;
  typology: string | null;
  services: string[];
  publics: string[];
  specificCare: string[];
  /** « Gratuit », « Gratuit sous condition », « Payant »; empty when the source does not say. */
  fees: string[];
  support: string[];
  /** « À la place de » : somebody entitled does the procedure for the person (v0 word, kept). */
  onBehalf: boolean;
  programmes: string[];
  /** OSM opening hours as the source gives them. */
  hours: string | null;
  website: string | null;
  bookingUrl: string | null;
  phone: string | null;
  summary: string | null;
  itinerant: boolean;
  /** ISO date of the record, or of the edition for a source without dates. */
  updated: string | null;
  /** Identifiers of the sources the record comes from. */
  sources: string[];
}
