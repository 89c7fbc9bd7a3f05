import { emptyColumn, type Column } from '../indicators/column.ts';
import { STATE_CODES } from '../indicators/value.ts';

/**
 * Distances in metres as a column of kilometres, to be cut and crossed like figures: absent without a
 * centre (NaN), infinite where there is no place at all.
 */
export function distanceColumn(metres: Float64Array): Column {
  const column = emptyColumn(metres.length);
  metres.forEach((distance, ordinal) => {
    if (Number.isNaN(distance)) return;
    column.values[ordinal] = distance / 1000;
    column.states[ordinal] = STATE_CODES.value;
  });
  return column;
}
