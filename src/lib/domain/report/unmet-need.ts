import type { UnmetNeed } from '../access/gaps/unmet-need.ts';
import { shareBeyond } from '../access/gaps/unmet-need.ts';
import { isKnown, type Cell } from '../indicators/value.ts';
import type { Level } from '../territory/level.ts';
import type { Finding, Numerals } from './finding.ts';
import { PLACE_SOURCES } from './help.ts';
import type { GroupWords } from './need-group.ts';
import { WITHIN } from './wording.ts';

/** What a sentence about people out of reach says. */
export interface UnmetWords {
  level: Level;
  group: GroupWords;
  /** After « un »: « lieu d’aide au numérique gratuit ». */
  supply: string;
  /** « 10 km ». */
  limit: string;
  /** Whether the limit is a time on the road. */
  byRoad: boolean;
  /** Whether some people are counted at the points where they live. */
  fromPoints: boolean;
}

/** « 12 900 personnes …, estimées entre 11 000 et 14 800 »; what is known only is said to be so. */
export function peopleText(
  cell: Cell,
  { one, many }: Pick<GroupWords, 'one' | 'many'>,
  numerals: Numerals,
): string {
  if (cell.value === null) return `un nombre inconnu de ${many}`;
  const people = numerals.count(Math.round(cell.value), one, many);
  if (cell.state === 'incomplete')
    return `au moins ${people} (comptées dans les communes connues, ${numerals.percent(100 * cell.cover)} des habitants)`;
  if (!cell.interval) return people;
  const [low, high] = cell.interval.map((bound) => numerals.number(Math.round(bound)));
  return `${people} (estimation, entre ${low} et ${high})`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** From where distances are told, where inhabited points are given. */
const FROM_POINTS =
  ', en partant de leurs points habités où ils sont connus, du centre de leur commune ailleurs';

/** How many people are out of reach of a place that answers, in one sentence. */
export function unmetSentence(need: UnmetNeed, words: UnmetWords, numerals: Numerals): Finding {
  const { level, group, supply, limit, byRoad, fromPoints } = words;
  const how = byRoad ? 'par la route' : 'à vol d’oiseau';
  const here = WITHIN[level];
  const sources = [...new Set([...group.sources, ...PLACE_SOURCES])];
  const say = (text: string): Finding => ({ id: 'hors-de-portee', text, sources });
  const reach = `ni dans la commune ni à moins de ${limit} de son centre ${how}`;
  if (need.communes === 0) return say(`Aucune commune n’a de centre connu ${here} : rien n’est compté.`);
  if (need.inhabitantsBeyond === 0 && fromPoints)
    return say(`${capital(here)}, personne ne vit à plus de ${limit} ${how} d’un ${supply}${FROM_POINTS}.`);
  if (need.inhabitantsBeyond === 0) {
    const covered =
      level === 'commune'
        ? `les habitants ont un ${supply} dans la commune ou à moins de ${limit} de son centre ${how}`
        : `personne ne vit dans une commune sans ${supply}, ${reach}`;
    return say(`${capital(here)}, ${covered}.`);
  }
  const share = shareBeyond(need);
  const those = group.many.startsWith('personne') ? 'elles' : 'eux';
  const part =
    Number.isNaN(share) || level === 'commune'
      ? ''
      : `, soit ${numerals.percent(100 * share, 1)} d’entre ${those},`;
  const one = need.groupBeyond.value !== null && Math.round(need.groupBeyond.value) < 2;
  if (fromPoints)
    return say(
      `${capital(here)}, ${peopleText(need.groupBeyond, group, numerals)}${part} ${one ? 'vit' : 'vivent'} à plus de ${limit} ${how} de tout ${supply}${FROM_POINTS}.`,
    );
  const lives =
    level === 'commune'
      ? `${one ? 'n’a' : 'n’ont'} aucun ${supply}`
      : `${one ? 'vit' : 'vivent'} dans une commune sans ${supply}`;
  return say(`${capital(here)}, ${peopleText(need.groupBeyond, group, numerals)}${part} ${lives}, ${reach}.`);
}

/** « zone de 14 communes, 9 200 habitants dont 1 300 personnes en situation de pauvreté ». */
export function zoneText(need: UnmetNeed, group: GroupWords, everybody: boolean, numerals: Numerals): string {
  const communes = numerals.count(need.communesBeyond, 'commune');
  const people = numerals.count(need.inhabitantsBeyond, 'habitant');
  if (everybody) return `${communes}, ${people}`;
  const { groupBeyond } = need;
  const known = isKnown(groupBeyond) || groupBeyond.value !== null;
  return `${communes}, ${people}${known ? ` dont ${peopleText(groupBeyond, group, numerals)}` : ''}`;
}
