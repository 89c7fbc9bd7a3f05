import type { StyleSpecification } from 'maplibre-gl';

/** What lies over what, from the ground up. A layer goes at the top of its slot. */
export const SLOTS = ['basemap', 'land', 'figures', 'borders', 'parents', 'emphasis', 'labels', 'places'] as const;

export type Slot = (typeof SLOTS)[number];

/** Id of the invisible layer that closes a slot. */
export const slotId = (slot: Slot): string => `slot-${slot}`;

/** Id of the layer that paints what no territory covers. */
export const GROUND = 'ground';

/** The bundled style: a ground and the slots. No address in it, so that it works without a network. */
export function bundledStyle(ground: string): StyleSpecification {
  return {
    version: 8,
    sources: {},
    layers: [
      { id: GROUND, type: 'background', paint: { 'background-color': ground } },
      ...SLOTS.map((slot) => ({
        id: slotId(slot),
        type: 'background' as const,
        layout: { visibility: 'none' as const },
      })),
    ],
  };
}
