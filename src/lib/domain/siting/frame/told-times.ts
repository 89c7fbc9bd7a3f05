import { PointGrid } from '../../access/point-grid.ts';
import { PairList, type LandedPoints, type Reach } from '../../access/reach.ts';
import { SITE_KINDS, type SitingFrame } from './siting-frame.ts';
import { runsOf, type SitingTimes } from './siting-times.ts';

/** What a source tells of ways in minutes, from communes in their order. */
export interface ToldTimes {
  /** To places, by rank. */
  reach: Reach;
  /** To centres of communes, by ordinal; `null` when none is told. */
  toCommunes: Reach | null;
  /** From a commune that is told, ways not given take longer than as many minutes; `null`: they are unknown. */
  most: number | null;
}

/** Which site is which, and the commune that each stands in (−1 when unknown). */
export interface SiteKeys extends Pick<SitingFrame['sites'], 'kinds' | 'references'> {
  communes: Int32Array;
}

/**
 * The ways of a frame within a limit, in minutes: nothing between a commune and a site that stands in it; to
 * another, what the source tells, to the place or, where there is none yet, to the centre of the commune.
 */
export function timesWithin(
  demandCommunes: Int32Array,
  sites: SiteKeys,
  told: ToldTimes,
  limit: number,
): SitingTimes {
  const ways = new SiteWays(sites, told);
  const pairs = new PairList();
  const runs = runsOf(demandCommunes);
  const starts = new Int32Array(runs.length);
  for (let run = 0; run + 1 < runs.length; run++) {
    const commune = demandCommunes[runs[run] as number] as number;
    for (const site of ways.standingIn(commune)) pairs.push(site, 0);
    ways.from(commune, (site, minutes) => {
      if (minutes <= limit) pairs.push(site, minutes);
    });
    starts[run + 1] = pairs.length;
  }
  const { supplies, costs } = pairs.cut();
  return { starts, sites: supplies, minutes: costs, limit };
}

/** How much of what a question needs is told. A way inside a commune needs no telling. */
export interface TimesTold {
  /** Ways between communes and sites no farther apart than a distance, and those that are told. */
  near: number;
  told: number;
  /** Communes from which no such way is told, and their people. */
  silent: { communes: number; people: number };
  /** Candidates, and those to which no such way is told. */
  candidates: number;
  silentCandidates: number;
}

/**
 * Counts the ways that are told among those between points of one land no farther apart than `metres`, from
 * the centres of the communes (`centres`, by ordinal). What is said to be past the limit, by its time or by
 * `most`, is told; that a way is longer than less than the limit is no answer.
 */
export function countTold(
  { demand, sites }: Pick<SitingFrame, 'demand' | 'sites'>,
  keys: SiteKeys,
  told: ToldTimes,
  { limit, centres, metres }: { limit: number; centres: LandedPoints; metres: number },
): TimesTold {
  const ways = new SiteWays(keys, told);
  const isPastLimit = told.most !== null && told.most >= limit;
  const grid = new PointGrid(sites);
  const siteCount = sites.kinds.length;
  const needed = new Uint8Array(siteCount);
  const spoken = new Uint8Array(siteCount);
  const lastTold = new Int32Array(siteCount).fill(-1);
  const count: TimesTold = {
    near: 0,
    told: 0,
    silent: { communes: 0, people: 0 },
    candidates: 0,
    silentCandidates: 0,
  };
  const runs = runsOf(demand.communes);
  for (let run = 0; run + 1 < runs.length; run++) {
    const commune = demand.communes[runs[run] as number] as number;
    ways.from(commune, (site) => (lastTold[site] = run));
    let [near, known] = [0, 0];
    grid.within(centres.lons[commune] as number, centres.lats[commune] as number, metres, (site) => {
      if (keys.communes[site] === commune || sites.lands[site] !== centres.lands[commune]) return;
      near++;
      needed[site] = 1;
      if (lastTold[site] !== run && !(isPastLimit && ways.speaksFrom(commune, site))) return;
      known++;
      spoken[site] = 1;
    });
    count.near += near;
    count.told += known;
    if (near === 0 || known > 0) continue;
    count.silent.communes++;
    for (let at = runs[run] as number; at < (runs[run + 1] as number); at++)
      count.silent.people += (demand.people[at] as number) || 0;
  }
  for (let site = 0; site < siteCount; site++) {
    if (!isCandidate(sites.kinds[site] as number)) continue;
    count.candidates++;
    if (needed[site] === 1 && spoken[site] === 0) count.silentCandidates++;
  }
  return count;
}

const isCandidate = (kind: number): boolean => ['commune', 'premises'].includes(SITE_KINDS[kind] as string);

/** The ways that a source tells, to the numbers of sites. */
class SiteWays {
  readonly #sites: SiteKeys;
  readonly #told: ToldTimes;
  readonly #ofPlace: Int32Array;
  readonly #ofCommune: Int32Array;
  readonly #standing = new Map<number, number[]>();

  constructor(sites: SiteKeys, told: ToldTimes) {
    this.#sites = sites;
    this.#told = told;
    this.#ofPlace = new Int32Array(told.reach.supplyCount).fill(-1);
    this.#ofCommune = new Int32Array(told.toCommunes?.supplyCount ?? 0).fill(-1);
    for (let site = 0; site < sites.kinds.length; site++) {
      const numbers = this.#isCommune(site) ? this.#ofCommune : this.#ofPlace;
      numbers[sites.references[site] as number] = site;
      const commune = sites.communes[site] as number;
      const held = this.#standing.get(commune);
      if (held) held.push(site);
      else this.#standing.set(commune, [site]);
    }
  }

  /** Sites that stand in a commune. */
  standingIn(commune: number): readonly number[] {
    return this.#standing.get(commune) ?? [];
  }

  /** Every way that is told from a commune to a site that stands elsewhere. */
  from(commune: number, visit: (site: number, minutes: number) => void): void {
    const { reach, toCommunes } = this.#told;
    this.#each(reach, this.#ofPlace, commune, visit);
    if (toCommunes) this.#each(toCommunes, this.#ofCommune, commune, visit);
  }

  /** Whether the source tells ways of the kind of a site, to places or to communes, from a commune. */
  speaksFrom(commune: number, site: number): boolean {
    const { starts } = (this.#isCommune(site) ? this.#told.toCommunes : this.#told.reach) ?? {};
    return starts !== undefined && (starts[commune + 1] as number) > (starts[commune] as number);
  }

  #each(
    { starts, supplies, costs }: Reach,
    numbers: Int32Array,
    commune: number,
    visit: (site: number, minutes: number) => void,
  ): void {
    for (let at = starts[commune] as number; at < (starts[commune + 1] as number); at++) {
      const site = numbers[supplies[at] as number] as number;
      if (site >= 0 && this.#sites.communes[site] !== commune) visit(site, costs[at] as number);
    }
  }

  #isCommune(site: number): boolean {
    return SITE_KINDS[this.#sites.kinds[site] as number] === 'commune';
  }
}
