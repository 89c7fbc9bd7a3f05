import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timelineOf } from '../domain/strategy/plan/timeline.ts';
import { layOutTimeline } from './timeline-axis.ts';

const month = fc
  .tuple(fc.integer({ min: 2020, max: 2040 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, at]) => `${year}-${String(at).padStart(2, '0')}`);
const dated = fc.array(fc.record({ from: fc.option(month, { nil: '' }), to: month }), {
  minLength: 1,
  maxLength: 8,
});

describe('a calendar across', () => {
  it('keeps bars within the drawing, as long as their months, and names few enough years', () => {
    fc.assert(
      fc.property(dated, (list) => {
        const line = timelineOf(list.map((one, at) => ({ id: `${at}`, status: 'idea' as const, ...one })));
        if (!line) throw new Error('dated actions have a calendar');
        const { bars, years, months } = layOutTimeline(line, 0);
        const each = 100 / (12 * (line.to - line.from));
        bars.forEach(({ x, width }, at) => {
          expect(x).toBeGreaterThanOrEqual(-1e-9);
          expect(x + width).toBeLessThanOrEqual(100 + 1e-9);
          const { start, end } = line.bars[at] ?? { start: 0, end: 0 };
          expect(width).toBeCloseTo(each * (end - start), 6);
        });
        expect(years).toHaveLength(line.to - line.from);
        expect(years.filter(({ isNamed }) => isNamed).length).toBeLessThanOrEqual(7);
        for (const { x } of months) expect(x > 0 && x < 100).toBe(true);
      }),
    );
  });

  it('shows today where it is within, and nowhere else', () => {
    const line = timelineOf([{ id: 'a', status: 'idea', from: '2027-01', to: '2028-12' }]);
    if (!line) throw new Error('a dated action has a calendar');
    expect(layOutTimeline(line, 12 * 2028).today).toBe(50);
    expect(layOutTimeline(line, 12 * 2026).today).toBeNull();
    expect(layOutTimeline(line, 12 * 2029).today).toBeNull();
  });
});
