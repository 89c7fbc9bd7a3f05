import type { Neighbourhoods, NeighbourhoodRow } from '../../diagnosis/diagnosis.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import { ZONE_SOURCES } from '../../domain/zones/zone-source.ts';
import { formatCount, formatNumber } from '../../format/number.ts';
import { formatName } from '../../format/territory.ts';
import { NEAR, WALK } from '../../format/zone-distance.ts';
import { zones as words } from '../../messages/zones.ts';
import type { Database } from '../db/client.ts';
import type { AskedFilter } from '../queries/access/reach.ts';
import type { Snapshot } from '../queries/snapshot.ts';
import { zonesAnswer, type HelpedZone, type ZonesAnswer } from './zone-help.ts';

const quarters = (count: number): string =>
  formatCount(count, 'quartier prioritaire', 'quartiers prioritaires');
const bare = (count: number): string => formatCount(count, 'quartier');

/**
 * The priority neighbourhoods of a territory and the places of help around them, in words: at most
 * `most` rows, those where help is lacking first. `more` says where the others are.
 */
export async function neighbourhoods(
  database: Pick<Database, 'query'>,
  data: Snapshot,
  territory: Territory,
  filter: AskedFilter,
  { most, more }: { most: number; more: (quarters: string) => string },
): Promise<Neighbourhoods> {
  const answer = await zonesAnswer(database, data, territory, filter);
  if (answer === null) return { loaded: false, sentences: [words.missing], rows: [], notes: [] };
  const rows = answer.zones.slice(0, most).map((one) => rowOf(data, one));
  const left = answer.zones.length - rows.length;
  return {
    loaded: true,
    sentences: sentencesOf(answer, formatName(territory)),
    rows,
    notes: [...(left > 0 ? [more(bare(left))] : []), ...notesOf(data, answer)],
  };
}

function rowOf(data: Snapshot, { zone, help }: HelpedZone): NeighbourhoodRow {
  return {
    code: zone.code,
    name: zone.name,
    communes: communesOf(data, zone.communes),
    population: zone.population === null ? null : formatNumber(zone.population),
    inside: formatNumber(help.inside),
    near: formatNumber(help.near),
    walk: formatNumber(help.walk),
    lacking: help.near === 0,
  };
}

/** Names of the communes of a zone; an arrondissement says more than its commune, which then goes unsaid. */
export function communesOf({ territories }: Pick<Snapshot, 'territories'>, codes: readonly string[]): string {
  const parts = codes.flatMap((code) => territories.get('arrondissement', code) ?? []);
  const said = new Set(parts.map(({ commune }) => commune));
  const communes = codes.flatMap((code) => territories.get('commune', code) ?? []);
  return [...parts, ...communes.filter(({ code }) => !said.has(code))].map(({ name }) => name).join(', ');
}

function sentencesOf({ zones }: ZonesAnswer, where: string): string[] {
  if (zones.length === 0) return [words.none(where)];
  const lacking = zones.filter(({ help }) => help.near === 0).length;
  const far = zones.filter(({ help }) => help.walk === 0).length;
  const people = zones.map(({ zone }) => zone.population);
  const known = people.filter((count) => count !== null);
  return [
    words.count(quarters(zones.length), where),
    ...(known.length === people.length
      ? [
          words.people(
            formatCount(
              known.reduce((sum, count) => sum + count, 0),
              'habitant',
            ),
          ),
        ]
      : []),
    lacking === 0 ? words.allHelped(NEAR) : words.lacking(bare(lacking), NEAR, lacking < 2),
    ...(far > 0 ? [words.lackingWalk(bare(far), WALK, far < 2)] : []),
  ];
}

function notesOf(data: Snapshot, { zones, unplaced }: ZonesAnswer): string[] {
  const version = data.versions.get(ZONE_SOURCES.qpv);
  return [
    ...(zones.length === 0 ? [] : [words.method]),
    ...(zones.some(({ zone }) => zone.communes.length > 1) ? [words.partial] : []),
    ...(zones.some(({ zone }) => zone.population === null) ? [words.populationNote] : []),
    ...(unplaced > 0 ? [words.unplaced(formatCount(unplaced, 'lieu', 'lieux'))] : []),
    ...(version ? [words.source(`${version.title}, ${version.producer}, ${version.edition}`)] : []),
  ];
}
