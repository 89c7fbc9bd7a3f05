import type { OutlineAdapter } from '../../adapter.ts';

/** Outlines: the clean 50 m file for every commune, the 1000 m file for collectivities and arrondissements. */
export const contours: OutlineAdapter = {
  id: 'contours',
  kind: 'outlines',
  files: ['communes-50m.geojson.gz', 'communes-1000m.geojson.gz'],
  revision: 2,
};
