import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { groupOfWord } from '../../src/lib/domain/access/gaps/group.ts';
import { isKnown } from '../../src/lib/domain/indicators/value.ts';
import { proposing } from '../../src/lib/domain/siting/frame/proposing.ts';
import { NO_EDITS, pointAt, withPlace, type HandEdits } from '../../src/lib/domain/siting/hand/edits.ts';
import { handFigures, weightedMedian } from '../../src/lib/domain/siting/hand/figures.ts';
import { decodeHandFrame, encodeHandFrame } from '../../src/lib/domain/siting/hand/hand-frame.ts';
import { accessOf, gapsOf, needWithin } from '../../src/lib/server/queries/access/gaps.ts';
import { groupColumn } from '../../src/lib/server/queries/access/need-groups.ts';
import { Snapshot } from '../../src/lib/server/queries/snapshot.ts';
import { sitingFrame } from '../../src/lib/server/siting/frame.ts';
import { handFrame } from '../../src/lib/server/siting/hand-frame.ts';
import { locatePoints } from '../../src/lib/server/siting/locate-points.ts';
import { handOfProposal } from '../../src/lib/view/hand-view.ts';
import { DEFAULT_SITING_VIEW, type SitingView } from '../../src/lib/view/siting-view.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

/** Scenarios by hand over the demonstration territory, beside the pages that they must agree with. */
let database: TestDatabase;
let data: Snapshot;
const TODAY = '2026-11-25';

beforeAll(async () => {
  database = await openTestDatabase('demonstration');
  data = await Snapshot.read(database.db);
});

afterAll(() => database.drop());

const slugs = () => [
  data.territories.get('france', 'FR'),
  data.territories.all('departement')[0],
  data.territories.all('epci')[3],
];

const questions: [string, Partial<SitingView>][] = [
  ['everybody at 3 km', { limit: 3 }],
  ['the poor at 2 km', { limit: 2, group: groupOfWord('pauvrete') as SitingView['group'] }],
  ['those open on Saturdays, 5 km', { limit: 5, moment: 'saturday' }],
];

const figuresOf = (view: SitingView, edits: HandEdits, at: number, reach = view.limit) => {
  const territory = slugs()[at];
  if (!territory) throw new Error('no such territory in the demonstration');
  const frame = decodeHandFrame(encodeHandFrame(handFrame(data, view, territory, 1_000 * reach, TODAY)));
  const figures = handFigures(frame, {
    edits,
    limit: 1_000 * view.limit,
    defaults: { hours: 18, helpers: 1 },
    located: {},
    least: 10,
  });
  return { territory, frame, figures };
};

describe.each(questions)('with nothing changed, for %s', (_, question) => {
  const view = { ...DEFAULT_SITING_VIEW, ...question };

  it.each([0, 1, 2])('has exactly the figures of /ecarts and /implantation (territory %i)', (at) => {
    // A frame for a greater limit gives the same.
    for (const reach of [view.limit, 10]) {
      const { territory, frame, figures } = figuresOf(view, NO_EDITS, at, reach);
      const { value } = proposing(
        sitingFrame(data, { ...view, goal: 'cover' }, territory, TODAY),
        {
          goal: 'cover',
          count: 0,
          budget: null,
          price: 1,
          premisesPrice: 1,
          limit: 1_000 * view.limit,
          closures: 0,
          equity: 0,
          capacity: null,
        },
        { seed: 1 },
      ).next();
      expect(figures.people.all).toBe(value?.people.all);
      expect(figures.people.before).toBe(value?.people.before);
      expect(figures.left).toEqual(value?.left);
      const gaps = gapsOf(data, { ...view, unit: 'km' }, TODAY);
      const need = needWithin(data, gaps, territory);
      if (isKnown(need.groupBeyond)) expect(figures.left.people).toBeCloseTo(need.groupBeyond.value, 6);
      const access = accessOf(
        data,
        { ...view, unit: 'km', decay: 'steps', chooses: false, supply: 'hours' },
        TODAY,
      ).catchment.access;
      const people = groupColumn(data, view.group)?.values ?? [];
      const ordinals = data.territories.communes(territory).map(({ ordinal }) => ordinal);
      const own = ordinals.map((ordinal) => access[ordinal] as number);
      expect(figures.access.before).toBeCloseTo(
        10_000 *
          weightedMedian(
            own,
            ordinals.map((ordinal) => people[ordinal] as number),
          ),
        9,
      );
      expect(frame.demand.inside).toBe(ordinals.length);
    }
  });
});

it('counts a proposal taken over by hand as the proposal does', () => {
  const [territory] = slugs();
  if (!territory) throw new Error('no country in the demonstration');
  const view: SitingView = { ...DEFAULT_SITING_VIEW, limit: 3, count: 6, closures: 2 };
  const frame = sitingFrame(data, view, territory, TODAY);
  const { value } = proposing(frame, { ...view, limit: 3_000, equity: 0 }, { seed: 1 }).next();
  if (!value) throw new Error('no proposal at once');
  const reference = (site: number): number => frame.sites.references[site] as number;
  const communes = data.territories.all('commune');
  const taken = handOfProposal(
    view,
    value.sites.map(({ site }) => ({ kind: 'commune', code: communes[reference(site)]?.code ?? '' })),
    value.closes.map((site) => data.places[reference(site)]?.id ?? ''),
  );
  const { figures } = figuresOf(view, taken.edits, 0);
  // Each closure gives an opening back.
  expect(value.sites).toHaveLength(6 + value.closes.length);
  expect(figures.people.after).toBe(value.people.after);
  expect(figures.left).toEqual(value.left);
  expect(figures.standing).toEqual(value.standing);
});

it('counts a place that is retimed to the moment asked, and no longer one that closes', () => {
  const view: SitingView = { ...DEFAULT_SITING_VIEW, limit: 5, moment: 'saturday' };
  const { frame, figures } = figuresOf(view, NO_EDITS, 0);
  const shut = [...frame.places.counts].indexOf(2);
  const id = frame.places.ids[shut] ?? '';
  expect(id).not.toBe('');
  const opened = withPlace(NO_EDITS, id, { moments: ['saturday'] });
  const after = figuresOf(view, opened, 0).figures;
  expect(after.places.after).toBe(figures.places.after + 1);
  expect(after.people.after).toBeGreaterThanOrEqual(figures.people.after);
  expect(figuresOf(view, withPlace(opened, id, { closed: true }), 0).figures.people).toEqual(figures.people);
});

it('tells which commune a point is in by the outlines, and that the sea is in none', async () => {
  const [commune] = data.territories.all('commune');
  if (!commune || commune.lon === null || commune.lat === null) throw new Error('a commune without a centre');
  const { lon, lat, code } = commune;
  const located = await locatePoints(data, database.db, [pointAt(lon, lat), pointAt(-40, 20)]);
  expect(located).toEqual({
    [`${lon.toFixed(5)}_${lat.toFixed(5)}`]: code,
    '-40.00000_20.00000': null,
  });
});
