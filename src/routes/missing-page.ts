import { errors } from '#lib/messages/errors.ts';

const words = errors.page;

/** What a page that does not exist says: under a page that lists its kind, a link to that one; else that a territory may have changed. */
export function missingPage(pathname: string): {
  text: string;
  parent: { href: string; label: string } | null;
} {
  const parent = words.parents.find(({ href }) => pathname === href || pathname.startsWith(`${href}/`));
  return parent ? { text: words.misspelt, parent } : { text: words.notFound.text, parent: null };
}
