import type { InhabitedPoints } from './demand-points.ts';

const FIELDS = 4;

/** Inhabited points as a file: four doubles a point (commune, longitude, latitude, people), little endian. */
export function encodeInhabited({ communes, lons, lats, people }: InhabitedPoints): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(FIELDS * 8 * communes.length));
  communes.forEach((commune, at) => {
    [commune, lons[at] as number, lats[at] as number, people[at] as number].forEach((value, field) =>
      view.setFloat64(8 * (FIELDS * at + field), value, true),
    );
  });
  return new Uint8Array(view.buffer);
}

/** The points of a file. Throws a `RangeError` when it is cut short. */
export function decodeInhabited(bytes: Uint8Array): InhabitedPoints {
  if (bytes.byteLength % (FIELDS * 8) !== 0)
    throw new RangeError('the file of inhabited points is cut short');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = bytes.byteLength / (FIELDS * 8);
  const field = (rank: number): Float64Array =>
    Float64Array.from({ length: count }, (_, at) => view.getFloat64(8 * (FIELDS * at + rank), true));
  return { communes: Int32Array.from(field(0)), lons: field(1), lats: field(2), people: field(3) };
}
