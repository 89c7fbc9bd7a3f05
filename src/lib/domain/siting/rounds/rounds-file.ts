import { decodeFrame, encodeFrame, type SitingFrame } from '../frame/siting-frame.ts';
import type { ToldMinutes } from './legs.ts';

/** What rounds are searched in: people, places, communes, and the minutes that a source tells between these. */
export interface RoundsFrame {
  frame: SitingFrame;
  told: ToldMinutes;
}

const HEADER = 8;

/** A frame of rounds as a file, little endian: length of the siting frame and count of minutes (uint32), the frame, then from, to and minutes (float64) of each. */
export function encodeRoundsFrame({ frame, told }: RoundsFrame): Uint8Array<ArrayBuffer> {
  const own = encodeFrame(frame);
  const count = told.minutes.length;
  const bytes = new Uint8Array(HEADER + own.length + 24 * count);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, own.length, true);
  view.setUint32(4, count, true);
  bytes.set(own, HEADER);
  let at = HEADER + own.length;
  for (let k = 0; k < count; k++)
    for (const values of [told.from, told.to, told.minutes]) {
      view.setFloat64(at, values[k] as number, true);
      at += 8;
    }
  return bytes;
}

/** The frame of a file. Throws a `RangeError` when it is cut short. */
export function decodeRoundsFrame(bytes: Uint8Array): RoundsFrame {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [length, count] =
    bytes.byteLength < HEADER ? [-1, 0] : [view.getUint32(0, true), view.getUint32(4, true)];
  if (bytes.byteLength !== HEADER + length + 24 * count)
    throw new RangeError('the file of a frame of rounds is cut short');
  const frame = decodeFrame(bytes.subarray(HEADER, HEADER + length));
  const [from, to, minutes]: [number[], number[], number[]] = [[], [], []];
  for (let k = 0, at = HEADER + length; k < count; k++, at += 24) {
    from.push(view.getFloat64(at, true));
    to.push(view.getFloat64(at + 8, true));
    minutes.push(view.getFloat64(at + 16, true));
  }
  return { frame, told: { from, to, minutes } };
}
