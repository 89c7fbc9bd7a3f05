/** Longest name of a person or an organisation. */
export const MOST_NAME = 120;

/** A name as typed, spaces made plain; `null` when it is empty, too long, or holds what no name does. */
export function typedName(text: string): string | null {
  const name = text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  return name === '' || name.length > MOST_NAME || /\p{Cc}/u.test(name) ? null : name;
}
