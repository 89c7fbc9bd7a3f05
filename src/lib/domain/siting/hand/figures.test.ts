import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decayWeight } from '../../access/decay.ts';
import { greatCircle } from '../../access/sphere.ts';
import { MOMENTS } from '../../places/opening-week.ts';
import { costOf } from './cost.ts';
import {
  NO_EDITS,
  pointAt,
  withPlace,
  withSite,
  withSiteChanged,
  withoutPlace,
  withoutSite,
  type AddedSite,
  type HandEdits,
  type PlaceEdit,
} from './edits.ts';
import { handFigures, weightedMedian, type FiguresAsked } from './figures.ts';
import { handWorld } from './fixture.ts';
import { COUNTS, decodeHandFrame, encodeHandFrame, type HandFrame } from './hand-frame.ts';
import { problemsOf } from './problems.ts';
import { suppliesOf } from './supply.ts';
import { SpotFinder } from './whereabouts.ts';

const point = fc
  .tuple(fc.double({ min: 5, max: 5.5, noNaN: true }), fc.double({ min: 45, max: 45.4, noNaN: true }))
  .map(([lon, lat]) => pointAt(lon, lat));
const code = fc.constantFrom('38001', '38002', '38003', '38004', '2A004', '97411');
const commune = code.map((one) => ({ kind: 'commune', code: one }) as const);
const premises = fc.constantFrom('p0', 'p1', 'gone').map((id) => ({ kind: 'place', id }) as const);
const staffing = {
  hours: fc.option(fc.integer({ min: 1, max: 60 })),
  helpers: fc.option(fc.integer({ min: 1, max: 5 })),
};
const site: fc.Arbitrary<AddedSite> = fc.record({ where: fc.oneof(point, commune, premises), ...staffing });
const place: fc.Arbitrary<PlaceEdit> = fc.record({
  id: fc.constantFrom('p0', 'p1', 'p2', 'gone'),
  closed: fc.boolean(),
  moved: fc.option(fc.oneof(point, commune)),
  moments: fc.subarray([...MOMENTS]),
  ...staffing,
});
const edits: fc.Arbitrary<HandEdits> = fc.record({
  added: fc.array(site, { maxLength: 4 }),
  places: fc.uniqueArray(place, { maxLength: 3, selector: ({ id }) => id }),
});
const limit = fc.integer({ min: 1_000, max: 40_000 });
const asked = (of: HandEdits, metres: number): FiguresAsked => ({
  edits: of,
  limit: metres,
  defaults: { hours: 18, helpers: 1 },
  located: {},
  least: 10,
});

/** Everything that counts, one by one, and everyone's distance and access, pair by pair. */
function byHand(frame: HandFrame, { edits: asked, limit: metres, defaults }: FiguresAsked, isAfter: boolean) {
  const { communes, places, demand } = frame;
  interface Point {
    lon: number;
    lat: number;
    commune: number;
    given: number;
  }
  const known = [...places.hours].filter(
    (hours, at) => places.counts[at] === COUNTS.yes && !Number.isNaN(hours),
  );
  const median = known.sort((a, b) => a - b)[Math.floor(known.length / 2)] ?? Number.NaN;
  const nearest = (lon: number, lat: number): number => {
    const far = frame.communes.codes.map((_, at) =>
      greatCircle(lon, lat, communes.lons[at] as number, communes.lats[at] as number),
    );
    const least = Math.min(...far);
    return least < 15_000 ? far.indexOf(least) : -1;
  };
  const stand = (where: AddedSite['where']): Omit<Point, 'given'> | null => {
    if (where.kind === 'point') {
      const at = nearest(where.lon, where.lat);
      return at < 0 ? null : { lon: where.lon, lat: where.lat, commune: at };
    }
    const at = where.kind === 'commune' ? communes.codes.indexOf(where.code) : places.ids.indexOf(where.id);
    if (at < 0) return null;
    const list = where.kind === 'commune' ? communes : places;
    const own = where.kind === 'commune' ? at : (places.communes[at] as number);
    return { lon: list.lons[at] as number, lat: list.lats[at] as number, commune: own };
  };
  const open: Point[] = [];
  places.ids.forEach((id, at) => {
    const edit = isAfter ? asked.places.find((one) => one.id === id) : undefined;
    const opens = places.counts[at] === COUNTS.onceOpen && (edit?.moments.includes('saturday') ?? false);
    if (edit?.closed || (places.counts[at] !== COUNTS.yes && !opens)) return;
    const hours = Number.isNaN(places.hours[at]) ? median : (places.hours[at] as number);
    const helpers = Number.isNaN(places.helpers[at]) ? 1 : (places.helpers[at] as number);
    const own = {
      lon: places.lons[at] as number,
      lat: places.lats[at] as number,
      commune: places.communes[at] as number,
    };
    const given = edit ? (edit.hours ?? hours / helpers) * (edit.helpers ?? helpers) : hours;
    open.push({ ...own, ...((edit?.moved && stand(edit.moved)) ?? {}), given });
  });
  if (isAfter)
    for (const { where, hours, helpers } of asked.added) {
      const at = stand(where);
      if (at) open.push({ ...at, given: (hours ?? defaults.hours) * (helpers ?? defaults.helpers) });
    }
  const cost = (i: number, one: Point): number =>
    one.commune === i
      ? 0
      : communes.lands[one.commune] !== demand.lands[i]
        ? Infinity
        : greatCircle(demand.lons[i] as number, demand.lats[i] as number, one.lon, one.lat);
  const weight = (i: number, one: Point): number => decayWeight('steps', cost(i, one), metres);
  const people = (i: number): number => demand.inhabitants[i] || 0;
  const everyone = [...demand.inhabitants.keys()];
  const ratios = open.map((one) => {
    const shared = everyone.reduce((sum, i) => sum + people(i) * weight(i, one), 0);
    return shared > 0 && one.given > 0 ? one.given / shared : 0;
  });
  return everyone.slice(0, demand.inside).map((i) => ({
    people: demand.people[i] || 0,
    metres: Math.min(Infinity, ...open.map((one) => cost(i, one))),
    access: open.reduce((sum, one, j) => sum + (ratios[j] as number) * weight(i, one), 0),
  }));
}

const close = (a: number, b: number): boolean =>
  Object.is(a, b) ||
  (Number.isNaN(a) && Number.isNaN(b)) ||
  Math.abs(a - b) <= 1e-5 * Math.max(1, Math.abs(b));

describe('the figures of a scenario by hand', () => {
  it('are those of every pair, counted one by one', () => {
    fc.assert(
      fc.property(handWorld, edits, limit, (frame, one, metres) => {
        const question = asked(one, metres);
        const figures = handFigures(frame, question);
        const [was, is] = [byHand(frame, question, false), byHand(frame, question, true)];
        const within = (rows: typeof was): number =>
          rows.reduce((sum, row) => sum + (row.metres <= metres ? row.people : 0), 0);
        expect(figures.people.before).toBe(within(was));
        expect(figures.people.after).toBe(within(is));
        const all = was.reduce((sum, { people }) => sum + people, 0);
        expect(figures.people.all).toBe(all);
        expect(figures.left.people).toBe(all - within(is));
        expect(figures.people.gained - figures.people.lost).toBe(within(is) - within(was));
        const mean = is.reduce((sum, row) => sum + (row.people > 0 ? row.people * row.metres : 0), 0) / all;
        expect(close(figures.mean.after, Number.isFinite(mean) ? mean : Number.NaN)).toBe(true);
        const worst = Math.max(...is.filter(({ people }) => people > 0).map((row) => row.metres));
        if (all > 0) expect(close(figures.farthest.after.metres, worst)).toBe(true);
        const access = is.map((row) => 10_000 * row.access);
        expect(
          close(
            figures.access.after,
            weightedMedian(
              access,
              is.map((row) => row.people),
            ),
          ),
        ).toBe(true);
        // Weights of bands jump: a pair at the very edge of one may be counted on either side by a hair.
        const short = is.reduce((sum, row, at) => sum + ((access[at] as number) < 10 ? row.people : 0), 0);
        const unsure = access.some((value) => Math.abs(value - 10) < 1e-3);
        if (!unsure) expect(figures.under.after).toBe(short);
      }),
      { numRuns: 1_500 },
    );
  });

  it('are those of today when nothing is changed', () => {
    fc.assert(
      fc.property(handWorld, limit, (frame, metres) => {
        const { people, mean, farthest, places, access, under } = handFigures(frame, asked(NO_EDITS, metres));
        expect([people.after, people.gained, people.lost]).toEqual([people.before, 0, 0]);
        for (const { before, after } of [mean, farthest, places, access, under])
          expect(after).toEqual(before);
      }),
    );
  });

  it('never fall with a site more, never rise with a place less', () => {
    fc.assert(
      fc.property(
        handWorld,
        edits,
        limit,
        site,
        fc.constantFrom('p0', 'p1', 'p2'),
        (frame, one, metres, more, id) => {
          const { people, under } = handFigures(frame, asked(one, metres));
          const added = handFigures(frame, asked(withSite(one, more), metres));
          expect(added.people.after).toBeGreaterThanOrEqual(people.after);
          expect(added.under.after).toBeLessThanOrEqual(under.after);
          const closed = handFigures(frame, asked(withPlace(one, id, { closed: true }), metres));
          expect(closed.people.after).toBeLessThanOrEqual(people.after);
          expect(closed.under.after).toBeGreaterThanOrEqual(under.after);
        },
      ),
    );
  });

  it('do not depend on the order of edits', () => {
    fc.assert(
      fc.property(handWorld, edits, limit, (frame, one, metres) => {
        const turned = { added: [...one.added].reverse(), places: [...one.places].reverse() };
        const [a, b] = [handFigures(frame, asked(one, metres)), handFigures(frame, asked(turned, metres))];
        expect(b.people).toEqual(a.people);
        expect(b.standing).toEqual(a.standing);
        expect(close(b.access.after, a.access.after)).toBe(true);
        const prices = { own: 40_000, premises: 20_000, helper: 30_000 };
        const cost = (of: HandEdits): number => costOf(frame, asked(of, metres), prices);
        expect(close(cost(turned), cost(one))).toBe(true);
      }),
    );
  });

  it('move with hours and helpers, one hour more giving more access to who has some', () => {
    fc.assert(
      fc.property(handWorld, edits, limit, (frame, one, metres) => {
        fc.pre(one.added.length > 0 && frame.demand.people.some((people) => people > 0));
        const give = (hours: number): number =>
          handFigures(frame, asked(withSiteChanged(one, 0, { hours, helpers: 1 }), metres)).access.after;
        expect(give(40) + 1e-9).toBeGreaterThanOrEqual(give(10));
      }),
    );
  });
});

describe('edits', () => {
  it('come back to nothing when what was done is taken back', () => {
    fc.assert(
      fc.property(edits, site, place, (one, more, { id, ...change }) => {
        expect(withoutSite(withSite(one, more), one.added.length)).toEqual(one);
        const others = one.places.filter((edit) => edit.id !== id);
        expect(withoutPlace(withPlace(one, id, change), id).places).toEqual(others);
        const still = { closed: false, moved: null, hours: null, helpers: null, moments: [] };
        expect(withPlace(withPlace(NO_EDITS, id, change), id, still)).toEqual(NO_EDITS);
      }),
    );
  });
});

describe('a frame', () => {
  it('comes back from its text as it was, and a cut one is refused', () => {
    fc.assert(
      fc.property(handWorld, fc.nat(), (frame, at) => {
        const text = encodeHandFrame(frame);
        expect(decodeHandFrame(text)).toEqual(frame);
        expect(() => decodeHandFrame(text.slice(0, at % text.length))).toThrow(RangeError);
      }),
    );
  });
});

describe('problems', () => {
  const [frame] = fc.sample(
    handWorld.filter(
      ({ places, communes }) =>
        communes.inside === 2 && places.counts[0] === COUNTS.yes && places.counts[1] === COUNTS.no,
    ),
    { numRuns: 1, seed: 7 },
  ) as [HandFrame];
  const finder = new SpotFinder(frame);
  const still = { hours: null, helpers: null };
  const base = { closed: false, moved: null, moments: [], ...still } as const;

  it('say what a scenario does not do, and the figures leave it out', () => {
    const sea = pointAt(-30, 45);
    const one: HandEdits = {
      added: [
        { where: sea, ...still },
        { where: { kind: 'commune', code: '38003' }, ...still },
        { where: { kind: 'commune', code: '97411' }, ...still },
        { where: { kind: 'commune', code: '99999' }, ...still },
        { where: { kind: 'place', id: 'p0' }, ...still },
      ],
      places: [
        { ...base, id: 'p0', closed: true, moved: sea },
        { ...base, id: 'p1', closed: true },
        { ...base, id: 'gone', closed: true },
        { ...base, id: 'far', closed: true },
      ],
    };
    const known = new Set(['97411', 'far']);
    const problems = problemsOf(frame, one, {}, finder, (spot) =>
      known.has(spot.kind === 'commune' ? spot.code : spot.kind === 'place' ? spot.id : ''),
    );
    const inside = (frame.places.communes[0] as number) < 2;
    expect(problems).toEqual([
      { reason: 'site-at-sea', site: 0 },
      { reason: 'site-outside', site: 1, far: false },
      { reason: 'site-outside', site: 2, far: true },
      { reason: 'site-unknown', site: 3 },
      ...(inside ? [] : [{ reason: 'site-outside', site: 4, far: false }]),
      { reason: 'site-where-counted', site: 4 },
      { reason: 'place-closed-and-changed', id: 'p0' },
      { reason: 'place-not-counted', id: 'p1' },
      { reason: 'place-unknown', id: 'gone' },
      { reason: 'place-far', id: 'far' },
    ]);
    const { before, after } = suppliesOf(frame, asked(one, 10_000), finder);
    // The site in the next commune and the one in the premises; the place there is closed.
    expect(after.lons.length).toBe(before.lons.length - 1 + 2);
  });

  it('keep a place moved out to sea where it was', () => {
    const one: HandEdits = { added: [], places: [{ ...base, id: 'p0', moved: pointAt(-30, 45) }] };
    expect(problemsOf(frame, one, {}, finder, () => false)).toEqual([
      { reason: 'place-moved-to-sea', id: 'p0' },
    ]);
    const { before, after } = suppliesOf(frame, asked(one, 10_000), finder);
    expect([...after.lons].sort()).toEqual([...before.lons].sort());
  });

  it('take the commune that a point was told to be in, and its land', () => {
    const [lon, lat] = [frame.communes.lons[0] as number, frame.communes.lats[0] as number];
    const at = pointAt(lon, lat);
    const key = `${at.lon.toFixed(5)}_${at.lat.toFixed(5)}`;
    expect(finder.find(at, { [key]: '2A004' })).toMatchObject({ commune: 4, land: 1, home: 4 });
    expect(finder.find(at, { [key]: null })).toBeNull();
    expect(finder.find(at, { [key]: '97411' })).toMatchObject({ commune: -1, home: -1 });
  });
});
