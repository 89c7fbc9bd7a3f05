import { measureCoverage, type Coverage, type Settlement } from '../../../domain/access/coverage.ts';
import { cellAt } from '../../../domain/indicators/column.ts';
import { isKnown } from '../../../domain/indicators/value.ts';
import { STANDARD_CLASSES, classAmong, weightedBreaks } from '../../../domain/need/standard-classes.ts';
import type { PlaceFilter } from '../../../domain/places/filter.ts';
import type { Territory } from '../../../domain/territory/territory.ts';
import { remember } from '../memo.ts';
import { reachOf } from './reach.ts';
import type { Snapshot } from '../snapshot.ts';

/** The limits, in euros a year, of the national fifths of people by standard of living of their commune. */
export function standardBreaks(data: Snapshot): number[] {
  return remember(data, 'standard-breaks', '', () => {
    const column = data.column('niveau-de-vie-median', 'commune');
    if (!column) return [];
    const communes = data.territories.all('commune').filter(({ zone }) => zone !== 'com');
    const cells = communes.map(({ ordinal }) => cellAt(column, ordinal));
    return weightedBreaks(
      cells.map((cell) => (isKnown(cell) ? cell.value : Number.NaN)),
      communes.map(({ population }) => population ?? 0),
      STANDARD_CLASSES,
    );
  });
}

/** People beyond the thresholds from a matching place, in some communes. */
export function coverageOf(data: Snapshot, communes: readonly Territory[], filter: PlaceFilter): Coverage {
  const standard = data.column('niveau-de-vie-median', 'commune');
  const elders = data.column('personnes-65-ans-et-plus', 'commune');
  const breaks = standardBreaks(data);
  const { distances, byCommune } = reachOf(data, filter);
  const settlements = communes.map(({ ordinal, code, population }): Settlement => {
    const level = standard && cellAt(standard, ordinal);
    const old = elders && cellAt(elders, ordinal);
    return {
      // The centre of a large commune may be 15 km from its town: a place in the commune is near.
      distance: byCommune.has(code) ? 0 : (distances[ordinal] ?? Number.NaN),
      people: population,
      elders: old && isKnown(old) ? old.value : null,
      group: level && isKnown(level) && breaks.length > 0 ? classAmong(breaks, level.value) : null,
    };
  });
  return measureCoverage(settlements, STANDARD_CLASSES);
}
