import { error } from '@sveltejs/kit';
import { render } from 'svelte/server';
import StandingMap from '#lib/charts/StandingMap.svelte';
import { isoDay } from '#lib/format/date.ts';
import { carteImage } from '#lib/messages/carte-image.ts';
import { appDatabase, currentData } from '#lib/server/app.ts';
import { compressedResponse } from '#lib/server/http/compressed.ts';
import { tagOf } from '#lib/server/http/etag.ts';
import { remember } from '#lib/server/queries/memo.ts';
import { writeHandView } from '#lib/view/hand-view.ts';
import { saidScenarios } from '../compared.ts';
import { comparedScenario } from '#lib/server/siting/scenario.ts';
import { noMapOf, smallMap } from '../small-map.server.ts';
import type { RequestHandler } from './$types';

/** The small map of the first scenario of an address. */
export const GET: RequestHandler = async ({ url, request }) => {
  const [said] = saidScenarios(url.searchParams);
  if (!said || said.query === null) error(404, carteImage.none);
  const asked = { name: said.name, query: said.query };
  const data = await currentData();
  const today = isoDay(new Date());
  const scenario = await comparedScenario(data, appDatabase(), asked, today);
  if ('excess' in scenario) error(400, scenario.excess);
  const reason = noMapOf(data, scenario);
  if (reason !== null) error(404, reason);
  const key = `${writeHandView(scenario.view)}/${today}`;
  const bytes = await remember(
    data,
    'scenario-map',
    key,
    async () => {
      const figure = await smallMap(data, scenario);
      return figure && new TextEncoder().encode(render(StandingMap, { props: { figure } }).body);
    },
    16,
  );
  if (!bytes) error(404, carteImage.none);
  return compressedResponse(request, bytes, {
    type: 'image/svg+xml; charset=utf-8',
    cacheControl: 'private, no-cache',
    etag: tagOf(['scenario', data.revision, key]),
  });
};
