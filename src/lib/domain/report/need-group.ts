import { countOfTable, type Group } from '../access/gaps/group.ts';
import { indicator } from '../indicators/catalogue.ts';
import type { Indicator } from '../indicators/indicator.ts';
import type { FigureSource } from '../indicators/source.ts';
import { findPreset } from '../need/presets.ts';
import { ingredientsOf } from '../need/recipe.ts';

/** How people of a group are named, and where they are counted. */
export interface GroupWords {
  one: string;
  many: string;
  sources: FigureSource[];
}

const COUNTED: Readonly<Record<string, readonly [one: string, many: string]>> = {
  habitants: ['habitant', 'habitants'],
  pauvrete: ['personne en situation de pauvreté', 'personnes en situation de pauvreté'],
  '65-ans-et-plus': ['habitant de 65 ans ou plus', 'habitants de 65 ans ou plus'],
  'pauvrete-ou-65-ans': [
    'personne de 65 ans ou plus ou en situation de pauvreté',
    'personnes de 65 ans ou plus ou en situation de pauvreté',
  ],
  chomage: ['personne au chômage', 'personnes au chômage'],
};

/** What a table counts, with its unit: « bénéficiaires (foyers suivis) ». */
function ofTable(counted: Indicator | null): [string, string] | null {
  if (!counted) return null;
  const { unit, label } = counted;
  const name = lowered(label);
  const words = unit === '' || name.includes(unit) ? name : `${unit} (${name})`;
  return [words, words];
}

/** The words of a group; `presetName` gives the French name of an index. */
export function groupWords(group: Group, presetName: (id: string) => string): GroupWords {
  const sourceOf = (id: string): FigureSource => indicator(id).source;
  if (group.kind === 'count' || group.kind === 'share') {
    const [one, many] = COUNTED[group.word] ?? ofTable(countOfTable(group)) ?? [group.word, group.word];
    const ids = group.kind === 'count' ? group.indicators : [group.indicator, group.weight];
    return { one, many, sources: [...new Set(ids.map(sourceOf))] };
  }
  const [why, ids] =
    group.kind === 'index'
      ? [
          `que l’indice « ${presetName(group.preset)} » met dans le cinquième le plus fragile`,
          ingredientsOf(findPreset(group.preset)?.recipe ?? { components: [] }).map((part) => part.indicator),
        ]
      : [`du cinquième le plus fragile (${lowered(indicator(group.indicator).label)})`, [group.indicator]];
  return {
    one: `habitant des communes ${why}`,
    many: `habitants des communes ${why}`,
    sources: [...new Set(['population', ...ids].map(sourceOf))],
  };
}

/** A label inside a sentence. */
export const lowered = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1);
