import { findSourceNotice, isSourceId } from '#lib/domain/indicators/source.ts';
import { organisation } from '#lib/messages/organisation.ts';

const words = organisation.journal.objects;

/** Names that whoever reads the journal may see, by identifier. */
export interface KnownNames {
  strategies: ReadonlyMap<string, string>;
  tables: ReadonlyMap<string, string>;
  accounts: ReadonlyMap<string, string>;
}

/** What an act was done to, by the name that its reader knows; by its identifier where there is none any more. */
export function objectName(action: string, object: string, known: KnownNames): string {
  const [room] = action.split('.');
  const [head = '', tail = ''] = object.split('/');
  switch (room) {
    case 'data':
      return isSourceId(head) ? titled(findSourceNotice(head)?.title ?? head, tail) : object;
    case 'strategy':
      return known.strategies.get(object) ?? object;
    case 'table':
      return known.tables.get(object) ?? words.table(object);
    case 'list':
      return words.list(object);
    case 'account':
    case 'member':
      return known.accounts.get(object) ?? object;
    default:
      return object;
  }
}

/** A source, and which reading of it: the number of its edition, or the beginning of its file’s mark. */
const titled = (title: string, reading: string): string =>
  reading === '' ? title : words.reading(title, reading);
