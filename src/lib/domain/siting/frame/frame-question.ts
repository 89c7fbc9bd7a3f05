import { reachWithin, type CostUnit } from '../../access/reach.ts';
import type { SitingGoal, SitingMeans, SitingQuestion } from '../question/question.ts';
import { reachInTime } from './siting-times.ts';
import { MUST, MUST_NOT, SITE_KINDS, type SiteKind, type SitingFrame } from './siting-frame.ts';

/** What is asked of a frame. */
export interface FrameAsked {
  goal: SitingGoal;
  /** Sites to open, when there is no budget. */
  count: number;
  /** Euros a year; `null` for a number of sites. */
  budget: number | null;
  /** Euros a year of a site of its own, and of one in premises that are there. */
  price: number;
  premisesPrice: number;
  /** Metres, or minutes where the frame has ways in minutes. */
  limit: number;
  closures: number;
  /** How much fragility counts, 0 to 1. */
  equity: number;
  /** People a year that a site open `FULL_WEEK` hours can accompany; `null`: as many as come. */
  capacity: number | null;
}

/** Hours a week of a site that is open full time: what a capacity is said for. */
export const FULL_WEEK = 35;

/** Past as many metres nobody comes: the greatest distance looked at for the one served worst. */
export const FARTHEST = 60_000;

/** Past as many minutes nobody comes either. */
export const FARTHEST_MINUTES = 60;

/** What the costs of a frame are counted in. */
export const unitOf = ({ times }: Pick<SitingFrame, 'times'>): CostUnit => (times ? 'minutes' : 'metres');

/** The greatest cost looked at for the one served worst, in the unit of the frame. */
export const farthestCost = ({ times }: Pick<SitingFrame, 'times'>): number => times?.limit ?? FARTHEST;

/** The price of a site: what exists has none to pay. */
export const priceOf = (frame: SitingFrame, site: number, { price, premisesPrice }: FrameAsked): number =>
  SITE_KINDS[frame.sites.kinds[site] as number] === 'premises' ? premisesPrice : price;

/** People a year that each site can accompany: a place as its hours are to a full week, in full where they are unknown. */
export const capacitiesOf = ({ sites }: SitingFrame, capacity: number): Float64Array =>
  sites.hours.map((hours) => (Number.isNaN(hours) ? capacity : (capacity * hours) / FULL_WEEK));

/** The siting question of a frame; unknown people stay so, and unknown fragility is taken for the mean. */
export function questionOf(frame: SitingFrame, asked: FrameAsked): SitingQuestion {
  const { demand, sites, times } = frame;
  const limit = asked.goal === 'farthest' ? farthestCost(frame) : asked.limit;
  const numbers = Array.from(sites.kinds.keys());
  const ofKind = (...kinds: SiteKind[]): number[] =>
    numbers.filter((j) => kinds.includes(SITE_KINDS[sites.kinds[j] as number] as SiteKind));
  const existing = ofKind('existing', 'neighbour');
  const wished = (wish: number): number[] =>
    numbers.filter((j) => ((sites.wishes[j] as number) & wish) !== 0);
  const means: SitingMeans =
    asked.budget === null
      ? { kind: 'count', count: asked.count }
      : { kind: 'budget', prices: numbers.map((j) => priceOf(frame, j, asked)), budget: asked.budget };
  return {
    goal: asked.goal,
    means,
    people: demand.people,
    reach: times
      ? reachInTime(demand.communes, times, sites.kinds.length)
      : reachWithin(demand, sites, limit, sites.homes),
    limit,
    existing,
    closable: asked.closures > 0 ? ofKind('existing') : [],
    closures: asked.closures,
    forced: wished(MUST),
    forbidden: wished(MUST_NOT),
    equity: asked.equity > 0 ? { fragility: filled(demand.fragility), share: asked.equity } : null,
  };
}

function filled(values: Float64Array): Float64Array {
  const known = values.filter((value) => !Number.isNaN(value));
  const mean = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
  return values.map((value) => (Number.isNaN(value) ? mean : value));
}
