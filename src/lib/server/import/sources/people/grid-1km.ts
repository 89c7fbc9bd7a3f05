import { basename } from 'node:path';
import type { InhabitedPoint } from '../../../../domain/access/demand/inhabited-rows.ts';
import type { Territories } from '../../../../domain/territory/territories.ts';
import type { Territory } from '../../../../domain/territory/territory.ts';
import { formatNumber } from '../../../../format/number.ts';
import { fromLaeaEurope } from '../../../../geo/laea-europe.ts';
import { MOST_INHABITED } from '../../../places/write-inhabited.ts';
import type { InhabitedAdapter, ReadInhabited, Refusal } from '../../adapter.ts';
import { readCell } from '../../read/cells.ts';
import type { TableRow } from '../../read/read-table.ts';
import { requireColumns, streamTable } from '../../read/stream-table.ts';

/** Columns by their name in small letters: editions differ by their capitals. */
const REQUIRED = ['idcar_1km', 'ind', 'lcog_geo'];
const IMPUTED = 'i_est_1km';

const CELL = 1000;

interface CellPoint extends InhabitedPoint {
  population: number;
}

/**
 * INSEE's grid of one kilometre: the people of each cell at its middle, in its commune. A cell across several
 * communes goes to the first whose box holds it. Of more points than a browser holds, those of the most
 * populated communes are kept: they are the ones that a single centre describes worst.
 */
export const grid1km: InhabitedAdapter = {
  id: 'grille-1km',
  kind: 'inhabited',
  files: ['grille-1km.csv'],
  namedLike: /^(carreaux_1km.*|grille.*1km.*)\.(csv|zip|gz)$/i,
  optional: true,
  revision: 1,
  async read([path = ''], territories): Promise<ReadInhabited> {
    const file = basename(path);
    const points: CellPoint[] = [];
    const refused: Refusal[] = [];
    let [rowsRead, imputed, year] = [0, 0, ''];
    await streamTable(path, ',', async ({ name, header, rows }) => {
      const names = new Map(header.map((column) => [column.toLowerCase(), column]));
      requireColumns([...names.keys()], REQUIRED, file);
      [year = ''] = /20\d\d/.exec(name) ?? [];
      for await (const row of rows) {
        rowsRead++;
        const get = (column: string): string => row.get(names.get(column) ?? '');
        const point = readPoint(row, get, names.get('ind') ?? '', file, territories);
        if ('reason' in point) refused.push(point);
        else points.push(point);
        if (get(IMPUTED) === '1') imputed++;
      }
    });
    const kept = mostPopulated(points);
    const said = `carreaux de 1 km de l’Insee${year === '' ? '' : ` (${year})`}`;
    return {
      name: `${said}, dont ${formatNumber(imputed)} imputés`,
      points: kept.map(({ commune, lon, lat, people }) => ({ commune, lon, lat, people })),
      rowsRead,
      refused,
      edition: year === '' ? undefined : { label: year, year },
    };
  },
};

function readPoint(
  row: TableRow,
  get: (column: string) => string,
  people: string,
  file: string,
  territories: Territories,
): CellPoint | Refusal {
  const id = get('idcar_1km');
  const refuse = (reason: string): Refusal => ({ line: row.line, code: get('lcog_geo').slice(0, 5), reason });
  const [, north, east] = /CRS3035RES1000mN(\d+)E(\d+)$/.exec(id.trim()) ?? [];
  if (north === undefined || east === undefined)
    return refuse(`« ${id.slice(0, 40)} » n’est pas un carreau de 1 km en Lambert européen (métropole)`);
  const [lon, lat] = fromLaeaEurope(Number(east) + CELL / 2, Number(north) + CELL / 2);
  const count = readCell(row, people, file).value;
  if (count === null || count <= 0) return refuse('carreau sans habitant');
  const codes = get('lcog_geo').match(/.{5}/g) ?? [];
  const communes = codes.flatMap((code) => territories.get('commune', cityOf(code, territories)) ?? []);
  const commune = communes.find((one) => holds(one, lon, lat)) ?? communes[0];
  if (!commune) return refuse('commune inconnue du découpage de 2026');
  return { commune: commune.code, lon, lat, people: count, population: commune.population ?? 0 };
}

const cityOf = (code: string, territories: Territories): string =>
  territories.get('arrondissement', code)?.commune ?? territories.successor(code)?.code ?? code;

function holds({ bbox }: Territory, lon: number, lat: number): boolean {
  if (!bbox) return false;
  const [west, south, east, north] = bbox;
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

/** All the points of the most populated communes, as many as fit. */
function mostPopulated(points: readonly CellPoint[]): CellPoint[] {
  const byCommune = new Map<string, CellPoint[]>();
  for (const point of points) {
    const own = byCommune.get(point.commune);
    if (own) own.push(point);
    else byCommune.set(point.commune, [point]);
  }
  const groups = [...byCommune.values()].sort((a, b) => (b[0]?.population ?? 0) - (a[0]?.population ?? 0));
  const kept: CellPoint[] = [];
  for (const group of groups) {
    if (kept.length + group.length > MOST_INHABITED) break;
    kept.push(...group);
  }
  return kept;
}
