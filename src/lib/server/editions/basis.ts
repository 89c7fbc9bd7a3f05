import { INDICATORS } from '../../domain/indicators/catalogue.ts';
import type { FigureSource, SourceId } from '../../domain/indicators/source.ts';
import { PLACE_SOURCES } from '../../domain/report/help.ts';
import type { DatasetVersion } from '../queries/versions.ts';

/**
 * The version in use of each source that the changes of an edition depend on: its own, the territories,
 * the denominators that roll its figures up, and for places the other sources of places, which are merged
 * with it. Once one of them is another, what was told of the edition is no longer true.
 */
export function basisOf(
  source: SourceId,
  versions: ReadonlyMap<string, Pick<DatasetVersion, 'id'>>,
): Record<string, number> {
  const sourceOf = new Map(INDICATORS.map((one) => [one.id, one.source]));
  const weights = INDICATORS.filter((one) => one.source === source).flatMap(({ aggregate }) =>
    'weight' in aggregate ? (sourceOf.get(aggregate.weight) ?? []) : [],
  );
  const mesh = PLACE_SOURCES.includes(source) ? PLACE_SOURCES : [];
  const named = [...new Set<FigureSource>(['cog-2026', source, ...weights, ...mesh])].sort();
  return Object.fromEntries(
    named.flatMap((id) => {
      const version = versions.get(id);
      return version ? [[id, version.id]] : [];
    }),
  );
}

/** Whether two of them are the same. */
export const isSameBasis = (a: Record<string, number>, b: Record<string, number>): boolean =>
  Object.keys({ ...a, ...b }).every((source) => a[source] === b[source]);
