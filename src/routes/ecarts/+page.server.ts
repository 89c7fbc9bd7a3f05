import { isoDay } from '#lib/format/date.ts';
import { formatName } from '#lib/format/territory.ts';
import { slugOf } from '#lib/domain/territory/slug.ts';
import { currentData } from '#lib/server/app.ts';
import { askedTerritory } from '#lib/server/gaps/gaps-territory.ts';
import { gapsReport } from '#lib/server/gaps/report.ts';
import { territoryIndexFile } from '#lib/server/columns/territory-index.ts';
import { mapFiles } from '#lib/server/columns/map-files.ts';
import { loadedSources } from '#lib/server/export/loaded-sources.ts';
import { remember } from '#lib/server/queries/memo.ts';
import { writeRankBits } from '#lib/view/rank-bits.ts';
import { readGapsView, writeGapsView } from '#lib/view/gaps-view.ts';
import { noticesOf } from './notices.server.ts';
import {
  changeOf,
  emptyOf,
  equitySection,
  factsOf,
  missingOf,
  partsOf,
  placeText,
  spotsSection,
  zonesOf,
} from './page-data.server.ts';
import { formChoices } from '#lib/server/gaps/form-choices.ts';
import type { PageServerLoad } from './$types';

/** Who is out of reach of what: counted, explained, and the zones where to act. */
export const load: PageServerLoad = async ({ url }) => {
  const { view, ignored } = readGapsView(url.searchParams);
  const data = await currentData();
  const asked = askedTerritory(data, view.within);
  const { territory } = asked;
  const today = isoDay(new Date());
  const notices = noticesOf(ignored, asked, view, data);
  const choices = formChoices(data, view, territory);
  if (!territory) return { view, notices, choices, hasEdition: false, map: null, answer: null, spots: null };
  const answer = await remember(
    data,
    'gaps-page',
    `${writeGapsView({ ...view, measure: 'people' })}/${today}`,
    async () => {
      const report = gapsReport(data, view, territory, today);
      return {
        place: placeText(territory),
        name: formatName(territory),
        slug: territory.level === 'france' ? null : slugOf(territory.level, territory.code),
        finding: report.finding.text,
        sources: loadedSources(data, report.finding.sources),
        facts: factsOf(data, report),
        empty: emptyOf(data, view, report),
        change: changeOf(data, view, territory, today),
        zones: zonesOf(data, view, report, today),
        missing: await missingOf(data, view, territory, today),
        parts: partsOf(data, view, report),
        equity: await equitySection(data, view, report, today),
        ranks: report.gaps.supply.ranks,
        minutes: report.gaps.unit === 'minutes' ? report.gaps.setting.threshold : null,
      };
    },
    32,
  );
  const spots =
    view.measure === 'spots'
      ? await spotsSection(data, view, gapsReport(data, view, territory, today), today)
      : null;
  const { ranks, minutes, ...shown } = answer;
  return {
    view,
    notices,
    choices,
    hasEdition: data.edition !== null,
    map: {
      ...mapFiles(data),
      epcis: territoryIndexFile(data.territories, 'epci').hash,
      revision: data.revision,
      minutes,
      inhabited: data.inhabited !== null,
      territory: territory.level === 'france' ? null : territory.bbox,
      bits: writeRankBits(ranks, data.places.length),
    },
    answer: shown,
    spots,
  };
};
