import { expect, it } from 'vitest';
import { DrawingGate, TooManyDrawings } from './drawing-gate.ts';

const refusal = async (drawing: Promise<unknown>): Promise<[number, number] | null> => {
  const refused = await drawing.then(
    () => null,
    (cause: unknown) => cause,
  );
  return refused instanceof TooManyDrawings ? [refused.status, refused.seconds] : null;
};

it('draws one after the other, and goes on after one that fails', async () => {
  const gate = new DrawingGate();
  const told: string[] = [];
  const draw = (name: string, fails = false) =>
    gate.draw('a', 0, async () => {
      told.push(`${name} begins`);
      await Promise.resolve();
      told.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    });
  const made = await Promise.allSettled([draw('one'), draw('two', true), draw('three')]);
  expect(made.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(told).toEqual(['one begins', 'one ends', 'two begins', 'two ends', 'three begins', 'three ends']);
});

it('somebody who asks too often is told when to come back, others are served', async () => {
  const gate = new DrawingGate();
  for (let at = 0; at < 60; at++) await gate.draw('a', 1_000, () => Promise.resolve(at));
  expect(await refusal(gate.draw('a', 31_000, () => Promise.resolve()))).toEqual([429, 30]);
  expect(await refusal(gate.draw('b', 31_000, () => Promise.resolve()))).toBeNull();
  expect(await refusal(gate.draw('a', 61_000, () => Promise.resolve()))).toBeNull();
});

it('past a line of drawings everybody is told at once, until it has moved', async () => {
  const gate = new DrawingGate();
  let open = (): void => undefined;
  const shut = new Promise<void>((resolve) => (open = resolve));
  const line = Array.from({ length: 24 }, (_, at) => gate.draw(`reader ${at}`, 0, () => shut));
  expect(await refusal(gate.draw('late', 0, () => Promise.resolve()))).toEqual([503, 10]);
  open();
  await Promise.all(line);
  expect(await gate.draw('late', 0, () => Promise.resolve('drawn'))).toBe('drawn');
});
