import { catalogueKey } from '#lib/domain/indicators/catalogue-in-use.ts';
import { NO_FILTER } from '#lib/domain/places/filter.ts';
import { findingsOf } from '#lib/domain/report/findings.ts';
import { isoDay } from '#lib/format/date.ts';
import { frenchNumerals } from '#lib/format/numerals.ts';
import { zones } from '#lib/messages/zones.ts';
import { appDatabase } from '#lib/server/app.ts';
import { neighbourhoods } from '#lib/server/zones/neighbourhoods.ts';
import { readPortrait } from '#lib/server/queries/portrait.ts';
import { similarTerritories } from '#lib/server/queries/similar.ts';
import { remember } from '#lib/server/queries/memo.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { slugOf } from '#lib/domain/territory/slug.ts';
import type { Territory } from '#lib/domain/territory/territory.ts';
import { dataTag } from '#lib/server/data-tag.ts';
import { isGroup } from '#lib/domain/report/wording.ts';
import { copperTable } from '#lib/server/diagnosis/copper-table.ts';
import { sentences } from '#lib/server/diagnosis/sentences.ts';
import { formerOf, locate } from './locate.server.ts';
import { memberTable } from './member-table.server.ts';
import { needScatter } from './scatter.server.ts';
import { placesSection } from './places-section.server.ts';
import { territoryHeader } from '#lib/server/diagnosis/territory-header.ts';
import { pageMapWords } from './map-words.server.ts';
import { pageMap, territoryMapLayout } from '#lib/server/diagnosis/territory-map.ts';
import { gapLines } from '#lib/server/diagnosis/gap-lines.ts';
import { themeSections } from './themes.server.ts';
import type { PageServerLoad } from './$types';

/** Similar territories shown: a few to open, the rest are on the page that compares. */
const SIMILAR = 4;

/** A région has 300 priority neighbourhoods at most; the country's others are in the file. */
const MOST_ZONES = 300;

export const load: PageServerLoad = async ({ params, url }) => {
  const { data, territory } = await locate(params.slug, url);
  const content = await remember(
    data,
    'page',
    `${slugOf(territory.level, territory.code)}/${isoDay(new Date())}/${catalogueKey()}`,
    () => assemble(data, territory, new Date()),
    1_000,
  );
  return { ...content, former: formerOf(data, territory, url) };
};

async function assemble(data: Snapshot, territory: Territory, now: Date) {
  const slug = slugOf(territory.level, territory.code);
  const portrait = await readPortrait(data, territory);
  const [themes, members, scatter, map] = await Promise.all([
    themeSections(data, territory, portrait),
    memberTable(data, territory),
    needScatter(data, territory),
    territoryMapLayout(data, pageMap(territory)),
  ]);
  return {
    header: territoryHeader(data, territory, portrait),
    findings: sentences(findingsOf(portrait, frenchNumerals, isoDay(now))),
    themes,
    /** `null` of a commune, whose closing is on its cards. */
    copper:
      portrait.copper && !isGroup(portrait.territory)
        ? null
        : { table: copperTable(data, portrait, isoDay(now)) },
    members,
    scatter,
    map: map && {
      ...pageMapWords(territory, map),
      layout: map,
      src: `/territoires/${slug}/carte.svg?v=${dataTag(data)}`,
    },
    gaps: await gapLines(data, territory, now),
    places: placesSection(data, territory, portrait),
    neighbourhoods: await neighbourhoods(appDatabase(), data, territory, NO_FILTER, {
      most: MOST_ZONES,
      more: zones.more,
    }),
    similar:
      territory.population === 0 ? [] : similarTerritories(data, territory).territories.slice(0, SIMILAR),
  };
}
