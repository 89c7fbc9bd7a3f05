import { ITEM_KINDS, type ItemKind } from '../record/item-kind.ts';
import type { Item } from '../record/item.ts';
import {
  ORGANISATION_FIELDS,
  relabelled,
  type FileComment,
  type FileContent,
  type FileDiagnosis,
  type FileItem,
} from './strategy-file.ts';

/** What goes into a file. Comments speak of items by their identifiers here. */
export interface ToWrite<Content> {
  items: readonly Item[];
  diagnoses: readonly FileDiagnosis<Content>[];
  comments: readonly FileComment[];
  /** Names of organisations by identifier. */
  organisations: ReadonlyMap<string, string>;
}

const KIND_ORDER = Object.keys(ITEM_KINDS) as ItemKind[];

/** All that a strategy is, under identifiers of the file’s own; what is under nothing, or speaks of nothing here, is left out. */
export function writeContent<Content>({
  items,
  diagnoses,
  comments,
  organisations,
}: ToWrite<Content>): FileContent<Content> {
  const ordered = inOrder(items);
  const names = new Map(ordered.map(({ id }, at) => [id, nameOf(at)]));
  return {
    items: ordered.map((item) => fileItem(item, names, organisations)),
    diagnoses: [...diagnoses],
    comments: comments
      .flatMap((comment) => {
        const item = names.get(comment.item);
        return item === undefined ? [] : [{ ...comment, item }];
      })
      .sort((a, b) => compare(a.at, b.at) || compare(a.text, b.text) || compare(a.item, b.item)),
  };
}

/** Of two texts, which comes first, whatever the language. */
const compare = (a: string, b: string): number => Number(a > b) - Number(a < b);

/** Names that no other word of a key is likely to be. */
const nameOf = (at: number): string => `e-${at + 1}`;

/** Each item after what it stands under, by kind and rank. */
function inOrder(items: readonly Item[]): Item[] {
  const under = new Map<string | null, Item[]>();
  for (const item of items) {
    const held = under.get(item.under);
    if (held) held.push(item);
    else under.set(item.under, [item]);
  }
  const walk = (above: string | null): Item[] =>
    (under.get(above) ?? [])
      .sort(
        (a, b) =>
          KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind) ||
          a.rank - b.rank ||
          (a.id < b.id ? -1 : 1),
      )
      .flatMap((item) => [item, ...walk(item.id)]);
  return walk(null);
}

function fileItem(
  { id, kind, under, fields }: Item,
  names: ReadonlyMap<string, string>,
  organisations: ReadonlyMap<string, string>,
): FileItem {
  const pointing = ORGANISATION_FIELDS[kind] ?? [];
  const written: FileItem = {
    id: names.get(id) ?? '',
    kind,
    under: under === null ? null : (names.get(under) ?? null),
    fields: {},
    organisations: {},
  };
  for (const field of Object.keys(ITEM_KINDS[kind].fields)) {
    const value = fields[field] ?? '';
    const name = pointing.includes(field) ? organisations.get(value) : undefined;
    if (name !== undefined) written.organisations[field] = name;
    if (pointing.includes(field)) continue;
    const said = relabelled(kind, field, value, (one) => names.get(one));
    if (said !== '') written.fields[field] = said;
  }
  return written;
}
