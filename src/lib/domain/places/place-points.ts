import { landOf } from '../access/landmass.ts';
import type { LandedPoints } from '../access/reach.ts';
import { hoursOf } from './capacity.ts';
import { matchesTraits, traitsOf, type PlaceFilter } from './filter.ts';
import type { Place } from './place.ts';

/**
 * Every place as a map needs it: where it is and what a filter can ask, in the order of the places.
 * Without a position the coordinates are NaN, so that ranks stay those of the places.
 */
export interface PlacePoints extends LandedPoints {
  lons: Float64Array;
  lats: Float64Array;
  /** Bits of `traitsOf`. */
  traits: Uint32Array;
  lands: Uint8Array;
  /** Ordinal of the commune that each place stands in; −1 when it is unknown. */
  homes: Int32Array;
  /** Hours a week times those who help; NaN when unknown. */
  hours: Float32Array;
  /** 1 where the position is the centre of the commune. */
  approximate: Uint8Array;
  /** 1 for the places that a page asks for, beyond what traits can say; all of them without it. */
  asked?: Uint8Array;
}

/** Whether a place is asked for, and has the traits of a filter. */
export const isAskedFor = ({ traits, asked }: PlacePoints, rank: number, filter: PlaceFilter): boolean =>
  (asked === undefined || asked[rank] === 1) && matchesTraits(traits[rank] as number, filter);

/*
 * The display file of places, little endian: "MLP2", n as uint32, then n × int32 longitude and
 * n × int32 latitude in millionths of a degree (`NOWHERE` without a position), n × uint32 traits
 * with `APPROXIMATE_BIT`, n × int32 communes, n × uint16 tenths of an hour a week, n × uint8 lands.
 */
const MAGIC = 0x32504c4d;
const HEADER = 8;
const ROW = 19;
/** Hours are written in tenths; this one is unknown. */
const NO_HOURS = 0xffff;
const SCALE = 1e6;
const NOWHERE = -0x80000000;
const APPROXIMATE_BIT = 0x40000000;

/** Writes places; `ordinalOf` gives the place of a commune in its column, −1 for an unknown one. */
export function encodePlacePoints(
  places: readonly Place[],
  ordinalOf: (commune: string) => number,
): Uint8Array<ArrayBuffer> {
  const n = places.length;
  const bytes = new Uint8Array(HEADER + ROW * n);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, n, true);
  const write = (degrees: number | null): number =>
    degrees === null ? NOWHERE : Math.round(degrees * SCALE);
  places.forEach((place, i) => {
    view.setInt32(HEADER + 4 * i, write(place.lon), true);
    view.setInt32(HEADER + 4 * (n + i), write(place.lat), true);
    const approximate = place.position === 'commune-centre' ? APPROXIMATE_BIT : 0;
    view.setUint32(HEADER + 4 * (2 * n + i), traitsOf(place) | approximate, true);
    view.setInt32(HEADER + 4 * (3 * n + i), place.commune === null ? -1 : ordinalOf(place.commune), true);
    const hours = hoursOf(place);
    const tenths = hours === null ? NO_HOURS : Math.min(NO_HOURS - 1, Math.round(hours * 10));
    view.setUint16(HEADER + 16 * n + 2 * i, tenths, true);
    bytes[HEADER + 18 * n + i] = landOf(place.commune);
  });
  return bytes;
}

/** Reads a display file of places. Throws a `RangeError` when the bytes are not one. */
export function decodePlacePoints(bytes: Uint8Array): PlacePoints {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < HEADER || view.getUint32(0, true) !== MAGIC)
    throw new RangeError('not a file of places');
  const n = view.getUint32(4, true);
  if (bytes.byteLength !== HEADER + ROW * n)
    throw new RangeError(`${bytes.byteLength} bytes do not hold ${n} places`);
  const degrees = (at: number): number => {
    const written = view.getInt32(at, true);
    return written === NOWHERE ? Number.NaN : written / SCALE;
  };
  const lons = Float64Array.from({ length: n }, (_, i) => degrees(HEADER + 4 * i));
  const lats = Float64Array.from({ length: n }, (_, i) => degrees(HEADER + 4 * (n + i)));
  const traits = Uint32Array.from({ length: n }, (_, i) => view.getUint32(HEADER + 4 * (2 * n + i), true));
  const approximate = Uint8Array.from(traits, (bits) => ((bits & APPROXIMATE_BIT) !== 0 ? 1 : 0));
  const homes = Int32Array.from({ length: n }, (_, i) => view.getInt32(HEADER + 4 * (3 * n + i), true));
  const hours = Float32Array.from({ length: n }, (_, i) => {
    const tenths = view.getUint16(HEADER + 16 * n + 2 * i, true);
    return tenths === NO_HOURS ? Number.NaN : tenths / 10;
  });
  const lands = bytes.slice(HEADER + 18 * n);
  return {
    lons,
    lats,
    lands,
    homes,
    hours,
    traits: traits.map((bits) => bits & ~APPROXIMATE_BIT),
    approximate,
  };
}
