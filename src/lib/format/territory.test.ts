import { expect, it } from 'vitest';
import { ofName } from './territory.ts';

it('contracts the article of a town after « de », and elides before a vowel', () => {
  expect(
    ['Grenoble', 'Le Faouët', 'Les Abrets', 'La Cavalerie', 'Arles', 'Échirolles', 'Hœdic', 'Lespéron'].map(
      ofName,
    ),
  ).toEqual([
    'de Grenoble',
    'du Faouët',
    'des Abrets',
    'de La Cavalerie',
    'd’Arles',
    'd’Échirolles',
    'de Hœdic',
    'de Lespéron',
  ]);
});
