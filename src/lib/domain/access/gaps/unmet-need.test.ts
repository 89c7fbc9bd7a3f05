import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellAt, emptyColumn, setCell } from '../../indicators/column.ts';
import { isKnown, type Cell } from '../../indicators/value.ts';
import { contiguityOf } from '../../spatial/contiguity.ts';
import { gapZones, LARGEST_ZONE } from './gap-zones.ts';
import { nearestOnLand } from '../nearest-on-land.ts';
import type { LandedPoints } from '../reach.ts';
import { greatCircle } from '../sphere.ts';
import {
  beyondColumn,
  isBeyond,
  shareBeyond,
  shareColumn,
  unmetNeed,
  type NeedSetting,
} from './unmet-need.ts';

const known = (value: number): Cell => ({ state: 'value', value, cover: 1, marks: [] });

const commune = fc.record({
  cost: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.constantFrom(Infinity, NaN)),
  people: fc.oneof(fc.nat(5_000), fc.constant(NaN)),
  group: fc.nat(400),
});

function settingOf(
  communes: readonly { cost: number; people: number; group: number }[],
  threshold: number,
): NeedSetting {
  const group = emptyColumn(communes.length);
  communes.forEach((one, at) => {
    setCell(group, at, known(one.group));
  });
  return {
    costs: communes.map(({ cost }) => cost),
    points: null,
    threshold,
    people: communes.map(({ people }) => people),
    group,
  };
}

const ordinals = (setting: NeedSetting): number[] => [...setting.group.values.keys()];
const beyondOf = (setting: NeedSetting): number => {
  const { groupBeyond } = unmetNeed(setting, ordinals(setting));
  return isKnown(groupBeyond) ? groupBeyond.value : Number.NaN;
};

describe('unmetNeed', () => {
  it('is a plain count', () => {
    fc.assert(
      fc.property(fc.array(commune, { maxLength: 40 }), fc.nat(30), (communes, threshold) => {
        const need = unmetNeed(settingOf(communes, threshold), communes.keys());
        const placed = communes.filter(({ cost }) => !Number.isNaN(cost));
        const far = placed.filter(({ cost }) => cost > threshold);
        const sum = (numbers: number[]): number => numbers.reduce((total, n) => total + (n || 0), 0);
        expect(need).toMatchObject({
          communes: placed.length,
          communesBeyond: far.length,
          inhabitants: sum(placed.map(({ people }) => people)),
          inhabitantsBeyond: sum(far.map(({ people }) => people)),
        });
        expect(need.groupBeyond.value).toBe(sum(far.map(({ group }) => group)));
        expect(need.unplaced.communes).toBe(communes.length - placed.length);
      }),
      { numRuns: 1_000 },
    );
  });

  it('never grows with the threshold, and counts nobody twice by commune', () => {
    fc.assert(
      fc.property(fc.array(commune, { minLength: 1, maxLength: 40 }), fc.nat(29), (communes, threshold) => {
        const setting = settingOf(communes, threshold);
        expect(beyondOf(settingOf(communes, threshold + 1))).toBeLessThanOrEqual(beyondOf(setting));
        const column = beyondColumn(setting);
        const total = ordinals(setting).reduce((sum, at) => sum + (cellAt(column, at).value ?? 0), 0);
        expect(total).toBe(beyondOf(setting));
        communes.forEach(({ cost }, at) => {
          if (Number.isNaN(cost)) expect(cellAt(column, at).state).toBe('absent');
        });
      }),
      { numRuns: 1_000 },
    );
  });

  it('carries the interval of estimates, and says when too many communes do not know', () => {
    const group = emptyColumn(2);
    setCell(group, 0, { state: 'estimated', value: 50, cover: 1, marks: [], interval: [40, 70] });
    const setting: NeedSetting = { costs: [12, 12], points: null, threshold: 10, people: [1_000, 20], group };
    expect(unmetNeed(setting, [0, 1]).groupBeyond).toMatchObject({ state: 'estimated', interval: [40, 70] });
    expect(unmetNeed({ ...setting, people: [1_000, 900] }, [0, 1]).groupBeyond.state).toBe('incomplete');
    expect(shareBeyond(unmetNeed({ ...setting, people: [1_000, 900] }, [0, 1]))).toBeNaN();
    expect(unmetNeed({ ...setting, threshold: 20 }, [0]).groupBeyond).toEqual(known(0));
    expect(shareBeyond(unmetNeed({ ...setting, threshold: 20 }, [0]))).toBe(0);
  });
});

describe('shareColumn', () => {
  it('is the share of each set, nothing where nobody is of the group, non calculable where too little is known', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(commune, fc.integer({ min: -1, max: 4 })), { maxLength: 40 }),
        fc.nat(30),
        (drawn, threshold) => {
          const setting = settingOf(
            drawn.map(([one]) => one),
            threshold,
          );
          const column = shareColumn(
            setting,
            drawn.map(([, set]) => set),
            5,
          );
          for (let set = 0; set < 5; set++) {
            const own = drawn.flatMap(([one, of]) => (of === set && !Number.isNaN(one.cost) ? [one] : []));
            const all = own.reduce((sum, { group }) => sum + group, 0);
            const far = own.reduce((sum, { group, cost }) => sum + (cost > threshold ? group : 0), 0);
            const { value } = cellAt(column, set);
            if (all === 0) expect(value).toBeNull();
            else expect(value).toBeCloseTo((100 * far) / all, 9);
          }
        },
      ),
      { numRuns: 500 },
    );
    const group = emptyColumn(2);
    setCell(group, 0, known(5));
    const partly: NeedSetting = { costs: [20, 20], points: null, threshold: 10, people: [10, 90], group };
    expect(cellAt(shareColumn(partly, [0, 0], 1), 0).state).toBe('incomplete');
  });
});

describe('gapZones', () => {
  it('share out exactly the communes out of reach, ranked, each in one piece', () => {
    const side = 12;
    const pairs: [number, number][] = [];
    for (let at = 0; at < side * side; at++) {
      if ((at + 1) % side > 0) pairs.push([at, at + 1]);
      if (at + side < side * side) pairs.push([at, at + side]);
    }
    const contiguity = contiguityOf(side * side, pairs);
    const drawn = fc.array(
      fc.record({
        cost: fc.constantFrom(5, 15, 15),
        people: fc.integer({ min: 1, max: 99 }),
        group: fc.nat(9),
      }),
      { minLength: side * side, maxLength: side * side },
    );
    fc.assert(
      fc.property(drawn, (communes) => {
        const setting = settingOf(communes, 10);
        const parents = communes.map((_, at) => Math.floor(at / 30));
        const zones = gapZones(setting, contiguity, parents, ordinals(setting));
        expect(zones.flatMap((zone) => zone.communes).sort((a, b) => a - b)).toEqual(
          ordinals(setting).filter((at) => isBeyond(setting, at) === true),
        );
        const groups = zones.map(({ need }) => need.groupBeyond.value ?? 0);
        expect(groups).toEqual([...groups].sort((a, b) => b - a));
        for (const zone of zones)
          if (zone.communes.length > LARGEST_ZONE)
            expect(new Set(zone.communes.map((at) => parents[at])).size).toBe(1);
      }),
      { numRuns: 100 },
    );
  });
});

describe('nearestOnLand', () => {
  it('is the nearest place of the same land, by brute force', () => {
    const spot = fc.record({
      lon: fc.oneof(fc.double({ min: -62, max: 9, noNaN: true }), fc.constant(NaN)),
      lat: fc.double({ min: 14, max: 51, noNaN: true }),
      land: fc.nat(2),
    });
    const pointsOf = (spots: readonly { lon: number; lat: number; land: number }[]): LandedPoints => ({
      lons: spots.map(({ lon }) => lon),
      lats: spots.map(({ lat }) => lat),
      lands: spots.map(({ land }) => land),
    });
    fc.assert(
      fc.property(
        fc.array(spot, { maxLength: 30 }),
        fc.array(spot, { maxLength: 30 }),
        spot,
        (from, to, added) => {
          const { distances, indices } = nearestOnLand(pointsOf(from), pointsOf(to));
          const more = nearestOnLand(pointsOf(from), pointsOf([...to, added])).distances;
          from.forEach((a, i) => {
            const far = to
              .filter(({ land, lon }) => land === a.land && !Number.isNaN(lon))
              .map((b) => greatCircle(a.lon, a.lat, b.lon, b.lat));
            if (Number.isNaN(a.lon)) expect(distances[i]).toBeNaN();
            else if (far.length === 0) expect([distances[i], indices[i]]).toEqual([Infinity, -1]);
            else {
              expect(distances[i]).toBeCloseTo(Math.min(...far), 3);
              expect(to[indices[i] as number]?.land).toBe(a.land);
            }
            // Another place never puts anybody further.
            if (!Number.isNaN(a.lon)) expect(more[i]).toBeLessThanOrEqual(distances[i] as number);
          });
        },
      ),
      { numRuns: 500 },
    );
  });
});
