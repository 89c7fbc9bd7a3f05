import { runApart } from './child.ts';
import { rounded, timed } from './measure.ts';

interface Report {
  outcomes: { source: string; outcome: string; ms?: number; rowsRead?: number; rowsRefused?: number }[];
  peakMegabytes: number;
}

/** A first load into a new embedded database, in a process of its own: seconds per source and peak memory. */
export async function benchLoad(): Promise<object> {
  const { ms, result } = await timed(() => runApart<Report>('load-child.ts'));
  return {
    seconds: rounded(ms / 1000),
    peakMegabytes: Math.round(result.peakMegabytes),
    sources: Object.fromEntries(
      result.outcomes.map(({ source, outcome, ms: took = 0, rowsRead, rowsRefused }) => [
        source,
        { outcome, seconds: rounded(took / 1000), rowsRead, rowsRefused },
      ]),
    ),
  };
}
