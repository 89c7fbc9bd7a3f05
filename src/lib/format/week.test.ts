import { expect, it } from 'vitest';
import { weekOf } from '../domain/places/opening-week.ts';
import { weekRows, weekSentence } from './week.ts';

const opening = (day: number, from: number, to: number) => ({ day, from: from * 60, to: to * 60 });
const weekdays = [0, 1, 2, 3, 4].flatMap((day) => [opening(day, 9, 12), opening(day, 13.5, 17)]);

it('gives seven days, hours that no line breaks, and « fermé »', () => {
  const rows = weekRows(weekdays);
  expect(rows).toHaveLength(7);
  expect(rows[0]).toEqual({
    day: 'lundi',
    openings: '9\u00a0h\u00a0–\u00a012\u00a0h, 13\u00a0h\u00a030\u00a0–\u00a017\u00a0h',
  });
  expect(rows[6]).toEqual({ day: 'dimanche', openings: 'fermé' });
});

it('sums a week up: hours, the moments people look for, Saturday when closed', () => {
  const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
  expect(plain(weekSentence(weekdays))).toBe(
    'Ouvert 32 h 30 par semaine, dont le mercredi après-midi ; fermé le samedi.',
  );
  expect(plain(weekSentence([opening(0, 9, 12)]))).toBe('Ouvert 3 h par semaine ; fermé le samedi.');
  expect(plain(weekSentence(weekOf([{ from: 0, to: 7 * 1_440 }])))).toBe(
    'Ouvert 168 h par semaine, dont le mercredi après-midi, le samedi et en soirée.',
  );
  expect(weekSentence([])).toBe('Fermé toute la semaine.');
});
