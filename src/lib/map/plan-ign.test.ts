import { expect, it } from 'vitest';
import { readBasemap } from './plan-ign.ts';
import { MAP_FONTS } from './place-layers.ts';

const style = {
  version: 8,
  glyphs: 'https://plan.test/{fontstack}/{range}.pbf',
  sprite: 'https://plan.test/sprite',
  sources: {
    plan: { type: 'vector', tiles: ['https://plan.test/{z}/{x}/{y}.pbf'] },
    relief: { type: 'raster-dem' },
  },
  layers: [
    { id: 'fond', type: 'background', paint: {} },
    { id: 'eau', type: 'fill', source: 'plan', 'source-layer': 'hydro', paint: { 'fill-color': '#abc' } },
    { id: 'bois', type: 'fill', source: 'plan', 'source-layer': 'veg', paint: { 'fill-pattern': 'bois' } },
    { id: 'ombre', type: 'hillshade', source: 'relief' },
    { id: 'route', type: 'line', source: 'plan', 'source-layer': 'routier', paint: {} },
    {
      id: 'noms',
      type: 'symbol',
      source: 'plan',
      'source-layer': 'toponyme',
      layout: { 'text-field': '{texte}', 'text-font': ['Source Sans Pro'], 'icon-image': 'point' },
      paint: { 'text-color': '#222', 'icon-opacity': 1 },
    },
    {
      id: 'fleches',
      type: 'symbol',
      source: 'plan',
      'source-layer': 'routier',
      layout: { 'icon-image': 'fleche' },
    },
  ],
};

it('takes areas and lines beneath, names above, and nothing that needs a sprite or glyphs', () => {
  const basemap = readBasemap(style);
  expect(basemap?.sources).toEqual({ 'plan-plan': { ...style.sources.plan, attribution: '© IGN' } });
  expect(basemap?.beneath.map(({ id }) => id)).toEqual(['plan-eau', 'plan-route']);
  expect(basemap?.above).toEqual([
    {
      id: 'plan-noms',
      type: 'symbol',
      source: 'plan-plan',
      'source-layer': 'toponyme',
      layout: { 'text-field': '{texte}', 'text-font': MAP_FONTS },
      paint: { 'text-color': '#222' },
    },
  ]);
});

it('refuses what is not a style', () => {
  for (const other of [
    null,
    'style',
    {},
    { version: 7, sources: {}, layers: [] },
    { version: 8, sources: {}, layers: [null] },
  ]) {
    expect(readBasemap(other)).toBeNull();
  }
});
