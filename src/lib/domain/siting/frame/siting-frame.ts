import type { LandedPoints } from '../../access/reach.ts';
import { readTimes, timesBytes, writeTimes, type SitingTimes } from './siting-times.ts';

/**
 * What a site is: a place that counts, inside the territory or near it, or a candidate, the centre of a
 * commune or the premises of a place that does not answer what is asked yet.
 */
export const SITE_KINDS = ['existing', 'neighbour', 'commune', 'premises'] as const;

export type SiteKind = (typeof SITE_KINDS)[number];

/**
 * A territory as siting sees it: where its people are, the places that count, and where one may open.
 * Sites are numbered existing places first, then candidates.
 */
export interface SitingFrame {
  demand: LandedPoints & {
    /** Ordinal of the commune of each point. */
    communes: Int32Array;
    /** People of the group at each point; NaN when unknown. */
    people: Float64Array;
    /** How fragile its commune is, ≥ 0; NaN when unknown. */
    fragility: Float64Array;
  };
  sites: LandedPoints & {
    /** Rank in `SITE_KINDS`. */
    kinds: Uint8Array;
    /** Rank of the place, or ordinal of the commune. */
    references: Int32Array;
    /** Demand point that the site stands at, whatever the distance; −1 for none. */
    homes: Int32Array;
    /** Bits: `MUST` where one must open, `MUST_NOT` where one may not; a question may say both. */
    wishes: Uint8Array;
    /** Hours a week that a place gives, those who help counted; NaN for candidates and where unknown. */
    hours: Float64Array;
  };
  /** Ways in minutes, where they are what is counted; `null` for distances, told by positions. */
  times: SitingTimes | null;
}

export const MUST = 1;
export const MUST_NOT = 2;

/** What a site is called in an address, whatever its number in a frame: « commune-12 ». */
export const siteKey = ({ sites }: SitingFrame, site: number): string =>
  `${SITE_KINDS[sites.kinds[site] as number]}-${sites.references[site]}`;

const DEMAND = ['lons', 'lats', 'lands', 'communes', 'people', 'fragility'] as const;
const SITES = ['lons', 'lats', 'lands', 'kinds', 'references', 'homes', 'wishes', 'hours'] as const;
/** Points, sites, runs of points and ways as uint32, then the minutes that ways go to as a float64. */
const HEADER = 24;

/**
 * A frame as a file, little endian: its counts, then each list as float64, those of demand first, then its
 * ways. Without ways in minutes (NaN for what they go to) there are no runs either.
 */
export function encodeFrame({ demand, sites, times }: SitingFrame): Uint8Array<ArrayBuffer> {
  const [points, places] = [demand.people.length, sites.kinds.length];
  const [runs, ways] = times ? [times.starts.length - 1, times.sites.length] : [0, 0];
  const lists = 8 * (DEMAND.length * points + SITES.length * places);
  const view = new DataView(new ArrayBuffer(HEADER + lists + timesBytes(runs, ways)));
  [points, places, runs, ways].forEach((count, at) => view.setUint32(4 * at, count, true));
  view.setFloat64(16, times?.limit ?? Number.NaN, true);
  let at = HEADER;
  const write = (values: ArrayLike<number>, count: number): void => {
    for (let i = 0; i < count; i++, at += 8) view.setFloat64(at, values[i] as number, true);
  };
  for (const name of DEMAND) write(demand[name], points);
  for (const name of SITES) write(sites[name], places);
  if (times) writeTimes(view, at, times);
  return new Uint8Array(view.buffer);
}

/** The frame of a file. Throws a `RangeError` when it is cut short. */
export function decodeFrame(bytes: Uint8Array): SitingFrame {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [points, places, runs, ways] = [0, 4, 8, 12].map((byte) =>
    bytes.byteLength < HEADER ? 0 : view.getUint32(byte, true),
  ) as [number, number, number, number];
  const lists = 8 * (DEMAND.length * points + SITES.length * places);
  if (bytes.byteLength !== HEADER + lists + timesBytes(runs, ways))
    throw new RangeError('the file of a siting frame is cut short');
  const limit = view.getFloat64(16, true);
  let at = HEADER;
  const read = (count: number): Float64Array =>
    Float64Array.from({ length: count }, () => {
      at += 8;
      return view.getFloat64(at - 8, true);
    });
  const [lons, lats, lands, communes, people, fragility] = DEMAND.map(() => read(points)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const [siteLons, siteLats, siteLands, kinds, references, homes, wishes, hours] = SITES.map(() =>
    read(places),
  ) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  return {
    demand: { lons, lats, lands, communes: Int32Array.from(communes), people, fragility },
    sites: {
      lons: siteLons,
      lats: siteLats,
      lands: siteLands,
      kinds: Uint8Array.from(kinds),
      references: Int32Array.from(references),
      homes: Int32Array.from(homes),
      wishes: Uint8Array.from(wishes),
      hours,
    },
    times: Number.isNaN(limit) ? null : readTimes(view, at, { runs, ways, limit }),
  };
}
