import { expect, it } from 'vitest';
import { freshnessOf } from './freshness.ts';

it('marks a record by its days, as the national tool does', () => {
  expect(freshnessOf('2026-11-25', '2026-11-25')).toEqual({ months: 0, mark: 'fresh' });
  expect(freshnessOf('2025-11-26', '2026-11-25').mark).toBe('fresh');
  expect(freshnessOf('2025-11-25', '2026-11-25')).toEqual({ months: 11, mark: 'to-check' });
  expect(freshnessOf('2025-05-26', '2026-11-25').mark).toBe('to-check');
  expect(freshnessOf('2025-05-25', '2026-11-25').mark).toBe('to-update');
});

it('never takes an unknown date for a fresh one', () => {
  expect(freshnessOf(null, '2026-11-25')).toEqual({ months: null, mark: 'to-update' });
  expect(freshnessOf('hier', '2026-11-25')).toEqual({ months: null, mark: 'to-update' });
});
