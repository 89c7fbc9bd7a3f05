import fc from 'fast-check';
import { expect, it } from 'vitest';
import { visvalingam } from './visvalingam.ts';

/** The definition itself: take the smallest triangle out, again and again. */
function bruteForce(x: readonly number[], y: readonly number[]): number[] {
  const weights = x.map(() => Infinity);
  const left = x.map((_, i) => i);
  let reached = 0;
  while (left.length > 2) {
    const area = (place: number): number => {
      const [a, b, c] = [left[place - 1]!, left[place]!, left[place + 1]!];
      return Math.abs((x[b]! - x[a]!) * (y[c]! - y[a]!) - (x[c]! - x[a]!) * (y[b]! - y[a]!)) / 2;
    };
    let best = 1;
    for (let place = 2; place < left.length - 1; place++) if (area(place) < area(best)) best = place;
    reached = Math.max(reached, area(best));
    weights[left[best]!] = reached;
    left.splice(best, 1);
  }
  return weights;
}

it('weighs each point as the definition does', () => {
  const line = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 })), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(line, (points) => {
      const x = points.map(([value]) => value);
      const y = points.map(([, value]) => value);
      const weights = new Float32Array(points.length);
      visvalingam(Float64Array.from(x), Float64Array.from(y), weights);
      expect([...weights]).toEqual(bruteForce(x, y));
    }),
  );
});
