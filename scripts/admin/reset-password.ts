import { normaliseEmail } from '#lib/domain/account/email.ts';
import { comptes } from '#lib/messages/comptes.ts';
import { accountOf } from '#lib/server/accounts/account.ts';
import { recoveryLink, setPassword } from '#lib/server/accounts/by-command.ts';
import type { Database } from '#lib/server/db/client.ts';
import { complain, say, type Asked } from './asked.ts';
import { readPassword } from './read-password.ts';

/** Gives an account another password, or the link to choose one; every session ends. Gives the exit code. */
export async function resetPassword(database: Database, asked: Asked): Promise<number> {
  const email = normaliseEmail(asked.email ?? '');
  if (email === null) return complain(`--email : ${comptes.faults.email}`);
  const held = await accountOf(database, email);
  if (!held) return complain(`Aucun compte pour ${email}. Voyez : npm run admin -- list-users`);
  if (!asked.passwordStdin) {
    const token = await recoveryLink(database, held.id, email, asked.now);
    say(`Lien à usage unique, valable 24 heures :\n${asked.origin}/invitation/${token}`);
    return 0;
  }
  const password = await readPassword([email, held.name]);
  if ('problem' in password) return complain(`${password.problem} Rien n’a été changé.`);
  await setPassword(database, held.id, password.hash, asked.now);
  say('Mot de passe changé. Toutes les sessions de ce compte sont fermées.');
  return 0;
}
