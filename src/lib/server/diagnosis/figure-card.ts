import { SHORT_LEVELS } from '../../format/territory.ts';
import { capitalise, keepTogether } from '../../format/typography.ts';
import { drawDistribution, type DistributionDrawing } from '../../charts/distribution.ts';
import { indicator as find } from '../../domain/indicators/catalogue.ts';
import type { Indicator } from '../../domain/indicators/indicator.ts';
import { positionAmong, shareAbove, shareBelow } from '../../domain/indicators/position.ts';
import { sourceNotice } from '../../domain/indicators/source.ts';
import { isKnown } from '../../domain/indicators/value.ts';
import type { Figure, Standing } from '../../domain/report/portrait.ts';
import { formatBareValue, formatPartialValue, formatValue, unitAfter } from '../../format/figure.ts';
import { formatNumber, formatPercent, formatRank } from '../../format/number.ts';
import { territoire as words } from '../../messages/territoire.ts';

export interface Comparison {
  value: number | null;
  marks: { label: string; value: number; text: string }[];
  min?: number;
  max?: number;
}

/** One figure as a page shows it: every word ready, nothing left to look up. */
export interface FigureCard {
  id: string;
  label: string;
  value: string | null;
  unit: string;
  year: string;
  source: { label: string; href: string };
  state: string;
  notes: string[];
  comparison: Comparison | null;
  ranks: string[];
  distribution: {
    drawing: DistributionDrawing;
    from: string;
    to: string;
    label: string;
    caption: string;
  } | null;
}

/** Peers few enough to be told by rank rather than by share. */
const RANKED = 120;

/** Changes carry their sign. */
const signed = (indicator: Indicator, value: number): string =>
  `${indicator.kind === 'evolution' && value > 0 ? '+' : ''}${formatBareValue(indicator, value)}`;

/** A share of the denominator, in whole percents. */
const share = (cover: number): string => formatPercent(100 * cover);

/** Of what a cover is a share: « habitants », « logements ». */
const coveredBy = ({ aggregate }: Indicator): string =>
  ('weight' in aggregate && words.denominators[aggregate.weight]) || words.people;

export function figureCard(figure: Figure, peers: Float64Array | null): FigureCard {
  const indicator = find(figure.indicator);
  const { cell } = figure;
  const value = isKnown(cell) ? cell.value : null;
  const floor = cell.marks.includes('floor');
  return {
    id: indicator.id,
    label: indicator.label,
    value: value === null ? null : signed(indicator, value),
    unit: floor ? words.floorUnit(indicator.unit) : unitAfter(indicator, value),
    year: indicator.year,
    source: { label: sourceNotice(figure.source).producer, href: `/methode#${indicator.id}` },
    state: value === null ? stateWords(figure) : '',
    notes: notesOf(indicator, figure).map(keepTogether),
    comparison: comparisonOf(indicator, figure, peers),
    ranks: indicator.kind === 'count' ? [] : figure.standings.map(rankSentence),
    distribution: peers && distributionOf(indicator, figure, peers),
  };
}

function stateWords({ cell: { state } }: Figure): string {
  if (state === 'secret') return words.states.secret;
  return state === 'incomplete' ? words.states.incomplete : words.states.absent;
}

function notesOf(indicator: Indicator, { cell, aggregated }: Figure): string[] {
  const notes: string[] = [];
  const of = coveredBy(indicator);
  if (cell.state === 'secret') notes.push(words.notes.secret);
  if (cell.state === 'incomplete') {
    notes.push(
      cell.value === null
        ? words.notes.none(of)
        : words.notes.partial(formatPartialValue(indicator, cell.value), share(cell.cover), of),
    );
  }
  if (cell.state === 'estimated') notes.push(words.notes.estimated);
  if (cell.state === 'value' && aggregated) {
    if ('label' in indicator.aggregate) notes.push(capitalise(`${indicator.aggregate.label}.`));
    if (cell.cover < 0.9995) notes.push(words.notes.cover(formatPercent(100 * cell.cover, 1), of));
  }
  if (cell.marks.includes('floor')) notes.push(words.notes.floor);
  if (cell.marks.includes('perimeter')) notes.push(words.notes.perimeter);
  if (cell.marks.includes('rolled')) notes.push(words.notes.rolled);
  return notes;
}

/** Kinds whose lengths compare from zero; euros never come near it, so their scale follows the peers. */
function comparisonOf(
  indicator: Indicator,
  { cell, comparisons }: Figure,
  peers: Float64Array | null,
): Comparison | null {
  if (indicator.kind === 'count' || indicator.classes) return null;
  const marks = comparisons.flatMap(({ to, cell: other }) =>
    isKnown(other)
      ? [
          {
            label: SHORT_LEVELS[to.level],
            value: other.value,
            text: formatValue(indicator, other.value),
          },
        ]
      : [],
  );
  if (marks.length === 0) return null;
  const value = isKnown(cell) ? cell.value : null;
  if (indicator.kind !== 'euros') return { value, marks };
  const all = [...marks.map((mark) => mark.value), ...(value === null ? [] : [value])];
  const at = (part: number): number => peers?.[Math.floor(part * (peers.length - 1))] ?? Number.NaN;
  const ends = [...all, at(0.01), at(0.99)].filter((end) => !Number.isNaN(end));
  return { value, marks, min: Math.min(...ends), max: Math.max(...ends) };
}

/** Where a figure stands among its peers, without saying which end is good. */
export function rankSentence({ within, level, position }: Standing): string {
  const peers = words.peersOf(formatNumber(position.known), words.peers[level], words.within[within.level]);
  if (position.equal === position.known) return words.rank.same(peers);
  if (position.known <= RANKED) {
    const rank = formatRank(position.above + 1);
    return words.rank.order(position.equal > 1 ? words.rank.tied(rank) : rank, peers);
  }
  const [below, above] = [shareBelow(position), shareAbove(position)];
  if (below === 0 && above === 0) return words.rank.middle(peers);
  return below >= above
    ? words.rank.higher(formatPercent(100 * below), peers)
    : words.rank.lower(formatPercent(100 * above), peers);
}

function distributionOf(
  indicator: Indicator,
  { cell, standings }: Figure,
  peers: Float64Array,
): FigureCard['distribution'] {
  const standing = standings.find(({ within }) => within.level === 'france');
  if (!standing || !isKnown(cell) || cell.marks.includes('floor')) return null;
  const drawing = drawDistribution(peers, cell.value, indicator.decimals);
  if (!drawing) return null;
  const { known } = positionAmong(peers, cell.value);
  const named = `${formatNumber(known)} ${words.peers[standing.level]} ${words.within.france}`;
  return {
    drawing,
    from: formatBareValue(indicator, drawing.from),
    to: formatValue(indicator, Math.min(drawing.to, indicator.unit === '%' ? 100 : Infinity)),
    label: words.distribution(named, formatValue(indicator, cell.value)),
    caption: words.distributionCaption(named),
  };
}
