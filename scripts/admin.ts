import { parseArgs } from 'node:util';
import type { Database } from '#lib/server/db/client.ts';
import { connect } from '#lib/server/db/connect.ts';
import { createOrganisation } from './admin/create-organisation.ts';
import type { Asked } from './admin/asked.ts';
import { backup } from './admin/backup.ts';
import { createUser } from './admin/create-user.ts';
import { keepData } from './admin/keep-data.ts';
import { listUsers } from './admin/list-users.ts';
import { resetPassword } from './admin/reset-password.ts';
import { restore } from './admin/restore.ts';
import { verify } from './admin/verify.ts';

const USAGE = `Usage :
  npm run admin -- create-user --email ADRESSE --name NOM --organisation NOM [--kind authority|association|funder]
                               [--role reader|editor|administrator] [--password-stdin]
                                     crée un compte ; le tout premier crée aussi son organisation et l’administre
  npm run admin -- create-organisation --name NOM --kind authority|association|funder [--keeps-data]
                                     crée une organisation ; avec --keeps-data, elle tient aussi les données du site
  npm run admin -- keep-data [--organisation NOM [--stop]]
                                     dit qui tient les données que toutes lisent ; les confie à une organisation,
                                     ou les lui retire
  npm run admin -- list-users [--json]
  npm run admin -- reset-password --email ADRESSE [--password-stdin]
  npm run admin -- backup [FICHIER|DOSSIER] [--json]
                                     sauvegarde ce qu’aucun fichier ne redonne : comptes, lieux saisis, listes…
  npm run admin -- verify FICHIER [--json]
                                     contrôle une sauvegarde, sans toucher à rien
  npm run admin -- restore FICHIER [--replace] [--json]
                                     remet une sauvegarde en place ; --replace remplace ce qui est là
Sans --password-stdin, un lien à usage unique est donné, où la personne choisit son mot de passe.
Un mot de passe ne s’écrit jamais sur la ligne de commande : elle reste dans l’historique.`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    email: { type: 'string' },
    name: { type: 'string' },
    organisation: { type: 'string' },
    kind: { type: 'string' },
    role: { type: 'string' },
    origin: { type: 'string' },
    json: { type: 'boolean', default: false },
    'password-stdin': { type: 'boolean', default: false },
    replace: { type: 'boolean', default: false },
    'keeps-data': { type: 'boolean', default: false },
    stop: { type: 'boolean', default: false },
  },
});

type Command = (database: Database, asked: Asked) => Promise<number>;

const COMMANDS: Readonly<Record<string, Command>> = {
  'create-user': createUser,
  'create-organisation': createOrganisation,
  'keep-data': keepData,
  'list-users': listUsers,
  'reset-password': resetPassword,
  backup,
  restore,
};

/** Those that name a file, and how many names they need. */
const FILES: Readonly<Record<string, { least: number }>> = {
  backup: { least: 0 },
  restore: { least: 1 },
  verify: { least: 1 },
};

async function main(): Promise<number> {
  const [name = '', ...files] = positionals;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  const least = FILES[name]?.least ?? 0;
  const most = name in FILES ? 1 : 0;
  if ((!command && name !== 'verify') || files.length < least || files.length > most) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const asked = {
    ...values,
    file: files[0],
    passwordStdin: values['password-stdin'],
    keepsData: values['keeps-data'],
    origin: values.origin ?? process.env.ORIGIN ?? `http://127.0.0.1:${process.env.PORT || '3000'}`,
    now: new Date(),
  };
  if (!command) return verify(asked);
  const log = (line: string): void => void process.stderr.write(`${line}\n`);
  const { database, release } = await connect(process.env, log, `maillage-admin-${process.pid}`);
  try {
    return await command(database, asked);
  } finally {
    await release();
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (cause: unknown) => {
    process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`);
    process.exitCode = 1;
  },
);
