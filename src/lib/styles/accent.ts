import { contrast, hexOfLab, labOf, textOn } from './colour.ts';

/** The roles of an accent in one theme, each `#rrggbb`. */
export interface AccentRoles {
  accent: string;
  hover: string;
  /** Text on it. */
  on: string;
  /** Ground of what is chosen. */
  soft: string;
}

/** What an accent is read on: the grounds of `tokens/colour.css`, the hardest of each theme. */
const GROUNDS = { light: '#f2f0e9', dark: '#182227' } as const;

/** Text and controls. */
const LEAST = 4.6;
const STEP = 1;

/** The nearest colour of the same hue that reads on a ground: darker on a light one, lighter on a dark one. */
function readable(hex: string, ground: string, way: -1 | 1): string {
  const { l, a, b } = labOf(hex);
  for (let at = l; at >= 0 && at <= 100; at += way * STEP) {
    const found = hexOfLab({ l: at, a, b });
    if (contrast(found, ground) >= LEAST) return found;
  }
  return textOn(ground);
}

const mixed = (hex: string, ground: string, part: number): string => {
  const [from, to] = [labOf(ground), labOf(hex)];
  const between = (p: number, q: number): number => p + (q - p) * part;
  return hexOfLab({ l: between(from.l, to.l), a: between(from.a, to.a), b: between(from.b, to.b) });
};

/** How much of the accent its soft ground holds. */
const SOFT = 0.12;

/**
 * The roles of an accent chosen by others, `#rrggbb`, made readable in each theme: whatever is asked,
 * links keep a contrast of 4.5 with every ground.
 */
export function accentRoles(hex: string): Record<'light' | 'dark', AccentRoles> {
  const rolesOn = (theme: 'light' | 'dark'): AccentRoles => {
    const way = theme === 'light' ? -1 : 1;
    const ground = GROUNDS[theme];
    const soft = mixed(hex, ground, SOFT);
    const harder = contrast(soft, ground) > 1 && way < 0 === labOf(soft).l < labOf(ground).l ? soft : ground;
    const accent = readable(hex, harder, way);
    return { accent, hover: readable(hexOfLab(shifted(accent, way)), harder, way), on: textOn(accent), soft };
  };
  return { light: rolesOn('light'), dark: rolesOn('dark') };
}

/** A step further from the ground. */
const shifted = (hex: string, way: -1 | 1) => {
  const lab = labOf(hex);
  return { ...lab, l: Math.min(100, Math.max(0, lab.l + way * 10)) };
};
