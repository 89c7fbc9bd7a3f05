import type { Territories } from '../../territory/territories.ts';
import { slugOf } from '../../territory/slug.ts';
import { bareText, cleanCode } from './code-text.ts';
import { countryKeysOf, type CountryKeys } from './country-keys.ts';
import { isGathered, levelOfKey, type KeyKind, type TableLevel } from './key-kind.ts';
import { isUnmatched } from './match.ts';
import { matchCommune, matchGroup } from './match-code.ts';
import { QPV_CODE, readPoint } from './match-gathered.ts';
import { readName } from './name-keys.ts';
import type { KeyColumns, TableReading } from '../reading.ts';

/** How a table may be recognised, and the share of its filled rows that would be. */
export interface KeyGuess extends Pick<TableReading, 'key' | 'columns' | 'level' | 'within'> {
  share: number;
}

/** Rows looked at, spread over the table: enough to know what a column holds. */
const SAMPLE = 4_000;

/** Under this share of its cells, a column is not of a kind. */
const ENOUGH = 0.5;

/** Numbers of any sort are codes of a third of the communes: a column of codes is nearly all codes. */
const NEARLY_ALL = 0.8;

/** The share of names in one département from which the whole table is taken to be of it. */
const OF_ONE = 0.95;

const HEADINGS: Readonly<Partial<Record<KeyKind, RegExp>>> = {
  commune: /insee|cod_?geo|depcom|code.?com|^com$|^code$|citycode/i,
  epci: /siren|epci/i,
  departement: /^(code|num|cod)?[ _-]?d[ée]p/i,
  region: /^(code|cod)?[ _-]?r[ée]g/i,
  postcode: /post|^cp$/i,
  iris: /iris/i,
  qpv: /qpv|quartier/i,
  name: /commune|ville|nom|libell|territoire/i,
};

const LATITUDE = /lat|^y$/i;
const LONGITUDE = /lon|lng|^x$/i;
const POINT = /geo.?point|coord|position|gps|lat.*lon/i;

/**
 * How the rows of a table may be recognised, the best first: by what columns hold, their headings deciding
 * between two that hold alike. Empty where nothing is.
 */
export function recogniseKey(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  territories: Territories,
): KeyGuess[] {
  const keys = countryKeysOf(territories);
  const step = Math.max(1, Math.ceil(rows.length / SAMPLE));
  const sample = rows.filter((_, at) => at % step === 0);
  const columns = headings.map(
    (heading, at) =>
      new Column(
        at,
        heading,
        sample.map((row) => row[at] ?? ''),
      ),
  );
  const guesses = [
    ...columns.flatMap((column) => codeGuesses(column, keys)),
    ...pointGuesses(columns),
    ...nameGuesses(columns, keys),
  ];
  return guesses
    .sort((a, b) => b.score - a.score || a.guess.columns.main - b.guess.columns.main)
    .map(({ guess }) => guess);
}

interface Scored {
  score: number;
  guess: KeyGuess;
}

class Column {
  readonly filled: readonly string[];
  readonly unique: number;
  readonly at: number;
  readonly heading: string;

  constructor(at: number, heading: string, cells: readonly string[]) {
    this.at = at;
    this.heading = heading;
    this.filled = cells.map(bareText).filter((cell) => cell !== '');
    this.unique = new Set(this.filled).size / Math.max(1, this.filled.length);
  }

  share(test: (cell: string) => boolean): number {
    return this.filled.length === 0 ? 0 : this.filled.filter(test).length / this.filled.length;
  }
}

function scored(
  column: Column,
  key: KeyKind,
  share: number,
  more: { columns?: KeyColumns; level?: TableLevel; within?: string | null; unique?: number } = {},
): Scored {
  const { columns = { main: column.at, second: null }, within = null, unique = column.unique } = more;
  const level = more.level ?? (key === 'name' ? 'commune' : levelOfKey(key));
  // A column of départements beside communes says where they are: its heading counts where each stands once.
  const beside = (key === 'departement' || key === 'region') && unique < 0.9;
  const named = !beside && HEADINGS[key]?.test(column.heading) === true ? 0.2 : 0;
  // Of two columns, that which tells rows apart; codes before names, and exact rows before gathered ones.
  const rank = key === 'name' ? 0.85 : isGathered(key) ? 0.95 : 1;
  return {
    score: share * (0.4 + 0.6 * unique) * rank + named,
    guess: { key, columns, level, within, share },
  };
}

function codeGuesses(column: Column, keys: CountryKeys): Scored[] {
  const said = (key: KeyKind): boolean => HEADINGS[key]?.test(column.heading) === true;
  const found: Scored[] = [];
  const consider = (key: KeyKind, least: number, test: (cell: string) => boolean): void => {
    const share = column.share(test);
    if (share >= (said(key) ? ENOUGH : least)) found.push(scored(column, key, share));
  };
  const epci = (cell: string): boolean => !isUnmatched(matchGroup(cell, 'epci', keys));
  consider('commune', NEARLY_ALL, (cell) => !isUnmatched(matchCommune(cell, keys)));
  consider('epci', ENOUGH, epci);
  consider('qpv', ENOUGH, (cell) => QPV_CODE.test(cleanCode(cell)));
  consider('iris', NEARLY_ALL, (cell) => isIris(cell, keys) && !epci(cell));
  consider('postcode', NEARLY_ALL, (cell) => {
    const code = cleanCode(cell);
    return keys.communesOfPostcode(/^\d{4}$/.test(code) ? `0${code}` : code).length > 0;
  });
  for (const level of ['departement', 'region'] as const)
    if (said(level) || isListOfGroups(column, keys.territories.all(level).length))
      consider(level, 0.95, (cell) => !isUnmatched(matchGroup(cell, level, keys)));
  return found;
}

/** Written as no count is: « 01 », « 2A », « 971 », « Isère ». */
const AS_CODE_OR_NAME = /^(0\d|2[AB]|97\d|.*[a-zà-ÿ]{3}.*)$/i;

/**
 * Whether a column whose heading does not say so may be of départements or regions: numbers under a hundred are
 * also counts. Each stands once, and some are written as codes or names, or nearly all that there are stand there.
 */
const isListOfGroups = (column: Column, groups: number): boolean =>
  column.unique === 1 &&
  column.filled.length > 1 &&
  (column.filled.length >= 0.8 * groups || column.filled.some((cell) => AS_CODE_OR_NAME.test(cell)));

function isIris(cell: string, keys: CountryKeys): boolean {
  const code = cleanCode(cell);
  const iris = /^\d{8}$/.test(code) ? `0${code}` : code;
  return /^(\d{5}|2[AB]\d{3})\d{4}$/.test(iris) && !isUnmatched(matchCommune(iris.slice(0, 5), keys));
}

function pointGuesses(columns: readonly Column[]): Scored[] {
  const alone = columns.flatMap((column) => {
    const share = column.share((cell) => /[,; ]/.test(cell) && readPoint(cell, null) !== null);
    return share >= NEARLY_ALL && POINT.test(column.heading) ? [scored(column, 'point', share)] : [];
  });
  const within = (least: number, most: number) => (cell: string) => {
    const value = Number(cell.replace(',', '.'));
    return value >= least && value <= most;
  };
  const latitude = columns.find(
    (column) => LATITUDE.test(column.heading) && column.share(within(-25, 52)) >= NEARLY_ALL,
  );
  const longitude = columns.find(
    (column) =>
      LONGITUDE.test(column.heading) && column !== latitude && column.share(within(-180, 180)) >= NEARLY_ALL,
  );
  if (!latitude || !longitude) return alone;
  // Mainland France lies between 41 and 52 degrees north: headings that say the contrary are swapped.
  const swapped =
    latitude.share(within(-6, 10)) >= NEARLY_ALL && longitude.share(within(41, 52)) >= NEARLY_ALL;
  const [first, second] = swapped ? [longitude, latitude] : [latitude, longitude];
  const share = Math.min(first.share(within(-90, 90)), second.share(within(-180, 180)));
  return [
    ...alone,
    scored(first, 'point', share, { columns: { main: first.at, second: second.at }, unique: 1 }),
  ];
}

function nameGuesses(columns: readonly Column[], keys: CountryKeys): Scored[] {
  const departement = columns.find(
    (column) =>
      column.share((cell) => keys.departementOf(cell) !== null) >= 0.95 &&
      (HEADINGS.departement?.test(column.heading) === true ||
        column.share((cell) => /[a-z]{3}/i.test(cell)) > 0.9),
  );
  return columns.flatMap((column) =>
    (['commune', 'epci', 'departement', 'region'] as const).flatMap((level) => {
      const share = column.share((cell) => keys.named(level, readName(cell).key).length > 0);
      if (share < ENOUGH || column.share((cell) => /\d{3}/.test(cell)) > 0.5) return [];
      const second = level === 'commune' && departement && departement !== column ? departement.at : null;
      return [
        scored(column, 'name', share, {
          columns: { main: column.at, second },
          level,
          within: level === 'commune' && second === null ? perimeterOf(column, keys) : null,
          unique: second === null ? column.unique : 1,
        }),
      ];
    }),
  );
}

/** The département that nearly all the names of one commune only are in: homonyms are then looked for there. */
function perimeterOf(column: Column, keys: CountryKeys): string | null {
  const counts = new Map<string, number>();
  let sure = 0;
  for (const cell of column.filled) {
    const [only, ...others] = keys.named('commune', readName(cell).key);
    const departement = only?.territory.departement;
    if (!departement || others.length > 0) continue;
    sure++;
    counts.set(departement, (counts.get(departement) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most && sure > 1 && most[1] / sure >= OF_ONE ? slugOf('departement', most[0]) : null;
}
