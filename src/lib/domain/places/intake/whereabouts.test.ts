import { describe, expect, it } from 'vitest';
import type { IntakeField } from './fields.ts';
import { checkOne } from './fixture.ts';

const messages = (row: Partial<Record<IntakeField, string>>) =>
  checkOne(row).problems.map(({ message }) => message);

describe('names and whereabouts', () => {
  it('refuses a row without a name, or that nothing situates', () => {
    expect(checkOne({ nom: ' ' })).toMatchObject({
      place: null,
      problems: [{ field: 'nom', severity: 'refused' }],
    });
    const lost = checkOne({ code_insee: '', commune: 'Nulle-Part', code_postal: '99999' });
    expect(lost.place).toBeNull();
    expect(lost.problems[0]?.message).toContain('Commune Nulle-Part : aucune commune trouvée');
  });

  it('keeps a row that only coordinates situate', () => {
    const { place, problems } = checkOne({ code_insee: '', latitude: '45.2', longitude: '5.7' });
    expect(place).toMatchObject({ commune: null, lat: 45.2, lon: 5.7, position: 'given' });
    expect(problems.map(({ severity }) => severity)).toEqual(['warning']);
  });

  it('puts lost zeros back and says so', () => {
    const { place, problems } = checkOne({
      code_insee: '1004',
      code_postal: '1500',
      commune: 'Ambérieu-en-Bugey',
    });
    expect(place).toMatchObject({ commune: '01004', postcode: '01500', position: 'commune-centre' });
    expect(problems).toMatchObject([
      { field: 'code_insee', before: '1004', after: '01004', severity: 'repaired' },
      { message: 'Code postal 1500 : le zéro perdu est rétabli, 01500' },
    ]);
  });

  it('follows an old code to its commune and names it', () => {
    const { place, problems } = checkOne({ code_insee: '93059' });
    expect(place?.commune).toBe('93066');
    expect(problems).toMatchObject([{ severity: 'repaired', after: '93066' }]);
    expect(problems[0]?.message).toContain('Saint-Denis');
  });

  it('takes an arrondissement for what it is', () => {
    expect(checkOne({ code_insee: '75101' })).toMatchObject({ place: { commune: '75056' }, problems: [] });
  });

  it('says when the postcode or the name is of another commune', () => {
    expect(messages({ code_postal: '34400' })[0]).toContain(
      'ce n’est pas un code postal de Grenoble (38000, 38100)',
    );
    expect(messages({ code_postal: '34400', commune: 'Lunel' })[0]).toContain('le code est suivi');
    expect(messages({ code_postal: '38009', commune: 'GRENOBLE CEDEX 1' })).toEqual([]);
  });

  it('takes apart an address in one cell', () => {
    const { place } = checkOne({ code_insee: '', adresse: '84 rue X 34400 Lunel' });
    expect(place).toMatchObject({ address: '84 rue X', postcode: '34400', town: 'Lunel', commune: '34145' });
    expect(checkOne({ adresse: 'BP 12345' }).place?.address).toBe('BP 12345');
  });
});

describe('coordinates', () => {
  it.each([
    ['a decimal comma', { latitude: '45,18', longitude: '5,72' }, 'la virgule devient un point'],
    ['swapped columns', { latitude: '5.72', longitude: '45.18' }, 'inversées'],
    ['Lambert 93 metres', { latitude: '6457358.2', longitude: '913556.4' }, 'Lambert 93 sont convertis'],
    ['one cell', { coordonnees: '45,18 ; 5,72' }, undefined],
  ])('repairs %s', (_, row, message) => {
    const { place, problems } = checkOne(row);
    expect(place?.position).toBe('given');
    expect(place?.lat).toBeCloseTo(45.18, 1);
    expect(place?.lon).toBeCloseTo(5.72, 1);
    if (message !== undefined) expect(problems[0]?.message).toContain(message);
    else expect(problems).toEqual([]);
  });

  it.each([
    ['zeros', { latitude: '0', longitude: '0' }, 'zéro n’est pas une position'],
    ['another country', { latitude: '52.5', longitude: '13.4' }, 'hors de France'],
    ['half a position', { latitude: '45.18', longitude: '' }, 'elle manque'],
    ['another projection', { latitude: '5648000', longitude: '637000' }, 'ni des degrés ni des mètres'],
    ['a place far from its commune', { latitude: '48.86', longitude: '2.34' }, 'km de la commune (Grenoble)'],
  ])('leaves out %s and says so', (_, row, message) => {
    const { place, problems } = checkOne(row);
    expect(place).toMatchObject({ position: 'commune-centre', lat: 45.18, lon: 5.72 });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ severity: 'warning', after: null });
    expect(problems[0]?.message).toContain(message);
  });
});
