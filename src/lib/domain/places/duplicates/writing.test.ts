import { describe, expect, it } from 'vitest';
import { normaliseName } from '../../territory/search-text.ts';
import { jaroWinkler } from './jaro-winkler.ts';
import { nameLikeness, nameWords, WordWeights } from './name-words.ts';
import { readStreet, streetLikeness, type Street } from './street.ts';
import { namesPayer, tradesOf } from './trade.ts';

const streetOf = (address: string): Street => {
  const street = readStreet(address);
  if (!street) throw new Error(`no street in ${address}`);
  return street;
};

describe('words', () => {
  it.each([
    ['martha', 'marhta', 0.961],
    ['dixon', 'dicksonx', 0.813],
    ['dwayne', 'duane', 0.84],
    ['mairie', 'mairie', 1],
    ['abc', 'xyz', 0],
  ])('%s and %s are as alike as Winkler’s published table says', (a, b, likeness) => {
    expect(jaroWinkler(a, b)).toBeCloseTo(likeness, 3);
    expect(jaroWinkler(b, a)).toBeCloseTo(likeness, 3);
  });
});

describe('names', () => {
  const words = (name: string): string[] => nameWords(normaliseName(name));
  const names = ['Maison France Services', 'France services Oustal', 'Espace France services', 'Mairie'];
  const weights = new WordWeights(names.map(words));
  const likeness = (a: string, b: string): number => nameLikeness(words(a), words(b), weights);

  it('are alike by their rare words, whatever the case, accents and legal form', () => {
    expect(likeness('ASSOCIATION L’OUSTAL', 'Oustal')).toBeGreaterThan(0.9);
    expect(likeness('France services L’Oustal', 'Centre social l’Oustal')).toBeGreaterThan(0.8);
    expect(likeness('Maison France Services', 'Espace France services')).toBeLessThan(0.7);
    expect(likeness('Mairie', 'Médiathèque')).toBe(0);
    expect(likeness('', 'Mairie')).toBe(0);
  });

  it.each([
    ['Maison France Service de Bruyères', ['france-services'], false],
    ['MFS PUYLAURENS', ['france-services'], false],
    ['Médiathèque municipale', ['library'], false],
    ['CENTRE COMMUNAL D’ACTION SOCIALE', ['social-action'], false],
    ['COMMUNE DE FAMECK', [], true],
    ['Haut-Bugey Agglomération', [], true],
    ['LE FORUM', [], false],
  ])('« %s » says the door %j', (name, trades, payer) => {
    expect(tradesOf(normaliseName(name))).toEqual(trades);
    expect(namesPayer(normaliseName(name))).toBe(payer);
  });
});

describe('streets', () => {
  it.each([
    ['57 AV PIERRE SEMARD', '57 avenue Pierre Sémard'],
    ['14 R DU DR PRODHOMME', '14 bis rue Prodhomme'],
    ['16 BD PRESIDENT BERTRAND', '16 boulevard du Président Bertrand'],
    ['1 1 RUE DE MANET', '1 rue de Manet, Bâtiment B'],
    ['Les Aspres, 3 PL DE LA MAIRIE', '3 place de la mairie'],
  ])('« %s » is « %s »', (a, b) => {
    expect(streetOf(a).numbers).toEqual(streetOf(b).numbers);
    expect(streetLikeness(streetOf(a), streetOf(b))).toBeGreaterThan(0.9);
  });

  it('keep both ends of a range, and no number where there is none', () => {
    expect(streetOf('22-24 rue Dubois Meynardie').numbers).toEqual(['22', '24']);
    expect(streetOf('Place du 8 mai 1945').numbers).toEqual([]);
    expect(streetOf('716 Grande rue')).toEqual({ numbers: ['716'], words: ['grande', 'rue'] });
    expect(readStreet('')).toBeNull();
    expect(readStreet('12')).toBeNull();
  });

  it('are different when only their kind is shared', () => {
    expect(streetLikeness(streetOf('1 rue Balzac'), streetOf('1 rue Bayard'))).toBeLessThan(0.5);
    expect(streetLikeness(streetOf('Grande rue'), streetOf('rue des Tartines'))).toBeLessThan(0.5);
  });
});
