import { formatNumber } from './number.ts';

const MEGABYTE = 1_000_000;

/** « 12,4 Mo », and « 820 ko » below one megabyte. */
export const formatBytes = (bytes: number): string =>
  bytes < MEGABYTE
    ? `${formatNumber(Math.round(bytes / 1_000))}\u00a0ko`
    : `${formatNumber(bytes / MEGABYTE, bytes < 100 * MEGABYTE ? 1 : 0)}\u00a0Mo`;
