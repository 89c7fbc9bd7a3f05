import { basename } from 'node:path';
import { PointGrid } from '../../../../domain/access/point-grid.ts';
import { greatCircle } from '../../../../domain/access/sphere.ts';
import { ABSENT, isKnown, known, type Cell } from '../../../../domain/indicators/value.ts';
import type { Territories } from '../../../../domain/territory/territories.ts';
import type { Territory } from '../../../../domain/territory/territory.ts';
import type { ReadValues, ValueAdapter, ValueRow } from '../../adapter.ts';
import { readCell, withWeight } from '../../read/cells.ts';
import { repairCode } from '../../read/commune-code.ts';
import { editionOfQuarter } from '../../read/edition.ts';
import { ImportError } from '../../import-error.ts';
import type { TableRow } from '../../read/read-table.ts';
import { requireColumns, streamTable } from '../../read/stream-table.ts';

const REQUIRED = ['code_op', 'latitude', 'longitude', 'insee_com', 'site_4g', 'site_5g'];

/** What is counted of the sites of a code. */
interface Sites {
  line: number;
  lines: number;
  sites4g: number;
  sites5g: number;
  operators: Set<string>;
}

/**
 * ARCEP's mobile sites in service in metropolitan France: how many of a commune carry 4G or 5G, from how many
 * operators, and how far the nearest 4G site is from its centre. The file is complete: no row is no site.
 */
export const mobile: ValueAdapter = {
  id: 'mobile',
  kind: 'values',
  level: 'commune',
  files: ['sites_Metropole.csv'],
  namedLike: /^\d{4}_T\d_sites_Metropole\.csv$/i,
  optional: true,
  revision: 1,
  indicators: ['sites-4g', 'sites-5g', 'operateurs-4g', 'distance-4g'],
  async read([path = ''], territories): Promise<ReadValues> {
    const file = basename(path);
    const byCode = new Map<string, Sites>();
    const lons: number[] = [];
    const lats: number[] = [];
    await streamTable(path, ';', async ({ header, rows }) => {
      requireColumns(header, REQUIRED, file);
      for await (const row of rows) {
        const code = communeOf(repairCode(row.get('insee_com')), territories);
        const sites = byCode.get(code) ?? newSites(row.line);
        sites.lines++;
        if (isOn(row, 'site_5g', file)) sites.sites5g++;
        if (isOn(row, 'site_4g', file)) {
          sites.sites4g++;
          sites.operators.add(row.get('code_op').trim());
          lons.push(readDegrees(row, 'longitude', 180, file));
          lats.push(readDegrees(row, 'latitude', 90, file));
        }
        byCode.set(code, sites);
      }
    });
    const distance = distanceTo(lons, lats);
    return { rows: rowsOf(byCode, territories, distance), refused: [], edition: editionOfQuarter(file) };
  },
};

const newSites = (line: number): Sites => ({
  line,
  lines: 0,
  sites4g: 0,
  sites5g: 0,
  operators: new Set(),
});

const isOn = (row: TableRow, column: string, file: string): boolean =>
  readCell(row, column, file).value === 1;

function readDegrees(row: TableRow, column: string, most: number, file: string): number {
  const { value } = readCell(row, column, file);
  if (value !== null && Math.abs(value) <= most) return value;
  throw new ImportError(`« ${row.get(column)} » n’est pas une position`, {
    file,
    line: row.line,
    column,
    expected: 'des degrés, avec une virgule ou un point',
  });
}

/** Kilometres from a centre to the nearest of some sites. */
function distanceTo(lons: readonly number[], lats: readonly number[]): (of: Territory) => Cell {
  const grid = new PointGrid({ lons, lats });
  return ({ lon, lat }) => {
    if (lon === null || lat === null || lons.length === 0) return ABSENT;
    const at = grid.nearest(lon, lat);
    return known(greatCircle(lon, lat, lons[at] as number, lats[at] as number) / 1000);
  };
}

/** The communes of the file, and every metropolitan one that it does not name: it has no site. */
function rowsOf(
  byCode: ReadonlyMap<string, Sites>,
  territories: Territories,
  distance: (of: Territory) => Cell,
): ValueRow[] {
  const far = (code: string): Cell => {
    const commune = territories.get('commune', code);
    return commune ? distance(commune) : ABSENT;
  };
  const silent = territories
    .all('commune')
    .filter(({ code, zone }) => zone === 'metro' && !byCode.has(code))
    .map(({ code }) => [code, newSites(0)] as const);
  return [...byCode, ...silent].map(([code, sites]) => rowOf(code, sites, far(code)));
}

/** The commune of a code, of its arrondissement, or that it merged into; the code itself when none is known. */
function communeOf(code: string, territories: Territories): string {
  const city = territories.get('arrondissement', code)?.commune;
  return city ?? territories.successor(code)?.code ?? code;
}

function rowOf(code: string, { line, lines, sites4g, sites5g, operators }: Sites, far: Cell): ValueRow {
  return {
    line,
    lines,
    code,
    cells: new Map([
      ['sites-4g', withWeight(known(sites4g), null)],
      ['sites-5g', withWeight(known(sites5g), null)],
      ['operateurs-4g', withWeight(known(operators.size), null)],
      ['distance-4g', withWeight(far, isKnown(far) ? 1 : null)],
    ]),
  };
}
