import { describe, expect, it } from 'vitest';
import { AUDIENCES } from '../domain/strategy/library/audience.ts';
import { NEED_KINDS } from '../domain/strategy/library/need-kind.ts';
import { libraryAddress, readLibraryView, startAddress } from './library-view.ts';

const read = (address: string) => readLibraryView(new URL(address, 'http://here').searchParams);

describe('the address of the library of actions', () => {
  it('says what is looked for, and nothing of what is not', () => {
    expect(libraryAddress({ need: null, audience: null })).toBe('/actions');
    expect(libraryAddress({ need: null, audience: null }, 'seniors')).toBe('/actions#seniors');
    for (const need of [null, ...NEED_KINDS])
      for (const audience of [null, ...AUDIENCES])
        expect(read(libraryAddress({ need, audience }))).toEqual({ view: { need, audience }, ignored: [] });
  });

  it('reads a form that asks nothing, and lists what it does not understand', () => {
    expect(read('/actions?besoin=&public=')).toEqual({ view: { need: null, audience: null }, ignored: [] });
    expect(read('/actions?besoin=lune&public=seniors&x=1')).toEqual({
      view: { need: null, audience: 'seniors' },
      ignored: [
        { parameter: 'need', value: 'lune' },
        { parameter: 'unknown', value: 'x' },
      ],
    });
  });

  it('leads to a strategy', () => {
    expect(startAddress('pass-numerique')).toBe('/strategies?modele=pass-numerique');
  });
});
