import { ecarts } from '#lib/messages/ecarts.ts';
import type { AskedTerritory } from '#lib/server/gaps/gaps-territory.ts';
import type { IgnoredGapsParameter } from '#lib/view/gaps-view.ts';

const words = ecarts.notices;

/** Characters of an address that a sentence repeats. */
const MOST_CHARACTERS = 60;

/** What of the address was not followed, in sentences. */
export function noticesOf(
  ignored: readonly IgnoredGapsParameter[],
  { problem }: AskedTerritory,
  within: string | null,
): string[] {
  const sentences = ignored.map(({ parameter, value }) => {
    const quoted = value.slice(0, MOST_CHARACTERS);
    if (parameter === 'unknown') return words.unknown(quoted);
    if (parameter === 'limit') return words.limit(quoted);
    return words.value(words.parameters[parameter], quoted);
  });
  if (problem === 'unknown') sentences.push(words.territory((within ?? '').slice(0, MOST_CHARACTERS)));
  if (problem === 'arrondissement') sentences.push(words.arrondissement);
  return [...new Set(sentences)];
}
