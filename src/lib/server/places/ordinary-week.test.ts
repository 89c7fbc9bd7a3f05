import { afterEach, describe, expect, it, vi } from 'vitest';
import { weekHours, type Week } from '../../domain/places/opening-week.ts';
import { ordinaryWeek } from './ordinary-week.ts';

const opening = (day: number, from: number, to: number) => ({ day, from: from * 60, to: to * 60 });
const read = (hours: string): Week => {
  const week = ordinaryWeek(hours);
  if (week === null) throw new Error(`not read: ${hours}`);
  return week;
};

describe('an ordinary week', () => {
  it('is that of the rules, the last one winning', () => {
    expect(read('Mo-Tu 09:00-12:00,13:30-17:00; Tu 14:00-18:00')).toEqual([
      opening(0, 9, 12),
      opening(0, 13.5, 17),
      opening(1, 14, 18),
    ]);
    expect(read('Th-Fr 08:30-12:00; Th off')).toEqual([opening(4, 8.5, 12)]);
  });

  it('has no holidays of either kind', () => {
    expect(read('Mo 09:00-12:00; PH off')).toEqual([opening(0, 9, 12)]);
    expect(read('Mo 09:00-12:00; SH 14:00-18:00')).toEqual([opening(0, 9, 12)]);
    expect(read('Mo 09:00-12:00; PH,SH off')).toEqual([opening(0, 9, 12)]);
    expect(ordinaryWeek('PH 09:00-12:00')).toBeNull();
  });

  it('cuts nights at midnight and joins what overlaps', () => {
    expect(read('Su 22:00-02:00')).toEqual([opening(0, 0, 2), opening(6, 22, 24)]);
    expect(read('Mo 10:00-12:00,11:00-14:00')).toEqual([opening(0, 10, 14)]);
    expect(weekHours(read('24/7'))).toBe(168);
    expect(read('24/7')).toHaveLength(7);
  });

  it('takes « 00:00-00:00 » for a day or half a day without hours', () => {
    expect(read('Mo 09:00-12:00; We 00:00-00:00')).toEqual([opening(0, 9, 12)]);
    expect(read('We 00:00-00:00,09:00-12:00; Th 14:00-17:00,00:00-00:00')).toEqual([
      opening(2, 9, 12),
      opening(3, 14, 17),
    ]);
    expect(ordinaryWeek('Mo-Fr 00:00-00:00')).toBeNull();
  });

  it('keeps hours under a condition, leaves out what is said for the other hours', () => {
    expect(read('Mo 09:00-12:00; Sa 10:00-12:00 "sur rendez-vous"')).toEqual([
      opening(0, 9, 12),
      opening(5, 10, 12),
    ]);
    expect(read('Mo 09:00-12:00 || "appeler"')).toEqual([opening(0, 9, 12)]);
  });

  it.each([
    '',
    'https://exemple.fr/horaires',
    'Mo 08:22',
    'Tu 08:00-13:45-16:30',
    "Horaires d'ouverture :Du lundi au vendredi 9h/12h - 14h/17h",
    'Mardi, Jeudi : 9h-12h Vendredi : 16h-19h',
    'Mo 10:00+',
    'Mo-Fr unknown',
    'Mo 14:00-14:00',
    'Mo-Th 09:00-12:00; Fr 17:00-12:00',
    'off',
    'Jul-Aug Mo 09:00-12:00',
    'Mo[1] 09:00-12:00',
  ])('is unknown, never empty: « %s »', (hours) => {
    expect(ordinaryWeek(hours)).toBeNull();
  });

  it('is read once for each string, whatever surrounds it', () => {
    expect(ordinaryWeek(' We 09:00-12:00 ')).toBe(ordinaryWeek('We 09:00-12:00'));
  });
});

describe('on a machine of another time zone', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    vi.resetModules();
  });

  it.each(['UTC', 'Europe/Paris', 'America/New_York', 'Pacific/Auckland', 'Pacific/Kiritimati'])(
    'is the same: %s',
    async (name) => {
      process.env.TZ = name;
      vi.resetModules();
      const { ordinaryWeek: there } = await import('./ordinary-week.ts');
      expect(there('Mo 00:00-01:00; We 13:30-17:00; Su 23:00-24:00')).toEqual([
        opening(0, 0, 1),
        opening(2, 13.5, 17),
        opening(6, 23, 24),
      ]);
    },
  );
});
