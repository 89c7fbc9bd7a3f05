import type { Move } from '../../domain/editions/edition-changes.ts';
import type { Level } from '../../domain/territory/level.ts';
import { slugOf } from '../../domain/territory/slug.ts';
import type { Territories } from '../../domain/territory/territories.ts';
import { formatName } from '../../format/territory.ts';

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

/** Writes what became of one territory. */
export function tellMove(
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
