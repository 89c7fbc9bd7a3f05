import { error } from '@sveltejs/kit';
import { DISTANCE } from '#lib/domain/access/distance-indicator.ts';
import { indicator, mayRedistribute } from '#lib/domain/indicators/catalogue.ts';
import { isClosed } from '#lib/domain/indicators/catalogue-in-use.ts';
import { sourceNotice } from '#lib/domain/indicators/source.ts';
import type { MapLevel } from '#lib/domain/territory/level.ts';
import { isoDay } from '#lib/format/date.ts';
import { LEVEL_PLURALS } from '#lib/format/territory.ts';
import { exports as words } from '#lib/messages/exports.ts';
import { joined } from '#lib/messages/reutiliser.ts';
import { territoire } from '#lib/messages/territoire.ts';
import { appDatabase, currentData } from '#lib/server/app.ts';
import { OFFICE, PLAIN } from '#lib/server/export/csv.ts';
import { fileOutlines } from '#lib/server/export/file-outlines.ts';
import { exportResponse, isExportFormat } from '#lib/server/export/export-response.ts';
import { indicatorTable } from '#lib/server/export/indicator-export.ts';
import { openToAll } from '#lib/server/http/framing.ts';
import { frameOf } from '#lib/server/map-view/frame.ts';
import { viewWords } from '#lib/server/map-view/view-words.ts';
import { askedFilter } from '#lib/server/queries/access/asked-filter.ts';
import type { MapView } from '#lib/view/map-view.ts';
import { readMapView } from '#lib/view/read-map-view.ts';
import type { RequestHandler } from './$types';

/** Parameter by which a CSV has commas between its columns and points in its numbers. */
const PLAIN_CSV = 'international';

/** The level of a file: that of the view, else that of the members of its territory. */
function levelOf({ layer, level, territory }: MapView): MapLevel {
  if (layer === 'distance') return 'commune';
  if (level !== 'auto') return level;
  return territory === null || territory === 'FR' ? 'departement' : 'commune';
}

/**
 * One indicator of the territories that a view of the map frames, for tools that join and draw. Any site
 * may read it, unless it comes of a table that not everybody sees. A source that may not be redistributed is refused in a sentence.
 */
export const GET: RequestHandler = async ({ params: { format }, url }) => {
  if (!isExportFormat(format)) error(404, words.unknownFormat(format.slice(0, 40)));
  const data = await currentData();
  const { view } = readMapView(url.searchParams);
  if (view.layer === 'index') error(400, joined.index);
  if (view.territory !== null && !data.territories.bySlug(view.territory))
    error(404, territoire.unknown(view.territory.slice(0, 40)));
  const subject = view.layer === 'distance' ? DISTANCE : indicator(view.indicator);
  if (!mayRedistribute(subject)) {
    const { title, licence } = sourceNotice(subject.source);
    error(403, joined.restricted(title, licence));
  }
  const level = levelOf(view);
  const frame = frameOf(data, { ...view, level }, level);
  const { territories } = frame;
  const table = indicatorTable(data, {
    subject,
    level,
    territories,
    title: joined.title(viewWords(subject, frame).title, LEVEL_PLURALS[level]),
    date: isoDay(new Date()),
    filter: askedFilter(view, isoDay(new Date())),
  });
  if (!table) error(404, joined.noFigures);
  const response = await exportResponse(table, {
    format,
    what: [subject.id, view.territory?.toLowerCase(), level].filter(Boolean).join('-'),
    dialect: url.searchParams.has(PLAIN_CSV) ? PLAIN : OFFICE,
    outlines: () => fileOutlines(appDatabase(), level, territories),
  });
  // A table that not everybody sees is for the pages of this site: alone at the machine, no cookie guards it.
  return isClosed(subject.source) ? response : openToAll(response);
};
