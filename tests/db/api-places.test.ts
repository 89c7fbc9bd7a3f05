import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blankPlace } from '../../src/lib/domain/places/place.ts';
import { addOrganisation } from '../../src/lib/server/accounts/by-command.ts';
import type { Asker } from '../../src/lib/server/api/asker.ts';
import { ENDPOINTS } from '../../src/lib/server/api/registry.ts';
import { importList } from '../../src/lib/server/places/import-list.ts';
import { Snapshot } from '../../src/lib/server/queries/snapshot.ts';
import { askingApi } from '../support/asking-api.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

let base: TestDatabase;
let ask: ReturnType<typeof askingApi>;
let town: string;
let charity: string;

/** What each organisation keeps to itself and what it shares, by the name of a place. */
const NAMES = ['Repaire de la ville', 'Kiosque de la ville', 'Cave de la charité', 'Halle de la charité'];
const [TOWN_KEPT = '', TOWN_SHARED = '', CHARITY_KEPT = '', CHARITY_SHARED = ''] = NAMES;

beforeAll(async () => {
  base = await openTestDatabase('demonstration');
  const now = new Date('2026-11-26T08:00:00Z');
  town = await addOrganisation(base.db, { name: 'Ville', kind: 'authority' }, now);
  charity = await addOrganisation(base.db, { name: 'Emmaüs', kind: 'association' }, now);
  const [commune] = (await Snapshot.read(base.db)).territories.all('commune');
  const bring = (owner: string, shared: boolean, name: string, at: number) =>
    importList(
      base.db,
      {
        list: { id: null, name: `Liste ${name}`, shared },
        file: 'liste.csv',
        sha256: 'aa',
        rows: [
          {
            place: {
              ...blankPlace(`r${at}`, name),
              commune: commune?.code ?? null,
              lat: 10 * at,
              lon: 5,
              position: 'given',
              phone: '0400000000',
            },
            contact: { name: 'Contact secret', email: 'secret@exemple.fr', phone: null },
          },
        ],
        rowsRead: 1,
        refused: 0,
      },
      { now, owner, account: null },
    );
  await bring(town, false, TOWN_KEPT, 1);
  await bring(town, true, TOWN_SHARED, 2);
  await bring(charity, false, CHARITY_KEPT, 3);
  await bring(charity, true, CHARITY_SHARED, 4);
  ask = askingApi(base.db, await Snapshot.read(base.db));
});

afterAll(() => base.drop());

const keyOf = (owner: string | null, scope: 'read' | 'write' = 'read'): Asker => ({
  kind: 'key',
  id: 'k',
  scope,
  owner,
  account: null,
});

const ANYBODY: Asker = { kind: 'anybody' };

const named = (text: string): string[] => NAMES.filter((name) => text.includes(name));

const read = async (address: string, asker: Asker): Promise<string> => (await ask(address, { asker })).text();

describe('the places of a list that is not shared', () => {
  it.each(['json&par_page=1000', 'geojson&par_page=1000', 'csv&par_page=tous', 'csv-fr&par_page=tous'])(
    'are given to the keys of its organisation, and to nobody else (%s)',
    async (format) => {
      const address = `/lieux?format=${format}`;
      for (const scope of ['read', 'write'] as const)
        expect(named(await read(address, keyOf(town, scope)))).toEqual([
          TOWN_KEPT,
          TOWN_SHARED,
          CHARITY_SHARED,
        ]);
      expect(named(await read(address, keyOf(charity)))).toEqual([TOWN_SHARED, CHARITY_KEPT, CHARITY_SHARED]);
      for (const asker of [ANYBODY, keyOf(null), keyOf('une-autre')])
        expect(named(await read(address, asker))).toEqual([TOWN_SHARED, CHARITY_SHARED]);
    },
  );

  it('are counted, told apart and found by the same filters; no contact nor telephone comes with them', async () => {
    const rows = async (asker: Asker, more = '') =>
      JSON.parse(await read(`/lieux?par_page=1000${more}`, asker)) as {
        total: number;
        avertissements: string[];
        donnees: { id: string; nom: string; telephone: string | null }[];
      };
    const [open, own] = [await rows(ANYBODY), await rows(keyOf(town))];
    expect(own.total).toBe(open.total + 1);
    const warning = 'vient d’une liste que votre organisation ne partage pas';
    expect(own.avertissements.join(' ')).toContain(`1 lieu ${warning}`.replace(' ', '\u00a0'));
    expect(open.avertissements.join(' ')).not.toContain(warning);
    const found = await rows(keyOf(town), '&q=repaire');
    expect(found.donnees).toMatchObject([{ nom: TOWN_KEPT, telephone: null }]);
    expect((await rows(ANYBODY, '&q=repaire')).donnees).toEqual([]);
    expect((await rows(keyOf(charity), '&q=repaire')).donnees).toEqual([]);
    for (const secret of ['Contact secret', 'secret@exemple.fr'])
      expect(await read('/lieux?par_page=1000', keyOf(town))).not.toContain(secret);
  });

  it('are read one by one alike', async () => {
    for (const format of ['json', 'geojson']) {
      const address = `/lieux/r1?format=${format}`;
      expect(named(await read(address, keyOf(town)))).toEqual([TOWN_KEPT]);
      for (const asker of [ANYBODY, keyOf(charity), keyOf(null)]) {
        const refused = await ask(address, { asker });
        expect(refused.status).toBe(403);
        expect(named(await refused.text())).toEqual([]);
      }
    }
  });

  it('are named nowhere else, whoever asks', async () => {
    const kept = [TOWN_KEPT, CHARITY_KEPT];
    const addresses = ENDPOINTS.flatMap(({ example, path }) =>
      example === null || path === '/lieux' ? [] : [example],
    );
    expect(addresses).toEqual(expect.arrayContaining(['/datapackage.json', '/catalogue.jsonld']));
    for (const address of addresses)
      for (const asker of [ANYBODY, keyOf(town), keyOf(charity)]) {
        const text = await read(address, asker);
        for (const name of kept) expect(text, address).not.toContain(name);
      }
  });

  it('are kept by no cache that others read, and a tag of one opens nothing to another', async () => {
    const address = '/lieux?par_page=1000';
    const askers = [keyOf(town), keyOf(charity), ANYBODY];
    const answers = await Promise.all(askers.map((asker) => ask(address, { asker })));
    const tags = answers.map(({ headers }) => headers.get('etag') ?? '');
    expect(new Set(tags).size).toBe(askers.length);
    expect(answers.map(({ headers }) => headers.get('cache-control'))).toEqual([
      'private, no-cache',
      'private, no-cache',
      'public, max-age=60, must-revalidate',
    ]);
    for (const { headers } of answers) expect(headers.get('vary')).toContain('authorization');
    for (const asker of askers)
      for (const [at, tag] of tags.entries()) {
        const { status } = await ask(address, { asker, headers: { 'if-none-match': tag } });
        expect(status).toBe(askers[at] === asker ? 304 : 200);
      }
  });
});
