import type { SourceId } from '../indicators/source.ts';
import type { Coverage } from '../access/coverage.ts';
import type { Finding, Numerals, Rule } from './finding.ts';
import { isGroup, WITHIN } from './wording.ts';

/** Where places come from. */
export const PLACE_SOURCES: readonly SourceId[] = [
  'france-services',
  'lieux-data-inclusion',
  'lieux-conseiller-numerique',
];

/** Beyond this a place helps nobody: across an ocean, a nearest place means nothing. Metres. */
export const NEAR_LIMIT = 100_000;

/** What is counted: every place, or those of a filter. */
const nouns = (filtered: boolean): readonly [one: string, many: string] =>
  filtered
    ? ['lieu correspondant aux critères', 'lieux correspondant aux critères']
    : ['lieu d’aide au numérique', 'lieux d’aide au numérique'];

/** Places counted in the territory, and the nearest one where there is none. */
export const places: Rule = ({ territory, places: counts, nearest, communes, filtered }, numerals) => {
  const here = WITHIN[territory.level];
  const [one, many] = nouns(filtered);
  const say = (text: string): Finding => ({ id: 'lieux', text, sources: PLACE_SOURCES });
  if (counts.total === 0) {
    const none = `Aucun ${one} n’est recensé ${here}`;
    if (!nearest) return say(`${none}.`);
    if (nearest.distance > NEAR_LIMIT)
      return say(`${none}, ni à moins de ${numerals.distance(NEAR_LIMIT)} du centre.`);
    const distance = numerals.distance(nearest.distance);
    return say(
      `${none} ; le plus proche du centre, ${nearest.name} (${nearest.town}), est à ${distance} à vol d’oiseau.`,
    );
  }
  const services = counts.byKind['france-services'];
  const total = numerals.count(counts.total, `${one} est recensé`, `${many} sont recensés`);
  const including =
    services > 0 && services < counts.total ? `, dont ${numerals.number(services)} France services` : '';
  if (!isGroup(territory) || communes === 1) return say(`${total} ${here}${including}.`);
  const share = `${numerals.number(counts.communes)} des ${numerals.count(communes, 'commune')}`;
  return say(`${total} ${here}${including} ; ${share} en ${counts.communes < 2 ? 'a' : 'ont'} au moins un.`);
};

/** The distance that the sentence about far people speaks of, metres. */
export const FAR = 10_000;

/** People beyond `FAR`, for a group of communes. */
export const farPeople: Rule = ({ coverage, filtered }, numerals) =>
  coverage ? farSentence(coverage, nouns(filtered)[0], numerals) : null;

/** How many people live far from a place, in a sentence; `null` where nobody is counted. */
export function farSentence(coverage: Coverage, place: string, numerals: Numerals): Finding | null {
  const far = coverage.beyond.find(({ metres }) => metres === FAR)?.count;
  if (!far || coverage.all.people === 0) return null;
  const sources: SourceId[] = ['cog-2026', 'rp-2022', ...PLACE_SOURCES];
  const limit = numerals.distance(FAR);
  if (far.people === 0) {
    const text = `Aucun habitant ne vit dans une commune dont le centre est à plus de ${limit} d’un ${place}, à vol d’oiseau.`;
    return { id: 'eloignes', text, sources };
  }
  const people = numerals.count(far.people, 'habitant');
  const share = numerals.percent((100 * far.people) / coverage.all.people, 1);
  const elders = far.elders > 0 ? `, dont ${numerals.number(far.elders)} de 65 ans ou plus` : '';
  const lives = far.people < 2 ? 'vit' : 'vivent';
  const text = `${people} (${share}) ${lives} dans une commune dont le centre est à plus de ${limit} d’un ${place}, à vol d’oiseau${elders}.`;
  return { id: 'eloignes', text, sources };
}
