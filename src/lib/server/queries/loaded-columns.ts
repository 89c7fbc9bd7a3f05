import { findIndicator } from '../../domain/indicators/catalogue.ts';
import { isLevel, isMapLevel, type MapLevel } from '../../domain/territory/level.ts';
import type { Snapshot } from './snapshot.ts';

/** Column files by indicator and level, of the indicators in use, with how many territories have a figure; those without any are left out. */
export function loadedColumns(
  data: Snapshot,
): Record<string, Partial<Record<MapLevel, { hash: string; known: number }>>> {
  const columns: ReturnType<typeof loadedColumns> = {};
  for (const { indicator, level, hash, counts } of data.columns) {
    if (!isLevel(level) || !isMapLevel(level) || !findIndicator(indicator)) continue;
    const known = (counts.value ?? 0) + (counts.estimated ?? 0);
    if (known > 0) (columns[indicator] ??= {})[level] = { hash, known };
  }
  return columns;
}
