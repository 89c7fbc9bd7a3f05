import type { Cloud } from './scatter-cloud.ts';

/** An image to write points in: black of varying opacity, that the page turns to its ink. */
export interface Raster {
  /** Device pixels. */
  width: number;
  height: number;
  /** RGBA, four bytes a pixel. */
  data: Uint8ClampedArray;
}

/** Radius of a point, page pixels: bigger where there are few. */
const radiusOf = (points: number): number => (points > 5_000 ? 1.2 : points > 500 ? 2.2 : 3.5);

/** A point alone is never fainter, nor darker, than this. */
const FAINTEST = 0.1;
const DARKEST = 0.7;

/** Share of the pixels drawn on that are still told apart; the densest of them leave this much light. */
const TOLD_APART = 0.98;
const LIGHT_LEFT = 0.12;

/** What is left of the points that stand back. */
const BACK = 0.12;

/** More points than this on a pixel are not counted. */
const MOST = 255;

/**
 * Writes the points of a cloud, so that density reads as darkness: where k of them overlap, the opacity
 * is 1 − (1 − a)^k, as if they were drawn one over the other. `kept`, by territory, brings some forward.
 * One pass over the points and one over the pixels: a cloud of the country takes a few milliseconds.
 */
export function paintCloud(cloud: Cloud, raster: Raster, ratio: number, kept: Uint8Array | null): void {
  const { width, height, data } = raster;
  const { px, py, ordinals } = cloud;
  const front = new Uint8Array(width * height);
  const back = kept ? new Uint8Array(width * height) : null;
  const stamp = discOf(radiusOf(ordinals.length) * ratio);
  for (let point = 0; point < ordinals.length; point++) {
    const layer = back && !kept?.[ordinals[point] as number] ? back : front;
    const x = Math.round((px[point] as number) * ratio);
    const y = Math.round((py[point] as number) * ratio);
    for (let i = 0; i < stamp.length; i += 2) {
      const column = x + (stamp[i] as number);
      const row = y + (stamp[i + 1] as number);
      if (column < 0 || row < 0 || column >= width || row >= height) continue;
      const pixel = row * width + column;
      if ((layer[pixel] as number) < MOST) layer[pixel] = (layer[pixel] as number) + 1;
    }
  }
  const opacity = opacityOf(front);
  const shades = Float32Array.from({ length: MOST + 1 }, (_, k) => 1 - (1 - opacity) ** k);
  data.fill(0);
  for (let pixel = 0; pixel < front.length; pixel++) {
    const over = front[pixel] as number;
    const under = back ? (back[pixel] as number) : 0;
    if (over === 0 && under === 0) continue;
    const shade = Math.max(shades[over] as number, BACK * (shades[under] as number));
    data[4 * pixel + 3] = Math.round(255 * shade);
  }
}

/** The opacity of one point at which nearly every pixel of the drawing still tells more from less. */
function opacityOf(counts: Uint8Array): number {
  const pixels = new Uint32Array(MOST + 1);
  for (const count of counts) pixels[count] = (pixels[count] as number) + 1;
  const drawn = counts.length - (pixels[0] as number);
  let most = 1;
  for (let below = pixels[1] as number; most < MOST && below < TOLD_APART * drawn; most++)
    below += pixels[most + 1] as number;
  return Math.min(DARKEST, Math.max(FAINTEST, 1 - LIGHT_LEFT ** (1 / most)));
}

/** The pixels of a disc around its centre, as pairs. */
function discOf(radius: number): Int8Array {
  const pixels: number[] = [];
  const edge = Math.floor(radius);
  for (let y = -edge; y <= edge; y++)
    for (let x = -edge; x <= edge; x++) if (x * x + y * y <= radius * radius) pixels.push(x, y);
  return Int8Array.from(pixels);
}
