import type { EditionChanges } from '../../domain/editions/edition-changes.ts';
import { isSameShapes } from '../../domain/editions/shapes-change.ts';
import type { Territories } from '../../domain/territory/territories.ts';
import { formatCount, formatDistance, formatNumber } from '../../format/number.ts';
import { editions as words } from '../../messages/editions.ts';
import { FAR_KM } from './compare-editions.ts';
import { tellAlarm } from './tell-alarm.ts';
import { tellColumn, type ToldColumn } from './tell-column.ts';
import { tellMesh, type ToldPlaces } from './tell-mesh.ts';
import { tellMove, type ToldMoves } from './tell-moves.ts';

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
  const { rows, columns, sameColumns, mesh, gaps, outlines, zones, alarms } = changes;
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
  else if (mesh && !isStill(mesh)) summary.push(words.gaps.same);
  if (outlines)
    summary.push(
      words.outlines(formatCount(outlines.changed, words.commune), formatNumber(outlines.communes)),
    );
  if (zones) summary.push(zonesSentence(zones));
  if (columns.length > 0) summary.push(`${formatCount(columns.length, ...words.changing)}.`);
  if (sameColumns > 0) summary.push(words.same(formatCount(sameColumns, words.indicator), sameColumns < 2));
  const isDrawnAlike = !outlines?.changed && (!zones || isSameShapes(zones));
  if (columns.length === 0 && !gaps && isDrawnAlike && isStill(mesh)) summary.push(words.page.nothing);
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

function zonesSentence(zones: NonNullable<EditionChanges['zones']>): string {
  const { kind, areas, gained, lost, moved, described } = zones;
  const of = words.zones;
  const [one, many] = of.noun[kind];
  const told = [
    [gained, of.gained],
    [lost, of.lost],
    [moved, of.moved],
    [described, of.described],
  ] as const;
  const changes = told.flatMap(([count, say]) => (count > 0 ? [say(formatNumber(count), count < 2)] : []));
  return of.sentence(
    formatCount(areas.after, one, many),
    formatNumber(areas.before),
    changes.join(', ') || of.none,
  );
}

const gapsSentence = ({ country, moved }: NonNullable<EditionChanges['gaps']>): string =>
  [
    words.gaps.sentence(
      formatCount(country.before, words.gaps.person),
      formatNumber(country.after),
      formatDistance(FAR_KM * 1000),
    ),
    words.gaps.departements(formatCount(moved, words.gaps.departement)),
  ].join(' ');
