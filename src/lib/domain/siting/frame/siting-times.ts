import type { Reach } from '../../access/reach.ts';

/** Ways in minutes from communes to sites, those past a limit left out; what is not told is not there. */
export interface SitingTimes {
  /** First way of each run of demand points of one commune, one more at the end. */
  starts: Int32Array;
  /** Number of the site of each way. */
  sites: Int32Array;
  minutes: Float32Array;
  /** Minutes past which ways were left out. */
  limit: number;
}

/** First demand point of each run of points of one commune, one more at the end. */
export function runsOf(communes: ArrayLike<number>): Int32Array {
  const starts: number[] = [];
  for (let at = 0; at < communes.length; at++) if (communes[at] !== communes[at - 1]) starts.push(at);
  return Int32Array.from([...starts, communes.length]);
}

/** The reach of demand points: each takes the ways of its commune, whose centre speaks for all its points. */
export function reachInTime(communes: ArrayLike<number>, times: SitingTimes, siteCount: number): Reach {
  const { sites, minutes } = times;
  const points = communes.length;
  const runs = runsOf(communes);
  const reach = { unit: 'minutes', supplyCount: siteCount } as const;
  if (runs.length - 1 === points) return { ...reach, starts: times.starts, supplies: sites, costs: minutes };
  const starts = new Int32Array(points + 1);
  const waysOf = (run: number): readonly [from: number, to: number] => [
    times.starts[run] as number,
    times.starts[run + 1] as number,
  ];
  forEachPoint(runs, (run, at) => {
    const [from, to] = waysOf(run);
    starts[at + 1] = (starts[at] as number) + to - from;
  });
  const supplies = new Int32Array(starts[points] as number);
  const costs = new Float32Array(supplies.length);
  forEachPoint(runs, (run, at) => {
    supplies.set(sites.subarray(...waysOf(run)), starts[at]);
    costs.set(minutes.subarray(...waysOf(run)), starts[at]);
  });
  return { ...reach, starts, supplies, costs };
}

function forEachPoint(runs: Int32Array, visit: (run: number, at: number) => void): void {
  for (let run = 0; run + 1 < runs.length; run++)
    for (let at = runs[run] as number; at < (runs[run + 1] as number); at++) visit(run, at);
}

/** Bytes that `writeTimes` takes for so many runs and ways. */
export const timesBytes = (runs: number, ways: number): number => 4 * runs + 8 * ways;

/** Writes times in a file from a byte on, little endian: ends of runs and sites as uint32, minutes as float32. */
export function writeTimes(view: DataView, from: number, { starts, sites, minutes }: SitingTimes): void {
  let at = from;
  for (const list of [starts.subarray(1), sites])
    for (const value of list) view.setUint32((at += 4) - 4, value, true);
  for (const value of minutes) view.setFloat32((at += 4) - 4, value, true);
}

/** The times of a file. */
export function readTimes(
  view: DataView,
  from: number,
  { runs, ways, limit }: { runs: number; ways: number; limit: number },
): SitingTimes {
  let at = from;
  const integers = (count: number): Int32Array =>
    Int32Array.from({ length: count }, () => view.getUint32((at += 4) - 4, true));
  const starts = new Int32Array(runs + 1);
  starts.set(integers(runs), 1);
  const sites = integers(ways);
  const minutes = Float32Array.from({ length: ways }, () => view.getFloat32((at += 4) - 4, true));
  return { starts, sites, minutes, limit };
}
