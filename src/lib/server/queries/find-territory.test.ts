import { describe, expect, it } from 'vitest';
import type { Level } from '../../domain/territory/level.ts';
import { Territories } from '../../domain/territory/territories.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import { findTerritory } from './find-territory.ts';

const territory = (level: Level, code: string, ordinal = 0): Territory => ({
  level,
  code,
  name: code,
  ordinal,
  zone: 'metro',
  kind: null,
  population: 1,
  lat: null,
  lon: null,
  surfaceKm2: null,
  commune: null,
  epci: null,
  ept: null,
  departement: null,
  region: null,
  postcodes: [],
  bbox: null,
});

const territories = new Territories(
  [
    territory('commune', '2A004'),
    territory('commune', '93066', 1),
    territory('region', '84'),
    territory('departement', '84'),
  ],
  [{ code: '93059', name: 'Pierrefitte-sur-Seine', current: '93066' }],
);

describe('findTerritory', () => {
  it('finds an official spelling', () => {
    expect(findTerritory(territories, '93066')).toMatchObject({
      kind: 'found',
      territory: { code: '93066' },
    });
    expect(findTerritory(territories, 'R84')).toMatchObject({ territory: { level: 'region' } });
    expect(findTerritory(territories, '84')).toMatchObject({ territory: { level: 'departement' } });
  });

  it('sends other spellings to it', () => {
    expect(findTerritory(territories, '2a004')).toEqual({ kind: 'elsewhere', slug: '2A004' });
    expect(findTerritory(territories, ' r84')).toEqual({ kind: 'elsewhere', slug: 'R84' });
  });

  it('sends an old commune to the one it joined', () => {
    expect(findTerritory(territories, '93059')).toEqual({ kind: 'merged', slug: '93066', former: '93059' });
  });

  it.each(['99999', '', '../etc', 'R999', '<script>'])('does not know %j', (slug) => {
    expect(findTerritory(territories, slug)).toEqual({ kind: 'unknown' });
  });
});
