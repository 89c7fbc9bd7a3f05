import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseName } from '../territory/search-text.ts';
import { blankPlace, type Place } from './place.ts';
import { placeTexts, searchPlaces } from './search.ts';

const place = (id: string, name: string, said: Partial<Place> = {}): Place => ({
  ...blankPlace(id, name),
  ...said,
});

const places = [
  place('a', 'Médiathèque des Écrins', { town: 'Grenoble', address: '3 place Saint-Bruno' }),
  place('b', 'Maison des habitants', { town: 'GRENOBLE', services: ['Aide aux démarches administratives'] }),
  place('c', 'Grenoble Habitat', { town: 'Fontaine', structure: 'CCAS de Fontaine' }),
  place('d', 'Le Grand Écrin', { town: 'Vif', postcode: '38450', offers: ['wifi'] }),
];
const find = (text: string): string[] =>
  searchPlaces(placeTexts(places), text).map((rank) => (places[rank] as Place).id);

describe('searchPlaces', () => {
  it('finds without accents or case, by the beginning of words, in any order', () => {
    expect(find('ecrin')).toEqual(['d', 'a']);
    expect(find('bruno MEDIATH')).toEqual(['a']);
    expect(find('place st bruno')).toEqual(['a']);
    expect(find('crins')).toEqual([]);
  });

  it('puts the name first, then the rest', () => {
    expect(find('grenoble')).toEqual(['c', 'b', 'a']);
    expect(find('habitant grenoble')).toEqual(['b']);
  });

  it('reads town, postcode, services, offers, kind and structure', () => {
    expect(find('38450')).toEqual(['d']);
    expect(find('demarches')).toEqual(['b']);
    expect(find('wi fi')).toEqual(['d']);
    expect(find('ccas')).toEqual(['c']);
  });

  it('asks for every word, and nothing asks for nothing', () => {
    expect(find('grenoble vif')).toEqual([]);
    expect(find(' … ')).toEqual(['c', 'd', 'b', 'a']);
  });

  it('reads the current name of the commune too', () => {
    const old = [place('x', 'Accueil', { commune: '38001', town: 'Ancienneville' })];
    const texts = placeTexts(old, (code) => (code === '38001' ? 'Nouvelleville' : undefined));
    expect(searchPlaces(texts, 'nouvelle')).toEqual([0]);
  });

  it('is what reading every word of every place gives', () => {
    const word = fc.constantFrom(
      'Accueil',
      'École',
      'Saint',
      'st',
      'mairie',
      'Éco',
      'numérique',
      '38',
      'L’île',
    );
    const words = fc.array(word, { maxLength: 4 }).map((list) => list.join(' '));
    const some = fc.array(fc.record({ name: words, town: words, address: words }), { maxLength: 30 });
    fc.assert(
      fc.property(some, words, (said, text) => {
        const list = said.map((one, i) => place(`p${i}`, one.name, one));
        const asked = normaliseName(text).split(' ').filter(Boolean);
        const tokens = (texts: string): string[] => normaliseName(texts).split(' ');
        const begins = (token: string[], one: string): boolean => token.some((each) => each.startsWith(one));
        const expected = list.flatMap((one, i) => {
          const all = tokens(`${one.name} ${one.town} ${one.address} autre lieu de mediation numerique`);
          return asked.every((each) => begins(all, each)) ? [i] : [];
        });
        const found = searchPlaces(placeTexts(list), text);
        expect([...found].sort((a, b) => a - b)).toEqual(expected);
        const inName = found.map((i) => {
          const name = tokens(list[i]?.name ?? '');
          return asked.filter((each) => begins(name, each)).length;
        });
        const whole = inName.map((count) => (count === new Set(asked).size ? 2 : count > 0 ? 1 : 0));
        if (new Set(asked).size === asked.length) expect(whole).toEqual([...whole].sort((a, b) => b - a));
      }),
      { numRuns: 1_000 },
    );
  });
});
