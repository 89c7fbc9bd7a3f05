import type { LEVEL_LABELS } from '#lib/format/territory.ts';

/** One territory offered by the search box. */
export interface Suggestion {
  slug: string;
  code: string;
  level: keyof typeof LEVEL_LABELS;
  name: string;
  /** Name of its département, which tells homonyms apart; `null` for larger territories. */
  departement: string | null;
  /** INSEE code of that département. */
  departementCode: string | null;
  population: number | null;
}

/** Where suggestions come from: components never fetch by themselves. */
export type Suggest = (text: string) => Promise<Suggestion[]>;
