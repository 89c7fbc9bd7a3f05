import { blankPlace } from '../../src/lib/domain/places/place.ts';
import { addAccount, addOrganisation, recoveryLink } from '../../src/lib/server/accounts/by-command.ts';
import { found } from '../../src/lib/server/accounts/founding.ts';
import { hashPassword } from '../../src/lib/server/accounts/passwords.ts';
import { enter } from '../../src/lib/server/accounts/sign-in.ts';
import type { Database } from '../../src/lib/server/db/client.ts';
import { identity } from '../../src/lib/server/db/schema/accounts.ts';
import { geocode, placeEdition, placeRecord } from '../../src/lib/server/db/schema/places.ts';
import { inhabitedPoint, inhabitedSource, isochrone } from '../../src/lib/server/db/schema/travel.ts';
import { keepTravel } from '../../src/lib/server/jobs/keep-travel.ts';
import { createPlace } from '../../src/lib/server/places/by-hand.ts';
import { findContacts } from '../../src/lib/server/places/contacts.ts';
import { importList } from '../../src/lib/server/places/import-list.ts';
import { keepLayout } from '../../src/lib/server/places/layouts.ts';
import { judgePairs } from '../../src/lib/server/places/verdicts.ts';
import { fillEmpty } from './fill-empty.ts';

/** The password of Ada. */
export const PASSWORD = 'huit chats gris dorment sous la pluie';

const now = new Date('2026-11-25T10:00:00.123Z');

/** What breaks a careless dump: ends of rows and of tables, separators, the word for nothing, other alphabets. */
export const AWKWARD = 'Ligne 1\nligne 2\r\n\\.\n\\N\t"guillemets" \'apostrophe\' ; {1,2} é 🚐 \u202f';

/** Fills every table that a backup keeps, with awkward texts and numbers. */
export async function peopleDatabase(database: Database): Promise<{ account: string; organisation: string }> {
  const alone = { now, owner: null, account: null };
  await createPlace(database, { ...blankPlace('', `Bus ${AWKWARD}`), lon: 5.724524, lat: 1 / 3 }, alone);
  const founded = await found(
    database,
    {
      organisation: { name: 'Ville de Grenoble', kind: 'authority' },
      account: {
        email: 'ada@ville.fr',
        name: AWKWARD,
        password: await hashPassword(PASSWORD),
      },
    },
    now,
  );
  if (!founded) throw new Error('nobody was to be there before');
  const hand = { now, owner: founded.organisation, account: founded.account };
  const partner = await addOrganisation(database, { name: 'Emmaüs', kind: 'association' }, now);
  const bob = await addAccount(
    database,
    { email: 'bob@emmaus.fr', name: 'Bob', password: null },
    { organisation: partner, role: 'editor' },
    now,
  );
  await recoveryLink(database, bob, 'bob@emmaus.fr', now);
  await enter(database, { account: founded.account, agent: 'Firefox' }, now);
  await importList(
    database,
    {
      list: { id: null, name: 'Partenaires', shared: true },
      file: 'partenaires.csv',
      sha256: 'aa',
      rows: ['a', 'b', 'c'].map((id) => ({
        place: { ...blankPlace(id, `Lieu ${id}`), note: AWKWARD },
        contact: { name: 'Ada Martin', email: `${id}@exemple.fr`, phone: null },
      })),
      rowsRead: 4,
      refused: 1,
    },
    hand,
  );
  await findContacts(database, 'a@exemple.fr', 'read', hand);
  await judgePairs(database, [['liste-1/a', 'liste-1/b']], false, hand);
  await keepLayout(database, 'f00', ['Nom'], ['nom'], hand);
  await keepTravel(database, { name: 'Matrice', kind: 'matrix', most: 60, steps: null, at: now }, [
    { commune: '38185', place: 'a', minutes: 12.345678 },
    { commune: '38185', place: 'b', minutes: Number.POSITIVE_INFINITY },
  ]);
  const { query } = database;
  await query
    .insert(placeRecord)
    .values({ source: 'france-services', id: 'fs-ailleurs', record: blankPlace('fs-ailleurs', 'FS') });
  await query
    .insert(identity)
    .values({ issuer: 'https://idp.fr', subject: 's', account: bob, linkedAt: now });
  await query
    .insert(geocode)
    .values({ address: '1 RUE HAUTE', lat: 45.1885, lon: null, score: 0.1, at: now });
  await query.insert(isochrone).values({ asked: 'x/5,45/car/900', geometry: '{"type":"Polygon"}', at: now });
  const bytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
  await query
    .insert(placeEdition)
    .values({ at: now, editions: { 'france-services': '2025' }, places: bytes });
  await query.insert(inhabitedSource).values({ name: 'Filosofi', at: now });
  await query
    .insert(inhabitedPoint)
    .values({ source: 1, commune: '38185', lon: 5.7, lat: 45.2, people: 0.1 });
  await fillEmpty(database);
  return founded;
}
