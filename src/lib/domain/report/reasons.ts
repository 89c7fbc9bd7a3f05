import { REASON_RANK, type Criterion, type Priority } from '../need/priority.ts';
import type { State } from '../indicators/value.ts';
import type { Numerals } from './finding.ts';

/** The facts of one commune, as the reasons tell them. */
export interface CommuneFacts {
  /** Value of each fact; `null` when it is not known. Distance in metres. */
  values: Record<Criterion, number | null>;
  /** Why a fact is not known. */
  states: Record<Criterion, State>;
}

/** Shares of communes by which a rank is told, narrowest first. */
const TIERS = [1, 5, 10, 25] as const;

const EXTREMES: Record<Criterion, string> = {
  standard: 'les plus bas',
  fibre: 'les plus bas',
  elders: 'les plus élevés',
  distance: 'les plus éloignés',
};

const UNKNOWN: Record<Criterion, string> = {
  standard: 'niveau de vie',
  fibre: 'part de locaux raccordables à la fibre',
  elders: 'part des 65 ans et plus',
  distance: 'distance au lieu le plus proche',
};

function factWords(criterion: Criterion, value: number, numerals: Numerals): string {
  switch (criterion) {
    case 'standard':
      return `niveau de vie médian de ${numerals.value('niveau-de-vie-median', value)}`;
    case 'fibre':
      return `${numerals.value('fibre-2026', value)} des locaux raccordables à la fibre`;
    case 'elders':
      return `${numerals.value('part-65-ans-et-plus', value)} de 65 ans ou plus`;
    case 'distance':
      return Number.isFinite(value) ? `lieu le plus proche à ${numerals.distance(value)}` : 'aucun lieu';
  }
}

/** Why a commune comes where it does: each weighing fact with its figure and its place in France, then the unknown. */
export function reasonsOf(priority: Priority, facts: CommuneFacts, numerals: Numerals): string[] {
  const reasons = priority.reasons.flatMap((criterion): string[] => {
    const value = facts.values[criterion];
    if (value === null) return [];
    const rank = priority.ranks[criterion] ?? 0;
    if (rank < REASON_RANK)
      return [`rien ne se détache ; le plus marqué : ${factWords(criterion, value, numerals)}`];
    const tier = TIERS.find((share) => rank >= 1 - share / 100);
    const place = tier === undefined ? '' : `, parmi les ${numerals.percent(tier)} ${EXTREMES[criterion]}`;
    return [`${factWords(criterion, value, numerals)}${place}`];
  });
  const unknown = priority.unknown.map((criterion) => {
    const why = facts.states[criterion] === 'secret' ? 'secret statistique' : 'absent de la source';
    return `${UNKNOWN[criterion]} : inconnu (${why})`;
  });
  return [...reasons, ...unknown];
}
