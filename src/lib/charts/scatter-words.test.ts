import { expect, it } from 'vitest';
import { keepTogether } from '../format/typography.ts';
import { cloudSentences, strengthOf } from './scatter-words.ts';

it('names a strength, whatever the direction', () => {
  expect([0, 0.09, -0.2, 0.4, -0.6, 0.95].map(strengthOf)).toEqual([
    'none',
    'none',
    'weak',
    'moderate',
    'strong',
    'very-strong',
  ]);
});

it('says direction, coefficients, and that a link is no cause', () => {
  const [finding, figures] = cloudSentences({ n: 12, pearson: -0.412, spearman: -0.55 }, 'Fibre', 'Chômage');
  expect(finding).toBe(
    keepTogether(
      'Lien fort : quand « Fibre » augmente, « Chômage » diminue, en général. Un lien n’est pas une cause.',
    ),
  );
  expect(figures).toContain('−0,41');
  expect(figures).toContain('−0,55');
  expect(cloudSentences({ n: 9, pearson: 0.3, spearman: 0.02 }, 'A', 'B')[0]).toContain('Aucun lien visible');
  expect(cloudSentences({ n: 2, pearson: null, spearman: null }, 'A', 'B')[0]).toContain(
    'ne se calculent pas',
  );
});
