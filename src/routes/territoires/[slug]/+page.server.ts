import { findingsOf } from '#lib/domain/report/findings.ts';
import { isoDay } from '#lib/format/date.ts';
import { frenchNumerals } from '#lib/format/numerals.ts';
import { readPortrait } from '#lib/server/queries/portrait.ts';
import { similarTerritories } from '#lib/server/queries/similar.ts';
import { remember } from '#lib/server/queries/memo.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { slugOf } from '#lib/domain/territory/slug.ts';
import type { Territory } from '#lib/domain/territory/territory.ts';
import { sentences } from '#lib/server/diagnosis/sentences.ts';
import { copperSection } from './copper-section.server.ts';
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

export const load: PageServerLoad = async ({ params, url }) => {
  const { data, territory } = await locate(params.slug, url);
  const content = await remember(
    data,
    'page',
    `${slugOf(territory.level, territory.code)}/${isoDay(new Date())}`,
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
    copper: copperSection(data, portrait, isoDay(now)),
    members,
    scatter,
    map: map && {
      ...pageMapWords(territory, map),
      layout: map,
      src: `/territoires/${slug}/carte.svg?v=${data.revision}`,
    },
    gaps: await gapLines(data, territory, now),
    places: placesSection(data, territory, portrait),
    similar:
      territory.population === 0 ? [] : similarTerritories(data, territory).territories.slice(0, SIMILAR),
  };
}
