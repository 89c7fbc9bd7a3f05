import { describe, expect, it } from 'vitest';
import { STATE_CODES } from '../indicators/value.ts';
import { distribute, knownFigures, type Figures } from './distribution.ts';

const { value, secret, absent, estimated, incomplete } = STATE_CODES;

const figures: Figures = {
  values: Float64Array.of(4, Number.NaN, Number.NaN, 2, 17.3, Infinity, 9),
  states: Uint8Array.of(value, secret, absent, estimated, incomplete, value, value),
};

describe('knownFigures', () => {
  it('leaves out what is withheld, absent, of a part of the territory only, or not a number', () => {
    const none = Number.NaN;
    expect([...knownFigures(figures, true)]).toEqual([4, none, none, 2, none, none, 9]);
    expect([...knownFigures(figures, false)]).toEqual([4, none, none, none, none, none, 9]);
  });
});

describe('distribute', () => {
  it('sorts the known figures inside each group, and nobody from outside', () => {
    const {
      order,
      sorted,
      starts,
      estimated: flags,
    } = distribute(figures, 7, Int32Array.of(2, 0, 0, 2, 0, 0, -1), true);
    expect([...order]).toEqual([3, 0]);
    expect([...sorted]).toEqual([2, 4]);
    expect([...starts]).toEqual([0, 0, 0, 2]);
    expect([...flags]).toEqual([0, 0, 0, 1, 0, 0, 0]);
  });

  it('knows nobody of an indicator that is not loaded', () => {
    expect(distribute(null, 3, null, true).order).toHaveLength(0);
  });
});
