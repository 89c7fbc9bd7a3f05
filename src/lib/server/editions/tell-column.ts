import type { ColumnChange, Move } from '../../domain/editions/edition-changes.ts';
import { findIndicator } from '../../domain/indicators/catalogue.ts';
import type { Indicator } from '../../domain/indicators/indicator.ts';
import type { Territories } from '../../domain/territory/territories.ts';
import { formatValue } from '../../format/figure.ts';
import { formatCount, formatNumber, formatRank } from '../../format/number.ts';
import { LEVEL_PLURALS } from '../../format/territory.ts';
import { editions as words } from '../../messages/editions.ts';
import { tellMove, type ToldMoves } from './tell-moves.ts';

/** What an edition does to one indicator, in words. */
export interface ToldColumn {
  id: string;
  label: string;
  sentences: string[];
  moves: ToldMoves[];
}

/** Writes what an edition does to one indicator. */
export function tellColumn(change: ColumnChange, territories: Territories): ToldColumn {
  const { level, indicator } = change;
  const found = findIndicator(indicator);
  const value = (figure: number): string => (found ? formatValue(found, figure) : formatNumber(figure, 1));
  const table = (title: string, moves: readonly Move[], write: (one: number) => string): ToldMoves[] =>
    moves.length > 0 ? [{ title, rows: moves.map((move) => tellMove(move, level, territories, write)) }] : [];
  const { rises, falls, movers, moversWithin } = words.columns;
  return {
    id: indicator,
    label: labelOf(found, indicator),
    sentences: columnSentences(change, value),
    moves: [
      ...table(rises, change.rises, value),
      ...table(falls, change.falls, value),
      ...table(movers, change.ranksInCountry.movers, formatRank),
      ...table(moversWithin, change.ranksInDepartement?.movers ?? [], formatRank),
    ],
  };
}

const labelOf = (found: Indicator | undefined, id: string): string =>
  found ? `${found.label} (${found.year})` : id;

function columnSentences(change: ColumnChange, value: (figure: number) => string): string[] {
  const { level, territories, changed, people, appeared, vanished, median, country } = change;
  const of = words.columns;
  const plural = LEVEL_PLURALS[level];
  const sentences = [
    changed === 0 ? of.none : of.changed(`${formatNumber(changed)} ${plural}`, formatNumber(territories)),
  ];
  const [one, many] = of.figure;
  if (appeared > 0) sentences.push(of.appeared(formatCount(appeared, one, many)));
  const gone = vanished.secret + vanished.absent + vanished.incomplete;
  if (gone > 0) {
    const why = (['secret', 'absent', 'incomplete'] as const)
      .filter((state) => vanished[state] > 0)
      .map((state) => `${of.why[state]} : ${formatNumber(vanished[state])}`);
    sentences.push(of.vanished(formatCount(gone, one, many), why.join(', ')));
  }
  if (people > 0) sentences.push(of.people(formatCount(people, of.inhabitant)));
  const said = (figure: number | null): string => (figure === null ? of.unknown : value(figure));
  if (median && median.before !== median.after)
    sentences.push(of.median(said(median.before), said(median.after)));
  if (country && country.before !== country.after)
    sentences.push(of.country(said(country.before), said(country.after)));
  sentences.push(rankSentence(change));
  return sentences;
}

function rankSentence({ level, ranksInCountry, ranksInDepartement }: ColumnChange): string {
  if (ranksInCountry.moved === 0 && !ranksInDepartement?.moved) return words.columns.noRank;
  return words.columns.ranks(
    `${formatNumber(ranksInCountry.moved)} ${LEVEL_PLURALS[level]}`,
    ranksInDepartement && formatNumber(ranksInDepartement.moved),
  );
}
