import type { MarketProblem } from '#lib/domain/siting/rounds/market-days.ts';
import { formatCount, formatNumber } from '#lib/format/number.ts';
import { ofName } from '#lib/format/territory.ts';
import { ecarts } from '#lib/messages/ecarts.ts';
import { implantation } from '#lib/messages/implantation.ts';
import { tournees } from '#lib/messages/tournees.ts';
import type { AskedTerritory } from '#lib/server/gaps/gaps-territory.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { isCodeList } from '#lib/view/siting-view.ts';
import { ROUNDS_PARAMETERS, type IgnoredRoundsParameter, type RoundsView } from '#lib/view/rounds-view.ts';
import { strangers } from '#lib/server/siting/asked.ts';
import type { RoundsQuestion } from './asked.server.ts';

const words = tournees.problems;

/** Characters of an address that a sentence repeats. */
const MOST_CHARACTERS = 60;
/** Lines of market days explained one by one. */
const MOST_LINES = 8;

/** What of the address was not followed, in sentences. */
export function noticesOf(
  ignored: readonly IgnoredRoundsParameter[],
  { problem }: AskedTerritory,
  view: RoundsView,
): string[] {
  const sentences = ignored.map(({ parameter, value }) => {
    const quoted = value.slice(0, MOST_CHARACTERS);
    if (parameter === 'markets') return words.markets;
    if (isCodeList(parameter)) return implantation.notices.code(quoted);
    return parameter === 'unknown'
      ? implantation.notices.unknown(quoted)
      : implantation.notices.value(ROUNDS_PARAMETERS[parameter], quoted);
  });
  if (problem === 'unknown')
    sentences.push(ecarts.notices.territory((view.within ?? '').slice(0, MOST_CHARACTERS)));
  if (problem === 'arrondissement') sentences.push(ecarts.notices.arrondissement);
  return [...new Set(sentences)];
}

/** What of bases, lists and market days is not what it should be, in sentences. */
export function questionNotices(data: Snapshot, question: RoundsQuestion, isPlanned: boolean): string[] {
  const { view, found, markets, territory } = question;
  const unknown = strangers(data, view, territory);
  const inside = new Set(data.territories.communes(territory).map(({ code }) => code));
  const names = (bases: typeof found.bases): string => bases.map(({ commune }) => commune.name).join(', ');
  const out = found.bases.filter(({ commune }) => !inside.has(commune.code));
  const unused = found.bases.slice(Math.max(1, view.teams));
  const [supposed] = found.bases;
  return [
    ...found.problems.map(({ text, reason }) => words.base[reason](text.slice(0, MOST_CHARACTERS))),
    ...(found.supposed && supposed
      ? [(found.problems.length > 0 ? words.supposedInstead : words.supposed)(ofName(supposed.commune.name))]
      : []),
    ...(out.length > 0 ? [words.outside(names(out))] : []),
    ...(unused.length > 0 ? [words.unused(names(unused))] : []),
    ...(unknown.length > 0 ? [implantation.problems.unknownCodes(unknown.join(', '))] : []),
    ...marketNotices(markets.problems),
    ...(view.plan && !isPlanned ? [words.plan] : []),
  ];
}

const marketNotices = (problems: readonly MarketProblem[]): string[] => [
  ...problems
    .slice(0, MOST_LINES)
    .map(({ line, text, reason }) =>
      words.marketLine(formatNumber(line), text.slice(0, MOST_CHARACTERS), words.market[reason]),
    ),
  ...(problems.length > MOST_LINES
    ? [words.moreLines(formatCount(problems.length - MOST_LINES, 'ligne'))]
    : []),
];
