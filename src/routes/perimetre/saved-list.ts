import { readPerimeterName, readPerimeterTokens } from '#lib/view/perimeter-view.ts';

/** A perimeter that a person named and kept. */
export interface SavedPerimeter {
  name: string;
  tokens: readonly string[];
}

/** Longest list of tokens kept, in characters: the whole country, one commune in two. */
const LONGEST = 200_000;

/** What a browser kept, item by item: what cannot be read back is left out, and said. Never throws. */
export function readSaved(text: string | null): { saved: SavedPerimeter[]; damaged: boolean } {
  if (text === null) return { saved: [], damaged: false };
  let items: unknown;
  try {
    items = JSON.parse(text);
  } catch {
    return { saved: [], damaged: true };
  }
  if (!Array.isArray(items)) return { saved: [], damaged: true };
  const saved = (items as unknown[]).flatMap((item) => readItem(item) ?? []);
  return { saved: distinct(saved), damaged: saved.length < items.length };
}

function readItem(item: unknown): SavedPerimeter | null {
  if (typeof item !== 'object' || item === null || !('name' in item) || !('per' in item)) return null;
  if (typeof item.name !== 'string' || typeof item.per !== 'string') return null;
  const name = readPerimeterName(item.name);
  const { tokens } = readPerimeterTokens(item.per, LONGEST);
  return name === '' || tokens.length === 0 ? null : { name, tokens };
}

export const writeSaved = (saved: readonly SavedPerimeter[]): string =>
  JSON.stringify(saved.map(({ name, tokens }) => ({ name, per: tokens.join('_') })));

/** A perimeter in its place under its name, or at the end. */
export function withSaved(saved: readonly SavedPerimeter[], next: SavedPerimeter): SavedPerimeter[] {
  const held = saved.some(({ name }) => name === next.name);
  return held ? saved.map((one) => (one.name === next.name ? next : one)) : [...saved, next];
}

const distinct = (saved: readonly SavedPerimeter[]): SavedPerimeter[] =>
  saved.reduce<SavedPerimeter[]>(withSaved, []);
