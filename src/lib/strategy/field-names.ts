/** Names of the fields of the forms of a strategy: what is typed, what was there, and what is new. */
export const FORM = {
  item: 'item',
  kind: 'nature',
  under: 'sous',
  batch: 'lot',
} as const;

const TYPED = 'f/';
const SEEN = 'w/';
const NEW = 'n/';

/** What is typed in a field of an item. */
export const typedName = (item: string, field: string): string => `${TYPED}${item}/${field}`;
/** What its writer saw there. */
export const seenName = (item: string, field: string): string => `${SEEN}${item}/${field}`;
/** A field of something to add. */
export const newName = (field: string): string => `${NEW}${field}`;

/** Changes as forms send them; several values of one name are keys of one field. */
export function readChanges(form: FormData): { item: string; field: string; was: string; now: string }[] {
  const names = new Set([...form.keys()].filter((name) => name.startsWith(SEEN)));
  return [...names].flatMap((name) => {
    const [item, field] = name.slice(SEEN.length).split('/');
    if (item === undefined || field === undefined) return [];
    return [{ item, field, was: textOf(form, name), now: textOf(form, typedName(item, field)) }];
  });
}

/** Fields of something to add, as typed. */
export const readNew = (form: FormData): Record<string, string> =>
  Object.fromEntries(
    [...new Set(form.keys())]
      .filter((name) => name.startsWith(NEW))
      .map((name) => [name.slice(NEW.length), textOf(form, name)]),
  );

const textOf = (form: FormData, name: string): string =>
  form
    .getAll(name)
    .filter((value) => typeof value === 'string')
    .join(' ');
