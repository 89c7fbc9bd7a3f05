import type { ClassMethod } from '../domain/classify/method.ts';
import { mayRedistribute } from '../domain/indicators/catalogue.ts';
import type { Indicator } from '../domain/indicators/indicator.ts';

/**
 * The method that an indicator may be cut by. Limits of one's own could single out a figure that may
 * not be redistributed (ADR 0004): they give way to quantiles.
 */
export const allowedMethod = (subject: Indicator, method: ClassMethod): ClassMethod =>
  method === 'manual' && !mayRedistribute(subject) ? 'quantile' : method;
