/** Colour arithmetic for the ramps and their tests: hex ⇄ CIELAB (D65), contrast, mixing. */

export interface Lab {
  l: number;
  a: number;
  b: number;
}

type Triple = readonly [number, number, number];

const WHITE: Triple = [0.95047, 1, 1.08883];
const KAPPA = 24389 / 27;
const EPSILON = 216 / 24389;

/** Linear-light sRGB, each 0 to 1, of a `#rrggbb`. Throws on any other text. */
export function linearRgb(hex: string): Triple {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex);
  if (!match) throw new RangeError(`not a #rrggbb colour: ${hex}`);
  const channel = (text: string | undefined): number => {
    const v = Number.parseInt(text ?? '', 16) / 255;
    return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  };
  return [channel(match[1]), channel(match[2]), channel(match[3])];
}

/** `#rrggbb` of linear-light sRGB, clipped to the gamut. */
export function hexOfLinear([r, g, b]: Triple): string {
  const channel = (v: number): string => {
    const clipped = Math.min(1, Math.max(0, v));
    const encoded = clipped <= 0.0031308 ? clipped * 12.92 : 1.055 * clipped ** (1 / 2.4) - 0.055;
    return Math.round(encoded * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(r)}${channel(g)}${channel(b)}`;
}

export function labOf(hex: string): Lab {
  const [r, g, b] = linearRgb(hex);
  const f = (t: number): number => (t > EPSILON ? Math.cbrt(t) : (KAPPA * t + 16) / 116);
  const x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / WHITE[0]);
  const y = f((0.2126729 * r + 0.7151522 * g + 0.072175 * b) / WHITE[1]);
  const z = f((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / WHITE[2]);
  return { l: 116 * y - 16, a: 500 * (x - y), b: 200 * (y - z) };
}

export function hexOfLab({ l, a, b }: Lab): string {
  const fy = (l + 16) / 116;
  const inverse = (f: number): number => (f ** 3 > EPSILON ? f ** 3 : (116 * f - 16) / KAPPA);
  const x = WHITE[0] * inverse(fy + a / 500);
  const y = WHITE[1] * inverse(fy);
  const z = WHITE[2] * inverse(fy - b / 200);
  return hexOfLinear([
    3.2404542 * x - 1.5371385 * y - 0.4985314 * z,
    -0.969266 * x + 1.8760108 * y + 0.041556 * z,
    0.0556434 * x - 0.2040259 * y + 1.0572252 * z,
  ]);
}

/** The colour at `t` (0 to 1) along a path of colours evenly spaced, straight in CIELAB. */
export function alongPath(path: readonly string[], t: number): string {
  const at = Math.min(1, Math.max(0, t)) * (path.length - 1);
  const i = Math.min(path.length - 2, Math.floor(at));
  const from = labOf(path[i] as string);
  const to = labOf(path[i + 1] as string);
  const mix = (p: number, q: number): number => p + (q - p) * (at - i);
  return hexOfLab({ l: mix(from.l, to.l), a: mix(from.a, to.a), b: mix(from.b, to.b) });
}

/** WCAG contrast ratio of two colours, 1 to 21. */
export function contrast(first: string, second: string): number {
  const luminance = (hex: string): number => {
    const [r, g, b] = linearRgb(hex);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [low, high] = [luminance(first), luminance(second)].sort((p, q) => p - q) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** The black or white text that reads better on a colour. */
export const textOn = (hex: string): string =>
  contrast(hex, '#ffffff') >= contrast(hex, '#000000') ? '#ffffff' : '#000000';
