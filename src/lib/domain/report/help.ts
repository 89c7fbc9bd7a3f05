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

/** Places counted in the territory, and the nearest one where there is none. */
export const places: Rule = ({ territory, places: counts, nearest, communes }, numerals) => {
  const here = WITHIN[territory.level];
  const say = (text: string): Finding => ({ id: 'lieux', text, sources: PLACE_SOURCES });
  if (counts.total === 0) {
    const none = `Aucun lieu d’aide au numérique n’est recensé ${here}`;
    if (!nearest) return say(`${none}.`);
    const distance = numerals.distance(nearest.distance);
    return say(`${none} ; le plus proche du centre, ${nearest.name} (${nearest.town}), est à ${distance} à vol d’oiseau.`);
  }
  const services = counts.byKind['france-services'];
  const total = numerals.count(counts.total, 'lieu d’aide au numérique est recensé', 'lieux d’aide au numérique sont recensés');
  const including = services > 0 ? `, dont ${numerals.number(services)} France services` : '';
  if (!isGroup(territory)) return say(`${total} ${here}${including}.`);
  const share = `${numerals.number(counts.communes)} des ${numerals.count(communes, 'commune')}`;
  return say(`${total} ${here}${including} ; ${share} en ont au moins un.`);
};

/** The distance that the sentence about far people speaks of, metres. */
export const FAR = 10_000;

/** People beyond `FAR`, for a group of communes. */
export const farPeople: Rule = ({ coverage }, numerals) => (coverage ? farSentence(coverage, numerals) : null);

function farSentence(coverage: Coverage, numerals: Numerals): Finding | null {
  const far = coverage.beyond.find(({ metres }) => metres === FAR)?.count;
  if (!far || coverage.all.people === 0) return null;
  const sources: SourceId[] = ['cog-2026', 'rp-2022', ...PLACE_SOURCES];
  const limit = numerals.distance(FAR);
  if (far.people === 0) {
    const text = `Aucun habitant ne vit dans une commune dont le centre est à plus de ${limit} d’un lieu d’aide, à vol d’oiseau.`;
    return { id: 'eloignes', text, sources };
  }
  const people = numerals.count(far.people, 'habitant');
  const share = numerals.percent((100 * far.people) / coverage.all.people, 1);
  const elders = far.elders > 0 ? `, dont ${numerals.number(far.elders)} de 65 ans ou plus` : '';
  const lives = far.people < 2 ? 'vit' : 'vivent';
  const text = `${people} (${share}) ${lives} dans une commune dont le centre est à plus de ${limit} d’un lieu d’aide, à vol d’oiseau${elders}.`;
  return { id: 'eloignes', text, sources };
}
