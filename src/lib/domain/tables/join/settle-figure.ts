import { ABSENT, isKnown, type Cell } from '../../indicators/value.ts';
import { rollUp, type PartCell } from '../../territory/roll-up.ts';
import type { Territories } from '../../territory/territories.ts';
import type { Territory } from '../../territory/territory.ts';
import { gatherCells, isMean, total, type Part } from './gather-cells.ts';
import type { JoinedRow } from './join-rows.ts';
import { isGathered, type KeyKind } from '../keys/key-kind.ts';
import type { Target } from '../keys/match.ts';
import type { FigureColumn, TableReading } from '../reading.ts';
import type { WithoutFigure } from './report.ts';

/** A row as it comes to one territory. */
export interface Contribution {
  /** The commune of then that the row is in, or its arrondissement; empty where it is the territory itself. */
  origin: string;
  share: number;
  cells: readonly Cell[];
  /** People of the part of the row that is the territory’s, where known. */
  people: number | null;
  /** Nobody counts them: a commune is supposed to have as many in each of its postcodes. */
  supposed: boolean;
}

/** What a row brings to one of its targets, and so to the city of an arrondissement. */
export function contributionOf(
  row: JoinedRow,
  { territory, share, people }: Target,
  cells: readonly Cell[],
  key: KeyKind,
): Contribution {
  return {
    origin: originOf(row.unit, territory, key),
    share,
    cells,
    people,
    supposed: key === 'postcode' && territory.postcodes.length > 1,
  };
}

function originOf(unit: string, territory: Territory, key: KeyKind): string {
  if (key === 'iris') return unit.slice(0, 5);
  if (key === 'postcode') return territory.code;
  return isGathered(key) ? '' : unit;
}

/** The figure of a territory, and what has to be said of it. */
export interface SettledFigure {
  cell: Cell;
  parts: readonly Part[];
  /** Rows of one commune were averaged each alike. */
  plain: boolean;
  /** Why there is none though rows have figures; `null` where there is one, or no row has any. */
  without: WithoutFigure['why'] | null;
}

/** What makes the figures of territories from rows, for one column of a table. */
export class FigureSettler {
  readonly #at: number;
  readonly #figure: FigureColumn;
  readonly #key: KeyKind;
  readonly #territories: Territories;
  readonly #denominator: number;

  constructor(at: number, { figures, key }: TableReading, territories: Territories) {
    const figure = figures[at] as FigureColumn;
    const { denominator } = figure;
    this.#at = at;
    this.#figure = figure;
    this.#key = key;
    this.#territories = territories;
    this.#denominator =
      denominator.by === 'column' ? figures.findIndex(({ slug }) => slug === denominator.slug) : -1;
  }

  /**
   * The figure of a territory: rows of one commune of then are gathered, then communes that merged and
   * arrondissements roll up by their denominator, never by a plain mean.
   */
  settle(territory: Territory, contributions: readonly Contribution[]): SettledFigure {
    const { kind } = this.#figure;
    const parts = contributions.map((one) => this.#part(one));
    const byOrigin = new Map<string, Contribution[]>();
    for (const one of contributions) appendTo(byOrigin, one.origin, one);
    const partial = this.#isPartial(territory, byOrigin);
    let plain = false;
    let cell: Cell;
    if (byOrigin.size === 1 || (isGathered(this.#key) && !isMean(kind))) {
      const gathered = gatherCells(parts, kind);
      plain = gathered.plain;
      cell = gathered.cell;
      if (byOrigin.size > 1 && cell.value !== null) cell = { ...cell, marks: ['rolled'] };
    } else {
      const inOrder = [...byOrigin].sort(([a], [b]) => (a < b ? -1 : 1));
      const cells = inOrder.map(([origin, rows]): PartCell => {
        const own = rows.map((one) => this.#part(one));
        const gathered = gatherCells(own, kind);
        plain ||= gathered.plain;
        return { ...gathered.cell, weight: this.#weightOf(origin, own) };
      });
      cell = rollUp(cells, kind);
    }
    if (partial && !cell.marks.includes('perimeter')) cell = { ...cell, marks: [...cell.marks, 'perimeter'] };
    return { cell, parts, plain: plain && cell.value !== null, without: withoutOf(cell, parts, kind) };
  }

  #part({ cells, share, people, supposed }: Contribution): Part {
    const { by } = this.#figure.denominator;
    const cell = cells[this.#at] ?? ABSENT;
    if (by === 'population') return { cell, share, weight: people, supposed };
    const denominator = cells[this.#denominator];
    const weight =
      denominator && isKnown(denominator) && denominator.value >= 0 ? denominator.value * share : null;
    return { cell, share, weight, supposed: false };
  }

  /** The denominator of a commune of then: that of its rows, else, of an arrondissement, its people. */
  #weightOf(origin: string, parts: readonly Part[]): number | null {
    if (parts.every(({ weight }) => weight !== null)) return total(parts.map(({ weight }) => weight ?? 0));
    if (this.#figure.denominator.by !== 'population') return null;
    return this.#territories.get('arrondissement', origin)?.population ?? null;
  }

  /** Whether rows speak of a part of a commune only: one former commune, or some of its arrondissements. */
  #isPartial(territory: Territory, byOrigin: ReadonlyMap<string, unknown>): boolean {
    if (territory.level !== 'commune' || byOrigin.has(territory.code) || byOrigin.has('')) return false;
    return (
      byOrigin.size === 1 ||
      this.#territories.arrondissements(territory).some(({ code }) => !byOrigin.has(code))
    );
  }
}

/** Why rows with figures give none. */
function withoutOf(
  { value }: Cell,
  parts: readonly Part[],
  kind: FigureColumn['kind'],
): SettledFigure['without'] {
  const known = parts.flatMap(({ cell }) => (isKnown(cell) ? [cell.value] : []));
  if (value !== null || known.length === 0) return null;
  if (kind === 'category' && new Set(known).size > 1) return 'class';
  return known.length < parts.length ? 'part' : 'denominator';
}

/** Adds to the list of a key. */
export function appendTo<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const held = map.get(key);
  if (held) held.push(value);
  else map.set(key, [value]);
}
