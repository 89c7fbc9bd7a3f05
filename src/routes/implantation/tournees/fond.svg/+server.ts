import { error } from '@sveltejs/kit';
import { render } from 'svelte/server';
import TourGround from '#lib/charts/TourGround.svelte';
import { drawChoropleth } from '#lib/charts/choropleth.ts';
import { framedRounds } from '#lib/domain/siting/rounds/frame-rounds.ts';
import type { Fill } from '#lib/charts/fills.ts';
import { isoDay } from '#lib/format/date.ts';
import { carteImage } from '#lib/messages/carte-image.ts';
import { appDatabase, currentData } from '#lib/server/app.ts';
import { askedTerritory } from '#lib/server/gaps/gaps-territory.ts';
import { compressedResponse } from '#lib/server/http/compressed.ts';
import { tagOf } from '#lib/server/http/etag.ts';
import { remember } from '#lib/server/queries/memo.ts';
import { readOutlines } from '#lib/server/queries/outlines.ts';
import { readRoundsView, writeRoundsView } from '#lib/view/rounds-view.ts';
import { excessOf, frameOf, questionOf } from '../asked.server.ts';
import { layoutOf } from '../map-layout.server.ts';
import type { RequestHandler } from './$types';

/** More communes than this are drawn with the coarser outlines. */
const FINE_LIMIT = 1_000;

/** The ground of the map of rounds: communes within reach of a place today, and those that are not. */
export const GET: RequestHandler = async ({ request, url }) => {
  const data = await currentData();
  const { view } = readRoundsView(url.searchParams);
  const { territory } = askedTerritory(data, view.within);
  if (!territory || excessOf(data, view, territory) !== null) error(404, carteImage.none);
  const question = questionOf(data, view, territory, isoDay(new Date()));
  const layout = layoutOf(data, question);
  if (!layout) error(404, carteImage.none);
  const key = writeRoundsView(view);
  const bytes = await remember(
    data,
    'rounds-ground',
    key,
    async () => {
      const communes = data.territories.communes(territory);
      const detail = communes.length > FINE_LIMIT ? 'national' : 'local';
      const outlines = await readOutlines(
        appDatabase(),
        'commune',
        detail,
        communes.map(({ code }) => code),
      );
      const { frame, told } = frameOf(data, question);
      const { people, covered } = framedRounds(frame, question.asked, told);
      const fills = new Map<number, Fill>();
      // A commune of several points is reached only when each of them is.
      frame.demand.communes.forEach((ordinal, at) => {
        const isUnknown = Number.isNaN(frame.demand.people[at]);
        const isLeft = covered[at] === 0 && (people[at] as number) > 0;
        if (isUnknown) fills.set(ordinal, 'absent');
        else if (isLeft || !fills.has(ordinal)) fills.set(ordinal, isLeft ? 1 : 0);
      });
      const map = drawChoropleth({
        kind: 'local',
        box: layout.box,
        viewport: layout.viewport,
        areas: communes.flatMap(({ code, ordinal }) => {
          const outline = outlines.get(code);
          return outline ? [{ outline, fill: fills.get(ordinal) ?? ('absent' as const) }] : [];
        }),
      });
      return new TextEncoder().encode(render(TourGround, { props: { map, ...layout } }).body);
    },
    24,
  );
  return compressedResponse(request, bytes, {
    type: 'image/svg+xml; charset=utf-8',
    cacheControl: 'private, max-age=300',
    etag: tagOf(['tournees-fond', data.revision, key]),
  });
};
