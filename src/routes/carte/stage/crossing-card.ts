import { classOfCode, unclassedOfCode } from '#lib/domain/classify/classification.ts';
import { croisement } from '#lib/messages/croisement.ts';
import type { ShownCrossing } from '../layers/layer.ts';
import type { TerritoryCard } from '#lib/stage/territory-card.ts';

/** The card of a territory for two measures: both figures, each under its name. */
export function crossingCard(
  { classes, first, second }: ShownCrossing,
  ordinal: number,
  name: string | null,
): TerritoryCard {
  const code = classes.codes[ordinal] ?? 0xff;
  const cards = [first, second].map((layer) => ({
    subject: layer.legend.short,
    ...layer.describe(ordinal, name),
  }));
  return {
    name,
    figure: cards.map(({ subject, figure }) => croisement.measureAt(subject, figure)).join('. '),
    figures: cards.map(({ subject, figure }) => ({ subject, figure })),
    class: classOfCode(code),
    state: unclassedOfCode(code),
    notes: [...new Set(cards.flatMap(({ notes }) => notes))],
  };
}
