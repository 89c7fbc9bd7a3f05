import { readReference, referenceDay } from '#lib/domain/places/freshness.ts';
import { slugOf } from '#lib/domain/territory/slug.ts';
import { isoDay } from '#lib/format/date.ts';
import { formatName } from '#lib/format/territory.ts';
import { scopeOf } from '#lib/server/queries/scope.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';

/**
 * Where and when records of places are judged, as an address asks: on a day (`?date=`), everywhere or in a
 * territory (`?dans=`). What is not understood falls back to today and everywhere, and `page` says so.
 */
export function readJudging(data: Snapshot, parameters: URLSearchParams) {
  const today = isoDay(new Date());
  const asked = parameters.get('date');
  const read = readReference(asked, today);
  const reference = read ?? ({ kind: 'day', day: today } as const);
  const within = parameters.get('dans') || null;
  const scope = scopeOf(data, { within, least: 0, perimeter: { tokens: [], name: '' } });
  const territory = scope?.territory ?? null;
  const choices = (of: 'region' | 'departement') =>
    data.territories
      .all(of)
      .filter(({ zone }) => zone !== 'com')
      .map(({ code, name }) => ({ slug: slugOf(of, code), name }));
  return {
    territory,
    /** What is remembered under these words holds for this day. */
    key: `${reference.kind === 'day' ? reference.day : 'edition'}/${today}`,
    /** The day that each place is judged on. */
    on: () => referenceDay(reference, data.places, today),
    /** What the page shows of the question. */
    page: {
      reference,
      today,
      unreadable: read === null ? asked : null,
      territory: territory && { slug: slugOf(territory.level, territory.code), name: formatName(territory) },
      unknown: scope?.unknown[0] ?? null,
      regions: choices('region'),
      departements: choices('departement'),
    },
  };
}

/** The question as a page holds it. */
export type Judging = ReturnType<typeof readJudging>['page'];
