import { askedFilter } from '#lib/server/queries/access/asked-filter.ts';
import { isoDay } from '#lib/format/date.ts';
import type { Classification } from '#lib/domain/classify/classification.ts';
import { classOfCode, unclassedOfCode } from '#lib/domain/classify/classification.ts';
import { classifyDistances } from '#lib/domain/classify/distance-classes.ts';
import { mayRedistribute } from '#lib/domain/indicators/catalogue.ts';
import { cellAt } from '#lib/domain/indicators/column.ts';
import type { Indicator } from '#lib/domain/indicators/indicator.ts';
import { isKnown, type Cell } from '#lib/domain/indicators/value.ts';
import type { MapLevel } from '#lib/domain/territory/level.ts';
import { slugOf } from '#lib/domain/territory/slug.ts';
import type { Territory } from '#lib/domain/territory/territory.ts';
import { indicatorClassLabels } from '#lib/format/class-label.ts';
import { formatBareValue, STATE_LABELS } from '#lib/format/figure.ts';
import { formatDistance } from '#lib/format/number.ts';
import { formatName } from '#lib/format/territory.ts';
import { classificationOf } from '#lib/server/queries/classification.ts';
import { remember } from '#lib/server/queries/memo.ts';
import { reachOf } from '#lib/server/queries/access/reach.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { classColours } from '#lib/styles/class-colours.ts';
import { sequential } from '#lib/styles/ramps.ts';
import { allowedMethod } from '#lib/view/allowed-method.ts';
import type { MapView, TableSort } from '#lib/view/map-view.ts';
import type { TablePage } from '../page-data.ts';

const PAGE_SIZE = 50;

/** What a column of the table needs: an order, a text, a class. */
interface Subject {
  /** NaN where there is nothing to sort by. */
  values: ArrayLike<number>;
  text: (ordinal: number) => string;
  classification: Classification;
  colours: string[];
}

/** One page of the table of a view, at the level that its map shows. */
export async function readTablePage(
  data: Snapshot,
  view: MapView,
  shown: Indicator,
  level: MapLevel,
): Promise<TablePage> {
  const subject = await readSubject(data, view, shown, level);
  const territories = data.territories.all(level);
  const sort = view.table.sort ?? defaultSort(view, shown);
  const kept = matching(data, territories, level, view.table.query);
  const ordered = order(kept, sort, subject.values, nameRanks(data, level));
  const pages = Math.max(1, Math.ceil(ordered.length / PAGE_SIZE));
  const page = Math.min(view.table.page, pages);
  return {
    level,
    rows: ordered.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map((territory) => {
      const code = subject.classification.codes[territory.ordinal] as number;
      return {
        slug: slugOf(level, territory.code),
        code: territory.code,
        name: formatName(territory),
        population: territory.population,
        text: subject.text(territory.ordinal),
        known: unclassedOfCode(code) === null,
        class: classOfCode(code),
      };
    }),
    colours: subject.colours,
    page,
    pages,
    pageSize: PAGE_SIZE,
    total: ordered.length,
    sort,
    sortable: ['nom', 'population', 'valeur'],
  };
}

async function readSubject(
  data: Snapshot,
  view: MapView,
  shown: Indicator,
  level: MapLevel,
): Promise<Subject> {
  if (view.layer === 'distance') {
    const { distances } = reachOf(data, askedFilter(view, isoDay(new Date())));
    const classification = classifyDistances(distances);
    return {
      values: distances,
      text: (ordinal) => {
        const metres = distances[ordinal] as number;
        return Number.isNaN(metres) ? STATE_LABELS.absent : formatDistance(metres);
      },
      classification,
      colours: sequential(classification.counts.length),
    };
  }
  const restricted = !mayRedistribute(shown);
  const method = allowedMethod(shown, view.method);
  const classification = await classificationOf(data, shown, level, {
    method,
    classes: view.classes,
    manual: view.breaks,
  });
  const column = data.column(shown.id, level);
  if (!column || !classification) throw new RangeError(`no figures of ${shown.id} for ${level}`);
  const colours = classColours(shown, classification, method);
  if (!restricted) {
    // A figure of the known communes only is not one of the territory: it sorts with the unknown.
    const values = column.values.map((value, i) =>
      unclassedOfCode(classification.codes[i] as number) ? Number.NaN : value,
    );
    return { values, text: (ordinal) => cellText(shown, cellAt(column, ordinal)), classification, colours };
  }
  const labels = indicatorClassLabels(shown, classification);
  const classes = Float64Array.from(classification.codes, (code) => classOfCode(code) ?? Number.NaN);
  return {
    values: classes,
    text: (ordinal) => {
      const code = classification.codes[ordinal] as number;
      const label = labels[classOfCode(code) ?? -1];
      return label ?? STATE_LABELS[unclassedOfCode(code) ?? 'absent'];
    },
    classification,
    colours,
  };
}

/** The figure alone: its heading names the unit. */
function cellText(shown: Indicator, cell: Cell): string {
  if (!isKnown(cell)) return STATE_LABELS[cell.state];
  const text = formatBareValue(shown, cell.value);
  return cell.marks.includes('floor') ? `${text} ou moins` : text;
}

/** The most fragile end first; for what has none, the greatest. */
function defaultSort({ layer }: MapView, shown: Indicator): TableSort {
  return { key: 'valeur', descending: layer === 'distance' || shown.worse !== 'low' };
}

/** Lower case without accents, hyphens and apostrophes as spaces: as people type names. */
const plainName = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

function matching(data: Snapshot, all: readonly Territory[], level: MapLevel, query: string): Territory[] {
  const wanted = plainName(query);
  if (wanted === '') return [...all];
  const names = remember(data, 'plain-names', level, () => all.map(({ name }) => plainName(name)));
  return all.filter(({ code, postcodes }, i) => {
    const byCode = code.toLowerCase().startsWith(wanted) || postcodes.includes(query.trim());
    return byCode || (names[i] as string).includes(wanted);
  });
}

/** Rank of each territory of a level by name, then code. */
function nameRanks(data: Snapshot, level: MapLevel): Int32Array {
  return remember(data, 'name-ranks', level, () => {
    const collator = new Intl.Collator('fr-FR', { numeric: true });
    const all = data.territories.all(level);
    const ranks = new Int32Array(all.length);
    [...all]
      .sort((a, b) => collator.compare(a.name, b.name) || a.ordinal - b.ordinal)
      .forEach(({ ordinal }, rank) => (ranks[ordinal] = rank));
    return ranks;
  });
}

/** Rows without a value come last, whatever the direction. */
function order(
  rows: Territory[],
  sort: TableSort,
  values: ArrayLike<number>,
  ranks: Int32Array,
): Territory[] {
  const sign = sort.descending ? -1 : 1;
  const rank = ({ ordinal }: Territory): number => ranks[ordinal] as number;
  if (sort.key === 'nom') return rows.sort((a, b) => sign * (rank(a) - rank(b)));
  const valueOf = ({ ordinal, population }: Territory): number =>
    sort.key === 'population' ? (population ?? Number.NaN) : (values[ordinal] as number);
  return rows.sort((a, b) => {
    const [p, q] = [valueOf(a), valueOf(b)];
    if (Number.isNaN(p) || Number.isNaN(q))
      return Number(Number.isNaN(p)) - Number(Number.isNaN(q)) || rank(a) - rank(b);
    return p === q ? rank(a) - rank(b) : sign * (p < q ? -1 : 1);
  });
}
