import { expect, it } from 'vitest';
import { writeCalendar, type WeeklyEvent } from './calendar.ts';

const EVENT: WeeklyEvent = {
  id: 'A-1-38006',
  title: 'Permanence mobile à L’Isle-d’Abeau, devant la mairie ; entrée par la cour des écoles',
  about: 'Source : Insee, RP 2022 ; fichier établi le 25/11/2026.',
  place: 'L’Isle-d’Abeau',
  lon: 5.2,
  lat: 45.6,
  day: 1,
  from: 552,
  to: 700.4,
};

const written = (today: string, event = EVENT): string => [...writeCalendar([event], today)].join('');

it('begins on the first such day to come, every week, at local hours', () => {
  // A Wednesday, then the very day: the next week then.
  expect(written('2026-11-25')).toContain('DTSTART:20261201T091000\r\nDTEND:20261201T114000\r\n');
  expect(written('2026-12-01')).toContain('DTSTART:20261208T091000\r\n');
  expect(written('2026-12-31', { ...EVENT, day: 5 })).toContain('DTSTART:20270102T091000\r\n');
  expect(written('2026-11-25')).toContain('RRULE:FREQ=WEEKLY;BYDAY=TU\r\n');
});

it('escapes what would cut a line, and folds lines of more than 75 bytes without cutting a letter', () => {
  const text = written('2026-11-25');
  expect(text.split('\r\n').every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
  const unfolded = text.replaceAll('\r\n ', '');
  expect(unfolded).toContain('DESCRIPTION:Source : Insee\\, RP 2022 \\; fichier établi le 25/11/2026.\r\n');
  expect(unfolded).toContain('SUMMARY:Permanence mobile à L’Isle-d’Abeau\\, devant la mairie \\; entrée par');
});
