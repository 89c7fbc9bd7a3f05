import { expect, it } from 'vitest';
import { MAP_LEVELS } from '../domain/territory/level.ts';
import { shownLevel } from './shown-level.ts';

it('goes from intercommunalities to communes by zoom', () => {
  expect(shownLevel('auto', 5, MAP_LEVELS)).toEqual({ level: 'epci', missing: null });
  expect(shownLevel('auto', 7.5, MAP_LEVELS)).toEqual({ level: 'commune', missing: null });
});

it('shows communes at every zoom when the indicator does not aggregate', () => {
  expect(shownLevel('auto', 4, ['commune'])).toEqual({ level: 'commune', missing: null });
});

it('keeps a fixed level, or says that it has no figures', () => {
  expect(shownLevel('region', 12, MAP_LEVELS)).toEqual({ level: 'region', missing: null });
  expect(shownLevel('region', 12, ['commune', 'epci'])).toEqual({ level: 'commune', missing: 'region' });
});
