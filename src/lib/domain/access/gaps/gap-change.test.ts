import { describe, expect, it } from 'vitest';
import { blankPlace, type Place } from '../../places/place.ts';
import { placeChange } from './gap-change.ts';

const place = (id: string, name = id, commune = '38185'): Place => ({ ...blankPlace(id, name), commune });
const ids = (places: readonly Place[]): string[] => places.map(({ id }) => id);

describe('placeChange', () => {
  it('tells what came and what went', () => {
    const { gained, lost } = placeChange([place('a'), place('b')], [place('b'), place('c')]);
    expect([ids(gained), ids(lost)]).toEqual([['c'], ['a']]);
  });

  it('takes a place that a source numbered anew for the same one', () => {
    const { gained, lost } = placeChange([place('1', 'Mairie')], [place('2', ' mairie')]);
    expect([gained, lost]).toEqual([[], []]);
    const elsewhere = placeChange([place('1', 'Mairie')], [place('2', 'Mairie', '38001')]);
    expect([ids(elsewhere.gained), ids(elsewhere.lost)]).toEqual([['2'], ['1']]);
  });

  it('matches each namesake once', () => {
    const { gained, lost } = placeChange(
      [place('1', 'Mairie'), place('2', 'Mairie'), place('3', 'Mairie')],
      [place('2', 'Mairie'), place('4', 'Mairie')],
    );
    expect([ids(gained), ids(lost)]).toEqual([[], ['1']]);
  });
});
