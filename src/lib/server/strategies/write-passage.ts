import { randomUUID } from 'node:crypto';
import type { Hand } from '../../domain/account/visitor.ts';
import type { FieldFault, FieldKind } from '../../domain/strategy/record/field-kind.ts';
import { ITEM_KINDS } from '../../domain/strategy/record/item-kind.ts';
import { saidIn, type Item } from '../../domain/strategy/record/item.ts';
import { readField } from '../../domain/strategy/record/read-field.ts';
import { settle } from '../../domain/strategy/record/settle.ts';
import { writing } from '../audit/writing.ts';
import type { Database, Query } from '../db/client.ts';
import { writeField, writerOf } from './change-fields.ts';
import { insertItem } from './items.ts';
import { lockStrategy } from './lock.ts';
import { readItems } from './read.ts';

/** A passage of the report as somebody wrote it: what they saw, what they make of it, against which figures. */
export interface WrittenPassage {
  key: string;
  was: string;
  /** Empty to give its place back to the figures. */
  text: string;
  basis: string;
}

export type PassageOutcome =
  | { became: 'saved' | 'same' | 'gone' }
  | { became: 'conflict'; value: string; by: string }
  | { became: 'fault'; fault: FieldFault };

/** Writes a passage, with the figures that it was written against: both or neither. One passage a key, whoever writes first. */
export const writePassage = (
  database: Pick<Database, 'query'>,
  hand: Hand,
  strategy: string,
  passage: WrittenPassage,
): Promise<PassageOutcome> =>
  writing(
    database,
    hand,
    ({ became }) => (became === 'saved' ? { action: 'strategy.write', object: strategy } : null),
    async (tx) => {
      if (!(await lockStrategy(tx, strategy))) return { became: 'gone' };
      const items = (await readItems(tx, [strategy])).get(strategy) ?? [];
      const root = items.find(({ kind }) => kind === 'strategy');
      const fields = normalOf(passage);
      if (!root) return { became: 'gone' };
      if ('fault' in fields) return { became: 'fault', fault: fields.fault };
      const held = items.find(
        (item): item is Item<'passage'> => item.kind === 'passage' && item.fields.key === fields.key,
      );
      const current = held ? saidIn(held, 'text') : '';
      const settled = settle(current, fields.was, fields.text);
      if (settled === 'conflict')
        return {
          became: 'conflict',
          value: current,
          by: held ? (await writerOf(tx, held.id, 'text')).by : '',
        };
      const before = { key: held ? fields.key : '', text: current, basis: held ? saidIn(held, 'basis') : '' };
      const after = { key: fields.key, text: fields.text, basis: fields.basis };
      return {
        became: (await writeAll(tx, hand, { strategy, root: root.id, held: held?.id }, before, after))
          ? 'saved'
          : 'same',
      };
    },
  );

type Fields = Readonly<Record<'key' | 'text' | 'basis', string>>;

/** Writes what differs; whether something did. */
async function writeAll(
  tx: Query,
  hand: Hand,
  { strategy, root, held }: { strategy: string; root: string; held: string | undefined },
  before: Fields,
  after: Fields,
): Promise<boolean> {
  const changed = (['key', 'text', 'basis'] as const).filter((field) => before[field] !== after[field]);
  if (changed.length === 0 || (held === undefined && after.text === '')) return false;
  const item = held ?? randomUUID();
  const made =
    held === undefined
      ? await insertItem(tx, hand, strategy, { id: item, kind: 'passage', under: root })
      : null;
  const batch = made ?? randomUUID();
  for (const field of changed)
    await writeField(
      tx,
      hand,
      { strategy, batch },
      { item, field, before: before[field], after: after[field] },
    );
  return true;
}

/** What was typed, in normal form; or the first fault. */
function normalOf(passage: WrittenPassage): WrittenPassage | { fault: FieldFault } {
  const { key, text, basis } = ITEM_KINDS.passage.fields;
  const kinds: Readonly<Record<keyof WrittenPassage, FieldKind>> = { key, was: text, text, basis };
  const fields = { ...passage };
  for (const [name, kind] of Object.entries(kinds) as [keyof WrittenPassage, FieldKind][]) {
    const read = readField(kind, passage[name]);
    if ('fault' in read) return { fault: read };
    fields[name] = read.value;
  }
  return fields;
}
