/** A run of a text: in both, only before, or only after. */
export interface DiffRun {
  of: 'both' | 'before' | 'after';
  text: string;
}

/** Largest table of words compared, before × after: beyond it, a text is shown as replaced. */
const MOST_CELLS = 1_500_000;

/** Words, spaces and signs, so that runs put together give the texts back. */
const tokensOf = (text: string): string[] => text.match(/\s+|[\p{L}\p{N}\p{M}_’'-]+|[^\s\p{L}\p{N}]/gu) ?? [];

/** What changed between two texts, word by word. The runs of `both` and `before` make the first, those of `both` and `after` the second. */
export function diffWords(before: string, after: string): DiffRun[] {
  const a = tokensOf(before);
  const b = tokensOf(after);
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  return joined([
    { of: 'both', text: a.slice(0, head).join('') },
    ...middle(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    { of: 'both', text: a.slice(a.length - tail).join('') },
  ]);
}

/** The longest words in common, in order (the table of lengths of common ends, read from its start). */
function middle(a: readonly string[], b: readonly string[]): DiffRun[] {
  if (a.length * b.length > MOST_CELLS || a.length === 0 || b.length === 0)
    return [
      { of: 'before', text: a.join('') },
      { of: 'after', text: b.join('') },
    ];
  const width = b.length + 1;
  const common = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number): number => common[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      common[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const runs: DiffRun[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      runs.push({ of: 'both', text: a[i++] ?? '' });
      j++;
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1)))
      runs.push({ of: 'before', text: a[i++] ?? '' });
    else runs.push({ of: 'after', text: b[j++] ?? '' });
  }
  return runs;
}

/** Runs alike put together; between two runs in common, what was before what is. */
function joined(runs: readonly DiffRun[]): DiffRun[] {
  const made: DiffRun[] = [];
  let [gone, come] = ['', ''];
  const close = (): void => {
    if (gone !== '') made.push({ of: 'before', text: gone });
    if (come !== '') made.push({ of: 'after', text: come });
    [gone, come] = ['', ''];
  };
  for (const { of, text } of runs) {
    if (of === 'before') gone += text;
    else if (of === 'after') come += text;
    else if (text !== '') {
      close();
      const last = made.at(-1);
      if (last?.of === 'both') last.text += text;
      else made.push({ of, text });
    }
  }
  close();
  return made;
}

/** Characters of a text in common kept at each side of a change. */
const KEPT_AROUND = 80;

/** The same with what is long and did not change cut short, « … » in its place. */
export function aroundChanges(runs: readonly DiffRun[]): DiffRun[] {
  return runs.map((run, at) => {
    if (run.of !== 'both' || run.text.length <= 2 * KEPT_AROUND + 1) return run;
    const start = at === 0 ? '' : run.text.slice(0, KEPT_AROUND).replace(/\S*$/, '');
    const end = at === runs.length - 1 ? '' : run.text.slice(-KEPT_AROUND).replace(/^\S*/, '');
    return { of: run.of, text: `${start}…${end}` };
  });
}
