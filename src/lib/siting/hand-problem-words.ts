import type { HandEdits, Spot } from '../domain/siting/hand/edits.ts';
import type { HandProblem } from '../domain/siting/hand/problems.ts';
import { formatNumber } from '../format/number.ts';
import { atelier } from '../messages/atelier.ts';

const words = atelier.problems;

/** What a scenario does not do, in a sentence; `name` calls spots. */
export function problemSentence(
  problem: HandProblem,
  { added }: HandEdits,
  name: (spot: Spot) => string,
): string {
  if ('site' in problem) {
    const where = added[problem.site]?.where;
    const [rank, called] = [formatNumber(problem.site + 1), where ? name(where) : ''];
    switch (problem.reason) {
      case 'site-at-sea':
        return words.sea(rank);
      case 'site-unknown':
        return words.unknownSite(rank, called);
      case 'site-outside':
        return problem.far ? words.far(rank, called) : words.outside(rank, called);
      case 'site-where-counted':
        return words.whereCounted(rank, called);
    }
  }
  const called = name({ kind: 'place', id: problem.id });
  switch (problem.reason) {
    case 'place-unknown':
      return words.unknownPlace(called);
    case 'place-far':
      return words.farPlace(called);
    case 'place-closed-and-changed':
      return words.closedAndChanged(called);
    case 'place-moved-to-sea':
      return words.movedToSea(called);
    case 'place-not-counted':
      return words.notCounted(called);
  }
}
