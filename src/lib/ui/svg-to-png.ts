/** Twice the size on screen: sharp on paper and on dense screens. */
const SCALE = 2;

/** Browsers give a blank canvas past their limits; the smallest of those in use is 16 million pixels. */
const MOST_PIXELS = 16_000_000;

export interface ImageSize {
  width: number;
  height: number;
}

/** The size of an SVG text: its `width` and `height`, else its `viewBox`. Throws on what is no SVG. */
export function sizeOfSvg(svg: string): ImageSize {
  const root = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  if (root.localName !== 'svg') throw new TypeError('not a well-formed SVG');
  const box = (root.getAttribute('viewBox') ?? '').split(/[\s,]+/).map(Number);
  const width = Number.parseFloat(root.getAttribute('width') ?? '') || box[2];
  const height = Number.parseFloat(root.getAttribute('height') ?? '') || box[3];
  if (!width || !height) throw new TypeError('an SVG without a size');
  return { width, height };
}

/**
 * A standalone SVG as a PNG at `scale` times its size, less where a canvas would not hold it. Nothing is
 * fetched: what the SVG names outside itself is not drawn, and its text falls back to the system's fonts.
 */
export async function svgToPng(svg: string, scale = SCALE): Promise<Blob> {
  const { width, height } = sizeOfSvg(svg);
  const ratio = Math.min(scale, Math.sqrt(MOST_PIXELS / (width * height)));
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image(width, height);
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.floor(width * ratio);
    canvas.height = Math.floor(height * ratio);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!png) throw new Error('the browser made no PNG of this size');
    return png;
  } finally {
    URL.revokeObjectURL(address);
  }
}
