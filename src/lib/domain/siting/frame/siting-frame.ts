import type { LandedPoints } from '../../access/reach.ts';

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
}

export const MUST = 1;
export const MUST_NOT = 2;

/** What a site is called in an address, whatever its number in a frame: « commune-12 ». */
export const siteKey = ({ sites }: SitingFrame, site: number): string =>
  `${SITE_KINDS[sites.kinds[site] as number]}-${sites.references[site]}`;

const DEMAND = ['lons', 'lats', 'lands', 'communes', 'people', 'fragility'] as const;
const SITES = ['lons', 'lats', 'lands', 'kinds', 'references', 'homes', 'wishes', 'hours'] as const;
const HEADER = 8;

/** A frame as a file, little endian: both counts as uint32, then each list as float64, those of demand first. */
export function encodeFrame({ demand, sites }: SitingFrame): Uint8Array<ArrayBuffer> {
  const [points, places] = [demand.people.length, sites.kinds.length];
  const view = new DataView(new ArrayBuffer(HEADER + 8 * (DEMAND.length * points + SITES.length * places)));
  view.setUint32(0, points, true);
  view.setUint32(4, places, true);
  let at = HEADER;
  const write = (values: ArrayLike<number>, count: number): void => {
    for (let i = 0; i < count; i++, at += 8) view.setFloat64(at, values[i] as number, true);
  };
  for (const name of DEMAND) write(demand[name], points);
  for (const name of SITES) write(sites[name], places);
  return new Uint8Array(view.buffer);
}

/** The frame of a file. Throws a `RangeError` when it is cut short. */
export function decodeFrame(bytes: Uint8Array): SitingFrame {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [points, places] =
    bytes.byteLength < HEADER ? [0, 0] : [view.getUint32(0, true), view.getUint32(4, true)];
  if (bytes.byteLength !== HEADER + 8 * (DEMAND.length * points + SITES.length * places))
    throw new RangeError('the file of a siting frame is cut short');
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
  };
}
