import { MAX_CLASSES, MIN_CLASSES } from '#lib/domain/classify/method.ts';

/**
 * Reads limits as French people write them: « 18 000 ; 20 000,5 ». `null` unless they are two to
 * eight numbers, each above the one before.
 */
export function readLimits(text: string): number[] | null {
  const limits = text.split(';').map((part) => {
    const bare = part
      .replace(/[\s\u00a0\u202f]/g, '')
      .replace(',', '.')
      .replace('−', '-');
    return /^-?\d+(\.\d+)?$/.test(bare) ? Number(bare) : Number.NaN;
  });
  const ascending = limits.every(
    (limit, i) => !Number.isNaN(limit) && (i === 0 || limit > (limits[i - 1] as number)),
  );
  return ascending && limits.length >= MIN_CLASSES - 1 && limits.length < MAX_CLASSES ? limits : null;
}
