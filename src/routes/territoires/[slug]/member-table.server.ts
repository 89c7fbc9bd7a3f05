import { cellAt, type Column } from '#lib/domain/indicators/column.ts';
import { indicator as find } from '#lib/domain/indicators/catalogue.ts';
import { isKnown } from '#lib/domain/indicators/value.ts';
import type { Level } from '#lib/domain/territory/level.ts';
import { slugOf } from '#lib/domain/territory/slug.ts';
import type { Territory } from '#lib/domain/territory/territory.ts';
import { formatBareValue, STATE_LABELS } from '#lib/format/figure.ts';
import { formatDistance, formatNumber, formatPercent } from '#lib/format/number.ts';
import { territoire as words } from '#lib/messages/territoire.ts';
import { NO_FILTER } from '#lib/domain/places/filter.ts';
import { coverageOf } from '#lib/server/queries/access/coverage.ts';
import { reachOf } from '#lib/server/queries/access/reach.ts';
import { countPlaces } from '#lib/server/queries/portrait.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';

/** A cell: what it sorts by (`null` when unknown) and what it says. */
export type MemberCell = readonly [sort: number | null, text: string];

export interface MemberTable {
  title: string;
  /** What its file is called under the territory's address, without its ending. */
  file: string;
  headings: { key: string; label: string; detail: string }[];
  rows: { name: string; slug: string; cells: MemberCell[] }[];
}

/** What a table of territories compares. */
const COLUMNS = ['niveau-de-vie-median', 'taux-de-pauvrete', 'fibre-2026', 'part-65-ans-et-plus'] as const;

/** Distance that the last column of large territories speaks of, metres. */
const FAR = 10_000;

/** The territories that make up another, and their level; `null` where there are none. */
export function membersOf(
  data: Snapshot,
  territory: Territory,
): { level: Level; members: readonly Territory[]; title: string } | null {
  const { territories } = data;
  switch (territory.level) {
    case 'arrondissement':
      return null;
    case 'commune': {
      const members = territories.arrondissements(territory);
      return members.length === 0
        ? null
        : { level: 'arrondissement', members, title: words.members.arrondissements };
    }
    case 'region': {
      const members = territories.all('departement').filter(({ region }) => region === territory.code);
      return { level: 'departement', members, title: words.members.departements };
    }
    case 'france':
      return {
        level: 'region',
        members: territories.all('region').filter(({ zone }) => zone !== 'com'),
        title: words.members.regions,
      };
    default:
      return { level: 'commune', members: territories.communes(territory), title: words.members.communes };
  }
}

function figureCell(id: string, column: Column | null, ordinal: number): MemberCell {
  if (!column) return [null, STATE_LABELS.absent];
  const cell = cellAt(column, ordinal);
  if (!isKnown(cell)) return [null, STATE_LABELS[cell.state]];
  const text = formatBareValue(find(id), cell.value);
  return [cell.value, cell.marks.includes('floor') ? `${text} ou moins` : text];
}

const populationCell = ({ population }: Territory): MemberCell =>
  population === null ? [null, words.members.unknown] : [population, formatNumber(population)];

/** The territories that make up another, with the figures that matter; `null` where there are none. */
export async function memberTable(data: Snapshot, territory: Territory): Promise<MemberTable | null> {
  const found = membersOf(data, territory);
  if (!found || found.members.length === 0) return null;
  const columns = COLUMNS.map((id) => data.column(id, found.level));
  const reach = reachOf(data);
  const headings = [
    { key: 'population', label: words.members.population, detail: '' },
    ...COLUMNS.map((id) => ({
      key: id,
      label: find(id).short,
      detail: `${find(id).unit}, ${find(id).year}`,
    })),
    ...(found.level === 'commune'
      ? [{ key: 'distance', label: words.members.distance, detail: words.members.distanceDetail }]
      : found.level === 'arrondissement'
        ? []
        : [{ key: 'far', label: words.members.far, detail: words.members.farDetail }]),
    { key: 'places', label: words.members.places, detail: '' },
  ];
  const lastCells = async (member: Territory): Promise<MemberCell[]> => {
    const places = countPlaces(data, member, NO_FILTER).total;
    const count: MemberCell = [places, formatNumber(places)];
    if (found.level === 'arrondissement') return [count];
    if (found.level === 'commune') {
      const metres = reach.distances[member.ordinal] ?? Number.NaN;
      if (reach.byCommune.has(member.code)) return [[0, words.members.here], count];
      return [Number.isNaN(metres) ? [null, words.members.unknown] : [metres, formatDistance(metres)], count];
    }
    const { all, beyond } = coverageOf(data, data.territories.communes(member), NO_FILTER);
    const far = beyond.find(({ metres }) => metres === FAR)?.count.people ?? 0;
    const part = all.people === 0 ? null : (100 * far) / all.people;
    return [part === null ? [null, words.members.unknown] : [part, formatPercent(part, 1)], count];
  };
  const rows = await Promise.all(
    found.members.map(async (member) => ({
      name: member.name,
      slug: slugOf(member.level, member.code),
      cells: [
        populationCell(member),
        ...COLUMNS.map((id, at) => figureCell(id, columns[at] ?? null, member.ordinal)),
        ...(await lastCells(member)),
      ],
    })),
  );
  const file = found.level === 'commune' ? 'diagnostic/communes' : 'membres';
  return { title: found.title, file, headings, rows };
}
