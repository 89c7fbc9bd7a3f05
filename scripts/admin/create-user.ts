import { normaliseEmail } from '#lib/domain/account/email.ts';
import { organisationKindNamed } from '#lib/domain/account/organisation-kind.ts';
import { roleNamed } from '#lib/domain/account/role.ts';
import { typedName } from '#lib/domain/account/typed-name.ts';
import { comptes } from '#lib/messages/comptes.ts';
import { accountOf, hasAccounts } from '#lib/server/accounts/account.ts';
import { addAccount, recoveryLink } from '#lib/server/accounts/by-command.ts';
import { chosenOrganisation } from '#lib/server/accounts/chosen-organisation.ts';
import { found } from '#lib/server/accounts/founding.ts';
import type { Database } from '#lib/server/db/client.ts';
import { complain, say, type Asked } from './asked.ts';
import { readPassword } from './read-password.ts';

/** Makes an account; the first of all founds its organisation, which gets what was made before. Gives the exit code. */
export async function createUser(database: Database, asked: Asked): Promise<number> {
  const email = normaliseEmail(asked.email ?? '');
  const name = typedName(asked.name ?? '');
  const organisation = typedName(asked.organisation ?? '');
  if (email === null) return complain(`--email : ${comptes.faults.email}`);
  if (name === null) return complain(`--name : ${comptes.faults.name}`);
  if (await accountOf(database, email))
    return complain(`Un compte existe déjà pour ${email}. Rien n’a été changé.`);
  const first = !(await hasAccounts(database));
  const kind = organisationKindNamed(asked.kind);
  const role = roleNamed(asked.role ?? 'editor');
  if (first && organisation === null) return complain(`--organisation : ${comptes.faults.name}`);
  if (first && kind === null)
    return complain(`--kind : ${comptes.faults.kind} (authority, association ou funder)`);
  if (role === null) return complain(`--role : ${comptes.faults.role} (reader, editor ou administrator)`);
  const chosen = first ? { owner: null } : await chosenOrganisation(database, asked.organisation);
  if ('names' in chosen)
    return complain(`Dites dans quelle organisation (--organisation NOM) : ${chosen.names.join(', ')}.`);
  const password = asked.passwordStdin
    ? await readPassword([email, name, organisation ?? ''])
    : { hash: null };
  if ('problem' in password) return complain(`${password.problem} Rien n’a été changé.`);
  const described = { email, name, password: password.hash };
  const made =
    first && organisation !== null && kind !== null
      ? (await found(database, { organisation: { name: organisation, kind }, account: described }, asked.now))
          ?.account
      : await addAccount(database, described, { organisation: chosen.owner, role }, asked.now);
  if (made === undefined) return complain('Un premier compte vient d’être créé par ailleurs. Recommencez.');
  say(`Compte créé : ${name}, ${email}.`);
  if (first) say('Le mode mono-utilisateur est terminé : écrire demande maintenant de se connecter.');
  if (password.hash === null) {
    const token = await recoveryLink(database, made, email, asked.now);
    say(
      `Lien à usage unique, valable 24 heures, où la personne choisit son mot de passe :\n${asked.origin}/invitation/${token}`,
    );
  }
  return 0;
}
