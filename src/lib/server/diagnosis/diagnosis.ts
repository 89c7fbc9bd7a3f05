import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import { catalogueInUse } from '../../domain/indicators/catalogue-in-use.ts';
import { findingsOf } from '../../domain/report/findings.ts';
import type { Portrait } from '../../domain/report/portrait.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import { formatDate, isoDay } from '../../format/date.ts';
import { formatDistance } from '../../format/number.ts';
import { frenchNumerals } from '../../format/numerals.ts';
import { formatName } from '../../format/territory.ts';
import { keepTogether } from '../../format/typography.ts';
import { cuivre } from '../../messages/cuivre.ts';
import { diagnostic as words } from '../../messages/diagnostic.ts';
import type { Database } from '../db/client.ts';
import { coverageOf, standardBreaks } from '../queries/access/coverage.ts';
import type { AskedFilter } from '../queries/access/reach.ts';
import { readPortrait } from '../queries/portrait.ts';
import type { Snapshot } from '../queries/snapshot.ts';
import { zones } from '../../messages/zones.ts';
import { neighbourhoods } from '../zones/neighbourhoods.ts';
import { comparisonTable } from './comparison-table.ts';
import { copperTable } from './copper-table.ts';
import { diagnosisMaps } from './diagnosis-maps.ts';
import { diagnosisPlaces } from './diagnosis-places.ts';
import { fibreClasses } from './fibre-classes.ts';
import { gapLines } from './gap-lines.ts';
import { gapTables } from './gap-tables.ts';
import { methodSection } from './method-section.ts';
import { prioritySection } from './priority-section.ts';
import { sentences } from './sentences.ts';
import { territoryHeader } from './territory-header.ts';

/** Figures of need and of connection, in the order of their tables. */
export const NEED = [
  'niveau-de-vie-median',
  'taux-de-pauvrete',
  'premier-decile',
  'part-minima-sociaux',
  'part-65-ans-et-plus',
  'chomage',
  'part-diplomes-superieur',
  'ifn-total',
] as const;

export const CONNECTION = [
  'fibre-2026',
  'mci-fibre',
  'debit-filaire-30',
  'mci-sans-filaire',
  'fermeture-cuivre',
  'date-fermeture-cuivre',
  'cuivre-sans-fibre',
  'fibre-2018',
  'ifn-sans-thd',
  'ifn-sans-4g',
] as const;

/** More priority neighbourhoods than this take more paper than they are worth. */
const MOST_ZONES = 20;

/** The indicators of tables, in the order in which screens list them. */
const ownIndicators = (): string[] => catalogueInUse().own.map(({ id }) => id);

/** The diagnosis of a territory, the places of a filter being counted. */
export async function diagnosisOf(
  data: Snapshot,
  database: Pick<Database, 'query'>,
  territory: Territory,
  { filter, text }: { filter: AskedFilter; text: string },
  now: Date,
): Promise<Diagnosis> {
  const date = formatDate(now);
  const context = contextOf(data, territory);
  const around = context === territory ? null : formatName(context);
  const communes = data.territories.communes(context);
  const portrait = await readPortrait(data, territory, filter);
  const [coverage, breaks, priorities, fibre, maps] = await Promise.all([
    portrait.coverage ?? coverageOf(data, communes, filter),
    standardBreaks(data),
    prioritySection(data, communes, territory.level === 'commune' ? territory : null, around, filter),
    fibreClasses(data, communes),
    diagnosisMaps(data, database, territory, filter, date),
  ]);
  const need = comparisonTable(words.table.needCaption, NEED, portrait);
  const connection = comparisonTable(words.table.connectionCaption, CONNECTION, portrait);
  const own = comparisonTable(words.table.ownCaption, ownIndicators(), portrait);
  const copper = copperTable(data, portrait, isoDay(now));
  if (portrait.copper === null) connection.notes.push(keepTogether(cuivre.absent));
  return {
    header: territoryHeader(data, territory, portrait),
    date,
    counted: text,
    context: around,
    findings: sentences(findingsOf(portrait, frenchNumerals, isoDay(now))),
    need,
    connection,
    ...(own.rows.length > 0 && { own }),
    fibre,
    ...(copper && { copper }),
    places: diagnosisPlaces(data, territory, filter),
    neighbourhoods: await neighbourhoods(database, data, territory, filter, {
      most: MOST_ZONES,
      more: zones.moreInFile,
    }),
    gap: gapTables(coverage, breaks),
    gaps: await gapLines(data, context, now),
    ownDistance: ownDistance(territory, portrait),
    priorities,
    method: methodSection(
      data,
      [need, connection, own].flatMap(({ rows }) => rows.map(({ id }) => id)),
    ),
    maps,
  };
}

/** Where people are counted: the territory, or what a commune is part of: of Grand Paris, its établissement public territorial. */
function contextOf(data: Snapshot, territory: Territory): Territory {
  if (territory.level !== 'commune' && territory.level !== 'arrondissement') return territory;
  const { commune, ept, epci, departement } = data.territories.parents(territory);
  return (territory.level === 'arrondissement' ? commune : (ept ?? epci ?? departement)) ?? territory;
}

/** How far the centre of a commune is from help, in a sentence. */
function ownDistance(territory: Territory, { places, nearest }: Portrait): string | null {
  if (territory.level !== 'commune') return null;
  if (places.total > 0) return words.gap.communeHere(territory.name);
  return nearest && words.gap.commune(territory.name, formatDistance(nearest.distance));
}
