import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diagnosisShape, figuresShape } from '../../src/lib/diagnosis/diagnosis-shape.ts';
import { NO_FILTER } from '../../src/lib/domain/places/filter.ts';
import type { Hand } from '../../src/lib/domain/account/visitor.ts';
import { fieldKind, ITEM_KINDS, type ItemKind } from '../../src/lib/domain/strategy/record/item-kind.ts';
import type { FieldKind } from '../../src/lib/domain/strategy/record/field-kind.ts';
import { addAccount, addOrganisation } from '../../src/lib/server/accounts/by-command.ts';
import { auditEntry } from '../../src/lib/server/db/schema/audit.ts';
import { strategy as strategyTable } from '../../src/lib/server/db/schema/strategies.ts';
import { diagnosisOf } from '../../src/lib/server/diagnosis/diagnosis.ts';
import { frozenFigures } from '../../src/lib/server/diagnosis/frozen-figures.ts';
import { Snapshot } from '../../src/lib/server/queries/snapshot.ts';
import { addComment } from '../../src/lib/server/strategies/comments.ts';
import { freezeDiagnosis } from '../../src/lib/server/strategies/diagnoses.ts';
import { readHistory } from '../../src/lib/server/strategies/history.ts';
import { importStrategy } from '../../src/lib/server/strategies/import-file.ts';
import { readKept } from '../../src/lib/server/strategies/read.ts';
import { readFile } from '../../src/lib/server/strategies/read-file.ts';
import { writeFile } from '../../src/lib/server/strategies/write-file.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { addTo, change, makeStrategy } from '../support/strategy-doors.ts';

const NOW = new Date('2026-11-25T10:00:00Z');

let database: TestDatabase;
let hand: Hand;
let other: Hand;

beforeAll(async () => {
  database = await openTestDatabase('demonstration');
  const { db } = database;
  const owner = await addOrganisation(db, { name: 'Ville', kind: 'authority' }, NOW);
  const away = await addOrganisation(db, { name: 'Emmaüs', kind: 'association' }, NOW);
  const described = { email: 'ada@exemple.fr', name: 'Ada Lovelace', password: null };
  hand = {
    now: NOW,
    owner,
    account: await addAccount(db, described, { organisation: owner, role: 'editor' }, NOW),
  };
  other = { now: NOW, owner: away, account: null };
});

afterAll(() => database.drop());

interface Written {
  exported: string;
  sha256: string;
  content: { items: { fields: Record<string, string> }[]; diagnoses: unknown[]; comments: unknown[] };
}

const written = async (id: string): Promise<Written> =>
  JSON.parse(await writeFile(database.db, hand, id)) as Written;

async function taken(id: string): Promise<string> {
  const read = readFile(await writeFile(database.db, hand, id), NOW);
  if ('why' in read) throw new Error(JSON.stringify(read));
  return importStrategy(database.db, other, read);
}

/** Values that somebody may type in a field. */
function typedIn(kind: FieldKind): fc.Arbitrary<string> {
  switch (kind.is) {
    case 'line':
    case 'text':
      return fc.string({ unit: 'grapheme', maxLength: 40 });
    case 'amount':
      return fc.integer({ min: Math.max(0, kind.least), max: 1_000 }).map(String);
    case 'day':
      return fc.constantFrom('2027-03-31', '');
    case 'month':
      return fc.constantFrom('2027-03', '');
    case 'year':
      return fc.constantFrom('2027', '');
    case 'choice':
      return fc.constantFrom(...kind.among, '');
    case 'keys':
      return fc.array(fc.constantFrom('99001', '99002', 'lieu-1')).map((keys) => keys.join(' '));
    case 'query':
      return fc.constantFrom('territoire=99001&seuil=5', '');
    case 'counted':
      return fc.constant('');
  }
}

/** Things to add, each under the last one of the kind that it stands under. */
const things = fc.array(
  fc
    .constantFrom(...(Object.keys(ITEM_KINDS) as ItemKind[]).filter((kind) => kind !== 'strategy'))
    .chain((kind) =>
      fc.record({
        kind: fc.constant(kind),
        fields: fc.record(
          Object.fromEntries(
            Object.keys(ITEM_KINDS[kind].fields)
              .filter((field) => field !== 'counted')
              .map((field) => [field, typedIn(fieldKind(kind, field) as FieldKind)]),
          ),
          { requiredKeys: [] },
        ) as fc.Arbitrary<Record<string, string>>,
      }),
    ),
  { minLength: 1, maxLength: 12 },
);

describe('a strategy as a file', () => {
  it('taken in and written again is the same, whatever it holds', () =>
    fc.assert(
      fc.asyncProperty(things, async (added) => {
        const made = await makeStrategy(database.db, hand);
        const last = new Map<string, string>([['strategy', made.root]]);
        for (const { kind, fields } of added) {
          const above = last.get(ITEM_KINDS[kind].under ?? '');
          if (above !== undefined) last.set(kind, await addTo(database.db, hand, made, kind, fields, above));
        }
        const [action, gap] = [last.get('action'), last.get('gap')];
        if (action && gap) {
          const was = added.findLast(({ kind }) => kind === 'action')?.fields.gaps ?? '';
          await change(database.db, hand, made, { item: action, field: 'gaps', was, now: `${gap}` });
        }
        const first = await written(made.id);
        const again = await written(await taken(made.id));
        expect(again.content).toEqual(first.content);
        expect(again.sha256).toBe(first.sha256);
      }),
      { numRuns: 25 },
    ));

  it('carries its diagnoses and what was said, and no name of a person, nor rights', async () => {
    const { db } = database;
    const data = await Snapshot.read(db);
    const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
    const places = { filter: NO_FILTER, text: 'Tous les lieux' };
    const [content, figures] = await Promise.all(
      ['FR', '99001'].map(async (slug) => {
        const territory = data.territories.bySlug(slug);
        if (!territory) throw new Error(`no ${slug}`);
        const diagnosis = await diagnosisOf(data, db, territory, places, NOW);
        const frozen = await frozenFigures(data, territory, NOW);
        expect(diagnosisShape(asJson(diagnosis))).toEqual(asJson(diagnosis));
        expect(figuresShape(asJson(frozen))).toEqual(asJson(frozen));
        return { content: diagnosis, figures: frozen };
      }),
    ).then(([first]) => [first?.content, first?.figures] as const);
    if (!content || !figures) throw new Error('no diagnosis');
    const made = await makeStrategy(db, hand);
    const action = await addTo(db, hand, made, 'action', {
      name: 'Permanence',
      entrusted: other.owner ?? '',
    });
    await freezeDiagnosis(db, hand, made.id, { figures, content });
    const said = { item: action, text: 'À chiffrer', guest: null };
    await addComment(db, hand, made.id, { id: 'c1', ...said });
    await addComment(db, other, made.id, { id: 'c2', ...said, text: '<b>Oui</b>' });
    const text = await writeFile(db, hand, made.id);
    for (const secret of ['Ada', 'ada@exemple.fr', hand.account ?? '', hand.owner ?? '', other.owner ?? ''])
      expect(text).not.toContain(secret);
    const id = await taken(made.id);
    const kept = await readKept(db, id);
    expect(kept?.owner?.name).toBe('Emmaüs');
    expect(kept?.strategy.actions.map(({ name, entrusted }) => [name, entrusted])).toEqual([
      ['Permanence', ''],
    ]);
    const [first, again] = [await written(made.id), await written(id)];
    expect(again.content.diagnoses).toEqual(first.content.diagnoses);
    expect(first.content.diagnoses).toHaveLength(1);
    expect(again.content.comments).toEqual(first.content.comments);
    expect(first.content.comments).toHaveLength(2);
    const { batches, total } = await readHistory(db, id, { items: null, account: null, from: 0, most: 10 });
    expect([total, batches[0]?.total]).toEqual([1, 5]);
    const acts = (await db.query.select().from(auditEntry)).map(({ action: act }) => act);
    expect(acts).toContain('strategy.import');
    expect(acts).toContain('strategy.export');
  });

  it('that is refused makes nothing', async () => {
    const made = await makeStrategy(database.db, hand);
    const text = await writeFile(database.db, hand, made.id);
    const before = await database.db.query.$count(strategyTable);
    expect(readFile(text.replace('Stratégie', 'Autre'), NOW)).toEqual({ why: 'hash' });
    const read = readFile(text, NOW);
    if ('why' in read) throw new Error(read.why);
    const [root] = read.items;
    if (!root) throw new Error('no root');
    // Two roots: the database refuses the second, and the whole with it.
    await expect(
      importStrategy(database.db, hand, { ...read, items: [root, { ...root, id: 'autre' }] }),
    ).rejects.toThrow();
    expect(await database.db.query.$count(strategyTable)).toBe(before);
  });
});
