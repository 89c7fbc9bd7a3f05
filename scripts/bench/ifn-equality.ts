import { join } from 'node:path';
import { STATE_CODES } from '#lib/domain/indicators/value.ts';
import { knownFigures, type Figures } from '#lib/domain/need/distribution.ts';
import { findPreset } from '#lib/domain/need/presets.ts';
import type { Recipe } from '#lib/domain/need/recipe.ts';
import { scoreRecipe, type Scores } from '#lib/domain/need/score.ts';
import { SubScores } from '#lib/domain/need/sub-scores.ts';
import { Territories } from '#lib/domain/territory/territories.ts';
import type { ValueRow } from '#lib/server/import/adapter.ts';
import { ifnCommunes, ifnEpci } from '#lib/server/import/sources/people/ifn.ts';
import { scoresOf } from '#lib/server/queries/scores.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';

/** How many territories have all parts and a total, and for how many our index is that total. */
export interface Equality {
  compared: number;
  equal: number;
  /** Difference that counts as none. */
  within: number;
}

/** Sums of published scores differ from the published total by the rounding of floats. */
const FLOATS = 1e-8;

/** Columns keep four decimals: half of the last one for the total, half for the mean of its parts. */
const STORED = 1e-4 + FLOATS;

const TOTAL = 'ifn-total';

const recipe = (): Recipe => {
  const preset = findPreset('ifn-2023');
  if (!preset) throw new Error('no preset of the IFN');
  return preset.recipe;
};

/** The sub-scores of the published file, read as they are, fed to our index, beside its totals. */
export async function equalityAsPublished(level: 'commune' | 'epci', folder: string): Promise<Equality> {
  const adapter = level === 'commune' ? ifnCommunes : ifnEpci;
  const { rows } = await adapter.read([join(folder, adapter.files[0] ?? '')], new Territories([]));
  const subScores = new SubScores(rows.length, (indicator) => figuresOf(rows, indicator));
  const scores = scoreRecipe(recipe(), subScores, { groups: null, estimates: true });
  return countEqual(scores, figuresOf(rows, TOTAL).values, FLOATS);
}

/** The same from the columns in use; `null` when the IFN is not loaded. */
export function equalityAsStored(data: Snapshot, level: 'commune' | 'epci'): Equality | null {
  const total = data.column(TOTAL, level);
  return total && countEqual(scoresOf(data, { recipe: recipe(), level }), knownFigures(total, true), STORED);
}

function figuresOf(rows: readonly ValueRow[], indicator: string): Figures {
  return {
    values: Float64Array.from(rows, ({ cells }) => cells.get(indicator)?.value ?? Number.NaN),
    states: Uint8Array.from(rows, ({ cells }) => STATE_CODES[cells.get(indicator)?.state ?? 'absent']),
  };
}

function countEqual({ column, lacking }: Scores, totals: Float64Array, within: number): Equality {
  let compared = 0;
  let equal = 0;
  totals.forEach((total, i) => {
    if (lacking[i] !== 0 || Number.isNaN(column.values[i]) || Number.isNaN(total)) return;
    compared++;
    if (Math.abs((column.values[i] as number) - total) <= within) equal++;
  });
  return { compared, equal, within };
}
