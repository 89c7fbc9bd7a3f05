/** Runs a generator, giving way to others at each step, told to `onstep`. Throws the reason of `signal`. */
export async function inSlices<Step, Result>(
  steps: Generator<Step, Result>,
  { onstep, signal }: { onstep?: (step: Step) => void; signal?: AbortSignal | undefined } = {},
): Promise<Result> {
  for (;;) {
    signal?.throwIfAborted();
    const step = steps.next();
    if (step.done) return step.value;
    onstep?.(step.value);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
