import { hash, verify } from '@node-rs/argon2';
import { composedPassword } from '../../domain/account/password.ts';

/**
 * Argon2id, 19 MiB, 2 passes, 1 lane: the parameters of the OWASP password storage cheat sheet (2023).
 * The algorithm is a number because the library names it by a constant that only exists while compiling.
 */
const PARAMETERS = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Passwords worked on at once. The library works in Node’s pool of 4 threads: files and names keep the others. */
const AT_ONCE = 2;

/** Passwords that wait behind them: three seconds’ worth. Past that, one is asked to come back. */
const WAITING = 100;

/** So many people sign in at once that one must wait. */
export class PasswordsBusy extends Error {}

let running = 0;
const queue: (() => void)[] = [];

async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running >= AT_ONCE) {
    if (queue.length >= WAITING) throw new PasswordsBusy('too many passwords to check');
    await new Promise<void>((resolve) => queue.push(resolve));
  } else running++;
  try {
    return await work();
  } finally {
    const next = queue.shift();
    if (next) next();
    else running--;
  }
}

/**
 * What is kept of a password.
 * @throws PasswordsBusy
 */
export const hashPassword = (password: string): Promise<string> =>
  inTurn(() => hash(composedPassword(password), PARAMETERS));

/** Compared with when there is nothing to compare with, made at the first need. */
let nobody: Promise<string> | null = null;

/**
 * Whether a password is the one that was kept. Without one (no such account, or one that has no password)
 * the same work is done before it says no, so that the time of an answer tells nothing.
 * @throws PasswordsBusy
 */
export async function checkPassword(kept: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword('personne');
  const against = kept ?? (await nobody);
  const same = await inTurn(() => verify(against, composedPassword(password)));
  return same && kept !== null;
}
