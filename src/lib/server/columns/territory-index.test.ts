import { expect, it } from 'vitest';
import { Territories } from '../../domain/territory/territories.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import { territoryIndexFile, type TerritoryIndex } from './territory-index.ts';

const commune = (ordinal: number, code: string, fields: Partial<Territory>): Territory => ({
  level: 'commune',
  code,
  name: `Commune ${code}`,
  ordinal,
  zone: 'metro',
  kind: null,
  population: 1234,
  lat: 45.123456,
  lon: 5.987654,
  surfaceKm2: null,
  commune: null,
  epci: null,
  ept: null,
  departement: code.slice(0, 2),
  region: null,
  postcodes: ['38000'],
  bbox: null,
  ...fields,
});

const first = commune(0, '38001', {});
const second = commune(1, '38002', { population: null, lat: null, lon: null, postcodes: [] });

it('lists territories in column order, rounded, unknown as null', () => {
  const file = territoryIndexFile(new Territories([second, first]), 'commune');
  const index = JSON.parse(new TextDecoder().decode(file.json)) as TerritoryIndex;
  expect(index).toEqual({
    level: 'commune',
    codes: ['38001', '38002'],
    names: ['Commune 38001', 'Commune 38002'],
    departements: ['38', '38'],
    populations: [1234, null],
    lats: [45.1235, null],
    lons: [5.9877, null],
    epcis: [-1, -1],
    regions: [-1, -1],
    postcodes: [['38000'], []],
  });
});

it('is named by its content', () => {
  const once = territoryIndexFile(new Territories([first, second]), 'commune').hash;
  expect(territoryIndexFile(new Territories([second, first]), 'commune').hash).toBe(once);
  const renamed = { ...first, name: 'Autre nom' };
  expect(territoryIndexFile(new Territories([renamed, second]), 'commune').hash).not.toBe(once);
  expect(once).toMatch(/^[0-9a-f]{16}$/);
});

it('leaves postcodes out of other levels', () => {
  const epci = { ...first, level: 'epci' as const, code: '200040715' };
  const { json } = territoryIndexFile(new Territories([epci]), 'epci');
  expect(JSON.parse(new TextDecoder().decode(json))).not.toHaveProperty('postcodes');
});
