import { findingsOf } from '#lib/domain/report/findings.ts';
import type { Portrait } from '#lib/domain/report/portrait.ts';
import type { Territory } from '#lib/domain/territory/territory.ts';
import { formatDate } from '#lib/format/date.ts';
import { formatDistance } from '#lib/format/number.ts';
import { frenchNumerals } from '#lib/format/numerals.ts';
import { formatName } from '#lib/format/territory.ts';
import { diagnostic as words } from '#lib/messages/diagnostic.ts';
import { coverageOf, standardBreaks } from '#lib/server/queries/access/coverage.ts';
import { readPortrait } from '#lib/server/queries/portrait.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { territoryHeader } from '../header.server.ts';
import { gapLines } from '../gap-lines.server.ts';
import { formerOf, locate } from '../locate.server.ts';
import { sentences } from '../sentences.server.ts';
import { comparisonTable } from './comparison-table.server.ts';
import { fibreClasses } from './fibre-classes.server.ts';
import { gapTables } from './gap.server.ts';
import { diagnosisMaps } from './maps.server.ts';
import { methodSection } from './method.server.ts';
import { readPlaceChoice } from './place-choice.server.ts';
import { diagnosisPlaces } from './places.server.ts';
import { prioritySection } from './priorities.server.ts';
import type { PageServerLoad } from './$types';

const NEED = [
  'niveau-de-vie-median',
  'taux-de-pauvrete',
  'premier-decile',
  'part-minima-sociaux',
  'part-65-ans-et-plus',
  'chomage',
  'part-diplomes-superieur',
  'ifn-total',
];

const CONNECTION = ['fibre-2026', 'fibre-2018', 'ifn-sans-thd', 'ifn-sans-4g'];

export const load: PageServerLoad = async ({ params, url }) => {
  const { data, territory } = await locate(params.slug, url, '/diagnostic');
  const choice = readPlaceChoice(url, data, params.slug);
  const { filter } = choice;
  const date = formatDate(new Date());
  const context = contextOf(data, territory);
  const around = context === territory ? null : formatName(context);
  const communes = data.territories.communes(context);
  const portrait = await readPortrait(data, territory, filter);
  const [coverage, breaks, priorities, fibre, maps] = await Promise.all([
    portrait.coverage ?? coverageOf(data, communes, filter),
    standardBreaks(data),
    prioritySection(data, communes, territory.level === 'commune' ? territory : null, around, filter),
    fibreClasses(data, communes),
    diagnosisMaps(data, territory, filter, date),
  ]);
  const need = comparisonTable(words.table.needCaption, NEED, portrait);
  const connection = comparisonTable(words.table.connectionCaption, CONNECTION, portrait);
  return {
    header: territoryHeader(data, territory, portrait),
    former: formerOf(data, territory, url),
    date,
    choice,
    context: around,
    findings: sentences(findingsOf(portrait, frenchNumerals)),
    need,
    connection,
    fibre,
    places: diagnosisPlaces(data, territory, filter),
    gap: gapTables(coverage, breaks),
    gaps: await gapLines(data, context, new Date()),
    ownDistance: ownDistance(territory, portrait),
    priorities,
    method: methodSection(
      data,
      [need, connection].flatMap(({ rows }) => rows.map(({ id }) => id)),
    ),
    maps,
  };
};

/** Where people are counted: the territory, or what a commune is part of. */
function contextOf(data: Snapshot, territory: Territory): Territory {
  if (territory.level !== 'commune' && territory.level !== 'arrondissement') return territory;
  const { commune, epci, departement } = data.territories.parents(territory);
  return (territory.level === 'arrondissement' ? commune : (epci ?? departement)) ?? territory;
}

/** How far the centre of a commune is from help, in a sentence. */
function ownDistance(territory: Territory, { places, nearest }: Portrait): string | null {
  if (territory.level !== 'commune') return null;
  if (places.total > 0) return words.gap.communeHere(territory.name);
  return nearest && words.gap.commune(territory.name, formatDistance(nearest.distance));
}
