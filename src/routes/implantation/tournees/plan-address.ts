import { planOfRounds, type Rounds } from '#lib/domain/siting/rounds/rounding.ts';
import type { Sheets } from '#lib/live/proposal-search.svelte.ts';
import { roundsAddress, type RoundsView } from '#lib/view/rounds-view.ts';

/** The address that holds those very rounds; `null` while a commune is not described yet. */
export function planAddress(view: RoundsView, rounds: Rounds, sheets: Sheets, path?: string): string | null {
  const plan = planOfRounds(rounds).map((communes) => communes.map((commune) => sheets[commune]?.code ?? ''));
  if (plan.flat().includes('')) return null;
  return roundsAddress({ ...view, plan: rounds.rounds.length > 0 ? plan : null }, path);
}
