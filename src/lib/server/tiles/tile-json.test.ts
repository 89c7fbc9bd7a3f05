import { describe, expect, it } from 'vitest';
import { MAP_LEVELS } from '../../domain/territory/level.ts';
import { ZONE_KINDS } from '../../domain/zones/zone.ts';
import {
  levelOfWord,
  tileJson,
  tileJsonPath,
  zoneKindOfWord,
  zoneTileJson,
  zoneTileJsonPath,
} from './tile-json.ts';

const described = {
  origin: 'https://maillage.exemple.fr',
  tileset: { hash: 'abc', minZoom: 4, maxZoom: 11 },
  bounds: [-5.2, 41.3, 9.6, 51.2],
  centre: [2.2, 46.25],
  edition: 'COG 2026',
  demonstration: false,
} as const;

describe('the description of the tiles', () => {
  it.each(MAP_LEVELS)('says what a reader of %s tiles needs', (level) => {
    const json = tileJson({ ...described, level });
    expect(json.tiles).toEqual([`https://maillage.exemple.fr/tuiles/abc/${level}/{z}/{x}/{y}`]);
    expect(json.vector_layers.map(({ id, fields }) => [id, Object.keys(fields)])).toEqual([
      [level, ['code']],
    ]);
    expect(json.center).toEqual([2.2, 46.25, 5]);
    expect(json.attribution).toContain('IGN');
    expect(json.attribution).toContain('COG 2026');
  });

  it('never says that fiction is of the IGN', () => {
    expect(tileJson({ ...described, level: 'commune', demonstration: true }).attribution).not.toContain(
      'IGN',
    );
  });

  it('has no bounds rather than wrong ones', () => {
    expect(tileJson({ ...described, level: 'epci', bounds: null })).not.toHaveProperty('bounds');
  });

  it.each(ZONE_KINDS)('says what a reader of %s tiles needs', (kind) => {
    const { edition: _edition, ...told } = described;
    const json = zoneTileJson({ ...told, kind, source: 'Quartiers : ANCT, 2024' });
    expect(json.tiles).toEqual([`https://maillage.exemple.fr/tuiles/zones/${kind}/abc/{z}/{x}/{y}`]);
    expect(json.vector_layers.map(({ id }) => id)).toEqual([kind]);
    expect(json.attribution).toBe('Quartiers : ANCT, 2024');
  });

  it('is found by a stable word', () => {
    const wordOf = (path: string): string => /\/tuiles\/(.+)\.json$/.exec(path)?.[1] ?? '';
    for (const level of MAP_LEVELS) expect(levelOfWord(wordOf(tileJsonPath(level)))).toBe(level);
    for (const kind of ZONE_KINDS) expect(zoneKindOfWord(wordOf(zoneTileJsonPath(kind)))).toBe(kind);
    expect(levelOfWord('constructor')).toBeUndefined();
    expect(zoneKindOfWord('constructor')).toBeUndefined();
  });
});
