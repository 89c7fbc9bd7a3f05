import { describe, expect, it } from 'vitest';
import { formatOpeningHours } from './opening-hours.ts';

const write = (hours: string): string => formatOpeningHours(hours).replaceAll('\u00a0', ' ');

describe('formatOpeningHours', () => {
  it('puts a plain week into words', () => {
    expect(write('Mo-Th 09:00-12:00,13:30-17:00; Fr 09:00-12:00')).toBe(
      'lundi au jeudi 9 h–12 h et 13 h 30–17 h ; vendredi 9 h–12 h',
    );
    expect(write('Mo,We 08:05-12:00; Sa off')).toBe('lundi, mercredi 8 h 05–12 h ; samedi fermé');
  });

  it.each(['24/7', 'Mo[1] 09:00-12:00', 'week 2-52/2 Mo 09:00-12:00', 'sur rendez-vous', 'Mo 09:00+'])(
    'gives %j back as it is rather than half translated',
    (hours) => expect(formatOpeningHours(hours)).toBe(hours),
  );
});
