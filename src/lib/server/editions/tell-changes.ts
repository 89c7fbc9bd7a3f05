import type { ColumnChange, EditionChanges, Move, PlaceLine } from '../../domain/editions/edition-changes.ts';
import { findIndicator } from '../../domain/indicators/catalogue.ts';
import type { Indicator } from '../../domain/indicators/indicator.ts';
import type { Level } from '../../domain/territory/level.ts';
import { slugOf } from '../../domain/territory/slug.ts';
import type { Territories } from '../../domain/territory/territories.ts';
import { formatValue } from '../../format/figure.ts';
import { formatCount, formatDistance, formatNumber, formatRank } from '../../format/number.ts';
import { formatName, LEVEL_PLURALS } from '../../format/territory.ts';
import { editions as words } from '../../messages/editions.ts';
import { FAR_KM } from './compare-editions.ts';
import { tellAlarm } from './tell-alarm.ts';

/** One row of a table of moves, as it is read. */
export interface ToldMove {
  name: string;
  href: string;
  before: string;
  after: string;
}

/** A table of moves. */
export interface ToldMoves {
  title: string;
  rows: ToldMove[];
}

/** What an edition does to one indicator, in words. */
export interface ToldColumn {
  id: string;
  label: string;
  sentences: string[];
  moves: ToldMoves[];
}

/** Places of a list, in words. */
export interface ToldPlaces {
  title: string;
  /** That not all of them are here; `null` when they are. */
  more: string | null;
  rows: { id: string; text: string }[];
}

/** What an edition changes, in words. */
export interface ToldChanges {
  alarms: string[];
  summary: string[];
  columns: ToldColumn[];
  places: ToldPlaces[];
  gaps: ToldMoves | null;
}

/** Writes what an edition changes, for a page, a screen or a letter. */
export function tellChanges(changes: EditionChanges, territories: Territories): ToldChanges {
  const { rows, columns, sameColumns, mesh, gaps, outlines, alarms } = changes;
  const summary = [
    words.rows(
      formatCount(rows.kept.after, words.row),
      formatNumber(rows.kept.before),
      formatCount(rows.refused.after, words.refusedRow),
    ),
  ];
  if (mesh) {
    const [before, after] = [mesh.places.before, mesh.places.after].map((count) =>
      formatCount(count, ...words.mesh.place),
    );
    summary.push(words.mesh.sentence(after ?? '', before ?? ''));
  }
  if (gaps) summary.push(gapsSentence(gaps));
  if (outlines)
    summary.push(
      words.outlines(formatCount(outlines.changed, words.commune), formatNumber(outlines.communes)),
    );
  if (columns.length > 0) summary.push(`${formatCount(columns.length, ...words.changing)}.`);
  if (sameColumns > 0) summary.push(words.same(formatCount(sameColumns, words.indicator), sameColumns < 2));
  if (columns.length === 0 && !gaps && !outlines?.changed && isStill(mesh)) summary.push(words.page.nothing);
  return {
    alarms: alarms.map(tellAlarm),
    summary,
    columns: columns.map((column) => tellColumn(column, territories)),
    places: mesh ? tellMesh(mesh, territories) : [],
    gaps:
      gaps && gaps.departements.length > 0
        ? {
            title: words.gaps.caption,
            rows: gaps.departements.map((move) =>
              tellMove(move, 'departement', territories, (count) => formatNumber(count)),
            ),
          }
        : null,
  };
}

const isStill = (mesh: EditionChanges['mesh']): boolean =>
  !mesh || mesh.gained + mesh.lost + mesh.changed === 0;

const gapsSentence = ({ country, moved }: NonNullable<EditionChanges['gaps']>): string =>
  [
    words.gaps.sentence(
      formatCount(country.before, words.gaps.person),
      formatNumber(country.after),
      formatDistance(FAR_KM * 1000),
    ),
    words.gaps.departements(formatCount(moved, words.gaps.departement)),
  ].join(' ');

function tellMove(
  { code, before, after }: Move,
  level: Level,
  territories: Territories,
  write: (value: number) => string,
): ToldMove {
  const territory = territories.get(level, code);
  return {
    name: territory ? formatName(territory) : code,
    href: `/territoires/${slugOf(level, code)}`,
    before: write(before),
    after: write(after),
  };
}

function tellColumn(change: ColumnChange, territories: Territories): ToldColumn {
  const { level, indicator } = change;
  const found = findIndicator(indicator);
  const value = (figure: number): string => (found ? formatValue(found, figure) : formatNumber(figure, 1));
  const table = (title: string, moves: readonly Move[], write: (one: number) => string): ToldMoves[] =>
    moves.length > 0 ? [{ title, rows: moves.map((move) => tellMove(move, level, territories, write)) }] : [];
  const { rises, falls, movers, moversWithin } = words.columns;
  return {
    id: indicator,
    label: labelOf(found, indicator),
    sentences: columnSentences(change, value),
    moves: [
      ...table(rises, change.rises, value),
      ...table(falls, change.falls, value),
      ...table(movers, change.ranksInCountry.movers, formatRank),
      ...table(moversWithin, change.ranksInDepartement?.movers ?? [], formatRank),
    ],
  };
}

const labelOf = (found: Indicator | undefined, id: string): string =>
  found ? `${found.label} (${found.year})` : id;

function columnSentences(change: ColumnChange, value: (figure: number) => string): string[] {
  const { level, territories, changed, people, appeared, vanished, median, country } = change;
  const of = words.columns;
  const plural = LEVEL_PLURALS[level];
  const sentences = [
    changed === 0
      ? of.none
      : of.changed(
          `${formatNumber(changed)} ${plural}`,
          formatNumber(territories),
          formatCount(people, of.inhabitant),
        ),
  ];
  const [one, many] = of.figure;
  if (appeared > 0) sentences.push(of.appeared(formatCount(appeared, one, many)));
  const gone = vanished.secret + vanished.absent + vanished.incomplete;
  if (gone > 0) {
    const why = (['secret', 'absent', 'incomplete'] as const)
      .filter((state) => vanished[state] > 0)
      .map((state) => `${of.why[state]} : ${formatNumber(vanished[state])}`);
    sentences.push(of.vanished(formatCount(gone, one, many), why.join(', ')));
  }
  const said = (figure: number | null): string => (figure === null ? of.unknown : value(figure));
  if (median && median.before !== median.after)
    sentences.push(of.median(said(median.before), said(median.after)));
  if (country && country.before !== country.after)
    sentences.push(of.country(said(country.before), said(country.after)));
  sentences.push(rankSentence(change));
  return sentences;
}

function rankSentence({ level, ranksInCountry, ranksInDepartement }: ColumnChange): string {
  if (ranksInCountry.moved === 0 && !ranksInDepartement?.moved) return words.columns.noRank;
  return words.columns.ranks(
    `${formatNumber(ranksInCountry.moved)} ${LEVEL_PLURALS[level]}`,
    ranksInDepartement && formatNumber(ranksInDepartement.moved),
  );
}

function tellMesh(
  { gained, lost, changed, gainedOnes, lostOnes, changedOnes }: NonNullable<EditionChanges['mesh']>,
  territories: Territories,
): ToldPlaces[] {
  const [one, many] = words.mesh.place;
  const list = (
    title: (count: string) => string,
    count: number,
    places: readonly (PlaceLine & { fields?: string[] })[],
  ): ToldPlaces[] =>
    count === 0
      ? []
      : [
          {
            title: title(formatCount(count, one, many)),
            more:
              places.length < count
                ? words.mesh.first(formatNumber(places.length), formatNumber(count))
                : null,
            rows: places.map((place) => ({ id: place.id, text: lineOf(place, territories) })),
          },
        ];
  return [
    ...list(words.mesh.gained, gained, gainedOnes),
    ...list(words.mesh.lost, lost, lostOnes),
    ...list(words.mesh.changed, changed, changedOnes),
  ];
}

function lineOf(
  { name, commune, fields = [] }: PlaceLine & { fields?: string[] },
  territories: Territories,
): string {
  const territory = commune === null ? undefined : territories.get('commune', commune);
  const where = territory ? formatName(territory) : words.mesh.noCommune;
  const what = [...new Set(fields.map((field) => words.mesh.fields[field] ?? field))];
  return `${name}, ${where}${what.length > 0 ? ` : ${what.join(', ')}` : ''}`;
}
