import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { Comparison } from '../../src/lib/domain/places/duplicates/evidence.ts';
import { likelihoodOf, MERGE_FROM, PROPOSE_FROM } from '../../src/lib/domain/places/duplicates/likelihood.ts';
import { portray, type Portrait } from '../../src/lib/domain/places/duplicates/portrait.ts';
import { gatherPlaces, type Gathered, type PlaceRecord } from '../../src/lib/domain/places/gather.ts';
import type { Place } from '../../src/lib/domain/places/place.ts';
import { openDatabase, type Database } from '../../src/lib/server/db/client.ts';
import { placeRecord } from '../../src/lib/server/db/schema/places.ts';
import { FRESH_PAIRS, LABELLED_PAIRS, type LabelledPair } from './labelled-pairs.ts';

/** Duplicates among the records of the three files of places, as the import stored them. */
let database: Database;
let records: PlaceRecord[];
let gathered: Gathered;
let portraits: Map<string, Portrait>;
let comparison: Comparison;

beforeAll(async () => {
  database = openDatabase(inject('realDataUrl'));
  const rows = await database.query.select().from(placeRecord);
  records = rows.map(({ source, id, record }) => ({ key: `${source}/${id}`, place: record as Place }));
  gathered = gatherPlaces(records);
  portraits = new Map(records.map((record) => [record.key, portray(record)]));
  comparison = new Comparison([...portraits.values()]);
});

afterAll(() => database.close());

/** Pairs above a threshold that are one place, and that are not; and those under it that are. */
interface Score {
  right: number;
  wrong: number;
  missed: number;
}

/** What merging every pair as likely as `from` would get right and wrong. */
function judge(pairs: readonly LabelledPair[], from: number): Score {
  const score: Score = { right: 0, wrong: 0, missed: 0 };
  for (const [first, second, same] of pairs) {
    const [a, b] = [portraits.get(first), portraits.get(second)];
    if (!a || !b) throw new Error(`no record ${first} or ${second}`);
    const merged = likelihoodOf(comparison.of(a, b)) >= from;
    if (merged) score[same ? 'right' : 'wrong']++;
    else if (same) score.missed++;
  }
  return score;
}

const precisionOf = ({ right, wrong }: Score): number => right / (right + wrong);
const recallOf = ({ right, missed }: Score): number => right / (right + missed);

/** The halves were drawn when a row was known by its producer's number alone. */
const drawnKey = (key: string): string =>
  key.startsWith('lieux-data-inclusion/')
    ? key.replace(/\/(?:hinaura|siao|cd72|cd35|odspep)-(?=\d+$)/, '/')
    : key;

/** Which half of the sample a pair is in: FNV-1a of its keys. The weights were fitted on half 0. */
function halfOf([first, second]: LabelledPair): number {
  let hash = 2_166_136_261;
  for (const letter of drawnKey(first) + drawnKey(second))
    hash = Math.imul(hash ^ letter.charCodeAt(0), 16_777_619);
  return (hash >>> 8) & 1;
}

describe('pairs labelled by hand', () => {
  it.each([
    ['of the half fitted on', () => halfSample(0), 164, 0.747, 0.989],
    ['of the half held out', () => halfSample(1), 145, 0.712, 0.973],
    ['drawn after the weights were fixed', () => FRESH_PAIRS, 110, 0.86, 1],
  ])('%s: no more than 2 merges in 100 are wrong', (_, draw, count, merged, proposed) => {
    const pairs = draw();
    expect(pairs).toHaveLength(count);
    const merging = judge(pairs, MERGE_FROM);
    expect(precisionOf(merging)).toBeGreaterThanOrEqual(0.98);
    expect(recallOf(merging)).toBeCloseTo(merged, 3);
    expect(recallOf(judge(pairs, PROPOSE_FROM))).toBeCloseTo(proposed, 3);
  });
});

const halfSample = (half: number): LabelledPair[] => LABELLED_PAIRS.filter((pair) => halfOf(pair) === half);

describe('places made of the three files', () => {
  it('are fewer than their ids, each with its records and an id of its own', () => {
    const ids = new Set(records.map(({ place }) => place.id));
    expect(records).toHaveLength(11_586);
    expect(ids.size).toBe(9_041);
    expect(gathered.places).toHaveLength(8_356);
    expect(gathered.proposals).toHaveLength(826);
    expect(new Set(gathered.places.map(({ place }) => place.id)).size).toBe(gathered.places.length);
    expect(gathered.places.flatMap((one) => one.records).sort()).toEqual(
      records.map(({ key }) => key).sort(),
    );
  });

  it('find the France services that the national files know under another name', () => {
    const joined = gathered.places.filter(
      // A repeat within the list itself is found by no other file.
      ({ records: keys, place }) =>
        place.sources.length > 1 && keys.some((key) => key.startsWith('france-services/')),
    );
    expect(joined.length).toBe(429);
    for (const { place, origins } of joined) {
      expect(place.kind).toBe('france-services');
      expect(origins['kind']).toMatch(/^france-services\//);
      expect(place.sources.length).toBeGreaterThan(1);
    }
  });

  it('undo a merge that a person refuses', () => {
    const [first = '', second = ''] = LABELLED_PAIRS.find(([a, b, same]) => same && isJoined(a, b)) ?? [];
    expect(first).not.toBe('');
    const split = gatherPlaces(records, [{ first, second, same: false }]);
    expect(split.places.some((one) => one.records.includes(first) && one.records.includes(second))).toBe(
      false,
    );
  });
});

const isJoined = (first: string, second: string): boolean =>
  gathered.places.some((one) => one.records.includes(first) && one.records.includes(second));
