import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addOrganisation } from '../../src/lib/server/accounts/by-command.ts';
import type { Asker } from '../../src/lib/server/api/asker.ts';
import { Snapshot } from '../../src/lib/server/queries/snapshot.ts';
import { askingApi } from '../support/asking-api.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { writeOwnTable } from '../support/written-table.ts';

let base: TestDatabase;
let ask: ReturnType<typeof askingApi>;
/** Indicators of a table that is kept, of one that is shown and no more, of one that may be republished. */
let ids: { kept: string; shown: string; open: string };
let town: string;
let charity: string;
/** A commune where each table has a figure. */
let commune: string;

beforeAll(async () => {
  base = await openTestDatabase('demonstration');
  const now = new Date();
  town = await addOrganisation(base.db, { name: 'Ville', kind: 'authority' }, now);
  charity = await addOrganisation(base.db, { name: 'Emmaüs', kind: 'association' }, now);
  const write = async (name: string, shared: boolean, open: boolean) => {
    const figures = [
      { slug: 'taux', label: `Taux de ${name}`, value: ({ ordinal }: { ordinal: number }) => ordinal },
    ];
    return `tableau-${await writeOwnTable(base.db, { owner: town, shared, open, name, figures })}-taux`;
  };
  ids = {
    kept: await write('gardé', false, true),
    shown: await write('montré', true, false),
    open: await write('ouvert', true, true),
  };
  const data = await Snapshot.read(base.db);
  commune = data.territories.all('commune')[0]?.code ?? '';
  ask = askingApi(base.db, data);
});

afterAll(() => base.drop());

const keyOf = (owner: string | null): Asker => ({
  kind: 'key',
  id: 'k',
  scope: 'read',
  owner,
  account: null,
});

const statusOf = async (id: string, asker?: Asker): Promise<number> =>
  (await ask(`/valeurs?indicateur=${id}`, asker ? { asker } : {})).status;

describe('a table that somebody brought', () => {
  it('is given to whom it is for: kept, to the keys of its organisation; open, to anybody', async () => {
    expect(await statusOf(ids.open)).toBe(200);
    expect(await statusOf(ids.shown)).toBe(403);
    expect(await statusOf(ids.kept, keyOf(town))).toBe(200);
    for (const asker of [undefined, keyOf(charity), keyOf(null)])
      expect(await statusOf(ids.kept, asker)).toBe(await statusOf('tableau-9999-taux', asker));
  });

  it('is nowhere in what others read when it is kept', async () => {
    for (const address of [
      '/indicateurs',
      '/territoires/99',
      '/datapackage.json',
      '/catalogue.jsonld',
      '/scores?niveau=commune',
    ]) {
      for (const asker of [undefined, keyOf(charity)]) {
        const response = await ask(address, asker ? { asker } : {});
        expect(response.status, address).toBe(200);
        const text = await response.text();
        expect(text).not.toContain(ids.kept);
        expect(text).not.toContain('gardé');
      }
    }
    const own = await (await ask('/indicateurs', { asker: keyOf(town) })).text();
    expect(own).toContain(ids.kept);
    expect(await (await ask('/datapackage.json')).text()).toContain(`valeurs-${ids.open}-commune`);
  });

  it('is offered for republication by nobody when it is kept, and says so to who reads it', async () => {
    const asker = keyOf(town);
    const told = async <Told>(address: string) => (await (await ask(address, { asker })).json()) as Told;
    const kept = 'gardé';
    for (const address of ['/datapackage.json', '/catalogue.jsonld']) {
      const text = await (await ask(address, { asker })).text();
      expect([address, text.includes(ids.kept), text.includes(kept)]).toEqual([address, false, false]);
      expect(text).toContain(ids.open);
    }
    interface Said {
      avertissements: string[];
      sources: { titre: string; redistribuable: boolean }[];
    }
    const said = ({ avertissements, sources }: Said) => ({
      warned: avertissements.some((one) => one.includes(kept) && one.includes('ne republiez pas')),
      republished: sources.find(({ titre }) => titre === kept)?.redistribuable,
    });
    for (const address of [
      `/valeurs?indicateur=${ids.kept}`,
      `/scores?x=${ids.kept}.2`,
      '/indicateurs',
      `/territoires/${commune}`,
    ])
      expect([address, said(await told<Said>(address))]).toEqual([
        address,
        { warned: true, republished: false },
      ]);
    const one = await told<{ redistribuable: boolean; avertissement: string }>(`/indicateurs/${ids.kept}`);
    expect(one.redistribuable).toBe(false);
    expect(one.avertissement).toContain('ne republiez pas');
    const open = await told<{ redistribuable: boolean; avertissement: string } & Said>(
      `/indicateurs/${ids.open}`,
    );
    expect([open.redistribuable, open.sources.map(({ redistribuable }) => redistribuable)]).toEqual([
      true,
      [true],
    ]);
    expect(open.avertissement).not.toContain('ne republiez pas');
    expect(said(await told<Said>(`/valeurs?indicateur=${ids.open}`)).warned).toBe(false);
  });

  it('has a tag of its own for each organisation, that no shared cache keeps', async () => {
    const tags = await Promise.all(
      [undefined, keyOf(town), keyOf(charity)].map(async (asker) => {
        const response = await ask('/indicateurs', asker ? { asker } : {});
        expect(response.headers.get('vary')).toContain('authorization');
        if (asker) expect(response.headers.get('cache-control')).toContain('private');
        return response.headers.get('etag');
      }),
    );
    expect(new Set(tags).size).toBe(3);
  });
});
