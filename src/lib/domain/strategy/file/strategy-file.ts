import type { FieldFault } from '../record/field-kind.ts';
import type { ItemKind } from '../record/item-kind.ts';
import type { FrozenFigures } from '../diagnosis/frozen-figures.ts';

/** What the file of a strategy says it is. */
export const FILE_FORMAT = 'maillage-strategie';

/** Of what is described here; a file of a later one is refused, never guessed. */
export const FILE_VERSION = 1;

/** A file as sent, bytes. */
export const MOST_FILE_BYTES = 20 * 1024 * 1024;

/** One thing, under an identifier of the file’s own. What it stands under comes before it. */
export interface FileItem {
  id: string;
  kind: ItemKind;
  under: string | null;
  /** Normal forms; what is not said is not there. */
  fields: Record<string, string>;
  /** Names of the organisations that fields point at: they are known here only, and rights are not carried. */
  organisations: Record<string, string>;
}

/** A diagnosis as it stood. `Content` is what is read and printed. */
export interface FileDiagnosis<Content> {
  at: string;
  figures: FrozenFigures;
  content: Content;
}

/** What was said beside an item, by an organisation or by whom a link was made for; never the name of a person. */
export interface FileComment {
  item: string;
  text: string;
  at: string;
  by: string | null;
  settled: boolean;
}

/** All that a strategy is, without who may open it. */
export interface FileContent<Content = unknown> {
  items: FileItem[];
  /** The latest first. */
  diagnoses: FileDiagnosis<Content>[];
  comments: FileComment[];
}

/** Why a file is not the one of a strategy; `line` is the rank of the thing, from 1. */
export type FileFault =
  | { why: 'json' | 'format' | 'version' | 'hash' | 'root' | 'diagnosis' | 'comment' }
  | { why: 'many'; most: number }
  | { why: 'item' | 'twice' | 'under'; line: number }
  | { why: 'field'; line: number; kind: ItemKind; field: string; fault: FieldFault };

/** Fields that hold the identifier of an organisation. */
export const ORGANISATION_FIELDS: Readonly<Partial<Record<ItemKind, readonly string[]>>> = {
  actor: ['organisation'],
  action: ['entrusted'],
  funding: ['organisation'],
};

/**
 * A field with the identifiers of items that it holds changed for others; those that are not known are left
 * out of a list of keys.
 */
export function relabelled(
  kind: ItemKind,
  field: string,
  value: string,
  to: (id: string) => string | undefined,
): string {
  if (kind === 'action' && field === 'gaps')
    return value
      .split(' ')
      .flatMap((id) => to(id) ?? [])
      .join(' ');
  if (kind === 'passage' && field === 'key') return value.replace(/[\w-]+/g, (word) => to(word) ?? word);
  return value;
}
