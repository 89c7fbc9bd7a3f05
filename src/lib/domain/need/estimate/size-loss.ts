import { errorOf, scaleOf, stratumOf, type Scales } from './calibration.ts';
import { predictAll } from './held-out.ts';
import type { Study } from './validation.ts';

/**
 * What is lost when a model taught by larger communes is carried to smaller ones, seen one step up:
 * among the communes it may learn from, the larger teach and the smallest are predicted.
 */
export interface SizeLoss {
  /** By how much intervals must be widened, 1 or more. */
  factor: number;
  /** Mean signed error, in square roots: what all small communes may share. */
  shift: number;
}

/** The step: the teachers have this many times the people of the least that may teach, the pupils at most 1.5 times. */
const STEP = { teachers: 2.5, pupils: 1.5 } as const;

const MINIMUM_PUPILS = 50;

export function sizeLoss(study: Study, rows: readonly number[], atLeast: number, scales: Scales): SizeLoss {
  const { inputs, completed, prepared } = study;
  const people = (row: number): number => inputs.people[row] as number;
  const teachers = rows.filter((row) => people(row) >= STEP.teachers * atLeast);
  const pupils = rows.filter((row) => people(row) >= atLeast && people(row) < STEP.pupils * atLeast);
  if (pupils.length < MINIMUM_PUPILS || teachers.length < MINIMUM_PUPILS) return { factor: 1, shift: 0 };
  const heldOut = predictAll(inputs, 'median', completed.targets, teachers, pupils, prepared);
  const factor = scaleOf(
    heldOut.map((row) => {
      const { error, deviation } = errorOf(row);
      return {
        error,
        deviation: deviation * scales[stratumOf(inputs.covariates.density[row.commune] as number)],
      };
    }),
  );
  const shift = heldOut.reduce((sum, row) => sum + errorOf(row).error, 0) / heldOut.length;
  return { factor: Math.max(1, factor), shift: Math.abs(shift) };
}
