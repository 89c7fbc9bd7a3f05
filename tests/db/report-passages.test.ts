import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStrategy, setStrategyAside } from '../../src/lib/server/strategies/create.ts';
import { readKept } from '../../src/lib/server/strategies/read.ts';
import { writePassage, type WrittenPassage } from '../../src/lib/server/strategies/write-passage.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let id: string;
const hand = () => ({ now: new Date(), owner: null, account: null });

beforeAll(async () => {
  database = await openTestDatabase();
  id = await createStrategy(database.db, hand(), { name: 'Une stratégie', territory: '99' });
});

afterAll(() => database.drop());

const write = (over: Partial<WrittenPassage>, to = id) =>
  writePassage(database.db, hand(), to, {
    key: 'budget.total',
    was: '',
    text: 'Nous demandons 10 €.',
    basis: 'Les actions coûtent 10 €.',
    ...over,
  });
const held = async () => (await readKept(database.db, id))?.strategy.passages ?? [];

describe('writePassage', () => {
  it('keeps a passage with the figures that it was written against, once however often it is sent', async () => {
    expect(await write({})).toEqual({ became: 'saved' });
    expect(await write({})).toEqual({ became: 'same' });
    expect(await held()).toMatchObject([
      { key: 'budget.total', text: 'Nous demandons 10 €.', basis: 'Les actions coûtent 10 €.' },
    ]);
  });

  it('tells two who write at once apart, and keeps what stood', async () => {
    expect(await write({ was: '', text: 'Un autre texte.' })).toEqual({
      became: 'conflict',
      value: 'Nous demandons 10 €.',
      by: '',
    });
    const both = await Promise.all(['A', 'B'].map((text) => write({ key: 'resume.budget', was: '', text })));
    expect(both.map(({ became }) => became).sort()).toEqual(['conflict', 'saved']);
    expect((await held()).filter(({ key }) => key === 'resume.budget')).toHaveLength(1);
  });

  it('read again against new figures is written against them', async () => {
    const same = { was: 'Nous demandons 10 €.', text: 'Nous demandons 10 €.' };
    expect(await write({ ...same, basis: 'Les actions coûtent 12 €.' })).toEqual({ became: 'saved' });
    expect((await held())[0]?.basis).toBe('Les actions coûtent 12 €.');
  });

  it('gives its place back to the figures', async () => {
    expect(await write({ was: 'Nous demandons 10 €.', text: '', basis: '' })).toEqual({ became: 'saved' });
    expect((await held())[0]).toMatchObject({ text: '', basis: '' });
    expect(await write({ key: 'jamais.écrit', text: '' })).toEqual({ became: 'same' });
  });

  it('refuses what is too long, and a strategy that is not there or set aside', async () => {
    expect(await write({ key: 'long', text: 'x'.repeat(10_001) })).toEqual({
      became: 'fault',
      fault: { fault: 'long', most: 10_000 },
    });
    expect(await write({}, randomUUID())).toEqual({ became: 'gone' });
    await setStrategyAside(database.db, hand(), id, true);
    expect(await write({ text: 'Trop tard.' })).toEqual({ became: 'gone' });
  });
});
