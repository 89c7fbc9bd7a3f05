import { chosenOrganisation } from '#lib/server/accounts/chosen-organisation.ts';
import { entrustData, readKeepers } from '#lib/server/accounts/keepers.ts';
import type { Database } from '#lib/server/db/client.ts';
import { complain, say, type Asked } from './asked.ts';

/** Gives the data that all organisations read to one of them to keep, or takes them back; says who keeps them. Gives the exit code. */
export async function keepData(database: Database, { organisation, stop, now }: Asked): Promise<number> {
  if (organisation === undefined && stop)
    return complain('Dites à quelle organisation retirer les données : --organisation NOM.');
  if (organisation !== undefined) {
    const chosen = await chosenOrganisation(database, organisation);
    if ('names' in chosen)
      return complain(
        chosen.names.length === 0
          ? 'Aucune organisation n’existe : créez d’abord le premier compte, npm run admin -- create-user.'
          : `Une seule organisation de ce nom est attendue. Celles qui existent : ${chosen.names.join(', ')}.`,
      );
    if (chosen.owner !== null && !(await entrustData(database, chosen.owner, !stop, now)))
      say('C’était déjà le cas. Rien n’a été changé.');
  }
  const keepers = await readKeepers(database);
  say(
    keepers.length > 0
      ? `Tiennent les données du site : ${keepers.map(({ name }) => name).join(', ')}.`
      : 'Aucune organisation ne tient les données du site : elles ne se chargent que d’ici, par npm run data. Un calendrier réglé avant court toujours.',
  );
  return 0;
}
