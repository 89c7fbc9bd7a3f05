import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reachOfPairs, type Reach } from '../../access/reach.ts';
import { greatCircle } from '../../access/sphere.ts';
import { questionOf, type FrameAsked } from './frame-question.ts';
import type { Proposal } from './proposal.ts';
import { proposing } from './proposing.ts';
import { decodeFrame, encodeFrame, SITE_KINDS, type SiteKind, type SitingFrame } from './siting-frame.ts';
import { countTold, timesWithin, type SiteKeys, type ToldTimes } from './told-times.ts';

const COMMUNES = 6;
const PLACES = 4;

type Told = [from: number, to: number, minutes: number][];

/** Minutes of each pair, told once. */
const tellings = (count: number): fc.Arbitrary<Told> =>
  fc.uniqueArray(
    fc.tuple(fc.nat(COMMUNES - 1), fc.nat(count - 1), fc.constantFrom(0, 5, 9.5, 20, 45, Infinity)),
    {
      maxLength: 30,
      selector: ([from, to]) => `${from}/${to}`,
    },
  );

const world = fc.record({
  /** Demand points of each commune, one or more, and the people of each; unknown is null. */
  points: fc.array(fc.array(fc.option(fc.nat(90)), { minLength: 1, maxLength: 3 }), {
    minLength: COMMUNES,
    maxLength: COMMUNES,
  }),
  spots: fc.array(fc.record({ lon: fc.double({ min: 5, max: 5.5, noNaN: true }), land: fc.nat(1) }), {
    minLength: COMMUNES,
    maxLength: COMMUNES,
  }),
  places: fc.array(
    fc.record({
      kind: fc.constantFrom<SiteKind>('existing', 'neighbour', 'premises'),
      commune: fc.integer({ min: -1, max: COMMUNES - 1 }),
    }),
    { minLength: PLACES, maxLength: PLACES },
  ),
  candidates: fc.subarray(Array.from(Array(COMMUNES).keys())),
  toPlaces: tellings(PLACES),
  toCommunes: fc.option(tellings(COMMUNES)),
  most: fc.option(fc.constantFrom(10, 60)),
  limit: fc.constantFrom(4, 10, 20, 60),
  count: fc.nat(2),
});
type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

const reachOf = (told: Told, supplyCount: number): Reach =>
  reachOfPairs(
    told.map(([from]) => from),
    {
      supplies: Int32Array.from(told, ([, to]) => to),
      costs: Float32Array.from(told, ([, , minutes]) => minutes),
    },
    { demandCount: COMMUNES, supplyCount, unit: 'minutes' },
  );

const toldOf = ({ toPlaces, toCommunes, most }: World): ToldTimes => ({
  reach: reachOf(toPlaces, PLACES),
  toCommunes: toCommunes && reachOf(toCommunes, COMMUNES),
  most,
});

interface Site {
  kind: SiteKind;
  reference: number;
  commune: number;
}

const sitesOf = ({ places, candidates }: World): Site[] => [
  ...places.map(({ kind, commune }, reference) => ({ kind, reference, commune })),
  ...candidates.map((commune): Site => ({ kind: 'commune', reference: commune, commune })),
];

const keysOf = (sites: readonly Site[]): SiteKeys => ({
  kinds: Uint8Array.from(sites, ({ kind }) => SITE_KINDS.indexOf(kind)),
  references: Int32Array.from(sites, ({ reference }) => reference),
  communes: Int32Array.from(sites, ({ commune }) => commune),
});

function frameOf(one: World): SitingFrame {
  const sites = sitesOf(one);
  const keys = keysOf(sites);
  const rows = one.points.flatMap((own, commune) => own.map((people) => ({ commune, people })));
  const at = (commune: number) => one.spots[commune] ?? { lon: 5.2, land: 0 };
  const communes = Int32Array.from(rows, ({ commune }) => commune);
  return {
    demand: {
      lons: Float64Array.from(rows, ({ commune }) => at(commune).lon),
      lats: Float64Array.from(rows, () => 45),
      lands: Uint8Array.from(rows, ({ commune }) => at(commune).land),
      communes,
      people: Float64Array.from(rows, ({ people }) => people ?? Number.NaN),
      fragility: new Float64Array(rows.length),
    },
    sites: {
      lons: Float64Array.from(sites, ({ commune }) => at(commune).lon),
      lats: Float64Array.from(sites, () => 45),
      lands: Uint8Array.from(sites, ({ commune }) => at(commune).land),
      kinds: keys.kinds,
      references: keys.references,
      homes: new Int32Array(sites.length).fill(-1),
      wishes: new Uint8Array(sites.length),
      hours: new Float64Array(sites.length).fill(Number.NaN),
    },
    times: timesWithin(communes, keys, toldOf(one), one.limit),
  };
}

/** Minutes from a commune to a site; `null` when nobody tells them. */
function minutesOf(one: World, commune: number, site: Site): number | null {
  if (site.commune === commune) return 0;
  const told = site.kind === 'commune' ? (one.toCommunes ?? []) : one.toPlaces;
  return told.find(([from, to]) => from === commune && to === site.reference)?.[2] ?? null;
}

const ASKED: FrameAsked = {
  goal: 'cover',
  count: 1,
  budget: null,
  price: 40_000,
  premisesPrice: 20_000,
  limit: 10,
  closures: 0,
  equity: 0,
  capacity: null,
};

function settle(frame: SitingFrame, asked: FrameAsked): Proposal {
  const proposals = proposing(frame, asked, { seed: 1 });
  for (let turn = 0; turn < 4_000; turn++) {
    const { value, done } = proposals.next();
    if (done) return value;
  }
  throw new Error('not proven in time');
}

/** People of the communes from which one of some sites is told to be within the limit. */
const peopleWithin = (one: World, open: readonly Site[]): number =>
  one.points.reduce((sum, own, commune) => {
    const near = open.some((site) => (minutesOf(one, commune, site) ?? Infinity) <= one.limit);
    return near ? sum + own.reduce<number>((all, people) => all + (people ?? 0), 0) : sum;
  }, 0);

function* choices<T>(among: readonly T[], count: number): Generator<T[]> {
  yield [];
  if (count === 0) return;
  for (const [at, first] of among.entries())
    for (const rest of choices(among.slice(at + 1), count - 1)) yield [first, ...rest];
}

describe('a frame in minutes', () => {
  it('covers as many as any choice can, pair by pair, all points of a commune alike', () => {
    fc.assert(
      fc.property(world, (one) => {
        const frame = frameOf(one);
        const sites = sitesOf(one);
        const isThere = ({ kind }: Site): boolean => kind === 'existing' || kind === 'neighbour';
        const existing = sites.filter(isThere);
        const candidates = sites.filter((site) => !isThere(site));
        const count = Math.min(one.count, candidates.length);
        const proposal = settle(frame, { ...ASKED, limit: one.limit, count });
        const opened = proposal.sites.map(({ site }) => sites[site] as Site);
        const best = Math.max(
          ...[...choices(candidates, count)].map((open) => peopleWithin(one, [...existing, ...open])),
        );
        expect(proposal.unit).toBe('minutes');
        expect(proposal.people.before).toBe(peopleWithin(one, existing));
        expect(proposal.people.after).toBe(peopleWithin(one, [...existing, ...opened]));
        expect(proposal.people.after).toBe(best);
      }),
      { numRuns: 150 },
    );
  });

  it('brings nobody nearer, nor nobody farther, than minutes told', () => {
    fc.assert(
      fc.property(world, (one) => {
        const frame = frameOf(one);
        const sites = sitesOf(one);
        const { reach } = questionOf(frame, { ...ASKED, limit: one.limit });
        const found = new Map<string, number>();
        frame.demand.communes.forEach((_, at) => {
          for (let k = reach.starts[at] ?? 0; k < (reach.starts[at + 1] ?? 0); k++)
            found.set(`${at}/${reach.supplies[k]}`, reach.costs[k] ?? Number.NaN);
        });
        const expected = new Map<string, number>();
        frame.demand.communes.forEach((commune, at) =>
          sites.forEach((site, number) => {
            const minutes = minutesOf(one, commune, site);
            if (minutes !== null && minutes <= one.limit) expected.set(`${at}/${number}`, minutes);
          }),
        );
        expect(found).toEqual(expected);
        expect(reach.supplies).toHaveLength(found.size);
      }),
    );
  });

  it('never reaches fewer with more ways told, whatever the goal', () => {
    fc.assert(
      fc.property(world, tellings(COMMUNES), tellings(PLACES), (one, communes, places) => {
        const more = (told: Told, added: Told): Told => [
          ...told,
          ...added.filter(([from, to]) => !told.some(([a, b]) => a === from && b === to)),
        ];
        const richer = {
          ...one,
          toCommunes: more(one.toCommunes ?? [], communes),
          toPlaces: more(one.toPlaces, places),
        };
        const reached = (of: World): number =>
          settle(frameOf(of), { ...ASKED, limit: of.limit, count: of.count }).people.after;
        expect(reached(richer)).toBeGreaterThanOrEqual(reached(one));
      }),
      { numRuns: 80 },
    );
  });

  it('lets nothing untold help: without any telling, only people at home are reached', () => {
    fc.assert(
      fc.property(world, (one) => {
        const silent: World = { ...one, toPlaces: [], toCommunes: null };
        const { people, sites } = settle(frameOf(silent), { ...ASKED, limit: 60, count: COMMUNES });
        const communes = new Set([
          ...one.places.filter(({ kind }) => kind !== 'premises').map(({ commune }) => commune),
          ...sites.map(({ site }) => sitesOf(silent)[site]?.commune),
        ]);
        const atHome = one.points.reduce(
          (sum, own, commune) =>
            communes.has(commune) ? sum + own.reduce<number>((all, count) => all + (count ?? 0), 0) : sum,
          0,
        );
        expect(people.after).toBe(atHome);
      }),
      { numRuns: 80 },
    );
  });

  it('goes by file as it is', () => {
    fc.assert(
      fc.property(world, (one) => {
        const frame = frameOf(one);
        const bytes = encodeFrame(frame);
        expect(decodeFrame(bytes).times).toEqual(frame.times);
        expect(decodeFrame(encodeFrame({ ...frame, times: null })).times).toBeNull();
        expect(() => decodeFrame(bytes.subarray(0, -1))).toThrow(RangeError);
      }),
    );
  });

  it('answers the farthest and the mean in minutes', () => {
    const one: World = {
      points: [[10], [10], [10], [10], [10], [10]],
      spots: Array.from({ length: COMMUNES }, () => ({ lon: 5, land: 0 })),
      places: Array.from({ length: PLACES }, () => ({ kind: 'neighbour' as const, commune: -1 })),
      candidates: [0, 1],
      toPlaces: [],
      toCommunes: [0, 1].flatMap((to) =>
        [0, 1, 2, 3, 4, 5].map((from): Told[number] => [from, to, to === 0 ? 30 : 12]),
      ),
      most: 60,
      limit: 60,
      count: 1,
    };
    const farthest = settle(frameOf(one), { ...ASKED, goal: 'farthest', limit: 20 });
    expect(farthest.farthest).toEqual({ cost: 12, atLeast: 12, most: 60 });
    expect(farthest.people).toEqual({ all: 60, before: 0, after: 60 });
    const mean = settle(frameOf(one), { ...ASKED, goal: 'mean', limit: 60 });
    expect(mean.sites.map(({ site }) => site)).toEqual([PLACES + 1]);
  });
});

describe('what is told of the ways of a question', () => {
  it('is counted pair by pair among those that are near', () => {
    fc.assert(
      fc.property(world, fc.constantFrom(5_000, 20_000, 60_000), (one, metres) => {
        const frame = frameOf(one);
        const sites = sitesOf(one);
        const centres = {
          lons: one.spots.map(({ lon }) => lon),
          lats: one.spots.map(() => 45),
          lands: one.spots.map(({ land }) => land),
        };
        const count = countTold(frame, keysOf(sites), toldOf(one), { limit: one.limit, centres, metres });
        const isNear = (commune: number, at: number): boolean =>
          sites[at]?.commune !== commune &&
          frame.sites.lands[at] === centres.lands[commune] &&
          greatCircle(centres.lons[commune] ?? 0, 45, frame.sites.lons[at] ?? 0, 45) <= metres;
        const isTold = (commune: number, site: Site): boolean => {
          const family = site.kind === 'commune' ? (one.toCommunes ?? []) : one.toPlaces;
          return (
            minutesOf(one, commune, site) !== null ||
            (one.most !== null && one.most >= one.limit && family.some(([from]) => from === commune))
          );
        };
        const communes = Array.from(Array(COMMUNES).keys());
        const near = communes.flatMap((commune) =>
          sites.flatMap((site, at) =>
            isNear(commune, at) ? [{ commune, at, told: isTold(commune, site) }] : [],
          ),
        );
        const silentOf = (key: 'commune' | 'at', of: number): boolean => {
          const own = near.filter((pair) => pair[key] === of);
          return own.length > 0 && own.every(({ told }) => !told);
        };
        const silent = communes.filter((commune) => silentOf('commune', commune));
        const candidates = sites.flatMap(({ kind }, at) =>
          kind === 'commune' || kind === 'premises' ? [at] : [],
        );
        expect(count).toEqual({
          near: near.length,
          told: near.filter(({ told }) => told).length,
          silent: {
            communes: silent.length,
            people: silent.reduce(
              (sum, commune) =>
                sum + (one.points[commune] ?? []).reduce<number>((all, people) => all + (people ?? 0), 0),
              0,
            ),
          },
          candidates: candidates.length,
          silentCandidates: candidates.filter((at) => silentOf('at', at)).length,
        });
      }),
      { numRuns: 300 },
    );
  });
});
