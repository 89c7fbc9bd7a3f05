import { expect, it } from 'vitest';
import { NO_FILTER, traitsOf } from '../domain/places/filter.ts';
import type { PlacePoints } from '../domain/places/place-points.ts';
import { placeFeatures, tallyPlaces } from './place-features.ts';
import { townFeatures } from './town-features.ts';

const traits = (kind: 'mediation' | 'france-services'): number =>
  traitsOf({ kind, services: [], fees: [], support: [], onBehalf: false });
const places: PlacePoints = {
  lands: new Uint8Array(3),
  homes: new Int32Array(3).fill(-1),
  hours: new Float32Array(3).fill(Number.NaN),
  lons: Float64Array.of(5, 6, Number.NaN),
  lats: Float64Array.of(45, 46, Number.NaN),
  traits: Uint32Array.of(traits('mediation'), traits('france-services'), traits('mediation')),
  approximate: Uint8Array.of(1, 0, 0),
};

it('draws the places that match and stand somewhere, approximate ones apart', () => {
  const { features } = placeFeatures(places, { ...NO_FILTER, kinds: ['mediation'] });
  expect(features.map(({ properties }) => properties)).toEqual([
    { rank: 0, marker: 'place-mediation-approximate' },
  ]);
});

it('counts every place that matches, those without a position apart', () => {
  expect(tallyPlaces(places, NO_FILTER)).toEqual({
    total: 3,
    byKind: { 'france-services': 1, 'conseiller-numerique': 0, mediation: 2 },
    approximate: 1,
    unplaced: 1,
  });
  const chosen = tallyPlaces(places, { ...NO_FILTER, kinds: ['france-services'] });
  expect(chosen).toMatchObject({ total: 1, byKind: { 'france-services': 1, mediation: 2 } });
});

it('names the most populous communes first', () => {
  const towns = Array.from({ length: 40 }, (_, i) => ({
    name: `Ville ${i}`,
    lon: 0,
    lat: 45,
    population: i,
  }));
  const { features } = townFeatures(towns);
  expect(features[0]?.properties).toMatchObject({ name: 'Ville 39', rank: 0, zoom: 4 });
  expect(features.at(-1)?.properties.zoom).toBeGreaterThan(4);
});
