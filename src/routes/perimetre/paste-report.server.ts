import {
  MAX_PASTED_ENTRIES,
  MAX_PASTED_LENGTH,
  type PastedCodes,
  type Unread,
} from '#lib/domain/territory/pasted-codes.ts';
import { slugOf } from '#lib/domain/territory/slug.ts';
import { formatNumber } from '#lib/format/number.ts';
import { formatName } from '#lib/format/territory.ts';
import { keepTogether } from '#lib/format/typography.ts';
import { perimetre } from '#lib/messages/perimetre.ts';
import type { PasteReport } from './page-data.ts';

const words = perimetre.compose;

/** Lines given back one by one, and territories offered for each. */
const MOST_UNREAD = 60;
const MOST_CANDIDATES = 12;

/** Longest piece of pasted text said again in a sentence. */
const MOST_TEXT = 60;

/** What came of a pasted text, besides what was understood of it. */
interface Outcome {
  /** Of the perimeter with what was understood; `null` when nothing was, or no address can hold it. */
  address: string | null;
  /** What was taken in the place of something else. */
  notices: readonly string[];
}

const NO_OUTCOME: Outcome = { address: null, notices: [] };

/** What is said of a pasted text that could not be taken just as it is. */
export function pasteReport(
  text: string,
  pasted: PastedCodes,
  { address, notices }: Outcome = NO_OUTCOME,
): PasteReport {
  const { tokens, unread } = pasted;
  return {
    notices: notices.map(keepTogether),
    text: tokens.length === 0 ? text : unread.map((entry) => entry.text).join('\n'),
    sentence: sentenceOf(text, pasted),
    read: tokens.length,
    unread: unread.slice(0, MOST_UNREAD).map(unreadRow),
    more: Math.max(0, unread.length - MOST_UNREAD),
    address,
  };
}

/** A form that the server did not take at all. */
export const refusedForm = (): PasteReport =>
  pasteReport('', { tokens: [], unread: [], stopped: 'too-long' });

function sentenceOf(text: string, { tokens, stopped }: PastedCodes): string {
  if (stopped === 'too-long') return words.tooLong(formatNumber(MAX_PASTED_LENGTH));
  if (text.trim() === '') return words.nothing;
  if (stopped === 'too-many') return words.tooMany(formatNumber(MAX_PASTED_ENTRIES));
  return tokens.length === 0 ? words.noneRead : '';
}

const unreadRow = ({ text, line, why, candidates }: Unread): PasteReport['unread'][number] => ({
  text: text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT)}…` : text,
  line,
  why,
  candidates: candidates.slice(0, MOST_CANDIDATES).map((territory) => ({
    slug: slugOf(territory.level, territory.code),
    name: formatName(territory),
  })),
  more: Math.max(0, candidates.length - MOST_CANDIDATES),
});
