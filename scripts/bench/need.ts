import { STATE_CODES } from '#lib/domain/indicators/value.ts';
import { knownFigures } from '#lib/domain/need/distribution.ts';
import { correlate, pairsOf } from '#lib/domain/need/correlation.ts';
import { findPreset, POVERTY } from '#lib/domain/need/presets.ts';
import { ingredientsOf, type Ingredient, type Recipe } from '#lib/domain/need/recipe.ts';
import { RobustnessRun } from '#lib/domain/need/robustness.ts';
import { combineScores, prepareScores } from '#lib/domain/need/score.ts';
import { SubScores } from '#lib/domain/need/sub-scores.ts';
import { correlateWithIfn, scoresOf, settingOf } from '#lib/server/queries/scores.ts';
import { Snapshot } from '#lib/server/queries/snapshot.ts';
import { findMirrorFolder } from '../platform/mirror.mjs';
import { equalityAsPublished, equalityAsStored } from './ifn-equality.ts';
import { connectLoaded } from './loaded.ts';
import { medianTime, rounded, timed } from './measure.ts';
import { plainScores } from './plain-scores.ts';

/** Each of our stand-ins beside the published sub-score of the same matter. */
const COUNTERPARTS: Readonly<Record<string, string>> = {
  'fibre-2026': 'ifn-sans-thd',
  'niveau-de-vie-median': 'ifn-pauvrete',
  [POVERTY]: 'ifn-pauvrete',
  'part-65-ans-et-plus': 'ifn-65-ans-et-plus',
  'part-diplomes-superieur': 'ifn-peu-diplomes',
};

/** Région of the robustness goal: Occitanie. */
const REGION = '76';

/** Indices against the IFN, and the time of scores, ranks and robustness. */
export async function benchNeed(): Promise<object> {
  const { database, release } = await connectLoaded();
  try {
    const data = await Snapshot.read(database);
    return {
      againstIfn: againstIfn(data),
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

function againstIfn(data: Snapshot): object {
  const of = (id: string): object => {
    const recipe = recipeOf(id);
    const absent = missing(data, recipe);
    if (absent.length > 0) return { absent };
    const { commune, epci } = correlateWithIfn(data, recipe);
    const complete = correlateWithIfn(data, { ...recipe, threshold: 1 }).commune;
    return {
      commune,
      communeAllKnown: complete,
      epci,
      parts: ingredientsOf(recipe).map((part) => partAgainstIfn(data, part)),
    };
  };
  return { 'quatre-faits': of('quatre-faits'), maillage: of('maillage') };
}

/**
 * One stand-in, by its own rank, against the published sub-score of the same matter; apart, where it is
 * published and where it is estimated.
 */
function partAgainstIfn(data: Snapshot, part: Ingredient): object {
  const against = COUNTERPARTS[part.indicator] ?? '';
  const recipe: Recipe = {
    ...recipeOf('quatre-faits'),
    components: [{ name: '', weight: 1, ingredients: [part] }],
  };
  const published = data.column(against, 'commune');
  if (!published) return { indicator: part.indicator, against, absent: true };
  const { column } = scoresOf(data, { recipe, level: 'commune' });
  const theirs = knownFigures(published, true);
  const among = (state: number): number[] =>
    [...column.states.keys()].filter((i) => column.states[i] === state);
  const spearmanOf = (members?: number[]): object => {
    const { n, spearman } = correlate(pairsOf(column.values, theirs, members));
    return { n, spearman };
  };
  const estimated = among(STATE_CODES.estimated);
  return {
    indicator: part.indicator,
    against,
    ...spearmanOf(),
    ...(estimated.length > 0 && {
      wherePublished: spearmanOf(among(STATE_CODES.value)),
      whereEstimated: spearmanOf(estimated),
    }),
  };
}

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
