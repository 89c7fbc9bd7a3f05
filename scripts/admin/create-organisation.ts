import { organisationKindNamed } from '#lib/domain/account/organisation-kind.ts';
import { typedName } from '#lib/domain/account/typed-name.ts';
import { comptes } from '#lib/messages/comptes.ts';
import { hasAccounts } from '#lib/server/accounts/account.ts';
import { addOrganisation } from '#lib/server/accounts/by-command.ts';
import type { Database } from '#lib/server/db/client.ts';
import { complain, say, type Asked } from './asked.ts';

/** Makes another organisation beside the first. Gives the exit code. */
export async function createOrganisation(database: Database, asked: Asked): Promise<number> {
  const name = typedName(asked.name ?? '');
  const kind = organisationKindNamed(asked.kind);
  if (name === null) return complain(`--name : ${comptes.faults.name}`);
  if (kind === null) return complain(`--kind : ${comptes.faults.kind} (authority, association ou funder)`);
  if (!(await hasAccounts(database)))
    return complain(
      'La première organisation se crée avec le premier compte : npm run admin -- create-user.',
    );
  await addOrganisation(database, { name, kind, keepsData: asked.keepsData }, asked.now);
  say(
    `Organisation créée : ${name}. Donnez-lui un administrateur : npm run admin -- create-user --role administrator.`,
  );
  if (asked.keepsData) say('Elle tient les données du site : ses administrateurs en acceptent les éditions.');
  return 0;
}
