import { expect, it } from 'vitest';
import type { PrintedMap } from '../../diagnosis/diagnosis.ts';
import { brokenMaps } from './broken-maps.ts';
import type { SitesMap } from './report-drawings.ts';

const choropleth = (paths: { fill: 'land' | number; d: string }[]) => ({
  viewport: { x: 0, y: 0, width: 10, height: 10 },
  paths,
  edges: [],
  points: [],
  scale: { metres: 1000, length: 10 },
  border: 1,
});

function printed(d: string, count: number): PrintedMap {
  const layout = {
    width: 10,
    height: 10,
    colours: ['#fff'],
    entries: [{ fill: 0, label: 'a', count }],
    kinds: [],
  };
  return {
    layout,
    figure: { ...layout, map: choropleth([{ fill: 0, d }]), insets: [] },
    title: 'Carte A',
    label: '',
    legend: '',
    counted: '',
    notes: [],
  };
}

const maps = (need: PrintedMap | null) => ({ need, connection: null, gap: null });
const sites = (expected: number, drawn: number): SitesMap => ({
  figure: {
    width: 10,
    height: 10,
    map: choropleth([{ fill: 'land', d: 'M0 0h1z' }]),
    colours: [],
    marks: [],
  },
  title: 'Sites',
  label: '',
  note: '',
  expected,
  drawn,
});

it('finds a map with fewer territories drawn than counted, an empty path, or what is no number', () => {
  expect(brokenMaps({ maps: maps(printed('M0 0h1zM2 2h1z', 2)), sites: null })).toEqual([]);
  expect(brokenMaps({ maps: maps(printed('M0 0h1z', 2)), sites: null })).toEqual(['Carte A']);
  expect(brokenMaps({ maps: maps(printed('', 0)), sites: null })).toEqual(['Carte A']);
  expect(brokenMaps({ maps: maps(printed('MNaN 0h1z', 1)), sites: null })).toEqual(['Carte A']);
});

it('finds a diagnosis that was frozen without any map, and says nothing without a diagnosis', () => {
  expect(brokenMaps({ maps: maps(null), sites: null })).toEqual(['les cartes du diagnostic figé']);
  expect(brokenMaps({ maps: null, sites: null })).toEqual([]);
});

it('finds a map of sites that lacks a territory', () => {
  expect(brokenMaps({ maps: null, sites: sites(2, 2) })).toEqual([]);
  expect(brokenMaps({ maps: null, sites: sites(2, 1) })).toEqual(['Sites']);
});
