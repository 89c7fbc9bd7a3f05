import type { Point } from 'geojson';
import type { Proposal } from '#lib/domain/siting/frame/proposal.ts';
import { unitOf } from '#lib/domain/siting/frame/frame-question.ts';
import { SITE_KINDS, type SiteKind, type SitingFrame } from '#lib/domain/siting/frame/siting-frame.ts';
import { exports as words } from '#lib/messages/exports.ts';
import { implantation } from '#lib/messages/implantation.ts';
import { column } from '#lib/server/export/export-column.ts';
import type { ExportRow, ExportSource, ExportTable } from '#lib/server/export/table-export.ts';
import { mayBeNamed } from '#lib/server/gaps/open-names.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { siteSheet } from '#lib/server/siting/sheets.ts';

/** What of a proposal leaves: its sites in order, and the places that close. */
export type ProposedSites = Pick<Proposal, 'sites' | 'closes' | 'people' | 'served'>;

/** What a file of a proposal says beside its rows. */
export interface ProposalFile {
  /** ISO day. */
  date: string;
  /** « en France », « Isère ». */
  where: string;
  /** The address that asks the same question. */
  address: string;
  /** « personnes en situation de pauvreté ». */
  group: string;
  sources: readonly ExportSource[];
}

const LIST = ' | ';

const rowId = (rank: number): string => `lieu-${rank + 1}`;

/** A proposal as a table that leaves: each site, whom it reaches, what it costs, whom to ask there, and why. */
export function proposalTable(
  data: Snapshot,
  frame: SitingFrame,
  { sites, closes, people, served }: ProposedSites,
  { date, where, address, group, sources }: ProposalFile,
): ExportTable {
  const text = words.siting;
  const counted = served ? text.served : text.within;
  const describe = describing(data, frame);
  return {
    title: text.title(where),
    date,
    columns: [
      column('rang', words.ranking.rank),
      column('decision', text.decision, { kind: 'text' }),
      column('lieu', text.site, { kind: 'text' }),
      column('commune', words.territories.code.commune, { kind: 'code' }),
      column('latitude', text.latitude, { unit: '°', decimals: 5 }),
      column('longitude', text.longitude, { unit: '°', decimals: 5 }),
      column('personnes', counted.people(group), { decimals: 1 }),
      column('part-du-gain', text.share, { unit: '%', decimals: 1 }),
      column('cout', text.cost, { unit: '€ par an' }),
      column('cout-par-personne', text.perPerson, { unit: '€', decimals: 2 }),
      column('lieux-proches', implantation.table.partners, { kind: 'text' }),
      column('raisons', words.gaps.reasons, { kind: 'text' }),
      column('question', words.gaps.questionColumn, { kind: 'text' }),
    ],
    rows: function* (): Generator<ExportRow> {
      const asked = words.gaps.asked(address, date);
      for (const [rank, one] of sites.entries()) {
        const { name, code, at, partners, why } = describe(one.site);
        yield {
          id: rowId(rank),
          cells: [
            rank + 1,
            text.open,
            name,
            code,
            at?.lat ?? null,
            at?.lon ?? null,
            one.people,
            100 * one.cumulated,
            one.price,
            one.people >= 1 ? one.price / one.people : null,
            partners.join(LIST),
            why.join(LIST),
            asked,
          ],
        };
      }
      for (const [at, site] of closes.entries()) {
        const { name, code, at: spot } = describe(site);
        yield {
          id: rowId(sites.length + at),
          cells: [
            null,
            text.close,
            name,
            code,
            spot?.lat ?? null,
            spot?.lon ?? null,
            null,
            null,
            null,
            null,
            null,
            null,
            asked,
          ],
        };
      }
    },
    notes: [
      words.gaps.question(address),
      words.gaps.day(date),
      counted.reached(Math.round(people.before), Math.round(people.after), Math.round(people.all), group),
      implantation.method.people[unitOf(frame)],
      ...implantation.method.texts,
    ],
    sources,
  };
}

/** Where the rows of a proposal are, by their ids; those whose source is not redistributed have no point. */
export function proposalPoints(
  data: Snapshot,
  frame: SitingFrame,
  { sites, closes }: ProposedSites,
): Map<string, Point> {
  const describe = describing(data, frame);
  return new Map(
    [...sites.map(({ site }) => site), ...closes].flatMap((site, rank) => {
      const { at } = describe(site);
      return at ? [[rowId(rank), { type: 'Point', coordinates: [at.lon, at.lat] }] as const] : [];
    }),
  );
}

/** What may be said outside of a site: a place whose source is not redistributed keeps its name and position. */
function describing(data: Snapshot, frame: SitingFrame) {
  const { sites } = frame;
  const isOpen = mayBeNamed(data);
  return (site: number) => {
    const kind = SITE_KINDS[sites.kinds[site] as number] as SiteKind;
    const reference = sites.references[site] as number;
    const sheet = siteSheet(data, kind, reference, unitOf(frame));
    const id = kind === 'commune' ? null : data.places[reference]?.id;
    const open = id === null || (id !== undefined && isOpen(id));
    return {
      name: open ? (sheet?.name ?? null) : words.gaps.unnamed,
      code: sheet?.code ?? null,
      at: open ? { lon: sites.lons[site] as number, lat: sites.lats[site] as number } : null,
      partners: (sheet?.partners ?? []).map((one) =>
        isOpen(one.id) ? `${one.name} (${one.distance})` : `${words.gaps.unnamed} (${one.distance})`,
      ),
      why: sheet?.why ?? [],
    };
  };
}
