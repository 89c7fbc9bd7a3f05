import type { SitingInstance } from '../model/instance.ts';
import { chooser, type Choice } from './choice.ts';
import { Relaxation } from './relaxation.ts';

/** Settings of the volume algorithm; measured on the reference instances, the same for all. */
const FIRST_STEP = 0.5;
const STEP_DOWN = 0.8;
const STEP_UP = 1.05;
/** Iterations without a better bound before the step shrinks. */
const PATIENCE = 10;
/** Iterations between two looks at progress. */
const LOOK = 50;

/**
 * A lower bound of the cost, climbed by the volume algorithm (Barahona and Anbil 2000) on the Lagrangian
 * of « each demand is served once » (Cornuéjols, Fisher and Nemhauser 1977):
 *
 * L(λ) = Σ λ_i + min over sites within the rule of Σ_j Σ_i min(0, c_ij − λ_i),  0 ≤ λ_i ≤ base_i.
 *
 * Any λ gives a valid bound; the best is the bound of the linear relaxation. `shares` is the average of
 * the choices met, which tends to a solution of that relaxation: a guide to branch and to build.
 */
export class Ascent {
  readonly instance: SitingInstance;
  /** The multipliers of the best bound. */
  readonly multipliers: Float64Array;
  /** What each site saves at the best bound (≤ 0), and the choice that went with it. */
  readonly savings: Float64Array;
  choice: Choice;
  readonly shares: Float64Array;
  bound: number;
  iterations = 0;
  /** Whether steps have become too small to be of use. */
  settled = false;
  #step = FIRST_STEP;
  #failures = 0;
  /** Looks in a row that saw next to no progress. */
  #idle = 0;
  #blend = 0.3;
  #atLook = -Infinity;
  readonly #trial: Float64Array;
  readonly #trialSavings: Float64Array;
  readonly #slope: Float64Array;
  readonly #relaxation: Relaxation;
  readonly #choose: (savings: Float64Array) => Choice;

  /** `start`: multipliers of demands, cut at their bases. */
  constructor(instance: SitingInstance, start: Float64Array) {
    const { bases, siteCount, demandCount } = instance.lists;
    this.instance = instance;
    this.multipliers = start.map((value, i) => Math.min(value, bases[i] as number));
    this.savings = new Float64Array(siteCount);
    this.#trial = new Float64Array(demandCount);
    this.#trialSavings = new Float64Array(siteCount);
    this.#relaxation = new Relaxation(instance.lists);
    this.#choose = chooser(instance.rule);
    const sum = this.#relaxation.evaluate(this.multipliers, this.savings);
    this.choice = this.#choose(this.savings);
    this.bound = instance.offset + sum + this.choice.value;
    this.shares = new Float64Array(siteCount);
    this.choice.picked.forEach((j, at) => (this.shares[j] = this.choice.shares[at] as number));
    this.#slope = this.#relaxation.slopeOf(this.multipliers, this.choice).slice();
  }

  /** Climbs `count` iterations towards `target`, a cost known to be reached. Gives the last choice made. */
  climb(count: number, target: number): Choice {
    let choice = this.choice;
    for (let round = 0; round < count && !this.settled && this.bound < target; round++)
      choice = this.#iterate(target);
    return choice;
  }

  #iterate(target: number): Choice {
    const { bases } = this.instance.lists;
    const length = this.#lengthOfSlope();
    if (length === 0) {
      this.settled = true;
      return this.choice;
    }
    const step = (this.#step * Math.max(target - this.bound, 1e-9 * Math.abs(target))) / length;
    const trial = this.#trial;
    for (let i = 0; i < trial.length; i++) {
      const moved = (this.multipliers[i] as number) + step * (this.#slope[i] as number);
      trial[i] = moved < 0 ? 0 : moved > (bases[i] as number) ? (bases[i] as number) : moved;
    }
    const sum = this.#relaxation.recount(trial, this.#trialSavings, this.iterations % LOOK === 0);
    const choice = this.#choose(this.#trialSavings);
    const bound = this.instance.offset + sum + choice.value;
    const climbs = this.#blendIn(this.#relaxation.slopeOf(trial, choice), choice);
    if (bound > this.bound) {
      this.bound = bound;
      this.multipliers.set(trial);
      this.savings.set(this.#trialSavings);
      this.choice = choice;
      this.#failures = 0;
      if (climbs) this.#step = Math.min(2, this.#step * STEP_UP);
    } else if (++this.#failures >= PATIENCE) {
      this.#failures = 0;
      this.#step *= STEP_DOWN;
    }
    if (++this.iterations % LOOK === 0) this.#look(target);
    return choice;
  }

  /** Blends less as progress slows, and stops when it is of no use. */
  #look(target: number): void {
    const slow = this.bound - this.#atLook < 0.01 * (target - this.bound);
    if (slow && this.#blend > 0.002) this.#blend /= 1.5;
    this.#idle = this.bound - this.#atLook < 0.002 * (target - this.bound) ? this.#idle + 1 : 0;
    this.settled = this.#step < 1e-4 || this.#idle >= 6;
    this.#atLook = this.bound;
  }

  /**
   * Blends a slope and its choice into the averages, by the share that makes the blended slope shortest.
   * Gives whether the new slope goes the same way.
   */
  #blendIn(fresh: Float64Array, choice: Choice): boolean {
    let [freshSquare, product, square] = [0, 0, 0];
    for (let i = 0; i < fresh.length; i++) {
      const a = this.#pushes(i, fresh[i] as number);
      const b = this.#pushes(i, this.#slope[i] as number);
      freshSquare += a * a;
      product += a * b;
      square += b * b;
    }
    const spread = freshSquare - 2 * product + square;
    const ideal = spread > 0 ? (square - product) / spread : this.#blend;
    const blend = Math.max(this.#blend / 10, Math.min(this.#blend, ideal));
    for (let i = 0; i < fresh.length; i++)
      this.#slope[i] = blend * (fresh[i] as number) + (1 - blend) * (this.#slope[i] as number);
    for (let j = 0; j < this.shares.length; j++) (this.shares[j] as number) *= 1 - blend;
    choice.picked.forEach((j, at) => ((this.shares[j] as number) += blend * (choice.shares[at] as number)));
    return product >= 0;
  }

  #lengthOfSlope(): number {
    let square = 0;
    for (let i = 0; i < this.#slope.length; i++) square += this.#pushes(i, this.#slope[i] as number) ** 2;
    return square;
  }

  /** What a slope can move: nothing where the multiplier is at the end that it pushes to. */
  #pushes(i: number, slope: number): number {
    const multiplier = this.multipliers[i] as number;
    if (slope > 0 && multiplier >= (this.instance.lists.bases[i] as number)) return 0;
    return slope < 0 && multiplier <= 0 ? 0 : slope;
  }
}
