import type { Mark, State } from '../domain/indicators/value.ts';

/** Words of the interface for each state of a figure. */
export const STATE_WORDS: Readonly<Record<State, string>> = {
  value: 'valeur',
  secret: 'secret',
  absent: 'absent',
  estimated: 'estime',
  incomplete: 'non-calculable',
};

/** The same for what stands beside a figure. */
export const MARK_WORDS: Readonly<Record<Mark, string>> = {
  perimeter: 'perimetre-modifie',
  floor: 'valeur-ou-moins',
  rolled: 'communes-fusionnees',
};
