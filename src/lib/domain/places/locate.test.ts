import { describe, expect, it } from 'vitest';
import { territories } from '../territory/fixture.ts';
import { CommuneFinder, positionOf } from './locate.ts';

const country = territories(
  [
    {
      level: 'commune',
      code: '24520',
      name: 'Sarlat-la-Canéda',
      departement: '24',
      postcodes: ['24200'],
      lat: 44.89,
      lon: 1.21,
    },
    {
      level: 'commune',
      code: '24366',
      name: 'Saint-André-d’Allas',
      departement: '24',
      postcodes: ['24200'],
      lat: 44.88,
      lon: 1.15,
    },
    {
      level: 'commune',
      code: '38185',
      name: 'Grenoble',
      departement: '38',
      postcodes: ['38000'],
      lat: 45.18,
      lon: 5.72,
    },
    {
      level: 'commune',
      code: '93066',
      name: 'Saint-Denis',
      departement: '93',
      postcodes: ['93200', '93380'],
    },
    { level: 'commune', code: '75056', name: 'Paris', departement: '75', postcodes: ['75001'] },
    { level: 'arrondissement', code: '75101', name: 'Paris 1er', commune: '75056' },
  ],
  { '93059': '93066' },
);
const finder = new CommuneFinder(country);
const nowhere = { code: '', postcode: '', town: '', lat: null, lon: null };

describe('CommuneFinder', () => {
  it.each([
    ['its code', { code: '38185' }, '38185'],
    ['an old code', { code: '93059' }, '93066'],
    ['an arrondissement', { code: '75101' }, '75056'],
    ['postcode and name', { postcode: '24200', town: 'SARLAT LA CANEDA' }, '24520'],
    ['the start of a name', { postcode: '24200', town: 'Sarlat' }, '24520'],
    ['a name in the département of a cedex', { postcode: '38009', town: 'GRENOBLE CEDEX 1' }, '38185'],
    ['a postcode of one commune', { postcode: '38000', town: 'Grnoble' }, '38185'],
    [
      'the nearest centre of its postcode',
      { postcode: '24200', town: 'Le Bourg', lat: 44.881, lon: 1.151 },
      '24366',
    ],
  ])('finds a commune by %s', (_, whereabouts, code) => {
    expect(finder.find({ ...nowhere, ...whereabouts })?.code).toBe(code);
  });

  it('does not guess without anything to go by', () => {
    expect(finder.find({ ...nowhere, postcode: '24200', town: 'Le Bourg' })).toBeNull();
    expect(finder.find(nowhere)).toBeNull();
  });
});

describe('positionOf', () => {
  const sarlat = country.get('commune', '24520') ?? null;

  it('keeps given coordinates, else takes the centre of the commune and says so', () => {
    expect(positionOf(45, 5, sarlat)).toEqual({ lat: 45, lon: 5, position: 'given' });
    expect(positionOf(null, 5, sarlat)).toEqual({ lat: 44.89, lon: 1.21, position: 'commune-centre' });
    expect(positionOf(95, 5, sarlat).position).toBe('commune-centre');
    expect(positionOf(0, 0, null)).toEqual({ lat: null, lon: null, position: 'none' });
  });
});
