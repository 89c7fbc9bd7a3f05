import { describe, expect, it } from 'vitest';
import { checkInhabitedRows, inhabitedColumns } from './inhabited-rows.ts';

const ARLES = { code: '13004', name: 'Arles', bbox: [4.42, 43.33, 4.88, 43.76] as const };
const check = (...rows: string[][]) =>
  checkInhabitedRows(
    rows,
    rows.map((_, at) => at + 2),
    { commune: 0, lon: 1, lat: 2, people: 3 },
    (code) => (code === '13004' ? ARLES : code === '01001' ? { ...ARLES, code: '01001', bbox: null } : null),
  );

describe('checkInhabitedRows', () => {
  it('keeps points of their commune, with a comma or a point', () => {
    expect(check(['13004', '4,63', '43.68', '1200'], ['1001', '2', '48', '3,5'])).toEqual({
      points: [
        { commune: '13004', lon: 4.63, lat: 43.68, people: 1_200 },
        { commune: '01001', lon: 2, lat: 48, people: 3.5 },
      ],
      problems: [],
    });
  });

  it('refuses the others in words', () => {
    const { points, problems } = check(
      ['99999', '4.6', '43.6', '5'],
      ['13004', '43.6', '4.6', '5'],
      ['13004', '', '43.6', '5'],
      ['13004', '4.6', '43.6', '0'],
      ['13004', '4.6', '43.6', ''],
      ['13004', '832000', '6288000', '9'],
    );
    expect(points).toEqual([]);
    expect(problems.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 7]);
    expect(problems.map(({ message }) => message)).toEqual([
      'commune inconnue « 99999 »',
      expect.stringContaining(
        'n’est pas dans la commune de Arles : longitude et latitude sont-elles inversées',
      ),
      expect.stringContaining('n’est pas une longitude et une latitude'),
      '« 0 » n’est pas un nombre d’habitants',
      '« » n’est pas un nombre d’habitants'.replace('« »', '«  »'),
      expect.stringContaining('ou en mètres'),
    ]);
  });

  it('finds its columns by name, those of the INSEE grids among them', () => {
    expect(inhabitedColumns(['LCOG_GEO', 'Longitude', 'Latitude', 'Ind'])).toEqual({
      commune: 0,
      lon: 1,
      lat: 2,
      people: 3,
    });
    expect(inhabitedColumns(['a', 'lon']).people).toBeNull();
  });
});
