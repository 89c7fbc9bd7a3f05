import { readReference, referenceDay } from '#lib/domain/places/freshness.ts';
import { slugOf } from '#lib/domain/territory/slug.ts';
import { isoDay } from '#lib/format/date.ts';
import { formatName } from '#lib/format/territory.ts';
import { currentData } from '#lib/server/app.ts';
import { remember } from '#lib/server/queries/memo.ts';
import { scopeOf } from '#lib/server/queries/scope.ts';
import type { PageServerLoad } from './$types';
import { qualityTables } from './quality-tables.server.ts';

/** What the records of places are worth on a day (`?date=`), everywhere or in a territory (`?dans=`). */
export const load: PageServerLoad = async ({ url }) => {
  const data = await currentData();
  const today = isoDay(new Date());
  const asked = url.searchParams.get('date');
  const read = readReference(asked, today);
  const reference = read ?? ({ kind: 'day', day: today } as const);
  const within = url.searchParams.get('dans') || null;
  const scope = scopeOf(data, { within, least: 0, perimeter: { tokens: [], name: '' } });
  const territory = scope?.territory ?? null;
  const slug = territory && slugOf(territory.level, territory.code);
  const day = reference.kind === 'day' ? reference.day : 'edition';
  const choices = (of: 'region' | 'departement') =>
    data.territories
      .all(of)
      .filter(({ zone }) => zone !== 'com')
      .map(({ code, name }) => ({ slug: slugOf(of, code), name }));
  return {
    reference,
    today,
    unreadable: read === null ? asked : null,
    territory: territory && { slug, name: formatName(territory) },
    unknown: scope?.unknown[0] ?? null,
    regions: choices('region'),
    departements: choices('departement'),
    ...remember(data, 'place-quality', `${day}/${slug}/${today}`, () =>
      qualityTables(data, territory, referenceDay(reference, data.places, today)),
    ),
  };
};
