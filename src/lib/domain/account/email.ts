/** Longest address that mail can carry (RFC 5321, 4.5.3.1.3). */
const MOST = 254;

/** One `@`, a name before, a domain with a dot after: what is left is for the mail itself to find out. */
const SHAPE =
  /^[^\s@<>()[\],;:"\\]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,}$/u;

/**
 * An e-mail address in the one form in which it is kept and compared: composed (NFKC), in small letters,
 * without spaces around. `null` when it is not one. Nothing is taken away inside: `a.b@` and `a+b@` are
 * other people where their mail server says so.
 */
export function normaliseEmail(text: string): string | null {
  const email = text.normalize('NFKC').trim().toLowerCase().normalize('NFKC');
  return email.length <= MOST && SHAPE.test(email) ? email : null;
}
