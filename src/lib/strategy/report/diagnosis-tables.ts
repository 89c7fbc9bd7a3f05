import type { ComparisonTable, CountCell, Diagnosis } from '../../diagnosis/diagnosis.ts';
import { findIndicator } from '../../domain/indicators/catalogue.ts';
import { sourceNotice, type FigureSource } from '../../domain/indicators/source.ts';
import { PLACE_SOURCES } from '../../domain/report/help.ts';
import type { ReportTable } from '../../domain/strategy/report/report-document.ts';
import { diagnostic as words } from '../../messages/diagnostic.ts';
import { territoire } from '../../messages/territoire.ts';

const titles = (sources: Iterable<FigureSource>): string[] => [
  ...new Set([...sources].map((id) => sourceNotice(id).title)),
];

/** What counts of people far from a place come from. */
const REACH: readonly FigureSource[] = ['cog-2026', ...PLACE_SOURCES];

/** A frozen table: words first, then figures as they were written. Nothing without rows. */
function frozenTable(
  key: string,
  caption: string,
  headings: readonly string[],
  rows: string[][],
  { sources, day, words: said = 1 }: { sources: Iterable<FigureSource>; day: string; words?: number },
): ReportTable[] {
  if (rows.length === 0) return [];
  const columns = headings.map((label, at) => ({
    key: `${key}-${at}`,
    label,
    kind: at < said ? ('text' as const) : ('figure' as const),
    unit: '',
    decimals: 0,
  }));
  return [{ is: 'table', key, caption, columns, rows, sources: titles(sources), day }];
}

const withShare = ({ count, share }: CountCell): string => (share === '' ? count : `${count} (${share})`);

/** A territory beside those around it. */
export const comparisonOf = (key: string, table: ComparisonTable, day: string): ReportTable[] =>
  frozenTable(
    key,
    table.caption,
    [words.table.indicator, ...table.headings],
    table.rows.map(({ label, detail, cells }) => [`${label} (${detail})`, ...cells.map(({ text }) => text)]),
    // A table that was removed since is no source any more: its figures stay as they were kept.
    { sources: table.rows.flatMap(({ id }) => findIndicator(id)?.source ?? []), day },
  );

/** Services of the places. */
export const servicesOf = ({ places }: Diagnosis, day: string): ReportTable[] =>
  frozenTable(
    'frozen-services',
    words.places.servicesCaption,
    [words.places.services, words.places.count],
    places.services.map(({ label, count }) => [label, count]),
    { sources: PLACE_SOURCES, day },
  );

/** Who is far from a place. */
export const distanceOf = ({ gap }: Diagnosis, day: string): ReportTable[] => [
  ...frozenTable(
    'frozen-distance',
    words.gap.peopleCaption,
    [words.gap.distance, words.gap.population, words.gap.elders, words.gap.communes],
    gap.people.map(({ label, people, elders, communes }) => [
      label,
      withShare(people),
      withShare(elders),
      communes,
    ]),
    { sources: [...REACH, 'rp-2022'], day },
  ),
  ...frozenTable(
    'frozen-classes',
    words.gap.classCaption,
    [words.gap.distance, ...gap.classes],
    gap.byClass.map(({ label, cells }) => [label, ...cells.map(withShare)]),
    { sources: [...REACH, 'filosofi-2021'], day },
  ),
];

/** Who is out of reach of what, and what there is. */
export function outOfReachOf({ gaps, context, header }: Diagnosis, day: string): ReportTable[] {
  if (!gaps) return [];
  const { columns, offer, caption } = territoire.gaps;
  return [
    ...frozenTable(
      'frozen-reach',
      caption(context ?? header.name),
      [columns.label, columns.people, columns.share, columns.inhabitants],
      gaps.lines.map(({ label, people, share, inhabitants }) => [label, people, share, inhabitants]),
      { sources: [...REACH, 'filosofi-2021', 'estimation-pauvrete'], day },
    ),
    ...frozenTable(
      'frozen-offer',
      offer.caption,
      [offer.name, offer.places, offer.per10000, offer.hours],
      gaps.offer.map(({ name, places, per10000, hours }) => [name, places, per10000, hours]),
      { sources: REACH, day },
    ),
  ];
}

/** Communes to look at first, with reasons. */
export const firstCommunesOf = ({ priorities }: Diagnosis, day: string): ReportTable[] =>
  frozenTable(
    'frozen-communes',
    priorities.title,
    [words.priorities.rank, words.priorities.commune, words.priorities.reasons, words.priorities.population],
    priorities.rows.map(({ rank, name, reasons, population }) => [
      rank,
      name,
      `${reasons.join(' ; ')}.`,
      population,
    ]),
    { sources: ['filosofi-2021', 'fibre-2026', 'rp-2022', ...REACH], day, words: 3 },
  );
