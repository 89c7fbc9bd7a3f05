import { expect, it } from 'vitest';
import { objectName } from './object-names.ts';

const known = {
  strategies: new Map([['5f0c', 'Feuille de route']]),
  tables: new Map([['7', 'Ménages suivis']]),
  accounts: new Map([['a1', 'Ada Martin']]),
};

it.each([
  ['data.propose', 'mci-technologies/6f142b8bfe92', /^Ma connexion internet.*\(6f142b8bfe92\)$/],
  ['data.accept', 'filosofi-2021', /^Filosofi/],
  ['data.travel', 'matrix', /^matrix$/],
  ['strategy.write', '5f0c', /^Feuille de route$/],
  ['strategy.write', 'unseen', /^unseen$/],
  ['table.keep', '7', /^Ménages suivis$/],
  ['table.remove', '8', /^tableau n° 8$/],
  ['list.import', '1', /^import n° 1$/],
  ['account.rename', 'a1', /^Ada Martin$/],
  ['place.correct', 'liste-1/a', /^liste-1\/a$/],
])('%s of %s is named', (action, object, name) => {
  expect(objectName(action, object, known).replaceAll('\u00a0', ' ')).toMatch(name);
});
