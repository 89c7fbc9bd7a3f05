import type { Rounds } from '#lib/domain/siting/rounds/rounding.ts';
import type { Sheets } from '#lib/live/proposal-search.svelte.ts';
import { roundsAddress, type RoundsView } from '#lib/view/rounds-view.ts';

/** The address that holds those very rounds; `null` while a commune is not described yet. */
export function planAddress(
  view: RoundsView,
  { rounds, asked }: Rounds,
  sheets: Sheets,
  path?: string,
): string | null {
  const plan = Array.from({ length: asked.teams * asked.days.length }, (): string[] => []);
  for (const { team, day, stops } of rounds)
    for (const { commune } of stops) {
      const code = sheets[commune]?.code;
      if (!code) return null;
      plan[team * asked.days.length + asked.days.indexOf(day)]?.push(code);
    }
  return roundsAddress({ ...view, plan: rounds.length > 0 ? plan : null }, path);
}
