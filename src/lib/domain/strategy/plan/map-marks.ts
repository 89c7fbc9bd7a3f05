/** Something of an action that stands somewhere. */
export interface ActionSpot {
  action: string;
  name: string;
  kind: 'site' | 'place';
  /** Code; `null` when unknown. */
  commune: string | null;
  lon: number | null;
  lat: number | null;
  /** Hours of help a week; `null` when it is not said. */
  hours: number | null;
}

/** A point of the map with what stands on it. */
export interface MapMark {
  /** From 1, in the order of the actions; the same in the legend and in the table. */
  number: number;
  lon: number;
  lat: number;
  spots: ActionSpot[];
}

/** Nearer than this, degrees, two sites are one point: about ten metres. */
const SAME = 1e-4;

/** Numbers what stands somewhere, one number a point; what has no position is given apart. */
export function markSpots(spots: readonly ActionSpot[]): { marks: MapMark[]; unplaced: ActionSpot[] } {
  const marks = new Map<string, MapMark>();
  const unplaced: ActionSpot[] = [];
  for (const spot of spots) {
    const { lon, lat } = spot;
    if (lon === null || lat === null) {
      unplaced.push(spot);
      continue;
    }
    const key = `${Math.round(lon / SAME)}/${Math.round(lat / SAME)}`;
    const mark = marks.get(key) ?? { number: marks.size + 1, lon, lat, spots: [] };
    marks.set(key, mark);
    mark.spots.push(spot);
  }
  return { marks: [...marks.values()], unplaced };
}
