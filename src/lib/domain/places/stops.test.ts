import { describe, expect, it } from 'vitest';
import { territories } from '../territory/fixture.ts';
import { CommuneFinder } from './locate.ts';
import { readStops, writeStops } from './stops.ts';

const finder = new CommuneFinder(
  territories([
    {
      level: 'commune',
      code: '38175',
      name: 'Froges',
      departement: '38',
      postcodes: ['38190'],
      lat: 45.27,
      lon: 5.92,
    },
  ]),
);
const name = (): string => '38190 Froges';

describe('the stops of an itinerant place', () => {
  it('are read one a line, and written as they are read', () => {
    const text =
      'mercredi 9h-12h / 14h-17h | Place du marché | 38190 Froges\nDimanches 9h30-11h | Salle | 38190 Froges';
    const { stops, problems } = readStops(text, finder);
    expect(problems).toEqual([]);
    expect(stops).toEqual([
      {
        name: 'Place du marché',
        commune: '38175',
        lat: 45.27,
        lon: 5.92,
        hours: 'We 09:00-12:00,14:00-17:00',
      },
      { name: 'Salle', commune: '38175', lat: 45.27, lon: 5.92, hours: 'Su 09:30-11:00' },
    ]);
    expect(readStops(writeStops(stops, name), finder).stops).toEqual(stops);
  });

  it.each([
    ['un jour | Place | 38190 Froges', 'le jour et les heures'],
    ['lundi 9h-12h | | 38190 Froges', 'le nom de l’arrêt'],
    ['lundi 9h-12h | Place | 99999 Nulle part', 'la commune'],
  ])('%s is told and left out', (line, why) => {
    const { stops, problems } = readStops(line, finder);
    expect(stops).toEqual([]);
    expect(problems[0]).toContain(why);
  });
});
