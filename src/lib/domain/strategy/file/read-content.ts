import { readCounted } from '../model/counted-scenario.ts';
import type { FieldFault, FieldKind } from '../record/field-kind.ts';
import { ITEM_KINDS, fieldKind, itemKindNamed } from '../record/item-kind.ts';
import { MOST_ITEMS, type Item } from '../record/item.ts';
import { readField } from '../record/read-field.ts';
import { isBoolean, isList, isObject, isText, orNull, type Shape } from './shape.ts';
import {
  relabelled,
  type FileComment,
  type FileContent,
  type FileDiagnosis,
  type FileFault,
} from './strategy-file.ts';

/** What a file brings, with identifiers of its own here. */
export interface ReadContent<Content> {
  /** Each after what it stands under, ranked as in the file. */
  items: Item[];
  diagnoses: FileDiagnosis<Content>[];
  comments: FileComment[];
  /** Organisations that things were tied to where the file comes from: not tied here. */
  organisations: string[];
}

/** How the parts that the domain does not know are read. */
export interface Readers<Content> {
  diagnosis: Shape<Omit<FileDiagnosis<Content>, 'at'>>;
  newId: () => string;
  now: Date;
}

/** Longest count of a scenario, characters: ten thousand sites. */
const MOST_COUNTED = 1_000_000;
const MOST_DIAGNOSES = 500;
const MOST_COMMENTS = 2_000;
const MOST_WORDS = 4_000;
const MOST_NAME = 200;

/** The parts of a file, each yet to be read. */
const partsShape = isObject<FileContent>({
  items: (given) => (Array.isArray(given) ? given : undefined),
  diagnoses: isList((given) => given as never, MOST_DIAGNOSES),
  comments: isList((given) => given as never, MOST_COMMENTS),
});

const itemShape = isObject<{ id: string; kind: string; under: string | null }>({
  id: isText,
  kind: isText,
  under: orNull(isText),
});

const commentShape = isObject<FileComment>({
  item: isText,
  text: isText,
  at: isText,
  by: orNull(isText),
  settled: isBoolean,
});

/** What a file says, all of it or the first fault: a strategy half read would look whole. */
export function readContent<Content>(
  given: unknown,
  { diagnosis, newId, now }: Readers<Content>,
): ReadContent<Content> | FileFault {
  const parts = partsShape(given);
  if (!parts) return { why: 'format' };
  if (parts.items.length > MOST_ITEMS) return { why: 'many', most: MOST_ITEMS };
  const read = readItems(parts.items, newId);
  if ('why' in read) return read;
  const diagnoses = readDiagnoses(parts.diagnoses, diagnosis, now);
  if (!diagnoses) return { why: 'diagnosis' };
  const comments = readComments(parts.comments, read.ids, now);
  if (!comments) return { why: 'comment' };
  return { items: read.items, organisations: read.organisations, diagnoses, comments };
}

interface ReadItems {
  items: Item[];
  ids: ReadonlyMap<string, string>;
  organisations: string[];
}

function readItems(given: readonly unknown[], newId: () => string): ReadItems | FileFault {
  const ids = new Map<string, string>();
  const kinds = new Map<string, string>();
  const items: Item[] = [];
  for (const [at, one] of given.entries()) {
    const line = at + 1;
    const named = itemShape(one);
    const kind = itemKindNamed(named?.kind);
    if (!named || !kind || named.id === '' || named.id.length > MOST_NAME) return { why: 'item', line };
    if (ids.has(named.id)) return { why: 'twice', line };
    if ((at === 0) !== (kind === 'strategy')) return { why: 'root' };
    const above = named.under === null ? null : kinds.get(named.under);
    if (above !== ITEM_KINDS[kind].under) return { why: 'under', line };
    ids.set(named.id, newId());
    kinds.set(named.id, kind);
    items.push({
      id: ids.get(named.id) ?? '',
      kind,
      under: named.under === null ? null : (ids.get(named.under) ?? null),
      rank: at,
      fields: {},
    });
  }
  if (items.length === 0) return { why: 'root' };
  // Once all are known: an action may answer a gap that comes after it.
  for (const [at, item] of items.entries()) {
    const fields = readFields(item, given[at], at + 1, ids);
    if ('why' in fields) return fields as FileFault;
    item.fields = fields as Record<string, string>;
  }
  return { items, ids, organisations: organisationsIn(given) };
}

function readFields(
  { kind }: Item,
  given: unknown,
  line: number,
  ids: ReadonlyMap<string, string>,
): Record<string, string> | FileFault {
  const typed = textsOf(given, 'fields');
  if (!typed) return { why: 'item', line };
  const fields: Record<string, string> = {};
  for (const [field, value] of Object.entries(typed)) {
    const held = fieldKind(kind, field);
    if (!held) return { why: 'item', line };
    const read = readValue(
      held,
      relabelled(kind, field, value, (id) => ids.get(id)),
    );
    if ('fault' in read) return { why: 'field', line, kind, field, fault: read };
    if (read.value !== '') fields[field] = read.value;
  }
  return fields;
}

/** As typed on a form; what the server counts is taken where it is such a count. */
function readValue(kind: FieldKind, text: string): { value: string } | FieldFault {
  if (kind.is !== 'counted') return readField(kind, text);
  if (text.length > MOST_COUNTED) return { fault: 'long', most: MOST_COUNTED };
  if (isText(text) === undefined || readCounted(text) === null) return { fault: 'closed' };
  return { value: text };
}

/** A field of an object that holds texts by name; an empty one where it is not there. */
function textsOf(given: unknown, key: string): Record<string, string> | null {
  const held: unknown = (given as Record<string, unknown>)[key] ?? {};
  if (typeof held !== 'object' || held === null || Array.isArray(held)) return null;
  return Object.values(held).every((one) => typeof one === 'string')
    ? (held as Record<string, string>)
    : null;
}

const organisationsIn = (given: readonly unknown[]): string[] => [
  ...new Set(
    given.flatMap((one) =>
      Object.values(textsOf(one, 'organisations') ?? {}).map((name) => name.slice(0, MOST_NAME)),
    ),
  ),
];

function readDiagnoses<Content>(
  given: readonly unknown[],
  shape: Readers<Content>['diagnosis'],
  now: Date,
): FileDiagnosis<Content>[] | null {
  const read: FileDiagnosis<Content>[] = [];
  for (const one of given) {
    const at = momentOf((one as { at?: unknown } | null)?.at, now);
    const held = shape(one);
    if (at === null || !held) return null;
    read.push({ at, ...held });
  }
  return read;
}

function readComments(
  given: readonly unknown[],
  ids: ReadonlyMap<string, string>,
  now: Date,
): FileComment[] | null {
  const read: FileComment[] = [];
  for (const one of given) {
    const comment = commentShape(one);
    const item = ids.get(comment?.item ?? '');
    const at = momentOf(comment?.at, now);
    if (!comment || item === undefined || at === null) return null;
    const words = readField({ is: 'text', most: MOST_WORDS }, comment.text);
    const by = readField({ is: 'line', most: MOST_NAME }, comment.by ?? '');
    if ('fault' in words || 'fault' in by || words.value === '') return null;
    read.push({ item, at, text: words.value, by: by.value || null, settled: comment.settled });
  }
  return read;
}

/** The first of years that a file may speak of: none was written before. */
const FIRST = Date.UTC(2020, 0, 1);
const DAY_MS = 86_400_000;

/** A moment as ISO 8601, neither before there were such files nor after tomorrow. */
function momentOf(given: unknown, now: Date): string | null {
  if (typeof given !== 'string' || !/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(given)) return null;
  const date = new Date(given);
  const time = date.getTime();
  return time >= FIRST && time <= now.getTime() + DAY_MS ? date.toISOString() : null;
}
