import type { Replacement, ResolvedPerimeter } from '#lib/domain/territory/perimeter.ts';
import { formatNumber } from '#lib/format/number.ts';
import { formatName } from '#lib/format/territory.ts';
import { keepTogether } from '#lib/format/typography.ts';
import { perimetre } from '#lib/messages/perimetre.ts';

const words = perimetre.notices;

/** Codes named in one sentence, and replacements told one by one, at most. */
const MOST_CODES = 20;
const MOST_REPLACED = 15;

/** What an address asked that could not be followed as it stands, in sentences. */
export function addressNotices(
  { communes, unknown, replaced }: ResolvedPerimeter,
  malformed: readonly string[],
  cut: boolean,
): string[] {
  const left = [...malformed, ...unknown];
  const notices: string[] = [];
  if (cut) notices.push(words.cut);
  if (left.length > 0) {
    const shown = left.slice(0, MOST_CODES).map((code) => `«\u00a0${code.slice(0, 40)}\u00a0»`);
    const more = left.length > MOST_CODES ? `, et ${formatNumber(left.length - MOST_CODES)} autres` : '';
    notices.push(words.unknown(shown.join(', ') + more, left.length > 1));
    if (communes.length === 0) notices.push(words.allUnknown);
  }
  notices.push(...replaced.slice(0, MOST_REPLACED).map(replacementSentence));
  if (replaced.length > MOST_REPLACED)
    notices.push(words.moreReplaced(formatNumber(replaced.length - MOST_REPLACED)));
  return notices.map(keepTogether);
}

export function replacementSentence({ code, why, name, into, excluded }: Replacement): string {
  const current = formatName(into);
  if (why === 'arrondissement')
    return (excluded ? words.arrondissementOut : words.arrondissement)(name ?? code, current);
  return (excluded ? words.mergedOut : words.merged)(code, name, current);
}
