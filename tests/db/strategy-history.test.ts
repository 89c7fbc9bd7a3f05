import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mayRemove, mayWrite, type Writer } from '../../src/lib/domain/strategy/access/may-write.ts';
import type { Hand } from '../../src/lib/domain/account/visitor.ts';
import { addAccount, addOrganisation } from '../../src/lib/server/accounts/by-command.ts';
import { strategyChange } from '../../src/lib/server/db/schema/strategies.ts';
import { changeFields } from '../../src/lib/server/strategies/change-fields.ts';
import { asideSince, readHistory, writersOf } from '../../src/lib/server/strategies/history.ts';
import { addItem, removeItem } from '../../src/lib/server/strategies/items.ts';
import { readKept } from '../../src/lib/server/strategies/read.ts';
import { restoreItem, undoBatch, type MayUndo } from '../../src/lib/server/strategies/undo.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { addTo, ALL, change, fieldsOf, makeStrategy, type TestStrategy } from '../support/strategy-doors.ts';

const NOW = new Date('2026-11-25T10:00:00Z');
const EVERYTHING = { items: null, account: null, from: 0, most: 100 };

let database: TestDatabase;
let ada: Hand;
let grace: Hand;

beforeAll(async () => {
  database = await openTestDatabase('empty');
  const { db } = database;
  const owner = await addOrganisation(db, { name: 'Ville', kind: 'authority' }, NOW);
  const partner = await addOrganisation(db, { name: 'Emmaüs', kind: 'association' }, NOW);
  const account = (name: string, organisation: string) =>
    addAccount(
      db,
      { email: `${name}@exemple.fr`, name, password: null },
      { organisation, role: 'editor' },
      NOW,
    );
  ada = { now: NOW, owner, account: await account('Ada', owner) };
  grace = { now: NOW, owner: partner, account: await account('Grace', partner) };
});

afterAll(() => database.drop());

const lastBatch = async ({ id }: TestStrategy): Promise<string> => {
  const { batches } = await readHistory(database.db, id, EVERYTHING);
  return batches[0]?.batch ?? '';
};

describe('undoing', () => {
  it('gives back what each field said, and what somebody changed since is told and left', async () => {
    const { db } = database;
    const made = await makeStrategy(db, ada);
    const item = made.root;
    const batch = await change(
      db,
      ada,
      made,
      { item, field: 'sponsor', was: '', now: 'Mme Martin' },
      { item, field: 'pilot', was: '', now: 'DSI' },
    );
    await change(db, grace, made, { item, field: 'pilot', was: 'DSI', now: 'Direction du numérique' });
    const undone = await undoBatch(db, ada, made.id, batch, ALL);
    expect(undone?.outcomes).toEqual([
      {
        item,
        field: 'pilot',
        became: 'conflict',
        value: 'Direction du numérique',
        by: 'Grace, Emmaüs',
        at: NOW,
      },
      { item, field: 'sponsor', became: 'undone' },
    ]);
    expect(await fieldsOf(db, made, item)).toMatchObject({ sponsor: '', pilot: 'Direction du numérique' });
    const again = await undoBatch(db, ada, made.id, undone?.batch ?? '', ALL);
    expect(again?.outcomes).toEqual([{ item, field: 'sponsor', became: 'undone' }]);
    expect((await fieldsOf(db, made, item))?.sponsor).toBe('Mme Martin');
    expect((await undoBatch(db, ada, made.id, again?.batch ?? '', ALL))?.outcomes[0]?.became).toBe('undone');
    expect((await undoBatch(db, ada, made.id, again?.batch ?? '', ALL))?.batch).toBeNull();
  });

  it('takes out what was added, unless somebody wrote in it since, and puts back what was taken out', async () => {
    const { db } = database;
    const made = await makeStrategy(db, ada);
    const action = await addTo(db, ada, made, 'action', { name: 'Permanence', status: 'idea' });
    const added = await lastBatch(made);
    const cost = await addTo(db, grace, made, 'cost', { label: 'Loyer' }, action);
    const costAdded = await lastBatch(made);
    expect((await undoBatch(db, ada, made.id, added, ALL))?.outcomes).toMatchObject([
      { item: action, field: null, became: 'conflict' },
    ]);
    const gone = await undoBatch(db, grace, made.id, costAdded, ALL);
    expect(gone?.outcomes).toEqual([{ item: cost, field: null, became: 'undone' }]);
    expect(await fieldsOf(db, made, cost)).toBeNull();
    expect((await undoBatch(db, grace, made.id, costAdded, ALL))?.outcomes[0]?.became).toBe('same');
    expect((await undoBatch(db, grace, made.id, gone?.batch ?? '', ALL))?.outcomes[0]?.became).toBe('undone');
    expect(await fieldsOf(db, made, cost)).toMatchObject({ label: 'Loyer' });
    const removed = await removeItem(db, ada, made.id, action, () => true);
    expect(await fieldsOf(db, made, cost)).toBeNull();
    expect((await undoBatch(db, ada, made.id, removed ?? '', ALL))?.batch).not.toBeNull();
    expect(await fieldsOf(db, made, cost)).toMatchObject({ label: 'Loyer' });
  });

  it('is no way round what one may write', async () => {
    const { db } = database;
    const made = await makeStrategy(db, ada);
    const action = await addTo(db, ada, made, 'action', { name: 'Permanence', entrusted: grace.owner ?? '' });
    const added = await lastBatch(made);
    const own = await change(db, grace, made, { item: action, field: 'lead', was: '', now: 'Emmaüs' });
    const root = await change(db, ada, made, { item: made.root, field: 'aims', was: '', now: 'Aider' });
    const writer: Writer = { standing: 'contributor', organisation: grace.owner };
    const may: MayUndo = {
      write: (...what) => mayWrite(writer, ...what),
      remove: (...what) => mayRemove(writer, ...what),
    };
    const became = async (batch: string) =>
      (await undoBatch(db, grace, made.id, batch, may))?.outcomes.map((one) => one.became);
    expect(await became(root)).toEqual(['refused']);
    expect(await became(added)).toEqual(['refused']);
    expect(await became(own)).toEqual(['undone']);
    const { batches } = await readHistory(db, made.id, EVERYTHING);
    const creation = batches.at(-1)?.batch ?? '';
    expect((await undoBatch(db, ada, made.id, creation, ALL))?.outcomes.map((one) => one.became)).toEqual([
      'refused',
    ]);
    const other = await makeStrategy(db, ada);
    expect(await undoBatch(db, ada, other.id, own, ALL)).toBeNull();
    await removeItem(db, ada, made.id, action, () => true);
    expect(await restoreItem(db, grace, made.id, action, may)).toBeNull();
    expect(await restoreItem(db, ada, other.id, action, ALL)).toBeNull();
    expect(await restoreItem(db, ada, made.id, action, ALL)).not.toBeNull();
    expect(await restoreItem(db, ada, made.id, action, ALL)).toBeNull();
  });

  it('all that was done, the last first, leads back to the start', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            field: fc.constantFrom('sponsor', 'pilot', 'aims'),
            now: fc.constantFrom('', 'a', 'b', 'c'),
            adds: fc.boolean(),
          }),
          { minLength: 1, maxLength: 8 },
        ),
        async (acts) => {
          const { db } = database;
          const made = await makeStrategy(db, ada);
          const said = async () =>
            (await readKept(db, made.id))?.items.map(({ kind, fields }) => ({
              kind,
              fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')),
            }));
          const start = await said();
          for (const { field, now, adds } of acts) {
            const was = (await fieldsOf(db, made, made.root))?.[field] ?? '';
            await changeFields(db, ada, made.id, [{ item: made.root, field, was, now }], () => true);
            if (adds) await addTo(db, ada, made, 'gap', { name: now });
          }
          const end = await said();
          const { batches } = await readHistory(db, made.id, EVERYTHING);
          const undone: string[] = [];
          for (const { batch } of batches.slice(0, -1)) {
            const back = await undoBatch(db, grace, made.id, batch, ALL);
            expect(back?.outcomes.every(({ became }) => became === 'undone')).toBe(true);
            undone.push(back?.batch ?? '');
          }
          expect(await said()).toEqual(start);
          for (const batch of undone.reverse()) await undoBatch(db, grace, made.id, batch, ALL);
          expect(await said()).toEqual(end);
        },
      ),
      { numRuns: 15 },
    ));
});

describe('the history', () => {
  it('says who, when and what, by thing and by person, in pages', async () => {
    const { db } = database;
    const made = await makeStrategy(db, ada);
    const gap = await addTo(db, ada, made, 'gap', { name: 'Loin de tout' });
    await change(db, grace, made, { item: gap, field: 'name', was: 'Loin de tout', now: 'Vercors' });
    await change(db, ada, made, { item: made.root, field: 'aims', was: '', now: 'Aider' });
    const { batches, total } = await readHistory(db, made.id, EVERYTHING);
    expect(total).toBe(4);
    expect(batches.map(({ name, organisation, total: n }) => [name, organisation, n])).toEqual([
      ['Ada', 'Ville', 1],
      ['Grace', 'Emmaüs', 1],
      ['Ada', 'Ville', 2],
      ['Ada', 'Ville', 3],
    ]);
    expect(batches[1]?.changes).toEqual([
      { item: gap, act: 'set', field: 'name', before: 'Loin de tout', after: 'Vercors' },
    ]);
    const ofGap = await readHistory(db, made.id, { ...EVERYTHING, items: [gap] });
    expect(ofGap.total).toBe(2);
    const ofGrace = await readHistory(db, made.id, { ...EVERYTHING, account: grace.account });
    expect(ofGrace.batches.map(({ name }) => name)).toEqual(['Grace']);
    const second = await readHistory(db, made.id, { ...EVERYTHING, from: 1, most: 1 });
    expect(second.batches.map(({ batch }) => batch)).toEqual([batches[1]?.batch]);
    expect((await writersOf(db, made.id)).map(({ name }) => name)).toEqual(['Ada', 'Grace']);
    await removeItem(db, grace, made.id, gap, () => true);
    expect((await asideSince(db, made.id, [gap])).get(gap)).toEqual({ at: NOW, by: 'Grace, Emmaüs' });
  });
});

describe('several people at once', () => {
  /** Writers who each change their fields at the same moment, over connections of their own. */
  const SEEDS = Array.from({ length: 20 }, (_, seed) => seed);

  it.each(SEEDS)('no change that was acknowledged is lost, interleaving %i', async (seed) => {
    const { db } = database;
    const made = await makeStrategy(db, ada);
    const action = await addTo(db, ada, made, 'action', { name: 'Permanence' });
    const fields = ['lead', 'need', 'public', 'description'];
    const draw = fc.sample(
      fc.array(fc.record({ field: fc.constantFrom(...fields), pause: fc.nat({ max: 4 }) }), {
        minLength: 6,
        maxLength: 6,
      }),
      { numRuns: 6, seed },
    );
    const outcomes = await Promise.all(
      draw.map(async (own, writer) => {
        const hand = writer % 2 === 0 ? ada : grace;
        const seen = new Map<string, string>();
        const told = [];
        for (const [at, { field, pause }] of own.entries()) {
          await new Promise((resolve) => setTimeout(resolve, pause));
          const now = `${writer}.${at}`;
          const { outcomes: became } = await changeFields(
            db,
            hand,
            made.id,
            [{ item: action, field, was: seen.get(field) ?? '', now }],
            () => true,
          );
          for (const one of became) {
            told.push({ ...one, now });
            if ('value' in one) seen.set(one.field, one.value);
          }
          if (at === 2)
            await addItem(
              db,
              hand,
              made.id,
              { id: `${made.id}-${writer}`, kind: 'cost', under: action, fields: { label: now } },
              () => true,
            );
        }
        return told;
      }),
    );
    const all = outcomes.flat();
    expect(all.every(({ became }) => became === 'saved' || became === 'conflict')).toBe(true);
    // The lines of each field are a chain, from nothing to what stands: each was written over what its writer saw.
    const lines = await db.query
      .select()
      .from(strategyChange)
      .where(eq(strategyChange.item, action))
      .orderBy(strategyChange.id);
    const held = await fieldsOf(db, made, action);
    for (const field of fields) {
      const chain = lines.filter((line) => line.field === field);
      const saved = all.filter((one) => one.field === field && one.became === 'saved').map(({ now }) => now);
      expect(chain.map(({ after }) => after).sort()).toEqual(saved.sort());
      expect(chain.map(({ before }) => before)).toEqual([
        '',
        ...chain.slice(0, -1).map(({ after }) => after),
      ]);
      expect(held?.[field] ?? '').toBe(chain.at(-1)?.after ?? '');
      for (const one of all.filter((told) => told.field === field && told.became === 'conflict'))
        expect(one).toMatchObject({ by: expect.stringMatching(/^(Ada, Ville|Grace, Emmaüs)$/) as string });
    }
    const kept = await readKept(db, made.id);
    expect(kept?.items.filter(({ kind }) => kind === 'cost')).toHaveLength(6);
  });

  it('who undoes while another writes undoes what stands, or is told', async () => {
    const { db } = database;
    for (let run = 0; run < 20; run++) {
      const made = await makeStrategy(db, ada);
      const item = made.root;
      const batch = await change(db, ada, made, { item, field: 'aims', was: '', now: 'un' });
      const [undone, written] = await Promise.all([
        undoBatch(db, ada, made.id, batch, ALL),
        changeFields(db, grace, made.id, [{ item, field: 'aims', was: 'un', now: 'deux' }], () => true),
      ]);
      const told = [undone?.outcomes[0]?.became, written.outcomes[0]?.became];
      const stands = (await fieldsOf(db, made, item))?.aims;
      expect([
        ['undone', 'conflict', ''],
        ['conflict', 'saved', 'deux'],
      ]).toContainEqual([...told, stands]);
    }
  });

  it('the same undoing sent twice is done once, and the same thing added twice is there once', async () => {
    const { db } = database;
    const made = await makeStrategy(db, ada);
    const item = made.root;
    const batch = await change(db, ada, made, { item, field: 'aims', was: '', now: 'un' });
    const both = await Promise.all([1, 2].map(() => undoBatch(db, ada, made.id, batch, ALL)));
    expect(both.map((one) => one?.outcomes[0]?.became).sort()).toEqual(['same', 'undone']);
    const gap = { id: `${made.id}-gap`, kind: 'gap', under: made.root, fields: { name: 'Loin' } } as const;
    const twice = await Promise.all([1, 2, 3].map(() => addItem(db, ada, made.id, gap, () => true)));
    expect(twice.map(({ became }) => became).sort()).toEqual(['added', 'twice', 'twice']);
    expect((await readKept(db, made.id))?.strategy.gaps).toHaveLength(1);
  });

  it('a tab left open for long writes over nothing: it is shown what stands, and who wrote it', async () => {
    const { db } = database;
    const made = await makeStrategy(db, ada);
    const item = made.root;
    await change(db, grace, made, { item, field: 'aims', was: '', now: 'Aider à domicile' });
    const { outcomes, batch } = await changeFields(
      db,
      ada,
      made.id,
      [
        { item, field: 'aims', was: '', now: 'Aider au guichet' },
        { item, field: 'pilot', was: '', now: 'DSI' },
      ],
      () => true,
    );
    expect(outcomes).toEqual([
      { item, field: 'aims', became: 'conflict', value: 'Aider à domicile', by: 'Grace, Emmaüs', at: NOW },
      { item, field: 'pilot', became: 'saved', value: 'DSI' },
    ]);
    expect(batch).not.toBeNull();
    expect(await fieldsOf(db, made, item)).toMatchObject({ aims: 'Aider à domicile', pilot: 'DSI' });
  });
});
