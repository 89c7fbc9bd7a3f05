import { keepTogether } from '#lib/format/typography.ts';
import { formatName } from '#lib/format/territory.ts';
import { comparer } from '#lib/messages/comparer.ts';
import type { Choice } from '#lib/server/queries/comparison.ts';

const words = comparer.notices;

/** What became of an address that asks for more, or other, than can be compared. */
export function noticesOf({ kept, unknown, merged, duplicates, beyond }: Choice): string[] {
  const notices: string[] = [];
  if (unknown.length > 0) {
    const codes = [...new Set(unknown)].map((code) => `« ${code} »`);
    const list = codes.join(', ');
    notices.push(kept.length === 0 ? words.unknownAlone(list) : words.unknown(list, codes.length > 1));
  }
  for (const { name, code, current } of merged)
    notices.push(words.merged(name === null ? code : `${name} (${code})`, formatName(current)));
  if (duplicates.length > 0) notices.push(words.duplicates(duplicates.map(formatName).join(', ')));
  if (beyond.length > 0) notices.push(words.beyond(beyond.map(formatName).join(', ')));
  return notices.map(keepTogether);
}
