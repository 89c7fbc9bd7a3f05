import { emptyColumn, setCell, type Column } from '../indicators/column.ts';
import type { Indicator } from '../indicators/indicator.ts';
import { known } from '../indicators/value.ts';

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
  definition: 'Distance à vol d’oiseau entre le centre de la commune et le lieu d’aide au numérique le plus proche.',
  formula: 'Grand cercle sur une sphère de rayon 6 371 008,8 m, du centre publié de la commune au lieu.',
  limits: 'Les habitants vivent autour du centre ; une distance n’est pas un temps de trajet.',
  aggregate: { rule: 'none', reason: 'une distance ne s’agrège pas : on compte des habitants' },
};

/** Limits of the classes of distance, kilometres: those of the diagnosis and one below. */
export const DISTANCE_BREAKS = [2, 5, 10, 20] as const;

/** Distances in metres as a column in kilometres; unknown or without any place is absent. */
export function distanceColumn(distances: ArrayLike<number>): Column {
  const column = emptyColumn(distances.length);
  for (let at = 0; at < distances.length; at++) {
    const metres = distances[at] as number;
    if (Number.isFinite(metres)) setCell(column, at, known(metres / 1000));
  }
  return column;
}
