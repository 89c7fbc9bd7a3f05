import type { FeatureCollection, Polygon } from 'geojson';
import { expect, it } from 'vitest';
import { openSample } from './fixture.ts';
import { writeGeoJson } from './geojson.ts';

const square: Polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 0],
    ],
  ],
};

it('writes features with the keys of the columns, and says beside them what they are', () => {
  const text = [...writeGeoJson(openSample(), new Map([['01001', square]]))].join('');
  const collection = JSON.parse(text) as FeatureCollection & Record<string, unknown>;
  expect(collection.features).toHaveLength(3);
  expect(collection.features[0]).toEqual({
    type: 'Feature',
    id: '01001',
    properties: {
      code: '01001',
      nom: 'L’Abergement',
      chomage: 12.25,
      'chomage-etat': 'valeur',
      'chomage-bas': null,
      'chomage-haut': null,
    },
    geometry: square,
  });
  expect(collection.features[1]?.geometry).toBeNull();
  expect(collection).toMatchObject({
    title: 'Communes : Isère',
    date: '2026-11-24',
    notes: ['Une note.'],
    sources: [{ producer: 'Insee', licence: 'Licence Ouverte 2.0' }],
  });
  expect(collection.columns).toContainEqual({
    key: 'chomage',
    label: 'Chômage',
    unit: '%',
    year: '2022',
    producer: 'Insee',
  });
});
