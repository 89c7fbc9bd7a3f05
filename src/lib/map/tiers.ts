import type { StyleSpecification } from 'maplibre-gl';

/** What lies over what, from the ground up. A layer goes at the top of its tier. */
export const TIERS = [
  'basemap',
  'land',
  'figures',
  'borders',
  'parents',
  'emphasis',
  'labels',
  'places',
] as const;

export type Tier = (typeof TIERS)[number];

/** Id of the invisible layer that closes a tier. */
export const tierId = (tier: Tier): string => `tier-${tier}`;

/** Id of the layer that paints what no territory covers. */
export const GROUND = 'ground';

/** The bundled style: a ground and the tiers. No address in it, so that it works without a network. */
export function bundledStyle(ground: string): StyleSpecification {
  return {
    version: 8,
    sources: {},
    layers: [
      { id: GROUND, type: 'background', paint: { 'background-color': ground } },
      ...TIERS.map((tier) => ({
        id: tierId(tier),
        type: 'background' as const,
        layout: { visibility: 'none' as const },
      })),
    ],
  };
}
