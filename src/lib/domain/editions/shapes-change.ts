import type { BeforeAfter } from './edition-changes.ts';

/** What an edition draws under each code, and what it says beside: a digest of each. */
export type Shapes = ReadonlyMap<string, { drawn: string; said: string }>;

/** What a new edition does to areas that are drawn. */
export interface ShapesChange {
  areas: BeforeAfter;
  gained: number;
  lost: number;
  /** Those of both editions whose outline is another. */
  moved: number;
  /** Those of both, with the same outline, of which something else is said: name, communes, people. */
  described: number;
}

/** Compares what two editions draw: an area is the same by its code. */
export function shapesChange(before: Shapes, after: Shapes): ShapesChange {
  const change = { gained: 0, moved: 0, described: 0 };
  let both = 0;
  for (const [code, { drawn, said }] of after) {
    const was = before.get(code);
    if (was) both++;
    if (!was) change.gained++;
    else if (was.drawn !== drawn) change.moved++;
    else if (was.said !== said) change.described++;
  }
  return { areas: { before: before.size, after: after.size }, lost: before.size - both, ...change };
}

/** Whether they are the same in both editions. */
export const isSameShapes = ({ gained, lost, moved, described }: ShapesChange): boolean =>
  gained + lost + moved + described === 0;
