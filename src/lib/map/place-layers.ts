import type { LayerSpecification } from 'maplibre-gl';

export const SOURCE = 'places';
export const CLUSTERS = 'place-clusters';
export const POINTS = 'place-points';

/** The font of the page: without an address for glyphs, the library draws them from it. */
export const MAP_FONTS = ['Atkinson Hyperlegible Next Variable'];

/** Paper discs ringed with ink, larger with the number of places, so that colour stays to the figures. */
export function clusterLayer(ink: string, paper: string): LayerSpecification {
  return {
    id: CLUSTERS,
    type: 'circle',
    source: SOURCE,
    filter: ['has', 'point_count'],
    paint: {
      'circle-color': paper,
      'circle-opacity': 0.94,
      'circle-stroke-color': ink,
      'circle-stroke-width': 1.5,
      'circle-radius': [
        'interpolate',
        ['linear'],
        ['sqrt', ['get', 'point_count']],
        1.4,
        10,
        5,
        13,
        14,
        19,
        40,
        26,
      ],
    },
  };
}

export function clusterCountLayer(ink: string): LayerSpecification {
  return {
    id: 'place-cluster-counts',
    type: 'symbol',
    source: SOURCE,
    filter: ['has', 'point_count'],
    layout: {
      'text-field': ['number-format', ['get', 'point_count'], { locale: 'fr-FR' }],
      'text-font': MAP_FONTS,
      'text-size': 13,
      'text-allow-overlap': true,
      // Names of towns keep off the discs.
      'text-padding': 9,
    },
    paint: { 'text-color': ink },
  };
}

export function pointLayer(): LayerSpecification {
  return {
    id: POINTS,
    type: 'symbol',
    source: SOURCE,
    filter: ['!', ['has', 'point_count']],
    layout: {
      'icon-image': ['get', 'marker'],
      'icon-allow-overlap': true,
      'icon-size': ['interpolate', ['linear'], ['zoom'], 5, 0.7, 10, 1],
    },
  };
}
