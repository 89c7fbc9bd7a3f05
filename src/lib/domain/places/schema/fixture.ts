import fc from 'fast-check';
import { territories } from '../../territory/fixture.ts';
import { CommuneFinder } from '../locate.ts';
import { blankPlace, type Place } from '../place.ts';
import { SCHEMA_WORDS } from './words.ts';

/** Communes of a test, in four kinds of départements. */
export const finder = new CommuneFinder(
  territories([
    { level: 'commune', code: '01001', name: 'Vallombre', departement: '01', postcodes: ['01990'] },
    { level: 'commune', code: '2A004', name: 'Portu Novu', departement: '2A', postcodes: ['20099'] },
    { level: 'commune', code: '97105', name: 'Anse-Claire', departement: '971', postcodes: ['97199'] },
    {
      level: 'commune',
      code: '38185',
      name: 'Grand-Val',
      departement: '38',
      postcodes: ['38099'],
      lat: 45.2,
      lon: 5.7,
    },
  ]),
);

const COMMUNES = [
  { commune: '01001', town: 'Vallombre', postcode: '01990' },
  { commune: '2A004', town: 'Portu Novu', postcode: '20099' },
  { commune: '97105', town: 'Anse-Claire', postcode: '97199' },
  { commune: '38185', town: 'Grand-Val', postcode: '38099' },
];

/** A fictional place that the schema can hold whole. */
export const samplePlace = (fields: Partial<Place> = {}): Place => ({
  ...blankPlace('fictif-1', 'Maison du numérique'),
  address: '3 rue des Tilleuls',
  postcode: '01990',
  town: 'Vallombre',
  commune: '01001',
  updated: '2026-01-15',
  sources: ['essai'],
  ...fields,
});

const trimmed = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .map((text) => text.replace(/\s+/g, ' ').trim())
  .filter((text) => text !== '');

const some = (words: readonly string[]): fc.Arbitrary<string[]> => fc.subarray([...words]);
const known = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { nil: null });
const street = fc
  .stringMatching(/^[1-9][0-9]{0,3} [A-Za-zÀ-ÖØ-öø-ÿ'’\-,.()/]{1,30}$/u)
  .map((text) => text.trim());
const page = fc.stringMatching(/^https:\/\/[a-z]{3,12}\.example(?:\/[a-z0-9-]{0,12})?$/);
const day = fc
  .date({ min: new Date('2015-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const degrees = (most: number): fc.Arbitrary<number> =>
  fc.integer({ min: -most * 1e5, max: most * 1e5 }).map((n) => (n === 0 ? 1e-5 : n / 1e5));

/** Places of which the schema can say everything that it has a word for. */
export const writablePlaces: fc.Arbitrary<Place> = fc
  .record({
    id: trimmed,
    name: trimmed,
    pivot: known(fc.stringMatching(/^[1-9]\d{13}$|^W[1-9]\d{8}$/)),
    address: street,
    addressExtra: known(trimmed),
    place: fc.constantFrom(...COMMUNES),
    position: known(fc.record({ lat: degrees(90), lon: degrees(180) })),
    typology: known(fc.constantFrom(...SCHEMA_WORDS.typologie)),
    structure: known(trimmed),
    services: some(SCHEMA_WORDS.services),
    publics: some(SCHEMA_WORDS.publics_specifiquement_adresses),
    specificCare: some(SCHEMA_WORDS.prise_en_charge_specifique),
    fees: some(SCHEMA_WORDS.frais_a_charge),
    support: some(SCHEMA_WORDS.modalites_accompagnement),
    accessModes: some(SCHEMA_WORDS.modalites_acces),
    programmes: some(SCHEMA_WORDS.dispositif_programmes_nationaux),
    labels: some(SCHEMA_WORDS.formations_labels),
    otherLabels: fc.array(fc.stringMatching(/^[A-Za-zÀ-ÿ0-9'’]{1,20}$/u), { maxLength: 3 }),
    hours: known(fc.constantFrom('Mo-Fr 09:00-12:00', 'We 14:00-18:00; Sa 09:00-12:00')),
    website: known(page),
    bookingUrl: known(page),
    accessSheet: known(page),
    phone: known(fc.stringMatching(/^\+33[1-9]\d{8}$/)),
    summary: known(trimmed),
    detail: known(trimmed),
    itinerant: fc.boolean(),
    updated: day,
  })
  .map(({ place, position, ...fields }) =>
    samplePlace({
      ...fields,
      ...place,
      ...(position === null ? {} : { ...position, position: 'given' as const }),
    }),
  );
