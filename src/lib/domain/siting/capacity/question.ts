import type { SiteRule } from '../model/instance.ts';

/**
 * Covering where a site can only serve so many people (capacitated MCLP, Current and Storbeck 1988): the
 * people of a demand may be shared between several sites, and some of them left out.
 */
export interface CapacityInstance {
  /** People of each demand, and what serving one of them is worth (1, or more for the most fragile). */
  people: Float64Array;
  values: Float64Array;
  /** Sites within reach of each demand, a run for each, one more start at the end. */
  starts: Int32Array;
  sites: Int32Array;
  /** People that each site can serve. */
  capacities: Float64Array;
  rule: SiteRule;
  /** Sites open whatever is chosen: existing places, at no price, and forced ones. */
  fixed: readonly number[];
}
