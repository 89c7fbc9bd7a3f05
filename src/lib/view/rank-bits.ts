/** Bytes turned into text at once: more arguments than this and a browser refuses. */
const CHUNK = 8_192;

/** Some ranks below `size` as text: one bit each, 3 KB for 20,000 places. */
export function writeRankBits(ranks: Iterable<number>, size: number): string {
  const bytes = new Uint8Array(Math.ceil(size / 8));
  for (const rank of ranks) bytes[rank >> 3] = (bytes[rank >> 3] as number) | (1 << (rank & 7));
  let text = '';
  for (let from = 0; from < bytes.length; from += CHUNK)
    text += String.fromCharCode(...bytes.subarray(from, from + CHUNK));
  return btoa(text);
}

/** Whether a rank is among those written. */
export function readRankBits(text: string): (rank: number) => boolean {
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return (rank) => ((bytes[rank >> 3] ?? 0) & (1 << (rank & 7))) !== 0;
}
