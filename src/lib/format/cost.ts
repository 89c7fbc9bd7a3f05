import type { CostUnit } from '../domain/access/reach.ts';
import { formatCount, formatDistance } from './number.ts';

/** What going somewhere costs, or how much is too much: « 4,2 km », « 15 minutes ». */
export const formatCost = (cost: number, unit: CostUnit): string =>
  unit === 'metres' ? formatDistance(cost) : formatCount(Math.round(cost), 'minute');
