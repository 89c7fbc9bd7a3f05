import { z } from 'zod';
import { mayRepublish } from '../../../domain/indicators/catalogue.ts';
import type { Indicator } from '../../../domain/indicators/indicator.ts';
import { LEVELS, type Level } from '../../../domain/territory/level.ts';
import { apiFields } from '../../../messages/api-fields.ts';
import { remember } from '../../queries/memo.ts';
import type { Snapshot } from '../../queries/snapshot.ts';

const words = apiFields.indicator;

/** What a figure is, in one word. */
const KIND_WORDS: Readonly<Record<Indicator['kind'], string>> = {
  count: 'nombre',
  rate: 'taux',
  euros: 'euros',
  score: 'score',
  band: 'tranche',
  category: 'categorie',
  evolution: 'evolution',
  date: 'date',
  measure: 'grandeur',
};

const RULE_WORDS: Readonly<Record<Indicator['aggregate']['rule'], string>> = {
  sum: 'somme',
  mean: 'moyenne-ponderee',
  'mean-of-medians': 'moyenne-ponderee-des-medianes',
  none: 'aucune',
};

/** An indicator, in one row. */
export const indicatorRow = z.object({
  id: z.string().describe(words.id),
  theme: z.string().describe(words.theme),
  libelle: z.string().describe(words.libelle),
  unite: z.string().describe(words.unite),
  nature: z.enum(Object.values(KIND_WORDS)).describe(words.nature),
  decimales: z.int().min(0).describe(words.decimales),
  annee: z.string().describe(words.annee),
  source: z.string().describe(words.source),
  sensFragile: z.enum(['haut', 'bas']).nullable().describe(words.sensFragile),
  agregation: z.enum(Object.values(RULE_WORDS)).describe(words.agregation),
  redistribuable: z.boolean().describe(words.redistribuable),
  niveaux: z.array(z.enum(LEVELS)).describe(words.niveaux),
  definition: z.string().describe(words.definition),
  formule: z.string().describe(words.formule),
  limites: z.string().describe(words.limites),
});

/** The levels at which an indicator has figures, in the order of the levels. */
export function levelsWithFigures(data: Snapshot, id: string): Level[] {
  const levels = remember(data, 'api-levels', '', () => {
    const found = new Map<string, Set<string>>();
    for (const { indicator, level } of data.columns) {
      const held = found.get(indicator);
      if (held) held.add(level);
      else found.set(indicator, new Set([level]));
    }
    return found;
  });
  return LEVELS.filter((level) => levels.get(id)?.has(level) === true);
}

/** The row of an indicator over what is loaded. */
export const indicatorRowOf = (data: Snapshot, one: Indicator): z.infer<typeof indicatorRow> => ({
  id: one.id,
  theme: one.theme,
  libelle: one.label,
  unite: one.unit,
  nature: KIND_WORDS[one.kind],
  decimales: one.decimals,
  annee: one.year,
  source: one.source,
  sensFragile: one.worse === null ? null : one.worse === 'high' ? 'haut' : 'bas',
  agregation: RULE_WORDS[one.aggregate.rule],
  redistribuable: mayRepublish(one),
  niveaux: levelsWithFigures(data, one.id),
  definition: one.definition,
  formule: one.formula,
  limites: one.limits,
});
