import type { Indicator } from '../indicators/indicator.ts';

/** The computed distance, described as an indicator is, so that maps and legends treat it alike. */
export const DISTANCE: Indicator = {
  id: 'distance-lieu',
  theme: 'connexion',
  label: 'Distance au lieu d’aide le plus proche',
  short: 'Lieu le plus proche',
  kind: 'count',
  unit: 'km',
  decimals: 0,
  year: 'calculée',
  source: 'cog-2026',
  worse: 'high',
  definition:
    'Distance à vol d’oiseau entre le centre de la commune et le lieu d’aide au numérique le plus proche.',
  formula: 'Grand cercle sur une sphère de rayon 6 371 008,8 m, du centre publié de la commune au lieu.',
  limits: 'Les habitants vivent autour du centre ; une distance n’est pas un temps de trajet.',
  aggregate: { rule: 'none', reason: 'une distance ne s’agrège pas : on compte des habitants' },
};
