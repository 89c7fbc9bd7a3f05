import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costOf, respects } from './instance.ts';
import { narrow, OPENED } from './narrow.ts';
import { randomInstance } from './random-instance.ts';

describe('a narrowed instance', () => {
  it('costs what the whole one does with what was opened, and allows the same', () => {
    fc.assert(
      fc.property(
        randomInstance,
        fc.array(fc.nat(2), { minLength: 8, maxLength: 8 }),
        fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
        (instance, drawn, chosen) => {
          const decided = drawn.slice(0, instance.lists.siteCount);
          const { instance: part, sitesFrom } = narrow(instance, decided);
          const open = Array.from(sitesFrom.keys()).filter((j) => chosen[j]);
          const opened = Array.from(decided.keys()).filter((j) => decided[j] === OPENED);
          const all = [...opened, ...open.map((j) => sitesFrom[j] as number)];
          expect(costOf(part, open)).toBeCloseTo(costOf(instance, all), 6);
          expect(respects(part.rule, open)).toBe(respects(instance.rule, all));
        },
      ),
    );
  });
});
