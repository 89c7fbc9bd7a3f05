import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { greatCircle } from '../../src/lib/domain/access/sphere.ts';
import type { Territory } from '../../src/lib/domain/territory/territory.ts';
import { slugOf } from '../../src/lib/domain/territory/slug.ts';
import { gapsReport } from '../../src/lib/server/gaps/report.ts';
import { importInhabitedPoints } from '../../src/lib/server/jobs/inhabited-points.ts';
import { gapsOf, needWithin } from '../../src/lib/server/queries/access/gaps.ts';
import { Snapshot } from '../../src/lib/server/queries/snapshot.ts';
import { DEFAULT_GAPS_VIEW } from '../../src/lib/view/gaps-view.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

/** The people of a large commune counted where they live, over the demonstration territory. */
let database: TestDatabase;
let folder = '';
const TODAY = '2026-11-25';
const NOW = new Date('2026-11-25T08:00:00Z');

beforeAll(async () => {
  database = await openTestDatabase('demonstration');
  folder = await mkdtemp(join(tmpdir(), 'points-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await database.drop();
});

async function bring(...lines: string[]) {
  const path = join(folder, 'points.csv');
  await writeFile(path, ['commune;lon;lat;habitants', ...lines].join('\n'));
  return importInhabitedPoints(database.db, path, NOW);
}

it('counts a commune in part, and says from where', async () => {
  const before = await Snapshot.read(database.db);
  expect(before.inhabited).toBeNull();
  const places = before.places.filter(({ lat }) => lat !== null);
  const far = (lon: number, lat: number): number =>
    Math.min(...places.map((place) => greatCircle(lon, lat, place.lon ?? 0, place.lat ?? 0)));
  // A commune out of reach of anything, by its centre: a corner of its box is further or nearer.
  const found = before.territories
    .all('commune')
    .flatMap((commune: Territory) => {
      const { lon, lat, bbox } = commune;
      if (lon === null || lat === null || !bbox) return [];
      const corner: [number, number] = [bbox[0], bbox[1]];
      const [centre, other] = [far(lon, lat), far(...corner)];
      return Math.floor(centre / 1_000) === Math.floor(other / 1_000) || Math.max(centre, other) < 2_000
        ? []
        : [{ commune, corner, limit: Math.ceil(Math.min(centre, other) / 1_000) }];
    })
    .at(0);
  if (!found) throw new Error('the demonstration has no such commune');
  const { commune, corner, limit } = found;
  const { code, name, lon, lat, population } = commune;
  const outcome = await bring(
    `${code};${lon};${lat};300`,
    `${code};${corner[0]};${corner[1]};100`,
    '99999;1;2;3',
  );
  expect(outcome).toMatchObject({ kept: 2, communes: 1 });
  expect(outcome.problems.map(({ line }) => line)).toEqual([4]);
  const data = await Snapshot.read(database.db);
  expect(data.inhabited).toMatchObject({ name: 'points.csv', communes: 1 });
  const view = { ...DEFAULT_GAPS_VIEW, limit, within: slugOf('commune', code) };
  const need = needWithin(data, gapsOf(data, view, TODAY), commune);
  const share = far(lon ?? 0, lat ?? 0) > limit * 1_000 ? 0.75 : 0.25;
  expect(need.inhabitantsBeyond).toBe(Math.round(share * (population ?? 0)));
  const report = gapsReport(data, view, commune, TODAY);
  expect(report.given).toEqual({ communes: 1, points: 2 });
  expect(report.finding.text).toContain('en partant de leurs points habités');
  expect(name).not.toBe('');
  const elsewhere = before.territories.all('commune').find((one) => one.code !== code) as Territory;
  expect(gapsReport(data, view, elsewhere, TODAY).finding.text).not.toContain('points habités');
});

it('keeps what was there when a file is not one', async () => {
  const path = join(folder, 'autre.csv');
  await writeFile(path, 'a;b\n1;2\n');
  await expect(importInhabitedPoints(database.db, path, NOW)).rejects.toThrow(
    '« commune », « lon », « lat »',
  );
  await expect(bring('99999;1;2;3')).rejects.toThrow('Les points habités d’avant restent en place.');
  expect((await Snapshot.read(database.db)).inhabited?.communes).toBe(1);
});
