import { gzipSync } from 'node:zlib';
import type { Outline } from '../geography/outlines.ts';
import type { DemonstrationTerritory } from '../territory.ts';
import type { DemonstrationFile } from './file.ts';

const geometryOf = (outline: Outline): object =>
  outline.length === 1
    ? { type: 'Polygon', coordinates: outline[0] }
    : { type: 'MultiPolygon', coordinates: outline };

const collection = (features: readonly object[]): Buffer =>
  gzipSync(JSON.stringify({ type: 'FeatureCollection', features }), { level: 9 });

/** Outlines of the communes: the fine file, and a coarse one of a few kilobytes. */
export function outlineFiles({ communes }: DemonstrationTerritory): DemonstrationFile[] {
  const coarse = communes.filter(({ coarse: outline }) => outline.length > 0);
  return [
    {
      path: 'communes-50m.geojson.gz',
      content: collection(
        communes.map(({ code, name, outline }) => ({
          type: 'Feature',
          geometry: geometryOf(outline),
          properties: { code, nom: name },
        })),
      ),
      rows: communes.length,
      topic: 'geometry',
      separator: '',
      notes:
        'properties code and nom, 5 decimals; topologically clean: every inland edge is shared by two communes',
    },
    {
      path: 'communes-1000m.geojson.gz',
      content: collection(
        coarse.map(({ code, name, coarse: outline }) => ({
          type: 'Feature',
          properties: { code, nom: name },
          geometry: geometryOf(outline),
        })),
      ),
      rows: coarse.length,
      topic: 'geometry',
      separator: '',
      notes: 'very coarse; no collectivity and no arrondissement here',
    },
  ];
}
