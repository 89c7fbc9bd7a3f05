import { viewWords } from '#lib/server/map-view/view-words.ts';
import { LEVEL_PLURALS } from '#lib/format/territory.ts';
import { formatCount, formatNumber } from '#lib/format/number.ts';
import { listView, type ListedTerritory } from '#lib/server/map-view/list-view.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { classColours } from '#lib/styles/class-colours.ts';
import type { MapView, SortKey, TableSort } from '#lib/view/map-view.ts';
import { framedView } from './framed-view.server.ts';

/** Lines of a page: a table among other things on a page of others. */
const PAGE_SIZE = 20;

/** One page of the territories that a view frames. */
export interface MembersPage {
  title: string;
  /** « 281 communes ». */
  count: string;
  /** What the figures are, and their unit and year. */
  subject: { label: string; detail: string };
  rows: (ListedTerritory & { people: string })[];
  colours: string[];
  sort: TableSort;
  sortable: readonly SortKey[];
  page: number;
  pageSize: number;
  total: number;
  query: string;
  source: string;
}

/** The table of a view, a page of it; `null` when no figure is loaded at its level. */
export async function membersPage(data: Snapshot, view: MapView): Promise<MembersPage | null> {
  const framed = framedView(data, view);
  const listed = await listView(data, framed, framed.level);
  if (!listed) return null;
  const { territories, lineOf, measure, frame, level, sort } = listed;
  const { subject, classification, method } = measure;
  const pages = Math.max(1, Math.ceil(territories.length / PAGE_SIZE));
  const page = Math.min(view.table.page, pages);
  const words = viewWords(subject, frame);
  return {
    title: words.title,
    count: countOf(territories.length, level),
    subject: { label: subject.short, detail: words.unit },
    rows: territories.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map((territory) => ({
      ...lineOf(territory),
      people: territory.population === null ? '' : formatNumber(territory.population),
    })),
    colours: classColours(subject, classification, method),
    sort,
    sortable: ['nom', 'valeur', 'population'],
    page,
    pageSize: PAGE_SIZE,
    total: territories.length,
    query: view.table.query,
    source: measure.sources,
  };
}

/** « 1 commune », « 281 communes ». */
export const countOf = (many: number, level: MembersLevel): string =>
  formatCount(many, LEVEL_PLURALS[level].replace(/s$/, ''), LEVEL_PLURALS[level]);

type MembersLevel = ReturnType<typeof framedView>['level'];
