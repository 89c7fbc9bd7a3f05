import { greatCircle, type Points } from '../../access/sphere.ts';

/** Metres in a degree of latitude, a little under the truth so that a cell is never too small. */
const METRES_A_DEGREE = 111_000;
/** Records on one very point, beyond which it stands for « somewhere » (a geocoder’s default), not for a place. */
const STACK = 100;

/**
 * Calls `meet` once with the ranks, the lesser first, of every two points within `reach` metres. Points
 * go into cells of a longitude and latitude grid at least as wide as the reach; only neighbouring cells
 * are compared. Unknown coordinates (NaN) and points shared by more than 100 are near nothing.
 */
export function forNearPairs(points: Points, reach: number, meet: (a: number, b: number) => void): void {
  const n = points.lons.length;
  const cells = new Map<string, number[]>();
  const stacks = new Map<string, number>();
  const spot = (i: number): string => `${points.lons[i]}/${points.lats[i]}`;
  for (let i = 0; i < n; i++) stacks.set(spot(i), (stacks.get(spot(i)) ?? 0) + 1);
  const height = reach / METRES_A_DEGREE;
  for (let i = 0; i < n; i++) {
    const lon = points.lons[i] as number;
    const lat = points.lats[i] as number;
    if (Number.isNaN(lon) || Number.isNaN(lat) || (stacks.get(spot(i)) ?? 0) > STACK) continue;
    const row = Math.floor(lat / height);
    for (let r = row - 1; r <= row + 1; r++) {
      const width = widthOf(r, height);
      const column = Math.floor(lon / width);
      for (let c = column - 1; c <= column + 1; c++)
        for (const j of cells.get(`${r}/${c}`) ?? [])
          if (greatCircle(lon, lat, points.lons[j] as number, points.lats[j] as number) <= reach) meet(j, i);
    }
    const key = `${row}/${Math.floor(lon / widthOf(row, height))}`;
    const cell = cells.get(key);
    if (cell) cell.push(i);
    else cells.set(key, [i]);
  }
}

/** Degrees of longitude of a cell of a row: the reach where meridians are the closest, a cell further out. */
const widthOf = (row: number, height: number): number => {
  const furthest = Math.min(89.9, (Math.max(Math.abs(row), Math.abs(row + 1)) + 1) * height);
  return height / Math.cos((furthest * Math.PI) / 180);
};
