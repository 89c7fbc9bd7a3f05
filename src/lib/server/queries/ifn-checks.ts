import { STATE_CODES, type State } from '../../domain/indicators/value.ts';
import { correlate, pairsOf, type Correlation } from '../../domain/need/correlation.ts';
import { knownFigures } from '../../domain/need/distribution.ts';
import { findPreset, POVERTY } from '../../domain/need/presets.ts';
import { ingredientsOf, type Ingredient, type Recipe } from '../../domain/need/recipe.ts';
import { remember } from './memo.ts';
import { scoresOf } from './scores.ts';
import type { Snapshot } from './snapshot.ts';

/** The published index that ours are held against. */
const IFN_TOTAL = 'ifn-total';

/** Ours that are held against it: the same four facts, first as published, then with the estimate. */
const HELD = ['quatre-faits', 'maillage'] as const;

/** Each of our facts beside the published sub-score of the same matter. */
const COUNTERPARTS: Readonly<Record<string, string>> = {
  'fibre-2026': 'ifn-sans-thd',
  'niveau-de-vie-median': 'ifn-pauvrete',
  [POVERTY]: 'ifn-pauvrete',
  'part-65-ans-et-plus': 'ifn-65-ans-et-plus',
  'part-diplomes-superieur': 'ifn-peu-diplomes',
};

/** One of our facts beside the published sub-score; a positive correlation means that they agree. */
export interface PartCheck {
  indicator: string;
  against: string;
  all: Correlation;
  /** Where our figure is published, and where it is estimated; `null` for a fact that is never estimated. */
  split: { published: Correlation; estimated: Correlation } | null;
}

/** An index of ours beside the published totals. */
export interface IndexCheck {
  preset: (typeof HELD)[number];
  commune: Correlation;
  /** Communes of which every fact is known. */
  communeAllKnown: Correlation;
  /** `null` where the totals of EPCI are not loaded. */
  epci: Correlation | null;
  parts: PartCheck[];
}

/** Our indices beside the IFN, computed from what is loaded; those whose facts are not all loaded are left out. */
export const ifnChecks = (data: Snapshot): IndexCheck[] =>
  remember(data, 'ifn-checks', '', () => HELD.flatMap((preset) => checkOf(data, preset) ?? []));

function checkOf(data: Snapshot, preset: (typeof HELD)[number]): IndexCheck | null {
  const recipe = findPreset(preset)?.recipe;
  if (!recipe || !ingredientsOf(recipe).every(({ indicator }) => data.column(indicator, 'commune')))
    return null;
  const commune = withTotals(data, recipe, 'commune');
  const communeAllKnown = withTotals(data, { ...recipe, threshold: 1 }, 'commune');
  if (!commune || !communeAllKnown) return null;
  return {
    preset,
    commune,
    communeAllKnown,
    epci: withTotals(data, recipe, 'epci'),
    parts: ingredientsOf(recipe).flatMap((part) => partCheck(data, part) ?? []),
  };
}

/** An index beside the published totals, over the territories where both are known; `null` without totals. */
function withTotals(data: Snapshot, recipe: Recipe, level: 'commune' | 'epci'): Correlation | null {
  const total = data.column(IFN_TOTAL, level);
  return (
    total && correlate(pairsOf(scoresOf(data, { recipe, level }).column.values, knownFigures(total, true)))
  );
}

function partCheck(data: Snapshot, { indicator, fragile }: Ingredient): PartCheck | null {
  const against = COUNTERPARTS[indicator] ?? '';
  const [ours, score] = [indicator, against].map((id) => data.column(id, 'commune'));
  if (!ours || !score) return null;
  const toward = fragile === 'high' ? 1 : -1;
  const figures = knownFigures(ours, true).map((value) => toward * value);
  const theirs = knownFigures(score, true);
  const among = (state: State): number[] =>
    [...ours.states.keys()].filter((i) => ours.states[i] === STATE_CODES[state]);
  const estimated = among('estimated');
  return {
    indicator,
    against,
    all: correlate(pairsOf(figures, theirs)),
    split:
      estimated.length === 0
        ? null
        : {
            published: correlate(pairsOf(figures, theirs, among('value'))),
            estimated: correlate(pairsOf(figures, theirs, estimated)),
          },
  };
}
