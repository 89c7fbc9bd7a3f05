import type { FieldPublic } from './field-public.ts';
import type { Week } from './opening-week.ts';
import type { Offer } from './offer.ts';

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

/** Where an itinerant place stops, and when. */
export interface Stop {
  /** « Place du marché ». */
  name: string;
  /** Current INSEE code; `null` when it could not be found. */
  commune: string | null;
  lat: number | null;
  lon: number | null;
  /** OSM opening hours of the stop: « We 09:00-12:00 ». */
  hours: string;
}

/**
 * A place that helps: the fields of the national schema v1.0.2, in its words, then what planning needs
 * and the schema has no word for. An empty list or `null` is unknown, never « none ».
 */
export interface Place {
  /** Unique in Maillage: the national id, or `fs-…` for a France services structure. */
  id: string;
  kind: PlaceKind;
  name: string;
  /** SIRET or RNA of the structure (`pivot`). */
  pivot: string | null;
  address: string;
  addressExtra: string | null;
  postcode: string;
  /** As the source writes it. */
  town: string;
  /** Current INSEE code of its commune; `null` when it could not be found. */
  commune: string | null;
  lat: number | null;
  lon: number | null;
  position: Position;
  typology: string | null;
  /** `structure_parente`. */
  structure: string | null;
  services: string[];
  publics: string[];
  specificCare: string[];
  /** « Gratuit », « Gratuit sous condition », « Payant »; empty when the source does not say. */
  fees: string[];
  support: string[];
  /** « À la place de » : somebody entitled does the procedure for the person (v0 word, kept). */
  onBehalf: boolean;
  /** `modalites_acces`. */
  accessModes: string[];
  programmes: string[];
  /** `formations_labels` and `autres_formations_labels`. */
  labels: string[];
  otherLabels: string[];
  /** OSM opening hours as the source gives them. */
  hours: string | null;
  /** The ordinary week that these hours make; `null` when they are unknown or could not be read. */
  week: Week | null;
  website: string | null;
  bookingUrl: string | null;
  /** `fiche_acces_libre`. */
  accessSheet: string | null;
  /** The service's own published number; those of people are contacts, kept apart. */
  phone: string | null;
  summary: string | null;
  detail: string | null;
  itinerant: boolean;
  /** ISO date of the record, or of the edition for a source without dates. */
  updated: string | null;
  /** What its source says outright that it offers; `offersOf` adds what its services say. */
  offers: Offer[];
  fieldPublics: FieldPublic[];
  /** A programme that the national list does not name. */
  programme: string | null;
  /** Who runs it, when it is not the structure. */
  operator: string | null;
  /** People who help there, and hours of help a week, all together. */
  helpers: number | null;
  helpHours: number | null;
  funders: string[];
  /** Premises that a partner could offer: nobody helps there yet. */
  candidate: boolean;
  stops: Stop[];
  note: string | null;
  /** ISO date on which it closed; `null` while it is open. */
  closed: string | null;
  /** Identifiers of the sources the record comes from. */
  sources: string[];
  /** Whose row it is, once accounts exist. */
  owner: string | null;
}

/** A place of which nothing is known but its name. */
export const blankPlace = (id: string, name: string): Place => ({
  id,
  kind: 'mediation',
  name,
  pivot: null,
  address: '',
  addressExtra: null,
  postcode: '',
  town: '',
  commune: null,
  lat: null,
  lon: null,
  position: 'none',
  typology: null,
  structure: null,
  services: [],
  publics: [],
  specificCare: [],
  fees: [],
  support: [],
  onBehalf: false,
  accessModes: [],
  programmes: [],
  labels: [],
  otherLabels: [],
  hours: null,
  week: null,
  website: null,
  bookingUrl: null,
  accessSheet: null,
  phone: null,
  summary: null,
  detail: null,
  itinerant: false,
  updated: null,
  offers: [],
  fieldPublics: [],
  programme: null,
  operator: null,
  helpers: null,
  helpHours: null,
  funders: [],
  candidate: false,
  stops: [],
  note: null,
  closed: null,
  sources: [],
  owner: null,
});
