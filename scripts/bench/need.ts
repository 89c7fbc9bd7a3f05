import { findPreset } from '#lib/domain/need/presets.ts';
import { ingredientsOf, type Recipe } from '#lib/domain/need/recipe.ts';
import { RobustnessRun } from '#lib/domain/need/robustness.ts';
import { combineScores, prepareScores } from '#lib/domain/need/score.ts';
import { SubScores } from '#lib/domain/need/sub-scores.ts';
import { ifnChecks } from '#lib/server/queries/ifn-checks.ts';
import { settingOf } from '#lib/server/queries/scores.ts';
import { Snapshot } from '#lib/server/queries/snapshot.ts';
import { findMirrorFolder } from '../platform/mirror.mjs';
import { equalityAsPublished, equalityAsStored } from './ifn-equality.ts';
import { connectLoaded } from './loaded.ts';
import { medianTime, rounded, timed } from './measure.ts';
import { plainScores } from './plain-scores.ts';

/** Région of the robustness goal: Occitanie. */
const REGION = '76';

/** Indices against the IFN, and the time of scores, ranks and robustness. */
export async function benchNeed(): Promise<object> {
  const { database, release } = await connectLoaded();
  try {
    const data = await Snapshot.read(database);
    return {
      againstIfn: ifnChecks(data),
      ifnFromItsParts: await ifnFromItsParts(data),
      scoring: await scoringTimes(data),
      robustness: await robustnessTimes(data),
    };
  } finally {
    await release();
  }
}

const recipeOf = (id: string): Recipe => {
  const preset = findPreset(id);
  if (!preset) throw new Error(`no preset « ${id} »`);
  return preset.recipe;
};

/** Ingredients of an index without figures of communes. */
const missing = (data: Snapshot, recipe: Recipe): string[] =>
  ingredientsOf(recipe)
    .map(({ indicator }) => indicator)
    .filter((indicator) => !data.column(indicator, 'commune'));

/** The published sub-scores, fed to our index, beside the published total: as published, then as stored. */
async function ifnFromItsParts(data: Snapshot): Promise<object> {
  const mirror = findMirrorFolder();
  return {
    communeAsPublished: mirror ? await equalityAsPublished('commune', mirror) : 'absent',
    epciAsPublished: mirror ? await equalityAsPublished('epci', mirror) : 'absent',
    communeAsStored: equalityAsStored(data, 'commune'),
    epciAsStored: equalityAsStored(data, 'epci'),
  };
}

async function scoringTimes(data: Snapshot): Promise<object> {
  const recipe = recipeOf('quatre-faits');
  const setting = settingOf(data, { recipe, level: 'commune' });
  const communes = data.territories.all('commune').length;
  const fresh = (): SubScores => new SubScores(communes, (indicator) => data.column(indicator, 'commune'));
  prepareScores(recipe, fresh(), setting);
  const prepare = await medianTime(() => prepareScores(recipe, fresh(), setting), 9);
  const prepared = prepareScores(recipe, fresh(), setting);
  const combine = await medianTime(() => combineScores(recipe, prepared), 51);
  const plain = plainScores(data, recipe);
  const peer = await medianTime(() => plain.weigh(), 9);
  const ours = combineScores(recipe, prepared);
  const differences = plain.weigh().filter(({ at, rank }) => ours.ranks[at] !== rank).length;
  return {
    communes,
    ranked: ours.ranked,
    ms: { prepare: rounded(prepare), scoreAndRank: rounded(combine), plainObjects: rounded(peer) },
    timesFasterThanPlainObjects: rounded(peer / combine),
    ranksThatDifferFromPlainObjects: differences,
  };
}

async function robustnessTimes(data: Snapshot): Promise<object> {
  const own = recipeOf('maillage');
  const recipe = missing(data, own).length > 0 ? recipeOf('quatre-faits') : own;
  const setting = settingOf(data, { recipe, level: 'commune' });
  const subScores = new SubScores(data.territories.all('commune').length, (indicator) =>
    data.column(indicator, 'commune'),
  );
  const region = data.territories.all('commune').filter((commune) => commune.region === REGION);
  const of = async (among: number[] | null): Promise<object> => {
    const { ms, result } = await timed(() => {
      const run = new RobustnessRun(recipe, subScores, setting, { among });
      run.run();
      return run.result(10);
    });
    return { territories: result.members.length, draws: result.draws, ms: rounded(ms) };
  };
  // Once for the machine to warm up.
  await of(region.map(({ ordinal }) => ordinal));
  return {
    withEstimate: recipe === own,
    occitanie: await of(region.map(({ ordinal }) => ordinal)),
    france: await of(null),
  };
}
