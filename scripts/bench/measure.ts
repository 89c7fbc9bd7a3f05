/** Milliseconds of one call, and what it gave. */
export async function timed<Result>(
  act: () => Result | Promise<Result>,
): Promise<{ ms: number; result: Result }> {
  const start = performance.now();
  const result = await act();
  return { ms: performance.now() - start, result };
}

/** The median time of several calls: these machines are shared and noisy. */
export async function medianTime(act: () => unknown, runs = 5): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) times.push((await timed(act)).ms);
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] as number;
}

/** Three significant digits: more would be noise. */
export const rounded = (value: number): number => Number(value.toPrecision(3));
