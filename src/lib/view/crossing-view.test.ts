import { describe, expect, it } from 'vitest';
import { crossedWith, cutOf, isCrossable, secondCut } from './crossing-view.ts';
import { DEFAULT_VIEW } from './map-view.ts';

const view = { ...DEFAULT_VIEW, indicator: 'chomage', second: 'fibre-2026' };

describe('what a view crosses', () => {
  it('is its second measure, of any kind that has an order', () => {
    expect(crossedWith(DEFAULT_VIEW)).toBeNull();
    expect(crossedWith(view)).toBe('fibre-2026');
    expect(crossedWith({ ...view, second: 'distance' })).toBe('distance');
    expect(crossedWith({ ...view, layer: 'index', second: 'chomage' })).toBe('chomage');
    expect(isCrossable('fibre-2018')).toBe(true);
  });

  it('is nothing for a category, or a measure with itself', () => {
    expect(crossedWith({ ...view, second: 'ruralite' })).toBeNull();
    expect(crossedWith({ ...view, indicator: 'densite' })).toBeNull();
    expect(crossedWith({ ...view, second: 'chomage' })).toBeNull();
    expect(crossedWith({ ...view, layer: 'distance', second: 'distance' })).toBeNull();
  });

  it('is cut in three by the method of the view', () => {
    expect(cutOf({ ...view, method: 'jenks', classes: 7 })).toEqual({
      method: 'jenks',
      classes: 3,
      breaks: [],
    });
    expect(cutOf({ ...view, second: null, method: 'jenks', classes: 7 }).classes).toBe(7);
  });

  it('takes two limits of one’s own for the first measure only', () => {
    const own = { ...view, method: 'manual', classes: 3, breaks: [5, 10] } as const;
    expect(cutOf(own)).toEqual({ method: 'manual', classes: 3, breaks: [5, 10] });
    expect(secondCut(own)).toEqual({ method: 'quantile', classes: 3, breaks: [] });
    expect(cutOf({ ...own, breaks: [5, 10, 15], classes: 4 }).method).toBe('quantile');
  });
});
