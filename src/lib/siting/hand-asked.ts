import type { FiguresAsked } from '../domain/siting/hand/figures.ts';
import type { HandPrices } from '../domain/siting/hand/cost.ts';
import type { Located } from '../domain/siting/hand/whereabouts.ts';
import type { HandView } from '../view/hand-view.ts';

const METRES = 1_000;

/** What a scenario asks of its frame. */
export const askedOf = ({ edits, question, defaults, least }: HandView, located: Located): FiguresAsked => ({
  edits,
  limit: METRES * question.limit,
  defaults,
  located,
  least,
});

/** What a scenario says things cost. */
export const pricesOf = ({ question, helperPrice }: HandView): HandPrices => ({
  own: question.price,
  premises: question.premisesPrice,
  helper: helperPrice,
});
