import type { FrozenFigures } from '../../domain/strategy/diagnosis/frozen-figures.ts';
import type { DiagnosisState } from '../../domain/strategy/model/steps.ts';
import type { Snapshot } from '../queries/snapshot.ts';

/** How a frozen diagnosis stands beside what is loaded: another edition of any of its sources makes it stale. */
export function diagnosisState(
  { versions }: Snapshot,
  figures: FrozenFigures | null,
  territory: string,
): DiagnosisState {
  if (!figures) return 'none';
  if (figures.territory !== territory) return 'moved';
  const loaded = new Map([...versions].map(([id, { edition }]): [string, string] => [id, edition]));
  return figures.editions.every(({ source, edition }) => loaded.get(source) === edition)
    ? 'current'
    : 'stale';
}
