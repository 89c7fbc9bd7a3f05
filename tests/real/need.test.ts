import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { equalityAsPublished, equalityAsStored } from '../../scripts/bench/ifn-equality.ts';
import { findMirrorFolder } from '../../scripts/platform/mirror.mjs';
import { findPreset, PRESETS } from '../../src/lib/domain/need/presets.ts';
import type { Recipe } from '../../src/lib/domain/need/recipe.ts';
import { RobustnessRun } from '../../src/lib/domain/need/robustness.ts';
import { STATE_CODES } from '../../src/lib/domain/indicators/value.ts';
import { openDatabase, type Database } from '../../src/lib/server/db/client.ts';
import { ifnChecks } from '../../src/lib/server/queries/ifn-checks.ts';
import { scoresOf, settingOf, subScoresOf } from '../../src/lib/server/queries/scores.ts';
import { Snapshot } from '../../src/lib/server/queries/snapshot.ts';

/** Indices on the whole country. */
let database: Database;
let data: Snapshot;

beforeAll(async () => {
  database = openDatabase(inject('realDataUrl'));
  data = await Snapshot.read(database);
});

afterAll(() => database.close());

const recipeOf = (id: string): Recipe => {
  const preset = findPreset(id);
  if (!preset) throw new Error(`no preset « ${id} »`);
  return preset.recipe;
};

describe('the IFN, fed its published sub-scores', () => {
  it('is the published total, of every commune and every EPCI', async () => {
    const folder = findMirrorFolder();
    if (!folder) throw new Error('the suite on real data needs the mirror');
    const communes = await equalityAsPublished('commune', folder);
    expect(communes.compared).toBe(35_006);
    expect(communes.equal).toBe(communes.compared);
    const epci = await equalityAsPublished('epci', folder);
    expect(epci.compared).toBeGreaterThan(1_200);
    expect(epci.equal).toBe(epci.compared);
  });

  it('is the total in use, to the four decimals that columns keep', () => {
    for (const level of ['commune', 'epci'] as const) {
      const equality = equalityAsStored(data, level);
      expect(equality?.compared).toBeGreaterThan(level === 'commune' ? 34_700 : 1_200);
      expect(equality?.equal).toBe(equality?.compared);
    }
  });
});

describe('four facts against the IFN', () => {
  const checkOf = (preset: string) => {
    const check = ifnChecks(data).find((one) => one.preset === preset);
    if (!check) throw new Error(`« ${preset} » was not held against the IFN`);
    return check;
  };

  it('go with it as measured when they are plain: 0.7 by commune, more by EPCI', () => {
    const { commune, communeAllKnown, epci } = checkOf('quatre-faits');
    expect(commune.n).toBeGreaterThan(34_000);
    expect(commune.spearman).toBeGreaterThan(0.7);
    expect(communeAllKnown.n).toBeGreaterThan(31_000);
    expect(communeAllKnown.spearman).toBeGreaterThan(0.72);
    expect(epci?.n).toBeGreaterThan(1_200);
    expect(epci?.spearman).toBeGreaterThan(0.8);
  });

  it('still go with it once poverty is estimated where it is withheld', () => {
    const { commune, epci } = checkOf('maillage');
    expect(commune.spearman).toBeGreaterThan(0.65);
    expect(epci?.spearman).toBeGreaterThan(0.8);
  });

  it('agree part by part where both read the same thing, and not on poverty under secrecy', () => {
    const part = (indicator: string) => checkOf('maillage').parts.find((one) => one.indicator === indicator);
    expect(part('part-65-ans-et-plus')?.all.spearman).toBeGreaterThan(0.9);
    expect(part('part-diplomes-superieur')?.all.spearman).toBeGreaterThan(0.8);
    const poverty = part('taux-de-pauvrete-estime');
    expect(poverty?.split?.published.spearman).toBeGreaterThan(0.88);
    expect(Math.abs(poverty?.split?.estimated.spearman ?? 1)).toBeLessThan(0.15);
  });
});

describe('every preset, at every level of the map', () => {
  it('scores in range and never ranks the unknown', () => {
    for (const { id, recipe } of PRESETS)
      for (const level of ['commune', 'epci', 'departement', 'region'] as const) {
        const { column, ranks, ranked } = scoresOf(data, { recipe, level });
        let known = 0;
        column.values.forEach((value, i) => {
          const has = column.states[i] === STATE_CODES.value || column.states[i] === STATE_CODES.estimated;
          if (has) known++;
          if (has !== !Number.isNaN(value) || has !== (ranks[i] as number) > 0)
            throw new Error(`${id}, ${level} ${i}: a value, a state and a rank disagree`);
          if (has && recipe.normalisation !== 'people' && !(value >= 0 && value <= 10))
            throw new Error(`${id}, ${level} ${i}: ${value} is out of range`);
        });
        expect(ranked, `${id}/${level}`).toBe(known);
      }
  });
});

describe('the reference sets', () => {
  it('put the middle of each région, département, EPCI and density class near 5', () => {
    const one: Recipe = {
      ...recipeOf('quatre-faits'),
      components: [
        {
          name: '',
          weight: 1,
          ingredients: [{ indicator: 'part-65-ans-et-plus', weight: 5, fragile: 'high' }],
        },
      ],
    };
    for (const reference of ['region', 'departement', 'epci', 'density'] as const) {
      const { column, ranked } = scoresOf(data, { recipe: { ...one, reference }, level: 'commune' });
      const sum = column.values.reduce((total, value) => (Number.isNaN(value) ? total : total + value), 0);
      // The mean of mid-ranks is the middle, group by group, exactly.
      expect(sum / ranked).toBeCloseTo(5, 6);
    }
  });
});

describe('the robustness of a département', () => {
  it('is the same twice, and keeps the median inside its interval', () => {
    const recipe = recipeOf('quatre-faits');
    const among = data.territories
      .all('commune')
      .filter(({ departement }) => departement === '23')
      .map(({ ordinal }) => ordinal);
    const result = () => {
      const run = new RobustnessRun(
        recipe,
        subScoresOf(data, 'commune'),
        settingOf(data, { recipe, level: 'commune' }),
        { among, draws: 200 },
      );
      run.run();
      return run.result(10);
    };
    const once = result();
    expect(result()).toEqual(once);
    expect(once.members.length).toBeGreaterThan(250);
    once.median.forEach((median, i) => {
      expect(median).toBeGreaterThanOrEqual(once.low[i] as number);
      expect(median).toBeLessThanOrEqual(once.high[i] as number);
    });
    const inTop = once.inTop.reduce((sum, share) => sum + share, 0);
    expect(inTop).toBeGreaterThanOrEqual(10 - 1e-9);
    expect(inTop).toBeLessThan(10.5);
  });
});
