import loadHighs, { type Highs } from 'highs';
import { reachWithin } from '#lib/domain/access/reach.ts';
import { solveExactly } from '#lib/domain/siting/exact/mip.ts';
import { costOf, countRule, type SitingInstance } from '#lib/domain/siting/model/instance.ts';
import { checkQuestion } from '#lib/domain/siting/question/check.ts';
import { instanceOf } from '#lib/domain/siting/question/instance-of.ts';
import type { SitingQuestion } from '#lib/domain/siting/question/question.ts';
import { openGreedily } from '#lib/domain/siting/search/lazy-greedy.ts';
import { solving, type SolveOptions, type Solution } from '#lib/domain/siting/solve.ts';
import { sumOf } from '#lib/domain/siting/question/question.ts';
import { Snapshot } from '#lib/server/queries/snapshot.ts';
import { connectLoaded } from './loaded.ts';
import { medianTime, rounded, timed } from './measure.ts';
import { isereRounds } from './rounds.ts';
import {
  communesWithin,
  pmedInstance,
  pmedOptima,
  pointsOf,
  sanFrancisco,
  type Commune,
} from './siting-instances.ts';

const SEED = 1;
/** Seconds given to a proof, and to the plain model of Occitanie. */
const PROOF = 120;
const PLAIN = 300;
const BEST_KNOWN: ReadonlyMap<number, number> = new Map([
  [50, 617_592],
  [60, 683_139],
  [70, 733_772],
  [80, 769_781],
  [90, 791_562],
  [100, 802_307],
]);

/**
 * Siting on its reference instances, all in one run: medians of OR-Library proved, covering of San
 * Francisco, of France and of Occitanie, the answer to a national question with its places, and weekly rounds
 * in Isère. Optima and best known are read for the report only. Clock times are those of a shared machine: the processor's are beside.
 */
export async function benchSiting(): Promise<object> {
  const highs = await loadHighs();
  const pmed = await medians();
  const covering = await sanFranciscoGaps();
  const { database, release } = await connectLoaded();
  try {
    const data = await Snapshot.read(database);
    const communes = data.territories
      .all('commune')
      .filter(({ lat, code }) => lat !== null && !/^97[578]|^98/.test(code));
    return {
      pmed,
      sanFrancisco: covering,
      france: franceGap(communes),
      conditional: await conditionalAnswer(communes, data.places),
      occitanie: occitanieProof(
        communes.filter(({ region }) => region === '76'),
        highs,
      ),
      isereRounds: isereRounds(data),
      processMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    };
  } finally {
    await release();
  }
}

interface Solved {
  last: Solution;
  firstMs: number;
  seconds: number;
  processorSeconds: number;
}

/** Solves until proven or out of time. */
function solveFor(instance: SitingInstance, seconds: number, options: Partial<SolveOptions> = {}): Solved {
  const [start, spent] = [performance.now(), process.cpuUsage()];
  const elapsed = (): number => (performance.now() - start) / 1000;
  let last: Solution | null = null;
  let firstMs = 0;
  for (const solution of solving(instance, { seed: SEED, ...options })) {
    if (!last) firstMs = rounded(elapsed() * 1000);
    last = solution;
    if (solution.proven || elapsed() > seconds) break;
  }
  if (!last) throw new Error('no answer');
  if (Math.abs(costOf(instance, last.open) - last.cost) > 1e-6 * last.cost)
    throw new Error('the cost is not that of the sites');
  return {
    last,
    firstMs,
    seconds: rounded(elapsed()),
    processorSeconds: rounded(process.cpuUsage(spent).user / 1e6),
  };
}

async function medians(): Promise<object> {
  const rows = [];
  for (const [name, optimum] of await pmedOptima()) {
    const instance = await pmedInstance(name);
    const { last, seconds, processorSeconds } = solveFor(instance, PROOF);
    const gapPercent = rounded((last.cost / optimum - 1) * 100);
    rows.push({
      name,
      cost: last.cost,
      optimum,
      gapPercent,
      bound: last.bound,
      proven: last.proven,
      seconds,
      processorSeconds,
    });
  }
  return {
    instances: rows.length,
    optimal: rows.filter(({ cost, optimum }) => cost === optimum).length,
    proven: rows.filter(({ proven }) => proven).length,
    seconds: rounded(sumOf(rows.map(({ seconds }) => seconds))),
    processorSeconds: rounded(sumOf(rows.map(({ processorSeconds }) => processorSeconds))),
    rows,
  };
}

async function sanFranciscoGaps(): Promise<object> {
  const place = await sanFrancisco();
  const rows = [...BEST_KNOWN].map(([p, best]) => {
    const instance = { ...place, rule: countRule(place.lists.siteCount, p) };
    const total = sumOf(place.lists.bases);
    const { last, firstMs, processorSeconds } = solveFor(instance, 10);
    const covered = total - last.cost;
    return {
      p,
      covered,
      best,
      gapToBestPercent: rounded((1 - covered / best) * 100),
      certifiedGapPercent: rounded(((last.cost - last.bound) / covered) * 100),
      firstMs,
      processorSeconds,
    };
  });
  return {
    meanGapToBestPercent: rounded(sumOf(rows.map((row) => row.gapToBestPercent)) / rows.length),
    rows,
  };
}

function franceGap(communes: readonly Commune[]): object {
  const instance = communesWithin(communes, 10_000, 200);
  const total = sumOf(instance.lists.bases);
  const { last, firstMs, seconds, processorSeconds } = solveFor(instance, 10);
  const greedy = total - costOf(instance, openGreedily(instance).open);
  return {
    communes: communes.length,
    pairs: instance.lists.sites.length,
    covered: total - last.cost,
    atMost: total - last.bound,
    certifiedGapPercent: rounded(((last.cost - last.bound) / (total - last.cost)) * 100),
    greedyUnderBestPercent: rounded((1 - greedy / (total - last.cost)) * 100),
    firstMs,
    seconds,
    processorSeconds,
  };
}

/** The places of the country stay; where would 1,000 more shorten distances most, at once? */
async function conditionalAnswer(
  communes: readonly Commune[],
  places: readonly { lon: number | null; lat: number | null; commune: string | null }[],
): Promise<object> {
  const there = places
    .filter(({ lat, commune }) => lat !== null && commune !== null)
    .map(({ lon, lat, commune }) => ({ lon, lat, code: commune ?? '', population: 0 }));
  const limit = 20_000;
  const reach = reachWithin(pointsOf(communes), pointsOf([...communes, ...there]), limit);
  const asked: SitingQuestion = {
    goal: 'mean',
    means: { kind: 'count', count: 1000 },
    people: communes.map(({ population }) => population ?? 0),
    reach,
    limit,
    existing: there.map((_, at) => communes.length + at),
    closable: [],
    closures: 0,
    forced: [],
    forbidden: [],
    equity: null,
  };
  const { result: question, ms: check } = await timed(() => checkQuestion(asked).question);
  const { result: made, ms: instanceMs } = await timed(() => instanceOf(question));
  const { instance } = made;
  const greedy = await medianTime(() => openGreedily(instance));
  const { last, seconds } = solveFor(instance, 10);
  return {
    places: there.length,
    candidates: communes.length,
    opened: openGreedily(instance).open.length,
    pairs: reach.supplies.length,
    pairsLeft: instance.lists.sites.length,
    ms: { check: rounded(check), instance: rounded(instanceMs), greedy: rounded(greedy) },
    afterTenSeconds: { certifiedGapPercent: rounded((1 - last.bound / last.cost) * 100), seconds },
    listMegabytes: rounded((instance.lists.sites.length * 24) / 1e6),
  };
}

/** Proof of 60 sites in Occitanie, ours and the plain model of HiGHS, in one run. */
function occitanieProof(communes: readonly Commune[], highs: Highs): object {
  const instance = communesWithin(communes, 10_000, 60);
  const total = sumOf(instance.lists.bases);
  const exact: SolveOptions['exact'] = (core, cost, start) =>
    solveExactly(highs, core, cost, { seconds: PROOF, start });
  const ten = solveFor(instance, 10);
  const ours = solveFor(instance, PROOF, { exact });
  const [start, spent] = [performance.now(), process.cpuUsage()];
  const plain = solveExactly(highs, instance, Infinity, { seconds: PLAIN });
  const plainSeconds = (performance.now() - start) / 1000;
  const plainProcessor = process.cpuUsage(spent).user / 1e6;
  const plainCost = plain.open ? costOf(instance, plain.open) : Number.NaN;
  return {
    communes: communes.length,
    certifiedGapPercentAtTenSeconds: rounded(
      ((ten.last.cost - ten.last.bound) / (total - ten.last.cost)) * 100,
    ),
    ours: {
      covered: total - ours.last.cost,
      atMost: total - ours.last.bound,
      proven: ours.last.proven,
      seconds: ours.seconds,
      processorSeconds: ours.processorSeconds,
    },
    plainHighs: {
      covered: total - plainCost,
      proven: plainCost - plain.bound < 1,
      seconds: rounded(plainSeconds),
      processorSeconds: rounded(plainProcessor),
    },
    // At least, when the plain model did not end in its time.
    timesFasterThanPlain: ours.last.proven ? rounded(plainProcessor / ours.processorSeconds) : null,
  };
}
