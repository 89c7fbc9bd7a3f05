import type { UnmetNeed } from '../access/gaps/unmet-need.ts';
import type { Level } from '../territory/level.ts';
import type { Numerals } from './finding.ts';
import { enumerate, WITHIN } from './wording.ts';

/** What a sentence about two editions of the places says. */
export interface ChangeWords {
  level: Level;
  /** « 12 mars 2027 »: the day the places before were replaced. */
  until: string;
  /** Places of the territory that answer now and did not, and the other way round. */
  gained: number;
  lost: number;
  before: Pick<UnmetNeed, 'inhabitantsBeyond'>;
  after: Pick<UnmetNeed, 'inhabitantsBeyond'>;
}

/** What changed since the edition of the places before, in one sentence. */
export function changeSentence(words: ChangeWords, numerals: Numerals): string {
  const { gained, lost, until } = words;
  const moved = [
    gained > 0 ? `${numerals.count(gained, 'lieu', 'lieux')} de plus` : '',
    lost > 0 ? `${numerals.count(lost, 'lieu', 'lieux')} de moins` : '',
  ].filter(Boolean);
  const verb = gained + lost > 1 ? 'répondent' : 'répond';
  const places = moved.length === 0 ? 'les mêmes lieux répondent' : `${enumerate(moved)} ${verb}`;
  return `Depuis les lieux en usage jusqu’au ${until}, ${places} ${WITHIN[words.level]} ; ${peopleSentence(words, numerals)}.`;
}

function peopleSentence({ before, after }: ChangeWords, numerals: Numerals): string {
  const [was, is] = [before.inhabitantsBeyond, after.inhabitantsBeyond];
  if (was === is)
    return is === 0
      ? 'personne n’est hors de portée, comme avant'
      : `${numerals.count(is, 'habitant')} hors de portée, comme avant`;
  const difference = numerals.count(Math.abs(is - was), 'habitant');
  return `${difference} de ${is > was ? 'plus' : 'moins'} ${Math.abs(is - was) > 1 ? 'sont' : 'est'} hors de portée (${numerals.number(was)} avant, ${numerals.number(is)} maintenant)`;
}
