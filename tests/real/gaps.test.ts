import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { DECAYS } from '../../src/lib/domain/access/decay.ts';
import { groupOfWord, type Group } from '../../src/lib/domain/access/gaps/group.ts';
import { groupsWithFigures } from '../../src/lib/server/queries/access/need-groups.ts';
import { NO_CRITERIA, type PlaceCriteria } from '../../src/lib/domain/places/criteria.ts';
import { NO_FILTER } from '../../src/lib/domain/places/filter.ts';
import { isOpenAt } from '../../src/lib/domain/places/opening-week.ts';
import type { Place } from '../../src/lib/domain/places/place.ts';
import type { Territory } from '../../src/lib/domain/territory/territory.ts';
import { openDatabase, type Database } from '../../src/lib/server/db/client.ts';
import { gapsReport } from '../../src/lib/server/gaps/report.ts';
import { accessOf, gapsOf, needWithin, zonesWithin } from '../../src/lib/server/queries/access/gaps.ts';
import { Snapshot } from '../../src/lib/server/queries/snapshot.ts';
import { DEFAULT_GAPS_VIEW, type GapsView } from '../../src/lib/view/gaps-view.ts';

/** Gaps of the whole country, each number found again without any of the code that made it. */
let database: Database;
let data: Snapshot;

const TODAY = '2026-11-25';

beforeAll(async () => {
  database = openDatabase(inject('realDataUrl'));
  data = await Snapshot.read(database);
});

afterAll(() => database.close());

const viewOf = (change: Partial<GapsView>): GapsView => ({ ...DEFAULT_GAPS_VIEW, ...change });
const poor = (): Group => groupOfWord('pauvrete') as Group;
const territory = (slug: string): Territory => {
  const found = data.territories.bySlug(slug);
  if (!found) throw new Error(`no territory « ${slug} »`);
  return found;
};

/** Great-circle kilometres by the law of cosines: another formula than the application's. */
function kilometres(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const [phi1, phi2, lambda] = [a.lat, b.lat, b.lon - a.lon].map((degrees) => (degrees * Math.PI) / 180) as [
    number,
    number,
    number,
  ];
  const cosine = Math.sin(phi1) * Math.sin(phi2) + Math.cos(phi1) * Math.cos(phi2) * Math.cos(lambda);
  return 6_371.0088 * Math.acos(Math.min(1, cosine));
}

/** The land of a code, written again. */
const land = (code: string): string =>
  code.startsWith('97') || code.startsWith('98')
    ? code.slice(0, 3)
    : /^2[AB]/.test(code)
      ? 'corse'
      : 'metropole';

/** Everything counted by loops over every commune and every place. */
function byHand(where: Territory, answers: (place: Place) => boolean, km: number) {
  const places = data.places.filter(answers);
  const poverty = data.column('personnes-pauvres', 'commune');
  const count = {
    communes: 0,
    communesBeyond: 0,
    inhabitants: 0,
    inhabitantsBeyond: 0,
    poor: 0,
    poorBeyond: 0,
  };
  for (const { code, lat, lon, population, ordinal } of data.territories.communes(where)) {
    if (lat === null || lon === null) continue;
    const own = places.some(({ commune }) => commune === code);
    const near = places.some(
      (place) =>
        place.lat !== null &&
        place.lon !== null &&
        place.commune !== null &&
        land(place.commune) === land(code) &&
        kilometres({ lat, lon }, { lat: place.lat, lon: place.lon }) <= km,
    );
    const far = !own && !near;
    const value = poverty?.values[ordinal] ?? Number.NaN;
    const people = Number.isNaN(value) ? 0 : value;
    count.communes++;
    count.inhabitants += population ?? 0;
    count.poor += people;
    if (!far) continue;
    count.communesBeyond++;
    count.inhabitantsBeyond += population ?? 0;
    count.poorBeyond += people;
  }
  return count;
}

const FREE_AND_HELPED: PlaceCriteria = {
  ...NO_CRITERIA,
  filter: { ...NO_FILTER, free: true, assisted: true },
};
const SATURDAY: PlaceCriteria = { ...NO_CRITERIA, moment: 'saturday' };

describe.each(['200040715', '56', '75', '93', '2A', 'R02'])('the gaps of %s', (slug) => {
  it.each([
    ['any place', NO_CRITERIA, (): boolean => true, 10],
    [
      'a free one where one is helped',
      FREE_AND_HELPED,
      ({ fees, support, onBehalf }: Place): boolean =>
        fees.includes('Gratuit') && (onBehalf || support.some((mode) => mode !== 'En autonomie')),
      15,
    ],
    [
      'one open on Saturday',
      SATURDAY,
      ({ week }: Place): boolean => week !== null && isOpenAt(week, 'saturday'),
      20,
    ],
  ] as const)('%s: are counted again by brute force', (_, criteria, answers, km) => {
    const where = territory(slug);
    const view = viewOf({ ...criteria, group: poor(), limit: km });
    const need = needWithin(data, gapsOf(data, view, TODAY), where);
    const expected = byHand(where, answers, km);
    expect(need).toMatchObject({
      communes: expected.communes,
      communesBeyond: expected.communesBeyond,
      inhabitants: expected.inhabitants,
      inhabitantsBeyond: expected.inhabitantsBeyond,
    });
    expect(need.group.value ?? 0).toBeCloseTo(expected.poor, 3);
    expect(need.groupBeyond.value ?? 0).toBeCloseTo(expected.poorBeyond, 3);
    const zones = zonesWithin(data, gapsOf(data, view, TODAY), where);
    const inZones = zones?.reduce((sum, zone) => sum + zone.need.inhabitantsBeyond, 0);
    expect(inZones).toBe(expected.inhabitantsBeyond);
  });
});

describe('access in the whole country', () => {
  it.each(DECAYS.flatMap((decay) => [false, true].map((chooses) => [decay, chooses] as const)))(
    'shares out what places have, weights %s, choosing %s',
    (decay, chooses) => {
      const view = viewOf({ decay, chooses, limit: 20 });
      const { catchment } = accessOf(data, view, TODAY);
      const received = data.territories
        .all('commune')
        .reduce(
          (sum, { ordinal, population }) => sum + (population ?? 0) * (catchment.access[ordinal] as number),
          0,
        );
      const reaching = catchment.ratios.reduce((sum, ratio) => sum + (Number.isNaN(ratio) ? 0 : 1), 0);
      expect(received).toBeCloseTo(reaching, 4);
      expect(reaching).toBeGreaterThan(8_000);
    },
  );
});

describe('the country', () => {
  it('has fewer people out of reach as one goes further, and more as one asks more', () => {
    const france = territory('FR');
    const beyond = (change: Partial<GapsView>): number =>
      needWithin(data, gapsOf(data, viewOf(change), TODAY), france).inhabitantsBeyond;
    const limits = [1, 5, 10, 20, 60].map((limit) => beyond({ limit }));
    expect(limits).toEqual([...limits].sort((a, b) => b - a));
    expect(beyond(SATURDAY)).toBeGreaterThan(beyond({}));
    expect(beyond({ ...SATURDAY, ...FREE_AND_HELPED, moment: 'saturday' })).toBeGreaterThan(beyond(SATURDAY));
  });

  it('counts every group that the form offers, and no more people than there are', () => {
    const france = territory('FR');
    const all = needWithin(data, gapsOf(data, viewOf({}), TODAY), france);
    for (const group of groupsWithFigures(data)) {
      const need = needWithin(data, gapsOf(data, viewOf({ group }), TODAY), france);
      expect(need.group.value, group.word).toBeGreaterThan(1_000_000);
      expect(need.group.value, group.word).toBeLessThanOrEqual(all.inhabitants);
      expect(need.groupBeyond.value, group.word).toBeLessThanOrEqual(all.inhabitantsBeyond);
    }
  });

  it('serves nobody across a sea: without a place in Mayotte, Mayotte is out of reach', () => {
    const mayotte = territory('976');
    const view = viewOf({ limit: 60 });
    const gaps = gapsOf(data, view, TODAY);
    const here = data.places.filter(({ commune }) => commune?.startsWith('976'));
    for (const { ordinal, lon, lat } of data.territories.communes(mayotte)) {
      const near = here
        .filter((place) => place.lat !== null && place.lon !== null)
        .map((place) =>
          kilometres({ lon: lon ?? 0, lat: lat ?? 0 }, { lon: place.lon ?? 0, lat: place.lat ?? 0 }),
        );
      expect((gaps.supply.distances[ordinal] as number) / 1_000).toBeCloseTo(Math.min(Infinity, ...near), 3);
    }
  });

  it('says plainly that the records are old, not that help is missing', () => {
    const report = gapsReport(data, viewOf({ freshness: 18 }), territory('FR'), TODAY);
    expect(report.gaps.supply.ranks).toHaveLength(0);
    const edition = gapsReport(data, viewOf({ freshness: 18, reference: 'edition' }), territory('FR'), TODAY);
    expect(edition.gaps.supply.ranks.length).toBeGreaterThan(2_000);
  });
});
