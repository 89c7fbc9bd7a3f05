import { groupOfWord, EVERYBODY } from '#lib/domain/access/gaps/group.ts';
import { framedRounds } from '#lib/domain/siting/rounds/frame-rounds.ts';
import type { RoundsAsked } from '#lib/domain/siting/rounds/asked.ts';
import { touring, type RoundsAnswer } from '#lib/domain/siting/rounds/touring.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { basesOf, roundsFrame } from '#lib/server/siting/rounds.ts';
import { DEFAULT_ROUNDS_VIEW } from '#lib/view/rounds-view.ts';
import { rounded } from './measure.ts';

const SEED = 1;
/** A day on which every place of the mirror is known, so that the answer is the same whenever it is asked. */
const DAY = '2026-01-01';
const SECONDS = 10;

/** Weekly rounds of three teams in Isère, Tuesday to Friday, two stops a day: at once, then after ten seconds, with and without a limit of hours. */
export function isereRounds(data: Snapshot): object {
  const territory = data.territories.get('departement', '38');
  if (!territory) throw new Error('the bench of rounds needs Isère');
  const view = {
    ...DEFAULT_ROUNDS_VIEW,
    group: groupOfWord('pauvrete') ?? EVERYBODY,
    teams: 3,
    bases: ['38185', '38544', '38053'],
  };
  const bases = basesOf(data, view.bases, territory).bases.map(({ base }) => base);
  const { frame, told } = roundsFrame(data, view, bases, territory, DAY);
  const asked: RoundsAsked = {
    limit: 1_000 * view.limit,
    bases,
    teams: view.teams,
    days: view.days,
    stopsADay: view.stopsADay,
    minutesADay: view.day,
    minutesAStop: view.stop,
    leavesAt: view.leavesAt,
    metresADay: 1_000 * view.kilometres,
    detour: view.detour,
    speed: 50,
    markets: [],
    marketsOnly: false,
  };
  const measure = (rest: Partial<RoundsAsked>): object =>
    measured(framedRounds(frame, { ...asked, ...rest }, told));
  return {
    timed: measure({}),
    kilometresOnly: measure({ speed: null }),
    shortDays: measure({ minutesADay: 360 }),
    fourStops: measure({ stopsADay: 4, minutesAStop: 60 }),
  };
}

function measured({ instance, stops }: ReturnType<typeof framedRounds>): object {
  if (!instance) throw new Error('no rounds to measure');
  const [start, spent] = [performance.now(), process.cpuUsage()];
  const elapsed = (): number => (performance.now() - start) / 1_000;
  let [first, last]: [RoundsAnswer | null, RoundsAnswer | null] = [null, null];
  let firstMs = 0;
  for (const answer of touring(instance, { seed: SEED })) {
    if (!first) [first, firstMs] = [answer, rounded(1_000 * elapsed())];
    last = answer;
    if (answer.proven || elapsed() > SECONDS) break;
  }
  if (!first || !last) throw new Error('no answer');
  return {
    stops: stops.length,
    firstMs,
    firstCovered: rounded(first.covered),
    covered: rounded(last.covered),
    atMost: rounded(last.atMost),
    certifiedGapPercent: rounded(100 * last.gap),
    proven: last.proven,
    seconds: rounded(elapsed()),
    processorSeconds: rounded(process.cpuUsage(spent).user / 1e6),
  };
}
