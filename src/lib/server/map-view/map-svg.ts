import { render } from 'svelte/server';
import MapBody from '../../charts/MapBody.svelte';
import MapPatterns from '../../charts/MapPatterns.svelte';
import type { MapFigure } from '../../charts/map-figure.ts';
import { mapInk } from '../../styles/ramps.ts';

const PREFIX = 'carte';

/**
 * The drawing alone of a map, as an SVG file: its page holds the title, the legend and the sources. Written by
 * the components of the pages, which escape every name; on paper in both themes, against which the classes were
 * chosen and measured.
 */
export function mapSvg(figure: MapFigure): Uint8Array<ArrayBuffer> {
  const patterns = render(MapPatterns, { props: { prefix: PREFIX } }).body;
  const body = render(MapBody, { props: { figure, prefix: PREFIX } }).body;
  const paper = `<rect width="100%" height="100%" fill="${mapInk.labelHalo}"/>`;
  const box = `0 0 ${figure.width} ${figure.height}`;
  return new TextEncoder().encode(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" font-family="sans-serif">${paper}${patterns}${body}</svg>`,
  );
}
