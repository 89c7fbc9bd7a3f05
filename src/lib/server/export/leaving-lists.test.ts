import { expect, it } from 'vitest';
import { blankPlace, type Place } from '../../domain/places/place.ts';
import { keptNotes, leavingLists } from './leaving-lists.ts';

const lists = new Map([
  ['liste-1', { name: 'Partagée', shared: true, owner: 'ville' }],
  ['liste-2', { name: 'À soi', shared: false, owner: 'ville' }],
  ['liste-3', { name: 'Seul', shared: false, owner: null }],
]);

const from = (...sources: string[]): Place => ({ ...blankPlace(sources.join(), 'Lieu'), sources });

it.each([
  ['anybody', undefined, ['liste-1']],
  ['another organisation', 'emmaus', ['liste-1']],
  ['the organisation itself', 'ville', ['liste-1', 'liste-2']],
  ['who is alone at the machine', null, ['liste-1', 'liste-3']],
])('the rows of shared lists leave for anybody, of others for their own: %s', (_who, reader, sources) => {
  expect([...leavingLists({ lists }, reader)]).toEqual(sources);
});

it('places of a list that is kept are counted, and are not to be republished', () => {
  expect(keptNotes({ lists }, [from('liste-1'), from('france-services'), from()])).toEqual([]);
  const [one] = keptNotes({ lists }, [from('liste-1'), from('france-services', 'liste-2')]);
  expect(one).toMatch(/^1\slieu vient .*ne le republiez pas\.$/);
  const [two] = keptNotes({ lists }, [from('liste-2'), from('liste-3')]);
  expect(two).toMatch(/^2\slieux viennent .*ne les republiez pas\.$/);
});
