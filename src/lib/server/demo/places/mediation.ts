import { prngFor, type Prng } from '../random/prng.ts';
import type { DemonstrationTerritory } from '../territory.ts';
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

const KINDS = [
  { name: 'Médiathèque', typology: 'MUNI' },
  { name: 'Centre social', typology: 'CS' },
  { name: 'Mairie', typology: 'MUNI' },
  { name: 'Maison des habitants', typology: 'ASSO' },
  { name: 'CCAS', typology: 'CCAS' },
  { name: 'Point numérique', typology: 'ASSO' },
  { name: 'Tiers-lieu La Bobine', typology: 'ASSO' },
  { name: 'Mission locale', typology: 'ML' },
  { name: 'Association Les Clics du Large', typology: 'ASSO' },
  { name: 'Atelier numérique', typology: 'ASSO' },
] as const;

const BASIC = [
  'Prendre en main un smartphone ou une tablette',
  'Prendre en main un ordinateur',
  'Utiliser le numérique au quotidien',
  'Approfondir ma culture numérique',
];
const FURTHER = [
  'Devenir autonome dans les démarches administratives',
  'Réaliser des démarches administratives avec un accompagnement',
  'Accéder à une connexion internet',
  'Accéder à du matériel',
  'Accompagner les démarches de santé',
  'Promouvoir la citoyenneté numérique',
  'Favoriser mon insertion professionnelle',
  "S'équiper en matériel informatique",
];
const AUDIENCES = [
  'Adultes',
  'Seniors (+ 65 ans)',
  'Jeunes (16-26 ans)',
  'Familles/enfants',
  "Personnes en situation d'illettrisme",
  'Public langues étrangères',
];
const FREE = 'Gratuit : Je peux accéder gratuitement au lieu et à ses services';
const FREE_IF =
  'Gratuit sous condition : La gratuité est conditionnée à des critères (situation familiale, convention avec un organisme social...)';
const SUPPORTS = [
  "Avec de l'aide : je suis accompagné seul dans l'usage du numérique",
  "Dans un atelier : j'apprends collectivement à utiliser le numérique",
  "Seul : j'ai accès à du matériel et une connexion",
];
const HOURS = [
  'Mo-Fr 09:00-12:00,14:00-17:00',
  'Tu-Sa 10:00-12:00,14:00-18:00',
  'Mo,We,Fr 09:00-12:30; Tu,Th 13:30-17:30',
  'We 09:00-12:00,14:00-17:00; Sa 09:30-12:30',
  'Th 13:30-17:30',
  'Mo-Fr 08:30-12:00,13:30-17:00; Th off',
] as const;
const FREE_TEXT_HOURS = "Horaires d'ouverture :Du lundi au vendredi 9h/12h - 14h/17h";

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
