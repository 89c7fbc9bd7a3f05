import {
  qualitative,
  estimatedHatch,
  mapInk,
  stateColours,
  type Pattern,
  type PlaceStyle,
} from '../styles/ramps.ts';
import type { PlaceKind } from '../domain/places/place.ts';
import { ZONE_HATCH } from './zone-layers.ts';

/** Side of a pattern's tile and of a marker, CSS pixels. */
const TILE = 8;
const MARKER = 22;

/** An image for the map, drawn at `ratio` device pixels for one. */
export interface DrawnImage {
  id: string;
  image: ImageData;
  ratio: number;
}

type Draw = (context: CanvasRenderingContext2D) => void;

function drawn(id: string, side: number, ratio: number, draw: Draw): DrawnImage {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = side * ratio;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2d canvas');
  context.scale(ratio, ratio);
  draw(context);
  return { id, image: context.getImageData(0, 0, side * ratio, side * ratio), ratio };
}

/** Diagonals that meet at the edges of the tile. */
function hatch(context: CanvasRenderingContext2D, ink: string, width: number): void {
  context.strokeStyle = ink;
  context.lineWidth = width;
  context.beginPath();
  for (const shift of [-TILE, 0, TILE]) {
    context.moveTo(shift - 1, TILE + 1);
    context.lineTo(shift + TILE + 1, -1);
  }
  context.stroke();
}

const STROKES: Record<Pattern, (context: CanvasRenderingContext2D, ink: string) => void> = {
  hatch: (context, ink) => hatch(context, ink, 1.4),
  dots(context, ink) {
    context.fillStyle = ink;
    for (const [x, y] of [
      [TILE / 4, TILE / 4],
      [(3 * TILE) / 4, (3 * TILE) / 4],
    ] as const) {
      context.beginPath();
      context.arc(x, y, 1, 0, 2 * Math.PI);
      context.fill();
    }
  },
  rules(context, ink) {
    context.fillStyle = ink;
    context.fillRect(0, TILE / 4 - 0.5, TILE, 1);
    context.fillRect(0, (3 * TILE) / 4 - 0.5, TILE, 1);
  },
};

/** Patterns of territories without a class, and the fine hatch over estimated ones. */
export function statePatterns(ratio: number): DrawnImage[] {
  const states = Object.entries(stateColours).map(([state, { pattern, ground, ink }]) =>
    drawn(state, TILE, ratio, (context) => {
      context.fillStyle = ground;
      context.fillRect(0, 0, TILE, TILE);
      STROKES[pattern](context, ink);
    }),
  );
  return [...states, drawn('estimated', TILE, ratio, (context) => hatch(context, estimatedHatch, 0.8))];
}

/** Side of the tile of the hatch of neighbourhoods: wider apart than those of states. */
const ZONE_TILE = 12;

/** The hatch of priority neighbourhoods: ink ringed with paper, falling where that of secrecy rises. */
export const zonePattern = (ratio: number): DrawnImage =>
  drawn(ZONE_HATCH, ZONE_TILE, ratio, (context) => {
    for (const [ink, width] of [
      [mapInk.labelHalo, 2.6],
      [mapInk.selected, 1],
    ] as const) {
      context.strokeStyle = ink;
      context.lineWidth = width;
      context.beginPath();
      for (const shift of [-ZONE_TILE, 0, ZONE_TILE]) {
        context.moveTo(shift - 2, -2);
        context.lineTo(shift + ZONE_TILE + 2, ZONE_TILE + 2);
      }
      context.stroke();
    }
  });

/** Id of the marker of a place; an approximate position is drawn hollow. */
export const markerId = (kind: PlaceKind, approximate: boolean): string =>
  `place-${kind}${approximate ? '-approximate' : ''}`;

/** One marker a kind of place, filled and hollow. */
export function placeMarkers(ratio: number): DrawnImage[] {
  return (Object.entries(qualitative) as [PlaceKind, PlaceStyle][]).flatMap(([kind, style]) =>
    [false, true].map((approximate) =>
      drawn(markerId(kind, approximate), MARKER, ratio, (context) => {
        const { shape, fill, halo } = style;
        const middle = MARKER / 2;
        const outline = new Path2D();
        if (shape === 'circle') outline.arc(middle, middle, 6.5, 0, 2 * Math.PI);
        else if (shape === 'square') outline.roundRect(middle - 6, middle - 6, 12, 12, 1.5);
        else {
          outline.moveTo(middle, middle - 7.5);
          outline.lineTo(middle + 7.5, middle + 5.5);
          outline.lineTo(middle - 7.5, middle + 5.5);
          outline.closePath();
        }
        context.lineJoin = 'round';
        context.strokeStyle = halo;
        context.lineWidth = 4;
        context.stroke(outline);
        context.fillStyle = approximate ? halo : fill;
        context.fill(outline);
        if (!approximate) return;
        context.strokeStyle = fill;
        context.lineWidth = 2;
        context.stroke(outline);
      }),
    ),
  );
}
