import { formatDate } from '#lib/format/date.ts';
import { organisation as words } from '#lib/messages/organisation.ts';
import { readEverybody } from '#lib/server/accounts/by-command.ts';
import type { Database } from '#lib/server/db/client.ts';
import { say, type Asked } from './asked.ts';

/** Every account, by organisation. Gives the exit code. */
export async function listUsers(database: Database, { json }: Asked): Promise<number> {
  const all = await readEverybody(database);
  if (json) {
    say(JSON.stringify(all, null, 2));
    return 0;
  }
  if (all.length === 0) say('Aucun compte : mode mono-utilisateur.');
  for (const { name, email, organisation, role, signedInAt } of all) {
    const seen = signedInAt ? words.members.seen(formatDate(signedInAt)) : words.members.never;
    const place =
      organisation === null ? 'sans organisation' : `${organisation}, ${words.roles[role ?? ''] ?? role}`;
    say(`${name} <${email}> : ${place}, ${seen}`);
  }
  return 0;
}
