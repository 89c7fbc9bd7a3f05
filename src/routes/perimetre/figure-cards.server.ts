import { indicator as find, mayRedistribute, THEME_LABELS } from '#lib/domain/indicators/catalogue.ts';
import type { Indicator, Theme } from '#lib/domain/indicators/indicator.ts';
import { sourceNotice } from '#lib/domain/indicators/source.ts';
import type { SpreadPoint } from '#lib/domain/indicators/spread.ts';
import { isKnown } from '#lib/domain/indicators/value.ts';
import { slugOf } from '#lib/domain/territory/slug.ts';
import type { Territory } from '#lib/domain/territory/territory.ts';
import {
  formatBareValue,
  formatCell,
  formatPartialValue,
  formatValue,
  unitAfter,
} from '#lib/format/figure.ts';
import { formatNumber, formatPercent, formatRank } from '#lib/format/number.ts';
import { formatName } from '#lib/format/territory.ts';
import { capitalise, keepTogether } from '#lib/format/typography.ts';
import { perimetre } from '#lib/messages/perimetre.ts';
import { territoire } from '#lib/messages/territoire.ts';
import type { PerimeterFigure, PerimeterPortrait } from '#lib/server/queries/perimeter.ts';
import type { ClassRow, PerimeterCard, PerimeterTheme, SpreadRow } from './page-data.ts';

const words = perimetre.result;

/** The order in which a page is read: need, connection, people. */
const ORDER: readonly Theme[] = ['pauvrete', 'connexion', 'population', 'typologie', 'tableaux'];

/** The figures of a perimeter, theme by theme, ready to show. */
export function figureThemes(
  portrait: PerimeterPortrait,
  communes: readonly Territory[],
): { themes: PerimeterTheme[]; restricted: string } {
  const shown = portrait.figures.filter(
    ({ indicator }) => indicator !== 'population' && mayRedistribute(find(indicator)),
  );
  const restricted = portrait.figures.filter(({ indicator }) => !mayRedistribute(find(indicator)));
  const byOrdinal = new Map(communes.map((commune) => [commune.ordinal, commune]));
  const themes = ORDER.flatMap((theme): PerimeterTheme[] => {
    const figures = shown.filter(({ indicator }) => find(indicator).theme === theme);
    if (theme === 'tableaux' && figures.length === 0) return [];
    const known = figures.filter(({ cell, spread }) => cell.state !== 'absent' || spread !== null);
    return [
      {
        theme,
        title: THEME_LABELS[theme],
        cards: known
          .filter(({ classes }) => classes === null)
          .map((figure) => figureCard(figure, portrait.communes, byOrdinal)),
        classes: figures.flatMap((figure) => classRows(figure) ?? []),
        absent: figures
          .filter((figure) => !known.includes(figure) && figure.classes === null)
          .map(({ indicator }) => find(indicator).label),
      },
    ];
  });
  const [index] = restricted;
  return {
    themes,
    restricted: index ? keepTogether(words.restricted(find(index.indicator).label)) : '',
  };
}

function figureCard(
  figure: PerimeterFigure,
  count: number,
  byOrdinal: ReadonlyMap<number, Territory>,
): PerimeterCard {
  const indicator = find(figure.indicator);
  const { cell } = figure;
  const value = isKnown(cell) ? cell.value : null;
  return {
    id: indicator.id,
    label: indicator.label,
    value: value === null ? null : signed(indicator, value),
    unit: cell.marks.includes('floor') ? territoire.floorUnit(indicator.unit) : unitAfter(indicator, value),
    year: indicator.year,
    source: { label: sourceNotice(indicator.source).producer, href: `/methode#${indicator.id}` },
    state: value === null ? stateWords(indicator, figure) : '',
    notes: notesOf(indicator, figure, count).map(keepTogether),
    comparison: comparisonOf(indicator, figure),
    spread: count > 1 ? spreadRows(indicator, figure, byOrdinal) : [],
    position: positionOf(figure, count),
  };
}

/** Changes carry their sign. */
const signed = (indicator: Indicator, value: number): string =>
  `${indicator.kind === 'evolution' && value > 0 ? '+' : ''}${formatBareValue(indicator, value)}`;

function stateWords({ aggregate }: Indicator, { cell }: PerimeterFigure): string {
  if (cell.state === 'secret') return territoire.states.secret;
  if (cell.state === 'incomplete') return territoire.states.incomplete;
  return aggregate.rule === 'none' ? words.communeOnly : territoire.states.absent;
}

/** Of what a cover is a share: « habitants », « logements ». */
const coveredBy = ({ aggregate }: Indicator): string =>
  ('weight' in aggregate && territoire.denominators[aggregate.weight]) || territoire.people;

function notesOf(indicator: Indicator, { cell, spread }: PerimeterFigure, count: number): string[] {
  const notes: string[] = [];
  const of = coveredBy(indicator);
  const { aggregate } = indicator;
  if (aggregate.rule === 'none' && count > 1) notes.push(capitalise(`${aggregate.reason}.`));
  if (cell.state === 'incomplete') {
    notes.push(
      cell.value === null
        ? territoire.notes.none(of)
        : territoire.notes.partial(
            formatPartialValue(indicator, cell.value),
            formatPercent(100 * cell.cover),
            of,
          ),
    );
  }
  if (cell.state === 'estimated') notes.push(estimateWords(indicator, cell, count));
  if (isKnown(cell) && count > 1) {
    if ('label' in aggregate) notes.push(capitalise(`${aggregate.label}.`));
    if (cell.cover < 0.9995) notes.push(territoire.notes.cover(formatPercent(100 * cell.cover, 1), of));
  }
  if (cell.state === 'secret') notes.push(territoire.notes.secret);
  if (cell.marks.includes('floor')) notes.push(territoire.notes.floor);
  if (spread && spread.known < count)
    notes.push(
      words.spread.known(formatNumber(spread.known), perimetre.communes(count, formatNumber(count))),
    );
  return notes;
}

/** An estimate goes with its interval; that of any perimeter adds up those of its communes. */
function estimateWords(indicator: Indicator, { interval }: PerimeterFigure['cell'], count: number): string {
  if (!interval) return territoire.notes.estimated;
  const [low, high] = interval;
  const told = words.interval(formatBareValue(indicator, low), formatValue(indicator, high));
  return count > 1 ? `${told} ${words.intervalAdded}` : told;
}

/** Kinds whose lengths compare from zero; euros never come near it, so their scale follows the communes. */
function comparisonOf(
  indicator: Indicator,
  { cell, comparisons, spread }: PerimeterFigure,
): PerimeterCard['comparison'] {
  if (indicator.kind === 'count') return null;
  const marks = comparisons.flatMap(({ to, cell: other }) =>
    isKnown(other) ? [{ label: to.name, value: other.value, text: formatValue(indicator, other.value) }] : [],
  );
  if (marks.length === 0) return null;
  const value = isKnown(cell) ? cell.value : null;
  if (indicator.kind !== 'euros') return { value, marks };
  const ends = [
    ...marks.map((mark) => mark.value),
    ...(value === null ? [] : [value]),
    ...(spread ? [spread.least.cell.value, spread.greatest.cell.value] : []),
  ];
  return { value, marks, min: Math.min(...ends), max: Math.max(...ends) };
}

function spreadRows(
  indicator: Indicator,
  { spread }: PerimeterFigure,
  byOrdinal: ReadonlyMap<number, Territory>,
): SpreadRow[] {
  if (!spread) return [];
  const row = (label: string, { ordinal, cell, ties }: SpreadPoint): SpreadRow[] => {
    const commune = byOrdinal.get(ordinal);
    if (!commune) return [];
    return [
      {
        label,
        value: formatCell(indicator, cell),
        name: formatName(commune),
        slug: slugOf('commune', commune.code),
        ties: ties === 0 ? '' : words.spread.ties(ties, formatNumber(ties)),
      },
    ];
  };
  return [
    ...row(words.spread.least, spread.least),
    ...row(words.spread.median, spread.median),
    ...row(words.spread.greatest, spread.greatest),
  ];
}

function positionOf({ position }: PerimeterFigure, count: number): string {
  if (!position || count < 2) return '';
  return keepTogether(words.position(formatRank(position.above + 1), formatNumber(position.known)));
}

function classRows({
  indicator: id,
  classes,
}: PerimeterFigure): { caption: string; rows: ClassRow[] } | null {
  if (!classes) return null;
  const indicator = find(id);
  const rows: ClassRow[] = classes.classes.map(({ value, ...counts }) => ({
    label: formatBareValue(indicator, value),
    ...counts,
  }));
  if (classes.unknown.communes > 0)
    rows.push({ label: territoire.classes.unknown, ...classes.unknown, unknown: true });
  return { caption: territoire.classes.share(indicator.label, indicator.year), rows };
}
