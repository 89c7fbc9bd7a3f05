import { describe, expect, it } from 'vitest';
import { prng } from '../random/prng.ts';
import { Frontier, spread } from './frontier.ts';

describe('the frontier', () => {
  it('gives back the cheapest first, whatever the order of arrival', () => {
    const random = prng(4);
    const frontier = new Frontier();
    const costs = Array.from({ length: 500 }, () => random.between(0, 100));
    costs.forEach((cost, item) => frontier.push(item, cost));
    const out = costs.map(() => frontier.pop().cost);
    expect(out).toEqual([...costs].sort((a, b) => a - b));
    expect(frontier.size).toBe(0);
    expect(() => frontier.pop()).toThrow('empty frontier');
  });
});

describe('spreading', () => {
  const links = (node: number): number[] =>
    [node - 1, node + 1].filter((next) => next >= 0 && next < 10 && next !== 7);

  it('gives each node to the seed that reaches it first, and leaves the unreachable alone', () => {
    const owner = spread(
      10,
      [
        { node: 0, start: 0 },
        { node: 5, start: 0 },
      ],
      links,
      () => 1,
    );
    expect([...owner]).toEqual([0, 0, 0, 1, 1, 1, 1, -1, -1, -1]);
  });

  it('takes the cost of the way into account', () => {
    const owner = spread(
      7,
      [
        { node: 0, start: 0 },
        { node: 6, start: 0 },
      ],
      (node) => links(node).filter((next) => next < 7),
      (_, __, seed) => (seed === 0 ? 5 : 1),
    );
    expect([...owner]).toEqual([0, 0, 1, 1, 1, 1, 1]);
  });
});
