import type { Call } from '#lib/domain/places/call-list.ts';
import { formatName } from '#lib/format/territory.ts';
import { currentData } from '#lib/server/app.ts';
import { remember } from '#lib/server/queries/memo.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { readJudging } from '../judging.server.ts';
import type { PageServerLoad } from './$types';
import { nationalCalls } from './calls.server.ts';

/** Calls of a morning. */
const PAGE_SIZE = 50;

/** A list holds every place of the country: a few days of reference are enough to keep. */
const LISTS_KEPT = 4;

/** Whom to call first on a day (`?date=`), everywhere or in a territory (`?dans=`), a page at a time (`?p=`). */
export const load: PageServerLoad = async ({ url }) => {
  const data = await currentData();
  const judging = readJudging(data, url.searchParams);
  const { territory } = judging;
  const inside = territory && new Set(data.territories.communes(territory).map(({ code }) => code));
  const all = remember(data, 'calls', judging.key, () => nationalCalls(data, judging.on()), LISTS_KEPT);
  const calls = inside
    ? all.filter(({ place: { commune } }) => commune !== null && inside.has(commune))
    : all;
  const pages = Math.max(1, Math.ceil(calls.length / PAGE_SIZE));
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(url.searchParams.get('p'))) || 1));
  const first = (page - 1) * PAGE_SIZE;
  return {
    ...judging.page,
    total: calls.length,
    toCheck: calls.filter(({ mark }) => mark === 'to-check').length,
    page,
    pageSize: PAGE_SIZE,
    calls: calls.slice(first, first + PAGE_SIZE).map((call) => lineOf(data, call)),
  };
};

/** What a line says of a call. */
function lineOf(data: Snapshot, { place, people, mark, missing }: Call) {
  const commune = place.commune === null ? undefined : data.territories.get('commune', place.commune);
  const { id, name, town, updated, phone } = place;
  return { id, name, commune: commune ? formatName(commune) : town, updated, phone, people, mark, missing };
}
