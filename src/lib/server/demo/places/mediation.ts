import { prngFor, type Prng } from '../random/prng.ts';
import type { DemonstrationTerritory } from '../territory.ts';
import {
  AUDIENCES,
  BASIC,
  FREE,
  FREE_IF,
  FREE_TEXT_HOURS,
  FURTHER,
  HOURS,
  KINDS,
  SUPPORTS,
} from './mediation-words.ts';
import { populousDraw, spotIn, type Spot } from './siting.ts';
import { address, hexadecimal, webWord } from './words.ts';

/** A fictional place of digital mediation. */
export interface MediationPlace extends Spot {
  id: string;
  name: string;
  /** Which of the two files it is in; some are in both, under the same id. */
  inAdvisers: boolean;
  inInclusion: boolean;
  pivot: string;
  address: string;
  /** The commune as the source writes it, at times in capitals. */
  communeAsWritten: string;
  hours: string;
  website: string | null;
  appointment: string | null;
  labels: string;
  services: string;
  typology: string | null;
  summary: string | null;
  audience: string | null;
  fee: string | null;
  support: string | null;
  hasCoordinates: boolean;
  hasCommuneCode: boolean;
  updated: string;
}

const PLACES = 180;

/** Some of a list, in its order; at least one. */
function someOf(random: Prng, list: readonly string[], chance: number): string[] {
  const chosen = list.filter(() => random.chance(chance));
  return chosen.length > 0 ? chosen : [list[0] as string];
}

const dateBetween = (random: Prng, from: number, to: number): string =>
  `${random.integer(from, to)}-${String(random.integer(1, 12)).padStart(2, '0')}-${String(random.integer(1, 28)).padStart(2, '0')}`;

function openPlace(random: Prng, spot: Spot, isAdviser: boolean): MediationPlace {
  const kind = random.pick(KINDS);
  const { name, population } = spot.commune;
  const inInclusion = !isAdviser || random.chance(0.42);
  const advised = {
    services: BASIC.join(';'),
    labels: [
      'CNFS',
      ...(random.chance(0.2) ? ['France Services'] : []),
      ...(random.chance(0.1) ? ['Aidants Connect'] : []),
    ].join(';'),
  };
  const site = random.chance(0.5) ? `https://www.${webWord(name)}.example` : null;
  return {
    ...spot,
    id: isAdviser
      ? hexadecimal(random, 24)
      : `${[8, 4, 4, 4, 12].map((digits) => hexadecimal(random, digits)).join('-')}`,
    name: `${kind.name}${population > 8000 ? ` ${random.pick(['du Phare', 'des Corderies', 'des Genêts', 'du Port', 'de la Halle', 'des Marées'])}` : ''} - ${name}`,
    inAdvisers: isAdviser,
    inInclusion,
    pivot: '00000000000000',
    address: address(random),
    communeAsWritten: random.chance(0.3) ? name.toUpperCase() : name,
    hours: random.chance(0.25) ? '' : random.chance(0.02) ? FREE_TEXT_HOURS : random.pick(HOURS),
    website: site,
    appointment: random.chance(0.08) ? `https://rendez-vous.${webWord(name)}.example` : null,
    labels: isAdviser ? advised.labels : random.chance(0.15) ? 'Aidants Connect' : '',
    services: isAdviser
      ? advised.services
      : [...someOf(random, BASIC, 0.6), ...someOf(random, FURTHER, 0.4)].join(';'),
    typology: isAdviser || random.chance(0.4) ? null : kind.typology,
    summary:
      isAdviser || random.chance(0.5)
        ? null
        : `Lieu imaginaire de la commune de ${name}, pour la démonstration.`,
    audience: isAdviser || random.chance(0.2) ? null : someOf(random, AUDIENCES, 0.55).join(';'),
    fee: isAdviser ? FREE : random.chance(0.2) ? null : random.chance(0.85) ? FREE : FREE_IF,
    support: isAdviser || random.chance(0.15) ? null : someOf(random, SUPPORTS, 0.6).join(';'),
    hasCoordinates: random.chance(0.93),
    hasCommuneCode: random.chance(0.97),
    updated: dateBetween(random, 2021, 2022),
  };
}

/** The places of the territory, none of them real: about 180, none in the high country, a few entered twice under two ids. */
export function openMediationPlaces(territory: DemonstrationTerritory): MediationPlace[] {
  const random = prngFor(territory.seed, 'mediation');
  const draw = populousDraw(random, territory.communes);
  const places = Array.from({ length: PLACES }, () =>
    openPlace(random, spotIn(random, draw()), random.chance(0.66)),
  );
  const twins = places
    .filter(({ inAdvisers, hasCoordinates }) => inAdvisers && hasCoordinates)
    .slice(0, 4)
    .map((place) => ({
      ...place,
      id: hexadecimal(random, 24),
      name: place.name.toUpperCase(),
      inInclusion: false,
    }));
  return [...places, ...twins];
}
