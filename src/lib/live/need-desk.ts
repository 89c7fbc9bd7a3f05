import type { ClassificationOptions } from '../domain/classify/classification.ts';
import type { Column } from '../domain/indicators/column.ts';
import { ingredientsOf, type Recipe } from '../domain/need/recipe.ts';
import { groupsByClass } from '../domain/need/reference.ts';
import type { Robustness } from '../domain/need/robustness.ts';
import type { MapLevel } from '../domain/territory/level.ts';
import type { FixedReference, RobustnessQuestion, Scored } from '../workers/need-messages.ts';
import { NeedRunner, startNeedWorker } from '../workers/need-runner.ts';
import { columnOf, indexOf } from './files.ts';
import type { LevelIndex } from './level-index.ts';
import type { LoadedNames } from './loaded-names.ts';

/** An index asked at a level. */
export interface NeedQuestion {
  level: MapLevel;
  recipe: Recipe;
  estimates: boolean;
  /** Ordinals of the perimeter, for the reference set of that name. */
  members: Uint32Array | null;
  classes: ClassificationOptions;
}

/** The category whose classes are a reference set. */
const DENSITY = 'densite';

/** Fetches what an index needs and has it scored in a worker; started on first use. */
export class NeedDesk {
  readonly #names: () => LoadedNames;
  #runner: NeedRunner | null = null;
  /** What the worker holds: indicators and reference sets, by level and content. */
  readonly #sent = new Set<string>();

  constructor(names: () => LoadedNames) {
    this.#names = names;
  }

  /** The scores of an index; `null` when another was asked meanwhile. Rejects when a file does not come. */
  async score(question: NeedQuestion): Promise<Scored | null> {
    const runner = (this.#runner ??= new NeedRunner(startNeedWorker()));
    await this.#bring(runner, question);
    return runner.score(question);
  }

  /** How much its ranks owe to choices; tells the share done on the way. `null` when another was asked meanwhile. */
  async robustness(
    question: Omit<RobustnessQuestion, 'level'> & { level: MapLevel },
    onprogress: (share: number) => void,
  ): Promise<Robustness | null> {
    const runner = (this.#runner ??= new NeedRunner(startNeedWorker()));
    await this.#bring(runner, question);
    return runner.robustness(question, onprogress);
  }

  stopRobustness(): void {
    this.#runner?.stopRobustness();
  }

  close(): void {
    this.#runner?.close();
    this.#runner = null;
    this.#sent.clear();
  }

  async #bring(runner: NeedRunner, { level, recipe }: Pick<NeedQuestion, 'level' | 'recipe'>): Promise<void> {
    const index = await this.#index(level);
    const figures: Record<string, Column> = {};
    const wanted = [...new Set(ingredientsOf(recipe).map(({ indicator }) => indicator))];
    await Promise.all(
      wanted.map(async (indicator) => {
        const column = await this.#new(indicator, level);
        if (column) figures[indicator] = column;
      }),
    );
    const { reference } = recipe;
    const fixed = reference === 'france' || reference === 'perimeter' ? null : reference;
    const groups = fixed && !this.#sent.has(`${level}/${fixed}`) ? await this.#groups(fixed, index) : null;
    runner.send({
      level,
      length: index.length,
      figures,
      ...(fixed && groups && { groups: { [fixed]: groups } }),
    });
    if (fixed) this.#sent.add(`${level}/${fixed}`);
  }

  /** A column that the worker does not hold yet. */
  async #new(indicator: string, level: MapLevel): Promise<Column | null> {
    const hash = this.#names().columns[indicator]?.[level]?.hash;
    const key = `${indicator}/${level}/${hash}`;
    if (hash === undefined || this.#sent.has(key)) return null;
    const column = await columnOf(indicator, level, hash);
    this.#sent.add(key);
    return column;
  }

  async #index(level: MapLevel): Promise<LevelIndex> {
    const hash = this.#names().index[level];
    if (hash === undefined) throw new Error(`no index of ${level} is loaded`);
    return indexOf(level, hash);
  }

  async #groups(reference: FixedReference, index: LevelIndex): Promise<Int32Array | null> {
    if (reference !== 'density') return index.groups(reference);
    const hash = this.#names().columns[DENSITY]?.[index.level]?.hash;
    return hash === undefined ? null : groupsByClass((await columnOf(DENSITY, index.level, hash)).values);
  }
}
