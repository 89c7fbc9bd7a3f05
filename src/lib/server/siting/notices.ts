import { formatNumber } from '../../format/number.ts';
import { ecarts } from '../../messages/ecarts.ts';
import { implantation } from '../../messages/implantation.ts';
import type { AskedTerritory } from '../gaps/gaps-territory.ts';
import { stepNotice } from '../gaps/travel-notices.ts';
import type { Snapshot } from '../queries/snapshot.ts';
import {
  isCodeList,
  SITING_BOUNDS,
  type IgnoredSitingParameter,
  type SitingView,
} from '../../view/siting-view.ts';

const words = implantation.notices;

/** What each parameter is called in a sentence. */
const FIELDS = { ...ecarts.notices.parameters, ...words.fields };

/** Characters of an address that a sentence repeats. */
const MOST_CHARACTERS = 60;

/** What of the address was not followed, in sentences. */
export function noticesOf(
  ignored: readonly IgnoredSitingParameter[],
  { problem }: AskedTerritory,
  view: SitingView,
  { travel }: Snapshot,
): string[] {
  const sentences = ignored.map(({ parameter, value }) => {
    const quoted = value.slice(0, MOST_CHARACTERS);
    if (isCodeList(parameter)) return words.code(quoted);
    if (parameter === 'unknown') return words.unknown(quoted);
    const field = FIELDS[parameter];
    if (!(parameter in SITING_BOUNDS)) return words.choice(field, quoted);
    const [least, most] = SITING_BOUNDS[parameter as keyof typeof SITING_BOUNDS];
    return words.number(field, quoted, formatNumber(least), formatNumber(most));
  });
  if (problem === 'unknown')
    sentences.push(ecarts.notices.territory((view.within ?? '').slice(0, MOST_CHARACTERS)));
  if (problem === 'arrondissement') sentences.push(ecarts.notices.arrondissement);
  if (view.unit === 'min')
    sentences.push(...(travel ? stepNotice(travel, view.limit) : [ecarts.notices.noTravel]));
  return [...new Set(sentences)];
}
