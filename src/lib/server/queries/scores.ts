import { knownFigures } from '../../domain/need/distribution.ts';
import { correlate, pairsOf, type Correlation } from '../../domain/need/correlation.ts';
import type { Recipe, ReferenceSet } from '../../domain/need/recipe.ts';
import { groupOfMembers, groupsByClass, groupsByCode, type Groups } from '../../domain/need/reference.ts';
import { scoreRecipe, type Scores } from '../../domain/need/score.ts';
import { SubScores, type Setting } from '../../domain/need/sub-scores.ts';
import type { Level } from '../../domain/territory/level.ts';
import { remember } from './memo.ts';
import type { Snapshot } from './snapshot.ts';

/** The category whose classes are the « same density » reference set; of communes only. */
const DENSITY = 'densite';

/** The published index that ours are compared with. */
const IFN_TOTAL = 'ifn-total';

/** An index to score on the server, as the map's worker does. */
export interface ScoreRequest {
  recipe: Recipe;
  level: Level;
  /** Whether estimated figures count; they do unless told. */
  estimates?: boolean;
  /** Ordinals of a perimeter at that level, for the reference set of that name. */
  members?: ArrayLike<number>;
}

/** The sub-scores of a level, sorted once a snapshot. */
export function subScoresOf(data: Snapshot, level: Level): SubScores {
  return remember(
    data,
    'sub-scores',
    level,
    () => new SubScores(data.territories.all(level).length, (indicator) => data.column(indicator, level)),
  );
}

/** Who is compared with whom. */
export function settingOf(data: Snapshot, request: ScoreRequest): Setting {
  const { recipe, level, estimates = true, members = [] } = request;
  const groups =
    recipe.reference === 'perimeter'
      ? remember(
          data,
          'perimeter-groups',
          `${level}/${Array.from(members).join()}`,
          () => groupOfMembers(data.territories.all(level).length, members),
          16,
        )
      : fixedGroups(data, level, recipe.reference);
  return { groups, estimates };
}

/** The scores and ranks of an index; never throws: what is wrong with a recipe is among `problems`. */
export function scoresOf(data: Snapshot, request: ScoreRequest): Scores {
  const { recipe, level, estimates = true, members = [] } = request;
  const key = JSON.stringify([
    level,
    estimates,
    recipe,
    recipe.reference === 'perimeter' && Array.from(members),
  ]);
  return remember(
    data,
    'scores',
    key,
    () => scoreRecipe(recipe, subScoresOf(data, level), settingOf(data, request)),
    32,
  );
}

/** The group of each territory among its own région, département or EPCI, or its own density class. */
function fixedGroups(data: Snapshot, level: Level, reference: Exclude<ReferenceSet, 'perimeter'>): Groups {
  if (reference === 'france') return null;
  return remember(data, 'reference-groups', `${level}/${reference}`, () => {
    const all = data.territories.all(level);
    if (reference !== 'density')
      return groupsByCode(all.map((own) => (own.level === reference ? own.code : own[reference])));
    const classes = data.column(DENSITY, level);
    return classes ? groupsByClass(classes.values) : groupOfMembers(all.length, []);
  });
}

/** How an index goes with the published IFN, level by level; `null` where the IFN is not loaded. */
export interface IfnCorrelation {
  commune: Correlation | null;
  epci: Correlation | null;
}

/** Correlation of an index with the totals of the IFN, over the territories where both are known. */
export function correlateWithIfn(data: Snapshot, recipe: Recipe, estimates = true): IfnCorrelation {
  const at = (level: 'commune' | 'epci'): Correlation | null => {
    const total = data.column(IFN_TOTAL, level);
    if (!total) return null;
    const { column } = scoresOf(data, { recipe, level, estimates });
    return correlate(pairsOf(column.values, knownFigures(total, true)));
  };
  return { commune: at('commune'), epci: at('epci') };
}
