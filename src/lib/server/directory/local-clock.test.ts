import { expect, it } from 'vitest';
import { localClocks } from './local-clock.ts';

it('reads the clock of the commune, whatever that of the server', () => {
  const at = localClocks(new Date('2026-11-25T23:30:00Z'));
  expect(at('38185')).toEqual({ day: 3, minute: 30 });
  expect(at(null)).toEqual({ day: 3, minute: 30 });
  expect(at('97411')).toEqual({ day: 3, minute: 210 });
  expect(at('97105')).toEqual({ day: 2, minute: 19 * 60 + 30 });
});
