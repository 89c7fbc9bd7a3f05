import { error } from '@sveltejs/kit';
import { render } from 'svelte/server';
import { appDatabase } from '#lib/server/app.ts';
import MapSheet from '#lib/charts/MapSheet.svelte';
import { wrapText } from '#lib/charts/wrap-text.ts';
import { PLACE_SOURCES } from '#lib/domain/report/help.ts';
import type { Territory } from '#lib/domain/territory/territory.ts';
import { formatDate, isoDay } from '#lib/format/date.ts';
import { exportFileName } from '#lib/format/file-name.ts';
import { formatName } from '#lib/format/territory.ts';
import { carteImage } from '#lib/messages/carte-image.ts';
import { exports as words } from '#lib/messages/exports.ts';
import { sourcesInWords } from '#lib/server/export/loaded-sources.ts';
import { dataTag } from '#lib/server/data-tag.ts';
import { compressedResponse } from '#lib/server/http/compressed.ts';
import { tagOf } from '#lib/server/http/etag.ts';
import { mapSvg } from '#lib/server/map-view/map-svg.ts';
import { remember } from '#lib/server/queries/memo.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { locate } from '../locate.server.ts';
import { pageMapWords } from '../map-words.server.ts';
import { pageMap, territoryMap } from '#lib/server/diagnosis/territory-map.ts';
import type { RequestHandler } from './$types';

const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** What a line of the sheet's foot holds, at the width of the page's map. */
const NOTE_CHARACTERS = 138;

/** Parameter by which the image is kept as a file rather than shown. */
const KEEP = 'telecharger';

/** The same map as a file to keep: with its title, its legend, its sources and the day. */
async function sheetResponse(data: Snapshot, territory: Territory, slug: string): Promise<Response> {
  const figure = await territoryMap(data, appDatabase(), pageMap(territory));
  if (!figure) error(404, carteImage.none);
  const now = new Date();
  const { title, legend, counted, notes } = pageMapWords(territory, figure);
  const places = figure.kinds.length > 0 ? [carteImage.places(sourcesInWords(data, PLACE_SOURCES))] : [];
  const said = [
    ...notes,
    ...places,
    ...(data.demonstration ? [words.fictional] : []),
    words.mapOf(formatDate(now)),
  ];
  const props = {
    figure,
    title: carteImage.title(title, formatName(territory)),
    legend,
    counted,
    notes: said.flatMap((note) => wrapText(note, NOTE_CHARACTERS, ({ length }) => length)),
  };
  const name = exportFileName(`carte-${slug}`, isoDay(now), 'svg');
  return new Response(XML_HEAD + render(MapSheet, { props }).body, {
    headers: {
      'content-type': 'image/svg+xml; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-cache',
    },
  });
}

/** The map of a territory's page; its address changes with the data and with what draws it. */
export const GET: RequestHandler = async ({ params, url, request }) => {
  const { data, territory } = await locate(params.slug, url, '/carte.svg');
  if (url.searchParams.has(KEEP)) return sheetResponse(data, territory, params.slug);
  const draw = () =>
    remember(data, 'territory-image', params.slug, async () => {
      const figure = await territoryMap(data, appDatabase(), pageMap(territory));
      return figure && mapSvg(figure);
    });
  const bytes = async () => (await draw()) ?? error(404, carteImage.none);
  const tag = dataTag(data);
  const versioned = url.searchParams.get('v') === tag;
  return compressedResponse(request, bytes, {
    type: 'image/svg+xml; charset=utf-8',
    cacheControl: versioned ? 'public, max-age=31536000, immutable' : 'no-cache',
    etag: tagOf(['territoire', tag, params.slug]),
  });
};
