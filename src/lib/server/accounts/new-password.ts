import { passwordFault, type PasswordFault } from '../../domain/account/password.ts';
import { hashPassword, PasswordsBusy } from './passwords.ts';

/** What is to be kept of a password that somebody chooses, or why it may not be chosen. */
export async function newPassword(
  chosen: string,
  known: readonly string[],
): Promise<{ hash: string } | { fault: PasswordFault | 'busy' }> {
  const fault = passwordFault(chosen, known);
  if (fault) return { fault };
  try {
    return { hash: await hashPassword(chosen) };
  } catch (cause) {
    if (!(cause instanceof PasswordsBusy)) throw cause;
    return { fault: 'busy' };
  }
}
