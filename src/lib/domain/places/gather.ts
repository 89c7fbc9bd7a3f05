import { clusterRecords, type Link } from './duplicates/clusters.ts';
import { comparingPairs } from './duplicates/compared-pairs.ts';
import { MERGE_FROM } from './duplicates/likelihood.ts';
import { namingPlaces } from './duplicates/naming.ts';
import { portray, type Portrait } from './duplicates/portrait.ts';
import { proposePairs } from './duplicates/proposals.ts';
import { findRepeats, findSameIds, isRepeat } from './duplicates/repeats.ts';
import { SpokenPairs } from './duplicates/spoken-pairs.ts';
import type { Place } from './place.ts';

/** One place as one source describes it; the key is `source/id`. */
export interface PlaceRecord {
  key: string;
  place: Place;
}

/** What a person said of two records: the same place, or not. */
export interface Verdict {
  first: string;
  second: string;
  same: boolean;
}

/** Two records that look like one place, not surely enough to be merged. */
export interface Proposal {
  first: string;
  second: string;
  /** Chance that they are one place, 0 to 1, as measured on the labelled sample. */
  likelihood: number;
  /** Why, in French, the strongest first. */
  reasons: string[];
}

/** A place made of one record or more. */
export interface GatheredPlace {
  place: Place;
  /** Keys of its records, the one that speaks first. */
  records: string[];
  /** Key of the record that each filled field comes from. */
  origins: Record<string, string>;
}

export interface Gathered {
  /** By id. */
  places: GatheredPlace[];
  proposals: Proposal[];
}

/** A person’s word is surer than a shared id, an id than a repeated row, a row than any likelihood. */
const SAID = 4;
const SAME_ID = 3;
const REPEATED = 2;

/**
 * Makes places of the records of every source, and proposes what a person should look at. Records of one
 * id, exact repeats within a source, pairs likely enough and pairs that a person said are the same are
 * one place; two that a person said differ never are, even through a third. A source knows its own
 * places: two of its ids are never joined by likelihood. The order of the records changes nothing.
 */
export function gatherPlaces(records: readonly PlaceRecord[], verdicts: readonly Verdict[] = []): Gathered {
  const gathering = gatheringPlaces(records, verdicts);
  for (;;) {
    const step = gathering.next();
    if (step.done) return step.value;
  }
}

/** Records read before others are given a turn: some milliseconds of work. */
const SLICE = 500;

/** The same, a slice at a time, so that others are served meanwhile. */
export function* gatheringPlaces(
  records: readonly PlaceRecord[],
  verdicts: readonly Verdict[],
): Generator<void, Gathered> {
  const ordered = [...records].sort((a, b) => (a.key < b.key ? -1 : 1));
  const portraits: Portrait[] = [];
  for (const record of ordered) {
    if (portraits.length % SLICE === 0) yield;
    portraits.push(portray(record));
  }
  const compared = yield* comparingPairs(portraits);
  const said = new SpokenPairs(
    ordered.map(({ key }) => key),
    verdicts,
  );
  const links = [
    ...linksOf(said.same, SAID),
    ...linksOf(findSameIds(portraits), SAME_ID),
    ...linksOf(findRepeats(portraits), REPEATED),
    ...compared.filter(({ strength }) => strength >= MERGE_FROM),
  ];
  yield;
  const clusters = clusterRecords(ordered.length, links, (first, second, { strength }) => {
    const [a, b] = [portraits[first], portraits[second]];
    if (!a || !b || said.differ(first, second)) return false;
    return strength >= REPEATED || a.source !== b.source || a.id === b.id || isRepeat(a, b);
  });
  yield;
  const proposals = proposePairs(portraits, clusters, compared, (a, b) => said.differ(a, b));
  yield;
  const places = yield* namingPlaces(clusters.map((ranks) => ranks.flatMap((rank) => ordered[rank] ?? [])));
  return { places, proposals };
}

const linksOf = (pairs: readonly (readonly [number, number])[], strength: number): Link[] =>
  pairs.map(([first, second]) => ({ first, second, strength }));
