import { indicator } from '../../domain/indicators/catalogue.ts';
import { emptyColumn, setCell, type Column } from '../../domain/indicators/column.ts';
import { ABSENT } from '../../domain/indicators/value.ts';
import { rollUp } from '../../domain/territory/roll-up.ts';
import { SPLITS } from '../../domain/territory/splits.ts';
import type { Level } from '../../domain/territory/level.ts';
import type { Territories } from '../../domain/territory/territories.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import type { Refusal, RowCell, ValueRow } from './adapter.ts';

export interface SettledColumn {
  indicator: string;
  level: Level;
  column: Column;
}

export interface Settled {
  columns: SettledColumn[];
  refused: Refusal[];
  /** Lines of the file behind the rows that were kept. */
  kept: number;
  centres: Map<string, NonNullable<ValueRow['centre']>>;
}

/**
 * Brings the rows of a source, each under a code of the source's own edition, to the current
 * communes: old codes follow their merger and roll up by their denominator, arrondissements stand
 * apart and make their city where the source has no row for it, communes split since are marked.
 */
export function settleCommunes(
  rows: readonly ValueRow[],
  indicators: readonly string[],
  territories: Territories,
): Settled {
  const refused: Refusal[] = [];
  const contributions = new Map<string, ValueRow[]>();
  const ofCity = new Map<string, ValueRow[]>();
  const arrondissements = new Map<string, ValueRow>();
  const firstLine = new Map<string, number>();
  let kept = 0;
  for (const row of rows) {
    const seen = firstLine.get(row.code);
    if (seen !== undefined) {
      refused.push(...refusals(row, `code en double, déjà lu ligne ${seen}`));
      continue;
    }
    firstLine.set(row.code, row.line);
    const part = territories.get('arrondissement', row.code);
    if (part?.commune) {
      arrondissements.set(row.code, row);
      append(ofCity, part.commune, row);
    } else {
      const commune = territories.get('commune', row.code) ?? territories.successor(row.code);
      if (!commune) {
        refused.push(...refusals(row, 'code inconnu du découpage de 2026, et d’aucune fusion'));
        continue;
      }
      append(contributions, commune.code, row);
    }
    kept += row.lines;
  }
  const split = communesWithOldPerimeter(contributions);
  const communes = territories.all('commune');
  const parts = territories.all('arrondissement');
  const columns = indicators.flatMap((id): SettledColumn[] => {
    const { kind } = indicator(id);
    const column = emptyColumn(communes.length);
    for (const commune of communes) {
      const own = contributions.get(commune.code);
      const cells = own
        ? own.map((row) => cellOf(row, id))
        : (ofCity.get(commune.code) ?? []).map((row) => cityPart(row, id, territories));
      const cell = cells.length === 0 ? ABSENT : rollUp(cells, kind, onlyFormerPart(own, commune));
      setCell(
        column,
        commune.ordinal,
        split.has(commune.code) ? { ...cell, marks: [...cell.marks, 'perimeter'] } : cell,
      );
    }
    if (![...arrondissements.values()].some((row) => row.cells.has(id)))
      return [{ indicator: id, level: 'commune', column }];
    const partColumn = emptyColumn(parts.length);
    for (const part of parts) {
      const row = arrondissements.get(part.code);
      if (row) setCell(partColumn, part.ordinal, cellOf(row, id));
    }
    return [
      { indicator: id, level: 'commune', column },
      { indicator: id, level: 'arrondissement', column: partColumn },
    ];
  });
  const centres = new Map(
    rows.flatMap((row) =>
      row.centre && territories.get('commune', row.code) ? [[row.code, row.centre] as const] : [],
    ),
  );
  return { columns, refused, kept, centres };
}

/** Figures published for EPCI themselves: a code that is no current EPCI is refused. */
export function settleEpci(
  rows: readonly ValueRow[],
  indicators: readonly string[],
  territories: Territories,
): Settled {
  const refused: Refusal[] = [];
  const byCode = new Map<string, ValueRow>();
  let kept = 0;
  for (const row of rows) {
    const reason = byCode.has(row.code)
      ? 'code en double'
      : territories.get('epci', row.code)
        ? null
        : 'intercommunalité inconnue au 1er janvier 2026';
    if (reason) refused.push(...refusals(row, reason));
    else {
      byCode.set(row.code, row);
      kept += row.lines;
    }
  }
  const all = territories.all('epci');
  const columns = indicators.map((id): SettledColumn => {
    const column = emptyColumn(all.length);
    for (const epci of all) {
      const row = byCode.get(epci.code);
      if (row) setCell(column, epci.ordinal, cellOf(row, id));
    }
    return { indicator: id, level: 'epci', column };
  });
  return { columns, refused, kept, centres: new Map() };
}

function append(map: Map<string, ValueRow[]>, key: string, row: ValueRow): void {
  const rows = map.get(key);
  if (rows) rows.push(row);
  else map.set(key, [row]);
}

/** One refusal for each line of the file that the row stands for. */
const refusals = ({ line, lines, code }: ValueRow, reason: string): Refusal[] =>
  Array.from({ length: lines }, (_, at) => ({ line: line + at, code, reason }));

const cellOf = (row: ValueRow, id: string): RowCell => row.cells.get(id) ?? { ...ABSENT, weight: null };

/** An arrondissement's figure rolls up to its city by its own denominator, else by its population. */
function cityPart(row: ValueRow, id: string, territories: Territories): RowCell {
  const cell = cellOf(row, id);
  return { ...cell, weight: cell.weight ?? territories.get('arrondissement', row.code)?.population ?? null };
}

/** A commune fed only by the rows of communes it absorbed is known in part. */
const onlyFormerPart = (rows: readonly ValueRow[] | undefined, commune: Territory): boolean =>
  rows?.length === 1 && rows[0]?.code !== commune.code;

/** Communes of a split that the source still counts together: it has the parent and none of the others. */
function communesWithOldPerimeter(contributions: ReadonlyMap<string, ValueRow[]>): Set<string> {
  const marked = new Set<string>();
  for (const [parent, children] of SPLITS) {
    if (!contributions.has(parent) || children.some((child) => contributions.has(child))) continue;
    for (const code of [parent, ...children]) marked.add(code);
  }
  return marked;
}
