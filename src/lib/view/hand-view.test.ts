import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupOfWord } from '../domain/access/gaps/group.ts';
import { MOMENTS } from '../domain/places/opening-week.ts';
import {
  isUntouched,
  MOST_EDITS,
  pointAt,
  type HandEdits,
  type PlaceEdit,
  type Spot,
} from '../domain/siting/hand/edits.ts';
import { edited, historyOf, redone, undone } from './edit-history.ts';
import {
  DEFAULT_HAND_VIEW,
  handOfProposal,
  isHandQuery,
  readHandView,
  writeHandView,
  type HandView,
} from './hand-view.ts';
import { DEFAULT_SITING_VIEW } from './siting-view.ts';

const point = fc
  .tuple(fc.integer({ min: -18_000_000, max: 18_000_000 }), fc.integer({ min: -9_000_000, max: 9_000_000 }))
  .map(([lon, lat]) => pointAt(lon / 1e5, lat / 1e5));
const commune = fc
  .constantFrom('38185', '2A004', '97411', '01001')
  .map((code): Spot & { kind: 'commune' } => ({ kind: 'commune', code }));
// Ids of the national list hold dashes, underscores and whatever a producer writes.
const id = fc.oneof(
  fc.string({ minLength: 1, maxLength: 30 }),
  fc.constantFrom('Coop-numérique_64b', 'a*b', 'x*38', 'h20_a2', 'fs-12 & co', '%2A+é'),
);
const tenths = (least: number, most: number) =>
  fc.option(fc.integer({ min: 10 * least, max: 10 * most }).map((one) => one / 10));
const staffing = { hours: tenths(0.5, 168), helpers: tenths(0.1, 50) };
const site = fc.record({
  where: fc.oneof<fc.Arbitrary<Spot>[]>(
    point,
    commune,
    id.map((one) => ({ kind: 'place', id: one })),
  ),
  ...staffing,
});
const place: fc.Arbitrary<PlaceEdit> = fc
  .record({
    id,
    closed: fc.boolean(),
    moved: fc.option(fc.oneof(point, commune)),
    moments: fc.subarray([...MOMENTS]),
    ...staffing,
  })
  .filter((edit) => !isUntouched(edit));
const edits: fc.Arbitrary<HandEdits> = fc.record({
  added: fc.array(site, { maxLength: 8 }),
  places: fc.uniqueArray(place, { maxLength: 8, selector: (one) => one.id }),
});
const view: fc.Arbitrary<HandView> = fc.record({
  question: fc
    .record({ seuil: fc.integer({ min: 1, max: 60 }), n: fc.integer({ min: 0, max: 99 }) })
    .map(({ seuil, n }) => ({
      ...DEFAULT_SITING_VIEW,
      limit: seuil,
      count: n,
      within: '38',
      group: groupOfWord('pauvrete') ?? DEFAULT_SITING_VIEW.group,
    })),
  edits,
  defaults: fc.record({
    hours: fc.integer({ min: 5, max: 1_680 }).map((one) => one / 10),
    helpers: fc.integer({ min: 1, max: 500 }).map((one) => one / 10),
  }),
  helperPrice: fc.integer({ min: 0, max: 1_000_000 }),
  least: fc.integer({ min: 1, max: 1_000 }),
});

describe('the address of a scenario', () => {
  it('is read back as it was written, whatever ids hold', () => {
    fc.assert(
      fc.property(view, (one) => {
        const query = writeHandView(one);
        const read = readHandView(new URLSearchParams(query));
        expect(read).toEqual({ view: one, ignored: [], ignoredEdits: [] });
        expect(isHandQuery(query)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('never throws, and keeps what is whole, when it is cut short', () => {
    fc.assert(
      fc.property(view, fc.nat(), (one, at) => {
        const query = writeHandView(one);
        const { view: read } = readHandView(new URLSearchParams(query.slice(0, at % query.length)));
        // Sites are written before places: what stands before the cut is there, the last one as far as it goes.
        expect(read.edits.added.length).toBeLessThanOrEqual(one.edits.added.length);
        read.edits.added.slice(0, -1).forEach((kept, rank) => expect(kept).toEqual(one.edits.added[rank]));
        read.edits.places.slice(0, -1).forEach((kept, rank) => expect(kept).toEqual(one.edits.places[rank]));
      }),
      { numRuns: 1_000 },
    );
  });

  it('keeps a site whose hours are wrong, and says each thing that it does not follow', () => {
    const { view: read, ignoredEdits } = readHandView(
      new URLSearchParams(
        'v=1&ajout=h0_a900*38185&ajout=5.7&ajout=999_45&lieu=x&lieu=nuit_x*fs-1&lieu=v3*fs-2&heures=0&equipe=2.5',
      ),
    );
    expect(read.edits).toEqual({
      added: [{ where: { kind: 'commune', code: '38185' }, hours: null, helpers: null }],
      places: [{ id: 'fs-1', closed: true, moved: null, hours: null, helpers: null, moments: [] }],
    });
    expect(read.defaults).toEqual({ hours: 18, helpers: 2.5 });
    expect(
      ignoredEdits.map((one) => (one.kind === 'edit' ? `${one.value}: ${one.fault}` : one.kind)),
    ).toEqual([
      'value',
      'h0_a900*38185: hours',
      'h0_a900*38185: helpers',
      '5.7: spot',
      '999_45: spot',
      'x: nothing',
      'nuit_x*fs-1: option',
      'v3*fs-2: spot',
    ]);
  });

  it('gathers what is said twice of a place, cuts what is too much, and tells a later version', () => {
    const many = Array.from({ length: MOST_EDITS + 2 }, () => 'ajout=38185').join('&');
    const { view: read, ignoredEdits } = readHandView(
      new URLSearchParams(`v=2&lieu=x*fs-1&lieu=h30*fs-1&${many}`),
    );
    expect(read.edits.places).toEqual([
      { id: 'fs-1', closed: true, moved: null, hours: 30, helpers: null, moments: [] },
    ]);
    expect(read.edits.added).toHaveLength(MOST_EDITS);
    expect(ignoredEdits).toEqual([
      { kind: 'value', parameter: 'version', value: '2' },
      { kind: 'many', parameter: 'site', count: MOST_EDITS + 2 },
      { kind: 'twice', id: 'fs-1' },
    ]);
  });

  it('keeps the question whole, and lists what neither it nor the scenario knows', () => {
    const { view: read, ignored } = readHandView(
      new URLSearchParams('v=1&dans=38&n=7&seuil=900&truc=1&p=2'),
      ['p'],
    );
    expect(read.question).toEqual({ ...DEFAULT_SITING_VIEW, within: '38', count: 7 });
    expect(ignored).toEqual([
      { parameter: 'limit', value: '900' },
      { parameter: 'unknown', value: 'truc' },
    ]);
  });

  it('takes over a proposal, its sites in order and its closures', () => {
    const taken = handOfProposal(
      DEFAULT_SITING_VIEW,
      [
        { kind: 'commune', code: '38185' },
        { kind: 'place', id: 'p' },
      ],
      ['fs-9'],
    );
    expect(writeHandView(taken)).toBe('v=1&ajout=38185&ajout=lieu-p&lieu=x*fs-9');
    expect(taken.helperPrice).toBe(DEFAULT_HAND_VIEW.helperPrice);
  });
});

describe('undo and redo', () => {
  it('are each other’s reverse, whatever was done', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(9), fc.constantFrom(null, 'a', 'b'))),
        fc.nat(12),
        (steps, back) => {
          let history = historyOf(-1);
          for (const [state, gesture] of steps) history = edited(history, state, gesture);
          const { past, present, future } = history;
          let walked = history;
          let count = 0;
          while (count < back && walked.past.length > 0) {
            walked = undone(walked);
            count++;
          }
          expect(walked.present).toBe([...past, present].at(-1 - count));
          for (; count > 0; count--) walked = redone(walked);
          expect([walked.past, walked.present, walked.future]).toEqual([past, present, future]);
        },
      ),
    );
  });

  it('make one step of a gesture, forget what was undone once something else is done, and stop at both ends', () => {
    let history = historyOf('a');
    for (const state of ['b', 'c', 'd']) history = edited(history, state, 'slide');
    expect([history.past, undone(history).present]).toEqual([['a'], 'a']);
    history = edited(undone(history), 'e', 'slide');
    expect([history.past, history.future]).toEqual([['a'], []]);
    expect(redone(history)).toBe(history);
    expect(undone(undone(history))).toEqual(undone(history));
  });
});
