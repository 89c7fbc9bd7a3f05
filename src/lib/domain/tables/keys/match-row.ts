import type { CountryKeys } from './country-keys.ts';
import type { KeySources, Match } from './match.ts';
import { matchCommune, matchGroup } from './match-code.ts';
import { matchIris, matchPoint, matchPostcode, matchQpv } from './match-gathered.ts';
import { matchName } from './match-name.ts';
import type { TableReading } from '../reading.ts';

/** What finds the territory of a row: its cells and its line in, what it designates out. */
export type RowMatcher = (cells: readonly string[], line: number) => Match;

/** What finds the territories of the rows of a table that is read so. */
export function rowMatcher(
  { key, columns, level, within }: Pick<TableReading, 'key' | 'columns' | 'level' | 'within'>,
  keys: CountryKeys,
  { zones, located }: KeySources,
): RowMatcher {
  const main = (cells: readonly string[]): string => cells[columns.main] ?? '';
  const second = (cells: readonly string[]): string =>
    columns.second === null ? '' : (cells[columns.second] ?? '');
  if (key === 'commune') return (cells) => matchCommune(main(cells), keys);
  if (key === 'epci' || key === 'departement' || key === 'region')
    return (cells) => matchGroup(main(cells), key, keys);
  if (key === 'postcode') return (cells) => matchPostcode(main(cells), keys);
  if (key === 'iris') return (cells) => matchIris(main(cells), keys, zones);
  if (key === 'qpv') return (cells) => matchQpv(main(cells), keys, zones);
  if (key === 'point')
    return (cells, line) =>
      matchPoint(main(cells), columns.second === null ? null : second(cells), line, keys, located);
  const perimeter = within === null ? undefined : keys.territories.bySlug(within);
  const codes = perimeter ? new Set(keys.territories.communes(perimeter).map(({ code }) => code)) : null;
  return (cells) => matchName(main(cells), { level, departement: second(cells), within: codes }, keys);
}
