import { mapInk } from '../styles/ramps.ts';
import { withOwnLook } from './computed-look.ts';
import { wrapText } from './wrap-text.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** A colour or a mark of a chart, in words. */
export interface ChartLegendItem {
  label: string;
  /** The colour that it explains; none for a sentence. */
  colour?: string;
}

/** What must be said of a chart once it is away from its page. */
export interface ChartWords {
  title: string;
  legend: readonly ChartLegendItem[];
  /** Sources, date, reservations: a sentence each. */
  notes: readonly string[];
}

/** Width of the picture and its margins, pixels. */
const WIDTH = 760;
const MARGIN = 24;
const INSIDE = WIDTH - 2 * MARGIN;

/**
 * The type of the page stays with the page: an image reaches no font file, so that the system's own
 * stands in where Atkinson Hyperlegible is not installed.
 */
const FONTS = "'Atkinson Hyperlegible Next', 'Helvetica Neue', Arial, sans-serif";

interface TextStyle {
  size: number;
  weight: number;
  /** From one line to the next. */
  leading: number;
}

const TITLE: TextStyle = { size: 19, weight: 700, leading: 25 };
const LEGEND: TextStyle = { size: 13, weight: 400, leading: 19 };
const NOTE: TextStyle = { size: 12, weight: 400, leading: 17 };
const SWATCH = 13;

/**
 * A chart of the page as a picture that stands alone: its title above, its legend and notes below, on
 * paper, in the colours of the light theme. Needs the chart in the document. A text of SVG, with its size.
 */
export function standaloneChart(chart: SVGSVGElement, words: ChartWords): string {
  const root = element('svg', { 'font-family': FONTS, fill: mapInk.label });
  const titled = element('title', {});
  titled.textContent = words.title;
  const ground = element('rect', { width: WIDTH, fill: mapInk.labelHalo });
  root.append(titled, ground);
  let y = write(root, words.title, MARGIN, MARGIN, TITLE);
  y = place(root, chart, y + 8) + 14;
  for (const { label, colour } of words.legend) {
    if (colour !== undefined) {
      root.append(element('rect', { x: MARGIN, y: y + 3, width: SWATCH, height: SWATCH, fill: colour }));
    }
    y = write(root, label, MARGIN + (colour === undefined ? 0 : SWATCH + 8), y, LEGEND);
  }
  y += words.legend.length > 0 ? 8 : 0;
  for (const note of words.notes) y = write(root, note, MARGIN, y, NOTE);
  const height = Math.ceil(y + MARGIN - 6);
  ground.setAttribute('height', String(height));
  for (const [name, value] of Object.entries({
    width: WIDTH,
    height,
    viewBox: `0 0 ${WIDTH} ${height}`,
  })) {
    root.setAttribute(name, String(value));
  }
  // The marks that the framework leaves between shapes; a « < » of the content is written « &lt; ».
  const text = new XMLSerializer().serializeToString(root).replace(/<!--.*?-->/gs, '');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${text}`;
}

/** Draws the chart across the picture; gives where it ends. */
function place(root: SVGElement, chart: SVGSVGElement, y: number): number {
  const shown = chart.getBoundingClientRect();
  const { width, height } = chart.viewBox.baseVal ?? shown;
  const [across, down] = width > 0 && height > 0 ? [width, height] : [shown.width, shown.height];
  const drawn = withOwnLook(chart);
  const size = (INSIDE * down) / across;
  if (!drawn.hasAttribute('viewBox')) drawn.setAttribute('viewBox', `0 0 ${across} ${down}`);
  for (const [name, value] of Object.entries({
    x: MARGIN,
    y,
    width: INSIDE,
    height: size,
    overflow: 'visible',
  })) {
    drawn.setAttribute(name, String(value));
  }
  root.append(drawn);
  return y + size;
}

/** Writes a text on as many lines as it takes; gives where it ends. */
function write(root: SVGElement, text: string, x: number, y: number, style: TextStyle): number {
  const lines = wrapText(text, WIDTH - MARGIN - x, (part) => widthOf(part, style));
  lines.forEach((line, at) => {
    const written = element('text', {
      x,
      y: y + style.size + at * style.leading,
      'font-size': style.size,
      'font-weight': style.weight,
    });
    written.textContent = line;
    root.append(written);
  });
  return y + lines.length * style.leading;
}

let context: CanvasRenderingContext2D | null = null;

function widthOf(text: string, { size, weight }: TextStyle): number {
  context ??= document.createElement('canvas').getContext('2d');
  // Half an em a character where nothing can be measured.
  if (!context) return (text.length * size) / 2;
  context.font = `${weight} ${size}px ${FONTS}`;
  return context.measureText(text).width;
}

function element(name: string, attributes: Record<string, string | number>): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}
