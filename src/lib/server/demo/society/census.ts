import { fractalNoise } from '../random/noise.ts';
import { prngFor, type Prng } from '../random/prng.ts';
import type { Commune } from './communes.ts';
import type { Income } from './income.ts';
import { influenceOf } from './influence.ts';

/** What the census counts in a commune; shares in %, null where nobody is concerned. */
export interface Census {
  population2022: number;
  population2018: number;
  population2013: number;
  over65: number | null;
  under15: number | null;
  unemployment: number | null;
  managers: number | null;
  workers: number | null;
  higherDiploma: number | null;
  /** Without a diploma above the end of lower secondary school, % (for the fragility index only). */
  lowDiploma: number | null;
  households2018: number;
  secondaryHomes2018: number;
  vacantHomes2018: number;
  owners2018: number;
  jobs2018: number;
  /** 15 to 64 years old, those of them at work or looking for it, and those looking for it. */
  adults2018: number;
  active2018: number;
  unemployed2018: number;
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** A share as a census finds it among so many people: a whole count over a whole count, to 0.1 %. */
function countedShare(random: Prng, share: number, people: number): number | null {
  if (people < 1) return null;
  const p = clamp(share / 100, 0, 1);
  const count = Math.round(people * p + 0.55 * Math.sqrt(people * p * (1 - p)) * random.normal());
  return Math.round((1000 * clamp(count, 0, people)) / people) / 10;
}

/** Counts each commune: older on the shore and in the high country, younger in the belts, schooled with income. */
export function countPeople(
  seed: number,
  communes: readonly Commune[],
  incomes: readonly Income[],
): Census[] {
  const random = prngFor(seed, 'census');
  const ages = fractalNoise(random, 26, 3);
  const schooling = fractalNoise(random, 22, 3);
  const trades = fractalNoise(random, 30, 2);
  return communes.map((commune, rank) => {
    const [x, y] = commune.seat;
    const { core, belt, coast, high, metropole } = influenceOf(commune);
    const wealth = ((incomes[rank] as Income).median - 22_600) / 1000;
    const growth = 0.006 * belt + 0.004 * coast - 0.01 * high + 0.004 * random.normal();
    const people = (years: number): number => Math.round(commune.population * (1 - growth) ** years);
    const population2022 = people(1);
    const population2018 = people(5);
    const over65 = clamp(
      20.5 + 13 * coast * (1 - core) + 9.5 * high - 5.5 * belt - 3.5 * metropole + 9 * ages(x, y),
      12,
      45,
    );
    const under15 = clamp(17.6 - 0.36 * (over65 - 21) + 1.8 * belt, 7, 25);
    const unemployment = clamp(10 - 1.05 * wealth + 2.6 * core + 0.8 * high + 5 * trades(x, y), 3, 24);
    const higherDiploma = clamp(
      27 + 2.2 * wealth + 8 * metropole + 5 * core - 2 * high + 15 * schooling(x, y),
      9,
      58,
    );
    const lowDiploma = clamp(
      27 - 1.5 * wealth + 4 * high + 0.35 * (over65 - 21) - 12 * schooling(x, y),
      8,
      52,
    );
    const managers = clamp(0.52 * higherDiploma - 1.5, 2, 38);
    const workers = clamp(34 - 0.5 * higherDiploma + 7 * trades(x, y), 6, 52);
    const households2018 = Math.round(population2018 / (2.18 + 0.3 * belt - 0.15 * core));
    const adults2018 = Math.round((population2018 * (100 - over65 - under15)) / 100);
    const active2018 = Math.round(adults2018 * clamp(0.735 + 0.012 * wealth, 0.6, 0.85));
    return {
      population2022,
      population2018,
      population2013: people(10),
      over65: countedShare(random, over65, population2022),
      under15: countedShare(random, under15, population2022),
      unemployment: countedShare(random, unemployment, Math.round(population2022 * 0.46)),
      managers:
        population2022 < 130 ? null : countedShare(random, managers, Math.round(population2022 * 0.42)),
      workers: population2022 < 60 ? null : countedShare(random, workers, Math.round(population2022 * 0.42)),
      higherDiploma: countedShare(random, higherDiploma, Math.round(population2022 * 0.75)),
      lowDiploma: countedShare(random, lowDiploma, Math.round(population2022 * 0.75)),
      households2018,
      secondaryHomes2018: Math.round(
        households2018 * clamp(0.03 + 0.7 * coast * (1 - core) + 0.25 * high, 0, 1.2),
      ),
      vacantHomes2018: Math.round(households2018 * (0.06 + 0.07 * high + 0.03 * core)),
      owners2018: Math.round(households2018 * clamp(0.78 - 0.45 * core, 0.25, 0.9)),
      jobs2018: Math.round(population2018 * clamp(0.18 + 0.45 * core + 0.05 * random.normal(), 0.05, 0.75)),
      adults2018,
      active2018,
      unemployed2018: Math.round((active2018 * unemployment) / 100),
    };
  });
}
