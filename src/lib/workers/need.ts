import { classify } from '../domain/classify/classification.ts';
import type { Indicator } from '../domain/indicators/indicator.ts';
import type { Figures } from '../domain/need/distribution.ts';
import type { Recipe, ReferenceSet } from '../domain/need/recipe.ts';
import { groupOfMembers, type Groups } from '../domain/need/reference.ts';
import { RobustnessRun } from '../domain/need/robustness.ts';
import { scoreRecipe } from '../domain/need/score.ts';
import { SubScores, type Setting } from '../domain/need/sub-scores.ts';
import type { LevelFigures, RobustnessQuestion, Scored, ScoreQuestion } from './need-messages.ts';

/** Scores are cut to two decimals, people to whole ones. */
const subjectOf = ({ normalisation }: Recipe): Pick<Indicator, 'kind' | 'decimals'> =>
  normalisation === 'people' ? { kind: 'count', decimals: 0 } : { kind: 'score', decimals: 2 };

interface HeldLevel {
  figures: Map<string, Figures>;
  groups: Map<ReferenceSet, Int32Array>;
  subScores: SubScores;
  perimeter: { members: Uint32Array; groups: Int32Array } | null;
}

/** The figures of the levels that were sent, and the indices scored from them. */
export class Need {
  readonly #levels = new Map<string, HeldLevel>();

  /** Takes the figures of a level, or more of them. */
  receive({ level, length, figures, groups = {} }: LevelFigures): void {
    let held = this.#levels.get(level);
    if (held?.subScores.length !== length) {
      const own = new Map<string, Figures>();
      held = {
        figures: own,
        groups: new Map(),
        subScores: new SubScores(length, (indicator) => own.get(indicator) ?? null),
        perimeter: null,
      };
      this.#levels.set(level, held);
    }
    for (const [indicator, sent] of Object.entries(figures)) {
      held.figures.set(indicator, sent);
      held.subScores.forget(indicator);
    }
    for (const [reference, sent] of Object.entries(groups))
      if (sent) held.groups.set(reference as ReferenceSet, sent);
  }

  /** Scores and classes of an index. Throws when the level was never sent: a fault of the caller. */
  score(question: ScoreQuestion): Scored {
    const { subScores, setting } = this.#held(question);
    const scores = scoreRecipe(question.recipe, subScores, setting);
    return { scores, classification: classify(scores.column, subjectOf(question.recipe), question.classes) };
  }

  /** A robustness to be drawn, as many draws at a time as the caller likes. Throws like `score`. */
  robustness(question: RobustnessQuestion): RobustnessRun {
    const { subScores, setting } = this.#held(question);
    return new RobustnessRun(question.recipe, subScores, setting, question);
  }

  #held({
    level,
    recipe,
    estimates,
    members,
  }: Pick<ScoreQuestion, 'level' | 'recipe' | 'estimates' | 'members'>): {
    subScores: SubScores;
    setting: Setting;
  } {
    const held = this.#levels.get(level);
    if (!held) throw new Error(`no figures were sent for « ${level} »`);
    const groups = groupsFor(held, recipe.reference, members ?? null);
    return { subScores: held.subScores, setting: { groups, estimates } };
  }
}

/** The same array for the same set, since sorted figures are remembered by it. */
function groupsFor(held: HeldLevel, reference: ReferenceSet, members: Uint32Array | null): Groups {
  if (reference === 'france') return null;
  if (reference === 'perimeter') {
    const asked = members ?? new Uint32Array(0);
    if (!held.perimeter || !sameItems(held.perimeter.members, asked))
      held.perimeter = { members: asked, groups: groupOfMembers(held.subScores.length, asked) };
    return held.perimeter.groups;
  }
  let groups = held.groups.get(reference);
  if (!groups) {
    groups = groupOfMembers(held.subScores.length, []);
    held.groups.set(reference, groups);
  }
  return groups;
}

const sameItems = (one: Uint32Array, other: Uint32Array): boolean =>
  one.length === other.length && one.every((item, at) => item === other[at]);
