import type { CostOrder } from '../domain/strategy/library/action-model.ts';
import { formatNumber, NO_BREAK_SPACE } from './number.ts';

/** Whole euros, or cents where there are some: « 120 », « 2,90 ». */
const euros = (amount: number): string => formatNumber(amount, Number.isInteger(amount) ? 0 : 2);

/** « 93 843 à 200 131 € par an et par maison », « 120 € par ordinateur », « gratuit pour la structure ». */
export function formatCostOrder({ low, high, unit }: Pick<CostOrder, 'low' | 'high' | 'unit'>): string {
  if (high === 0) return `gratuit ${unit}`;
  const amount = low === high ? euros(low) : `${euros(low)} à ${euros(high)}`;
  return `${amount}${NO_BREAK_SPACE}€ ${unit}`;
}
