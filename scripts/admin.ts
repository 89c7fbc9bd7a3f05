import { parseArgs } from 'node:util';
import { connect } from '#lib/server/db/connect.ts';
import { createOrganisation } from './admin/create-organisation.ts';
import { createUser } from './admin/create-user.ts';
import { listUsers } from './admin/list-users.ts';
import { resetPassword } from './admin/reset-password.ts';

const USAGE = `Usage :
  npm run admin -- create-user --email ADRESSE --name NOM --organisation NOM [--kind authority|association|funder]
                               [--role reader|editor|administrator] [--password-stdin]
                                     crée un compte ; le tout premier crée aussi son organisation et l’administre
  npm run admin -- create-organisation --name NOM --kind authority|association|funder
  npm run admin -- list-users [--json]
  npm run admin -- reset-password --email ADRESSE [--password-stdin]
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
  },
});

const COMMANDS = {
  'create-user': createUser,
  'create-organisation': createOrganisation,
  'list-users': listUsers,
  'reset-password': resetPassword,
} as const;

async function main(): Promise<number> {
  const [name, ...more] = positionals;
  const command = Object.entries(COMMANDS).find(([known]) => known === name)?.[1];
  if (!command || more.length > 0) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const log = (line: string): void => void process.stderr.write(`${line}\n`);
  const { database, release } = await connect(process.env, log, `maillage-admin-${process.pid}`);
  try {
    return await command(database, {
      ...values,
      passwordStdin: values['password-stdin'],
      origin: values.origin ?? process.env.ORIGIN ?? `http://127.0.0.1:${process.env.PORT || '3000'}`,
      now: new Date(),
    });
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
