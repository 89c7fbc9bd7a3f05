import { formatNumber } from '../format/number.ts';
import { keepTogether } from '../format/typography.ts';
import { croisement } from '../messages/croisement.ts';

/** How strongly two measures go together; the signs apart. */
export type Strength = keyof typeof croisement.cloud.strengths;

/** Under each of these the link is of that strength: usual marks, of words only. */
const LIMITS: readonly (readonly [number, Strength])[] = [
  [0.1, 'none'],
  [0.3, 'weak'],
  [0.5, 'moderate'],
  [0.7, 'strong'],
];

/** The strength of a rank correlation, −1 to 1. */
export const strengthOf = (coefficient: number): Strength =>
  LIMITS.find(([limit]) => Math.abs(coefficient) < limit)?.[1] ?? 'very-strong';

const written = (coefficient: number): string => formatNumber(coefficient, 2);

export interface CloudFinding {
  n: number;
  pearson: number | null;
  spearman: number | null;
}

/**
 * What a cloud says, in French: how strong the link, which way, that it is no cause. Told by ranks, which
 * neither units nor extremes bend. Sentences apart, to be shown as paragraphs.
 */
export function cloudSentences(
  { pearson, spearman }: CloudFinding,
  first: string,
  second: string,
): [string, string] {
  const words = croisement.cloud;
  if (pearson === null || spearman === null) return [words.undefinedCoefficients, ''];
  const strength = strengthOf(spearman);
  const way = strength === 'none' ? words.unrelated : spearman > 0 ? words.together : words.opposite;
  return [
    keepTogether(`${words.strengths[strength]} : ${way(first, second)}. ${words.caution}`),
    keepTogether(words.coefficients(written(pearson), written(spearman))),
  ];
}
