import type { Indicator } from '../indicators/indicator.ts';
import type { Recipe } from './recipe.ts';

/** An index described as an indicator is, so that maps, legends and tables treat it alike. */
export function indexIndicator({ normalisation }: Pick<Recipe, 'normalisation'>, label: string): Indicator {
  const people = normalisation === 'people';
  return {
    id: 'indice',
    theme: 'fragilite',
    label,
    short: label,
    kind: people ? 'count' : 'score',
    unit: people ? 'personnes' : 'sur 10',
    decimals: people ? 0 : 2,
    year: 'calculé',
    source: 'cog-2026',
    worse: 'high',
    definition: 'Moyenne pondérée de plusieurs indicateurs, chacun ramené à une même échelle.',
    formula: 'Σ poids × sous-score / Σ poids des indicateurs connus.',
    limits: 'Un indice résume des choix : ses poids, son échelle, ceux à qui l’on compare.',
    aggregate: { rule: 'none', reason: 'un indice se calcule à chaque niveau, il ne s’agrège pas' },
  };
}
