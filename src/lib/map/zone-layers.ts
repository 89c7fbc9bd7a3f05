import type { LayerSpecification } from 'maplibre-gl';
import type { ZoneKind } from '../domain/zones/zone.ts';
import { mapInk } from '../styles/ramps.ts';
import { MAP_FONTS } from './place-layers.ts';
import type { Tier } from './tiers.ts';

/** The hatch of priority neighbourhoods: it leans the other way from that of secrecy. */
export const ZONE_HATCH = 'zone-hatch';

export const zoneSource = (kind: ZoneKind): string => `zones-${kind}`;
export const zoneFill = (kind: ZoneKind): string => `zones-${kind}-fill`;
export const zonePoint = (kind: ZoneKind): string => `zones-${kind}-point`;

const IS_POINT = ['==', ['geometry-type'], 'Point'] satisfies unknown[];
const IS_AREA = ['!=', ['geometry-type'], 'Point'] satisfies unknown[];

/** Zoom from which names are written: below, they would hide what they name. */
const NAMES_FROM: Readonly<Record<ZoneKind, number>> = { qpv: 12, iris: 13 };

/**
 * How zones are drawn, from below: ink ringed with paper, so that they stand out from any colour of the
 * figures. Priority neighbourhoods are hatched and dashed, and are points before `outlines`; IRIS, which
 * leave no ground bare, are a thin line.
 */
export function zoneLayers(kind: ZoneKind, outlines: number): { layer: LayerSpecification; tier: Tier }[] {
  const base = { source: zoneSource(kind), 'source-layer': kind };
  const line = (id: string, paint: object): LayerSpecification =>
    ({
      ...base,
      id: `zones-${kind}-${id}`,
      type: 'line',
      minzoom: outlines,
      filter: IS_AREA,
      layout: { 'line-join': 'round' },
      paint,
    }) as LayerSpecification;
  const priority = kind === 'qpv';
  const layers: LayerSpecification[] = [
    {
      ...base,
      id: zoneFill(kind),
      type: 'fill',
      minzoom: outlines,
      filter: IS_AREA as never,
      paint: priority ? { 'fill-pattern': ZONE_HATCH } : { 'fill-opacity': 0 },
    },
    line('halo', {
      'line-color': mapInk.labelHalo,
      'line-width': priority ? 4 : 2,
      'line-opacity': priority ? 0.9 : 0.6,
    }),
    line('line', {
      'line-color': mapInk.selected,
      'line-width': priority ? 1.8 : 0.7,
      ...(priority && { 'line-dasharray': [3, 1.5] }),
    }),
  ];
  const point: LayerSpecification = {
    ...base,
    id: zonePoint(kind),
    type: 'circle',
    maxzoom: outlines,
    filter: IS_POINT as never,
    paint: {
      'circle-color': mapInk.selected,
      'circle-stroke-color': mapInk.labelHalo,
      'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], 4, 0.5, 9, 1.5],
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 4, 1.2, 7, 2.4, 10, 4.5],
    },
  };
  const names: LayerSpecification = {
    ...base,
    id: `zones-${kind}-name`,
    type: 'symbol',
    minzoom: NAMES_FROM[kind],
    filter: IS_POINT as never,
    layout: {
      'text-field': ['get', 'name'],
      'text-font': [...MAP_FONTS],
      'text-size': priority ? 13 : 12,
      'text-max-width': 9,
    },
    paint: { 'text-color': mapInk.selected, 'text-halo-color': mapInk.labelHalo, 'text-halo-width': 2 },
  };
  return [
    ...layers.map((layer) => ({ layer, tier: 'parents' as const })),
    ...(priority ? [{ layer: point, tier: 'places' as const }] : []),
    { layer: names, tier: 'labels' as const },
  ];
}
