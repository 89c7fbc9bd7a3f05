import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FILE_FORMAT, FILE_VERSION, type FileFault } from '../../domain/strategy/file/strategy-file.ts';
import { diagnosisFixture, figuresFixture } from './fixture.ts';
import { readFile } from './read-file.ts';
import { hashContent } from './write-file.ts';

const NOW = new Date('2026-11-26T10:00:00Z');

const root = { id: 'e-1', kind: 'strategy', under: null, fields: { name: 'Stratégie' }, organisations: {} };
const action = {
  id: 'e-3',
  kind: 'action',
  under: 'e-1',
  fields: { name: 'Permanence', gaps: 'e-2 inconnu' },
  organisations: { entrusted: 'Emmaüs' },
};
const gap = {
  id: 'e-2',
  kind: 'gap',
  under: 'e-1',
  fields: { name: 'Loin', impact: '4' },
  organisations: {},
};
const passage = { id: 'e-4', kind: 'passage', under: 'e-1', fields: { key: 'action:e-3:besoin' } };
const comment = { item: 'e-3', text: 'Bien.', at: '2026-11-25T09:00:00.000Z', by: 'Emmaüs', settled: false };
const diagnosis = { at: '2026-11-25T08:00:00.000Z', figures: figuresFixture, content: diagnosisFixture };

const content = { items: [root, gap, action, passage], diagnoses: [diagnosis], comments: [comment] };

const fileOf = (held: unknown, more: Record<string, unknown> = {}): string =>
  JSON.stringify({
    format: FILE_FORMAT,
    version: FILE_VERSION,
    sha256: hashContent(held),
    content: held,
    ...more,
  });

const items = (...more: unknown[]): string => fileOf({ ...content, items: [root, ...more], comments: [] });

/** Why a file is refused; `null` when it is read. */
const why = (text: string): FileFault['why'] | null => {
  const read = readFile(text, NOW);
  return 'why' in read ? read.why : null;
};

describe('the file of a strategy', () => {
  it('is read under new identifiers, and what points at them follows', () => {
    const read = readFile(`\ufeff${fileOf(content)}`, NOW);
    if ('why' in read) throw new Error(read.why);
    const [strategy, held, done, text] = read.items;
    expect(read.items.map(({ kind, under }) => [kind, under])).toEqual([
      ['strategy', null],
      ['gap', strategy?.id],
      ['action', strategy?.id],
      ['passage', strategy?.id],
    ]);
    expect(done?.fields.gaps).toBe(held?.id);
    expect(text?.fields.key).toBe(`action:${done?.id}:besoin`);
    expect(read.comments[0]?.item).toBe(done?.id);
    expect(read.organisations).toEqual(['Emmaüs']);
    expect(read.diagnoses).toEqual([diagnosis]);
    const again = readFile(fileOf(content), NOW);
    expect('why' in again || again.items.some(({ id }) => read.items.some((one) => one.id === id))).toBe(
      false,
    );
  });

  const deep = `{"format":"${FILE_FORMAT}","version":1,"sha256":"","content":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
  const withDiagnosis = (change: Record<string, unknown>): string =>
    fileOf({ ...content, diagnoses: [{ ...diagnosis, content: { ...diagnosisFixture, ...change } }] });
  const scripted = { ...diagnosisFixture.header, crumbs: [{ label: 'x', href: 'javascript:alert(1)' }] };
  const elsewhere = { ...diagnosisFixture.gaps, href: '//autre.test/' };
  const need = diagnosisFixture.maps.need;
  const coloured = { ...need, layout: { ...need?.layout, colours: ['url(https://autre.test/)'] } };

  it.each<[string, string, FileFault['why']]>([
    ['nothing', '', 'json'],
    ['a page', '<html><script>alert(1)</script>', 'json'],
    ['cut short', fileOf(content).slice(0, -40), 'json'],
    ['nested for ever', deep, 'json'],
    ['a number', '12', 'format'],
    ['a list', '[]', 'format'],
    ['another format', '{"format":"autre"}', 'format'],
    ['without content', `{"format":"${FILE_FORMAT}","version":1}`, 'format'],
    ['of a later version', fileOf(content, { version: 2 }), 'version'],
    ['of a version as text', fileOf(content, { version: '1' }), 'version'],
    ['changed on its way', fileOf(content).replace('Permanence', 'Permanance'), 'hash'],
    ['without hash', fileOf(content, { sha256: undefined }), 'hash'],
    ['items that are none', fileOf({ ...content, items: 'x' }), 'format'],
    ['no comments', fileOf({ items: content.items, diagnoses: [] }), 'format'],
    ['too many items', items(...Array.from({ length: 5_000 }, () => gap)), 'many'],
    [
      'too many comments',
      fileOf({ ...content, comments: Array.from({ length: 2_001 }, () => comment) }),
      'format',
    ],
    ['nothing in it', fileOf({ items: [], diagnoses: [], comments: [] }), 'root'],
    ['no strategy first', fileOf({ ...content, items: [gap, root] }), 'root'],
    ['two strategies', items({ ...root, id: 'e-9', under: null }), 'root'],
    ['an item of no kind', items({ ...gap, kind: 'constructor' }), 'item'],
    ['an item that is none', items(null), 'item'],
    ['an item without name', items({ ...gap, id: '' }), 'item'],
    ['an identifier twice', items(gap, gap), 'twice'],
    ['under nothing', items({ ...gap, under: 'e-8' }), 'under'],
    ['under itself', items({ ...gap, under: 'e-2' }), 'under'],
    ['under what comes later', items({ ...gap, kind: 'cost', under: 'e-3' }, action), 'under'],
    [
      'a measure under an action',
      items(action, { ...gap, kind: 'measure', under: 'e-3', fields: {} }),
      'under',
    ],
    ['a field of no kind', items({ ...gap, fields: { __proto__: null, toString: 'x' } }), 'item'],
    ['a field that is no text', items({ ...gap, fields: { people: 12 } }), 'item'],
    ['fields in a list', items({ ...gap, fields: ['x'] }), 'item'],
    ['a number that is none', items({ ...gap, fields: { people: 'NaN' } }), 'field'],
    ['a number out of range', items({ ...gap, fields: { people: '999999999999' } }), 'field'],
    ['a choice that is none', items({ ...gap, fields: { impact: '6' } }), 'field'],
    ['a text too long', items({ ...gap, fields: { name: 'x'.repeat(201) } }), 'field'],
    ['a count that is none', items({ ...action, fields: { counted: '{"query":1}' } }), 'field'],
    ['a comment on nothing', fileOf({ ...content, comments: [{ ...comment, item: 'e-7' }] }), 'comment'],
    ['an empty comment', fileOf({ ...content, comments: [{ ...comment, text: ' \u0000 ' }] }), 'comment'],
    ['a comment of no day', fileOf({ ...content, comments: [{ ...comment, at: 'hier' }] }), 'comment'],
    [
      'a comment of next year',
      fileOf({ ...content, comments: [{ ...comment, at: '2027-11-26T10:00:00Z' }] }),
      'comment',
    ],
    ['a diagnosis that is none', fileOf({ ...content, diagnoses: [null] }), 'diagnosis'],
    ['a diagnosis with a NUL', withDiagnosis({ date: 'le\u0000' }), 'diagnosis'],
    ['a diagnosis with half a character', withDiagnosis({ date: '\ud800' }), 'diagnosis'],
    ['a diagnosis with a script for a link', withDiagnosis({ header: scripted }), 'diagnosis'],
    ['a diagnosis that leads elsewhere', withDiagnosis({ gaps: elsewhere }), 'diagnosis'],
    [
      'a map that fetches a colour',
      withDiagnosis({ maps: { ...diagnosisFixture.maps, need: coloured } }),
      'diagnosis',
    ],
    [
      'a map without a number',
      withDiagnosis({ places: { ...diagnosisFixture.places, count: '1' } }),
      'diagnosis',
    ],
  ])('%s is refused', (_, text, expected) => expect(why(text)).toBe(expected));

  it('keys of every object are taken as data', () => {
    const held = JSON.parse('{"__proto__":{"polluted":1},"name":"x"}') as Record<string, string>;
    expect(why(items({ ...gap, fields: held }))).toBe('item');
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('is read or refused whatever is changed in it, and what is read is in normal form', () => {
    const paths = pathsOf(content);
    const value = fc.oneof(
      fc.jsonValue(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('e-1', 'e-2', 'e-3', 'strategy', 'cost', '\u202e', '9'.repeat(400), '-0', '1e400'),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...paths), value), { minLength: 1, maxLength: 3 }),
        (changes) => {
          const held = structuredClone(content) as unknown;
          for (const [path, given] of changes) put(held, path, given);
          const read = readFile(fileOf(held), NOW);
          if ('why' in read) return;
          expect(read.items[0]?.kind).toBe('strategy');
          expect(new Set(read.items.map(({ id }) => id)).size).toBe(read.items.length);
          expect(JSON.stringify(read)).not.toContain('\\u0000');
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

type Path = readonly (string | number)[];

/** Every place in a value. */
function pathsOf(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [
    ...(at.length > 0 ? [at] : []),
    ...Object.entries(value).flatMap(([key, held]) =>
      pathsOf(held, [...at, Array.isArray(value) ? Number(key) : key]),
    ),
  ];
}

/** Puts something at a place, where the place is still there. */
function put(within: unknown, path: Path, given: unknown): void {
  let held = within as Record<string | number, unknown> | undefined;
  for (const key of path.slice(0, -1)) {
    const next: unknown = held?.[key];
    held = typeof next === 'object' && next !== null ? (next as Record<string | number, unknown>) : undefined;
  }
  const last = path.at(-1);
  if (held && last !== undefined) held[last] = given;
}
