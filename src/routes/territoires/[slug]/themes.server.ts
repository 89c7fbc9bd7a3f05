import { ageShares, type Share } from '#lib/charts/shares.ts';
import { indicator as find, THEME_LABELS } from '#lib/domain/indicators/catalogue.ts';
import type { Theme } from '#lib/domain/indicators/indicator.ts';
import { isKnown } from '#lib/domain/indicators/value.ts';
import { figureOf, type Figure, type Portrait } from '#lib/domain/report/portrait.ts';
import type { Territory } from '#lib/domain/territory/territory.ts';
import { formatBareValue } from '#lib/format/figure.ts';
import { territoire as words } from '#lib/messages/territoire.ts';
import { peerValues } from '#lib/server/queries/portrait.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { figureCard, type FigureCard } from '#lib/server/diagnosis/figure-card.ts';

export interface ClassRows {
  caption: string;
  rows: { label: string; communes: number; people: number; unknown?: boolean }[];
}

export interface ThemeSection {
  theme: Theme;
  title: string;
  cards: FigureCard[];
  /** Classes of a single territory: words rather than figures. */
  facts: FigureCard[];
  classes: ClassRows[];
  /** Labels of what the sources do not give for this territory. */
  absent: string[];
  /** Labels of what is published by commune only, with the reason. */
  notAggregated: { labels: string[]; reason: string }[];
  ages: { caption: string; rows: { label: string; shares: Share[] }[] } | null;
}

/** The order in which a page is read: need, connection, people. */
const ORDER: readonly Theme[] = ['pauvrete', 'connexion', 'population', 'fragilite', 'typologie', 'tableaux'];

/** Figures that keep their place even when they are absent: the first ones people look for. */
const HEADLINES: ReadonlySet<string> = new Set([
  'niveau-de-vie-median',
  'taux-de-pauvrete',
  'fibre-2026',
  'part-65-ans-et-plus',
]);

const UNDER_15 = 'part-moins-15-ans';
const OVER_65 = 'part-65-ans-et-plus';

/** The figures of a territory, theme by theme, ready to show. */
export async function themeSections(
  data: Snapshot,
  territory: Territory,
  portrait: Portrait,
): Promise<ThemeSection[]> {
  const france = data.territories.get('france', 'FR');
  const cardOf = async (figure: Figure): Promise<FigureCard> => {
    const column = data.column(figure.indicator, territory.level);
    const widest =
      HEADLINES.has(figure.indicator) && column && france && territory.level !== 'arrondissement';
    return figureCard(
      figure,
      widest ? peerValues(data, figure.indicator, column, territory.level, france) : null,
    );
  };
  const own = portrait.figures.some(({ indicator }) => find(indicator).theme === 'tableaux');
  return Promise.all(
    ORDER.filter((theme) => theme !== 'tableaux' || own).map(async (theme): Promise<ThemeSection> => {
      const figures = portrait.figures.filter(
        ({ indicator }) => indicator !== 'population' && find(indicator).theme === theme,
      );
      const shown = figures.filter(({ indicator, cell, aggregated, classes }) => {
        if (classes) return false;
        if (cell.state !== 'absent') return true;
        return (
          HEADLINES.has(indicator) &&
          !aggregated &&
          portrait.territory.population !== 0 &&
          territory.zone !== 'com'
        );
      });
      const left = figures.filter((figure) => !shown.includes(figure) && !figure.classes);
      return {
        theme,
        title: THEME_LABELS[theme],
        cards: await Promise.all(shown.filter((figure) => !isCategory(figure)).map(cardOf)),
        facts: await Promise.all(shown.filter(isCategory).map(cardOf)),
        classes: figures.flatMap((figure) => (figure.classes ? [classRows(figure)] : [])),
        absent: left
          .filter((figure) => !isOnlyByCommune(figure))
          .map(({ indicator }) => find(indicator).label),
        notAggregated: byReason(left.filter(isOnlyByCommune)),
        ages: theme === 'population' ? agesOf(portrait) : null,
      };
    }),
  );
}

/** What does not aggregate, told once for all that share a reason. */
function byReason(figures: readonly Figure[]): ThemeSection['notAggregated'] {
  const reasons = new Map<string, string[]>();
  for (const { indicator } of figures) {
    const { label, aggregate } = find(indicator);
    const reason = aggregate.rule === 'none' ? aggregate.reason : '';
    reasons.set(reason, [...(reasons.get(reason) ?? []), label]);
  }
  return [...reasons].map(([reason, labels]) => ({ reason, labels }));
}

const isCategory = ({ indicator }: Figure): boolean => find(indicator).kind === 'category';

const isOnlyByCommune = ({ indicator, aggregated }: Figure): boolean =>
  aggregated && find(indicator).aggregate.rule === 'none';

function classRows({ indicator: id, classes }: Figure): ClassRows {
  const indicator = find(id);
  const rows: ClassRows['rows'] = (classes?.classes ?? []).map(({ value, ...counts }) => ({
    label: formatBareValue(indicator, value),
    ...counts,
  }));
  if (classes && classes.unknown.communes > 0) {
    rows.push({ label: words.classes.unknown, ...classes.unknown, unknown: true });
  }
  return { caption: words.classes.share(indicator.label, indicator.year), rows };
}

/** Ages of the territory and of those around it, where both parts are known. */
function agesOf(portrait: Portrait): ThemeSection['ages'] {
  const under = figureOf(portrait, UNDER_15);
  const over = figureOf(portrait, OVER_65);
  if (!under || !over) return null;
  const valueOf = (figure: Figure, slug: string | null): number | null => {
    const cell = slug === null ? figure.cell : figure.comparisons.find(({ to }) => to.slug === slug)?.cell;
    return cell && isKnown(cell) ? cell.value : null;
  };
  const compared = portrait.parents.filter(({ level }) => level !== 'region' && level !== 'ept');
  const rows = [
    { label: portrait.territory.name, slug: null },
    ...compared.map(({ name, slug }) => ({ label: name, slug })),
  ].flatMap(({ label, slug }) => {
    const shares = ageShares(valueOf(under, slug), valueOf(over, slug));
    return shares ? [{ label, shares }] : [];
  });
  return rows.length < 2 ? null : { caption: words.ages.caption(find(OVER_65).year), rows };
}
