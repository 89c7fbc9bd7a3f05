import { error } from '@sveltejs/kit';
import type { FrameAsked } from '#lib/domain/siting/frame/frame-question.ts';
import { PLACE_SOURCES } from '#lib/domain/report/help.ts';
import { proposalOfSites } from '#lib/domain/siting/frame/proposal.ts';
import { servedBySites } from '#lib/domain/siting/frame/proposing-served.ts';
import { siteKey, type SitingFrame } from '#lib/domain/siting/frame/siting-frame.ts';
import { isoDay } from '#lib/format/date.ts';
import { formatName } from '#lib/format/territory.ts';
import { ecarts } from '#lib/messages/ecarts.ts';
import { exports as words } from '#lib/messages/exports.ts';
import { implantation } from '#lib/messages/implantation.ts';
import { currentData } from '#lib/server/app.ts';
import { exportResponse, isExportFormat } from '#lib/server/export/export-response.ts';
import { loadedSources } from '#lib/server/export/loaded-sources.ts';
import { askedTerritory } from '#lib/server/gaps/gaps-territory.ts';
import { groupText } from '#lib/server/gaps/words.ts';
import { MOST_SITES, readSitingView, sitingAddress } from '#lib/view/siting-view.ts';
import { askedOf, excessOf, frameOf } from '#lib/server/siting/asked.ts';
import { proposalOf } from '#lib/server/siting/first-proposal.ts';
import { proposalPoints, proposalTable, type ProposedSites } from './proposal-table.server.ts';
import type { RequestHandler } from './$types';

/**
 * A proposal as a file: the sites that a page shows (`s=commune-12`, once a site; `f=existing-3`, once a place
 * that closes; numbers of an `edition` of the data), or without any what the server proposes.
 */
export const GET: RequestHandler = async ({ params, url }) => {
  const format = isExportFormat(params.format)
    ? params.format
    : error(404, words.unknownFormat(params.format.slice(0, 40)));
  const data = await currentData();
  const { view } = readSitingView(url.searchParams);
  const territory = askedTerritory(data, view.within).territory ?? error(404, ecarts.empty.places);
  const excess = excessOf(data, view, territory);
  if (excess !== null) error(400, excess);
  const date = isoDay(new Date());
  const frame = frameOf(data, view, territory, date);
  const [opens, closes] = [url.searchParams.getAll('s'), url.searchParams.getAll('f')];
  const given = opens.length + closes.length > 0;
  if (given && url.searchParams.get('edition') !== String(data.revision))
    error(409, implantation.answer.stale);
  const sites: ProposedSites = given
    ? toldOf(frame, askedOf(data, view), {
        opens: sitesOf(frame, opens),
        closes: sitesOf(frame, closes),
      })
    : await proposalOf(data, view, territory, date);
  const group = groupText(view.group);
  return exportResponse(
    proposalTable(data, frame, sites, {
      date,
      where: formatName(territory),
      address: sitingAddress(view),
      group: group.many,
      sources: loadedSources(data, ['cog-2026', ...group.sources, ...PLACE_SOURCES]),
    }),
    {
      format,
      what: 'implantation',
      outlines: () => Promise.resolve(proposalPoints(data, frame, sites)),
    },
  );
};

/** Sites chosen in a browser, counted as its question counts people. */
const toldOf = (
  frame: SitingFrame,
  asked: FrameAsked,
  chosen: { opens: readonly number[]; closes: readonly number[] },
): ProposedSites =>
  asked.capacity !== null && asked.goal === 'cover'
    ? servedBySites(frame, asked, asked.capacity, chosen.opens)
    : proposalOfSites(frame, asked, chosen);

/** Sites of a frame by what they are called, each once. Throws the error of a page for one that is not there. */
function sitesOf(frame: SitingFrame, names: readonly string[]): number[] {
  const numbers = new Map(Array.from(frame.sites.kinds, (_, site) => [siteKey(frame, site), site]));
  return [...new Set(names.slice(0, MOST_SITES))].map(
    (name) => numbers.get(name) ?? error(404, implantation.answer.stale),
  );
}
