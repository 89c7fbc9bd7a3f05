import { distance } from '../geography/plane.ts';
import { prngFor, type Prng } from '../random/prng.ts';
import type { DemonstrationTerritory, DescribedCommune } from '../territory.ts';
import { isForsaken, populousDraw, spotIn, type Spot } from './siting.ts';
import { address, phone, webWord } from './words.ts';

/** A fictional France services, with the fields of the official list that vary. */
export interface FranceServices extends Spot {
  name: string;
  address: string;
  complement: string;
  mail: string;
  phone: string;
  /** Monday to Saturday, « 09:00 - 12:00 / 14:00 - 17:00 », empty when closed. */
  hours: string[];
  onAppointment: boolean;
  comment: string;
  type: 'Principal' | 'Antenne';
  format: 'Fixe' | 'Multisites' | 'Bus_équivalent' | 'Fixe_antenne(s)' | 'Itinérante';
  group: string;
  label: string;
}

const PLACES = 45;

/** Km kept between two of them out of the larger towns. */
const APART = 4.5;

const MORNINGS = ['08:30 - 12:00', '09:00 - 12:00', '09:00 - 12:30'] as const;
const AFTERNOONS = ['13:30 - 17:00', '14:00 - 17:00', '14:00 - 17:30', '13:30 - 16:30'] as const;
const LABELS = [
  '01/01/2020',
  '01/09/2020',
  '15/01/2021',
  '01/10/2021',
  '01/01/2022',
  '15/11/2022',
  '08/12/2023',
] as const;
const COMPLEMENTS = [
  '',
  '',
  '',
  '',
  'Mairie annexe',
  'Maison des associations',
  'Bureau de poste',
  'Hôtel de ville',
] as const;

const COMMENTS = [
  '',
  '',
  '',
  '',
  '',
  'Prise de rendez-vous conseillée',
  'Sur rendez-vous le samedi',
  "Accueil sans rendez-vous le matin.\n\n\nL'après-midi, sur rendez-vous, pour des démarches plus longues.",
  'Permanences dans les villages :\n\n\n1er lundi du mois de 9h à 12h, salle des fêtes\n\n\n3e jeudi du mois de 14h à 17h, à la bibliothèque',
] as const;

function openingHours(random: Prng): string[] {
  const morning = random.pick(MORNINGS);
  const afternoon = random.pick(AFTERNOONS);
  const full = `${morning} / ${afternoon}`;
  const monday = random.chance(0.2) ? '' : random.chance(0.3) ? afternoon : full;
  const wednesday = random.chance(0.35) ? morning : full;
  return [
    monday,
    full,
    wednesday,
    random.chance(0.1) ? '' : full,
    random.chance(0.3) ? morning : full,
    random.chance(0.2) ? '09:00 - 12:00' : '',
  ];
}

/** One commune for each place: every seat of EPCI but the forsaken one, several in cities, then bourgs kept apart. */
function chooseCommunes(random: Prng, { communes, epci }: DemonstrationTerritory): DescribedCommune[] {
  const seats = epci.flatMap(({ group, members }) => members.filter(({ rank }) => rank === group.seat));
  const chosen = seats.filter((commune) => !isForsaken(commune));
  for (const city of seats) {
    const more = Math.min(5, Math.floor(city.population / 25_000));
    chosen.push(...Array.from({ length: more }, () => city));
  }
  const draw = populousDraw(random, communes);
  while (chosen.length < PLACES) {
    const commune = draw();
    if (chosen.every(({ seat }) => distance(seat, commune.seat) >= APART)) chosen.push(commune);
  }
  return chosen;
}

function nameOf(commune: DescribedCommune, already: number, format: FranceServices['format']): string {
  const districts = [
    '',
    ' - Quartier du Phare',
    ' - Les Corderies',
    ' - Rive Sud',
    ' - La Vieille-Halle',
    ' - Hauts-Genêts',
  ];
  const kind = format === 'Bus_équivalent' ? 'Bus France services' : 'France services';
  const joined = `de ${commune.name}`
    .replace(/^de Les /, 'des ')
    .replace(/^de Le /, 'du ')
    .replace(/^de (?=[AEIOUÉÈÊYŒ])/, "d'");
  return `${kind} ${joined}${districts[already] ?? ''}`;
}

/** The France services of the territory, none of them real: 45, and not one in the high country. */
export function openFranceServices(territory: DemonstrationTerritory): FranceServices[] {
  const random = prngFor(territory.seed, 'france-services');
  const communes = chooseCommunes(random, territory);
  return communes.map((commune, index) => {
    const already = communes.slice(0, index).filter((other) => other === commune).length;
    const isBourg = commune.town === null;
    const format =
      isBourg && random.chance(0.12)
        ? 'Bus_équivalent'
        : isBourg && random.chance(0.12)
          ? 'Itinérante'
          : random.chance(0.1)
            ? 'Multisites'
            : random.chance(0.08)
              ? 'Fixe_antenne(s)'
              : 'Fixe';
    return {
      ...spotIn(random, commune),
      name: nameOf(commune, already, format),
      address: random.chance(0.25) ? 'Place de la Mairie' : address(random),
      complement: random.pick(COMPLEMENTS),
      mail: random.chance(0.25) ? '' : `accueil@${webWord(commune.name)}.example`,
      phone: phone(random),
      hours: openingHours(random),
      onAppointment: random.chance(0.35),
      comment: random.pick(COMMENTS),
      type: isBourg && random.chance(0.1) ? 'Antenne' : 'Principal',
      format,
      group:
        format === 'Multisites'
          ? (commune.epci?.name.replace(/^C[CA] (du |de la |de l'|des |de )?/, '') ?? '')
          : '',
      label: `Espace labellisé ${random.pick(LABELS)}`,
    };
  });
}
