import { neighboursOf, type Contiguity } from './contiguity.ts';

/*
 * The contiguity file, little endian: "MLN1", number of territories as uint32, then for each territory
 * the number of its neighbours of a higher rank (uint8) followed by their steps up from it (uint16
 * each, steps counted from the one before). Neighbours are close in rank: 6 bytes a territory.
 */
const MAGIC = 0x314e4c4d;
const HEADER = 8;
/** A step too long for 16 bits is written as this, then as a uint32. */
const LONG = 0xffff;

export function encodeContiguity(contiguity: Contiguity): Uint8Array<ArrayBuffer> {
  const count = contiguity.starts.length - 1;
  const bytes: number[] = [];
  for (let at = 0; at < count; at++) {
    const up = [...neighboursOf(contiguity, at)].filter((next) => next > at);
    bytes.push(up.length);
    let from = at;
    for (const next of up) {
      const step = next - from;
      from = next;
      if (step < LONG) bytes.push(step & 255, step >> 8);
      else bytes.push(255, 255, step & 255, (step >> 8) & 255, (step >> 16) & 255, (step >> 24) & 255);
    }
  }
  const file = new Uint8Array(HEADER + bytes.length);
  const view = new DataView(file.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, count, true);
  file.set(bytes, HEADER);
  return file;
}

/** Reads a contiguity file. Throws a `RangeError` when the bytes are not one. */
export function decodeContiguity(bytes: Uint8Array): Contiguity {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < HEADER || view.getUint32(0, true) !== MAGIC)
    throw new RangeError('not a contiguity file');
  const count = view.getUint32(4, true);
  const pairs: number[] = [];
  const degrees = new Int32Array(count);
  let offset = HEADER;
  for (let at = 0; at < count; at++) {
    const up = view.getUint8(offset++);
    let next = at;
    for (let k = 0; k < up; k++) {
      let step = view.getUint16(offset, true);
      offset += 2;
      if (step === LONG) {
        step = view.getUint32(offset, true);
        offset += 4;
      }
      next += step;
      if (next >= count) throw new RangeError(`territory ${next} of ${count}`);
      pairs.push(at, next);
      degrees[at] = (degrees[at] as number) + 1;
      degrees[next] = (degrees[next] as number) + 1;
    }
  }
  const starts = new Int32Array(count + 1);
  for (let at = 0; at < count; at++) starts[at + 1] = (starts[at] as number) + (degrees[at] as number);
  const neighbours = new Int32Array(pairs.length);
  const free = starts.slice();
  for (let k = 0; k < pairs.length; k += 2) {
    const [a, b] = [pairs[k] as number, pairs[k + 1] as number];
    neighbours[free[a] as number] = b;
    free[a] = (free[a] as number) + 1;
    neighbours[free[b] as number] = a;
    free[b] = (free[b] as number) + 1;
  }
  for (let at = 0; at < count; at++) neighbours.subarray(starts[at], starts[at + 1]).sort();
  return { starts, neighbours };
}
