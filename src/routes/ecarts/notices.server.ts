import { formatNumber } from '#lib/format/number.ts';
import { ecarts } from '#lib/messages/ecarts.ts';
import type { AskedTerritory } from '#lib/server/gaps/gaps-territory.ts';
import { stepNotice } from '#lib/server/gaps/travel-notices.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import type { GapsView, IgnoredGapsParameter } from '#lib/view/gaps-view.ts';

const words = ecarts.notices;

/** Characters of an address that a sentence repeats. */
const MOST_CHARACTERS = 60;

/** What of the address was not followed, in sentences. */
export function noticesOf(
  ignored: readonly IgnoredGapsParameter[],
  { problem }: AskedTerritory,
  view: GapsView,
  data: Snapshot,
): string[] {
  const sentences = ignored.map(({ parameter, value }) => {
    const quoted = value.slice(0, MOST_CHARACTERS);
    if (parameter === 'unknown') return words.unknown(quoted);
    if (parameter === 'limit') return words.limit(quoted);
    return words.value(words.parameters[parameter], quoted);
  });
  if (problem === 'unknown') sentences.push(words.territory((view.within ?? '').slice(0, MOST_CHARACTERS)));
  if (problem === 'arrondissement') sentences.push(words.arrondissement);
  if (view.unit === 'min')
    sentences.push(travelNotice(data), ...(data.travel ? stepNotice(data.travel, view.limit) : []));
  return [...new Set(sentences)];
}

/** Where minutes come from, or why there are none. */
function travelNotice({ travel, territories }: Snapshot): string {
  if (!travel) return words.noTravel;
  const all = territories.all('commune').length;
  return travel.communes < all
    ? words.partialTravel(travel.name, formatNumber(travel.communes), formatNumber(all))
    : words.travel(travel.name);
}
