import type { Recipe, ReferenceSet } from '../../domain/need/recipe.ts';
import { groupOfMembers, groupsByClass, groupsByCode, type Groups } from '../../domain/need/reference.ts';
import { scoreRecipe, type Scores } from '../../domain/need/score.ts';
import { SubScores, type Setting } from '../../domain/need/sub-scores.ts';
import type { Level } from '../../domain/territory/level.ts';
import { remember } from './memo.ts';
import type { Snapshot } from './snapshot.ts';

/** The category whose classes are the « same density » reference set; of communes only. */
const DENSITY = 'densite';

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
