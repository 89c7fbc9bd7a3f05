import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { drawLand } from '../geography/land.ts';
import { TOWNS } from '../geography/towns.ts';
import { prng } from '../random/prng.ts';
import { ENDINGS, HAMLETS, SAINTS, STEMS } from './name-parts.ts';
import { compound, nameParcels, sortKey } from './names.ts';

const realNames = (): Set<string> => {
  const path = createRequire(import.meta.url).resolve('@etalab/decoupage-administratif/data/communes.json');
  return new Set(
    (JSON.parse(readFileSync(path, 'utf8')) as { nom: string }[]).map(({ nom }) => sortKey(nom)),
  );
};

describe('the invented names', () => {
  it('are borne by no real commune, present or past, whatever the seed', () => {
    const real = realNames();
    const possible = [
      ...STEMS.flatMap((stem) => ENDINGS.map((ending) => compound(stem, ending))),
      ...SAINTS,
      ...HAMLETS,
      ...TOWNS.map(({ name }) => name),
      "L'Île-Seulette",
      'Clairfontanelle',
    ];
    expect(possible.filter((name) => real.has(sortKey(name)))).toEqual([]);
  });

  it('are all different but for one pair of homonyms', () => {
    const parcels = drawLand(5);
    const names = nameParcels(prng(5), parcels);
    expect(names).toHaveLength(parcels.length);
    const twice = names.filter((name, rank) => names.indexOf(name) !== rank);
    expect(twice).toEqual(['Clairfontanelle']);
    expect(names.every((name) => name.length > 0)).toBe(true);
  });

  it('run two words together without a double vowel', () => {
    expect(compound('Cala', 'ance')).toBe('Calance');
    expect(compound('Ombre', 'lune')).toBe('Ombrelune');
  });

  it('sort without accents nor signs', () => {
    expect(['Œillette', 'Étoilemare', "L'Écume-Vieille"].map(sortKey)).toEqual([
      'OEILLETTE',
      'ETOILEMARE',
      'LECUMEVIEILLE',
    ]);
  });
});
