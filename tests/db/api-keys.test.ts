import { setTimeout as wait } from 'node:timers/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { act } from '../../src/lib/server/api/act.ts';
import { jobStatus } from '../../src/lib/server/api/actions/job-status.ts';
import type { SitingResult } from '../../src/lib/server/api/actions/siting-result.ts';
import type { Action } from '../../src/lib/server/api/action.ts';
import type { Asker } from '../../src/lib/server/api/asker.ts';
import { SitingDesk } from '../../src/lib/server/api/jobs/siting-desk.ts';
import { answerSchemaOf } from '../../src/lib/server/api/json-schema.ts';
import { findKey, makeKey, readKeys, revokeKey } from '../../src/lib/server/api/keys.ts';
import { ApiProblem } from '../../src/lib/server/api/problem.ts';
import { implantation, nouveauLieu } from '../../src/lib/server/api/registry.ts';
import { auditEntry } from '../../src/lib/server/db/schema/audit.ts';
import { readPlace } from '../../src/lib/server/queries/places/places.ts';
import { Snapshot } from '../../src/lib/server/queries/snapshot.ts';
import { askingApi } from '../support/asking-api.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

let base: TestDatabase;
let data: Snapshot;
const now = new Date('2026-11-26T08:00:00Z');
const alone = { now, owner: null, account: null };

beforeAll(async () => {
  base = await openTestDatabase('demonstration');
  data = await Snapshot.read(base.db);
});

afterAll(() => base.drop());

describe('a key', () => {
  it('opens until it is taken back; only its hash is kept, and the journal says who made it', async () => {
    const key = (await makeKey(base.db, alone, { name: 'Tableau de bord', scope: 'write' })) ?? '';
    expect(key).toMatch(/^maillage_[\w-]{43}$/);
    const found = await findKey(base.db, key, now);
    expect(found).toMatchObject({ kind: 'key', scope: 'write', owner: null });
    const [held] = await readKeys(base.db, null);
    expect(held).toMatchObject({ name: 'Tableau de bord', usedAt: now });
    const kept = await base.db.sql`select api_key::text as row from api_key`;
    expect(JSON.stringify(kept)).not.toContain(key.slice(20));
    for (const wrong of [key.slice(0, -1), `${key}x`, key.toUpperCase(), held?.id ?? '', ''])
      expect(await findKey(base.db, wrong, now)).toBeNull();
    expect(await revokeKey(base.db, { ...alone, owner: 'autre' }, held?.id ?? '')).toBe(false);
    expect(await revokeKey(base.db, alone, held?.id ?? '')).toBe(true);
    expect(await findKey(base.db, key, now)).toBeNull();
    expect(await readKeys(base.db, null)).toEqual([]);
    const journal = await base.db.query.select().from(auditEntry);
    expect(journal.map(({ action }) => action).filter((action) => action.startsWith('key.'))).toEqual([
      'key.create',
      'key.revoke',
    ]);
    expect(JSON.stringify(journal)).not.toContain(key);
  });
});

const holder = (id: string, scope: 'read' | 'write' = 'write'): Asker => ({
  kind: 'key',
  id,
  scope,
  owner: null,
  account: null,
});

const desk = new SitingDesk<SitingResult>();

async function done(action: Action, asker: Asker, params: Record<string, string>, body?: unknown) {
  const url = new URL(`https://maillage.test/api/v1/implantation`);
  const request = new Request(url, {
    method: action.method === 'get' ? 'GET' : 'POST',
    ...(body !== undefined && {
      headers: { 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  });
  const context = {
    data,
    database: base.db,
    asker,
    jobs: desk,
    now: new Date(),
    today: '2026-11-26',
    origin: url.origin,
  };
  try {
    const response = await act(action, context, {
      request,
      url,
      params,
      most: 10_000,
      changed: () => Promise.resolve(),
    });
    const answer = (await response.json()) as Status;
    return { status: response.status, headers: response.headers, answer };
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    return {
      status: error.status,
      headers: new Headers(error.headers),
      answer: {} as Status,
      problem: error,
    };
  }
}

type Status = {
  id: string;
  etat: string;
  avant: number | null;
  resultat: SitingResult | null;
};

const { order, look, stop } = implantation;

async function ended(asker: Asker, calcul: string): Promise<Status> {
  for (;;) {
    const { answer } = await done(look, asker, { calcul });
    if (answer.etat !== 'en-attente' && answer.etat !== 'en-cours') return answer;
    await wait(100);
  }
}

describe('a search', () => {
  it('is ordered, followed and found by the holder of its key alone', async () => {
    const [own, other] = [holder('a'), holder('b')];
    const ordered = await done(order, own, {}, { dans: '99', n: 3, seuil: 5, duree: 5 });
    expect(ordered.status).toBe(202);
    expect(ordered.headers.get('location')).toBe(`/api/v1/implantation/${ordered.answer.id}`);
    expect((await done(look, other, { calcul: ordered.answer.id })).status).toBe(404);
    expect((await done(stop, other, { calcul: ordered.answer.id })).status).toBe(404);
    const last = await ended(own, ordered.answer.id);
    expect(last.etat).toBe('termine');
    const { resultat } = last;
    expect(resultat?.ouvertures).toHaveLength(3);
    expect(resultat?.personnes.apres).toBeGreaterThanOrEqual(resultat?.personnes.avant ?? Infinity);
    const gained = resultat?.ouvertures.reduce((sum, { personnes }) => sum + personnes, 0) ?? 0;
    expect(gained).toBeCloseTo((resultat?.personnes.apres ?? 0) - (resultat?.personnes.avant ?? 0), 6);
    const ajv = new Ajv2020({ strict: true, strictTypes: false });
    addFormats.default(ajv);
    const validate = ajv.compile(answerSchemaOf(jobStatus));
    expect(validate(last), JSON.stringify(validate.errors)).toBe(true);
  });

  it('that ended gives its openings as rows and as points, to the holder of its key alone', async () => {
    const [own, other] = [holder('g', 'read'), holder('h', 'read')];
    const ask = askingApi(base.db, data, desk);
    const { answer } = await done(
      order,
      holder('g'),
      {},
      { dans: '99', n: 3, seuil: 5, duree: 60, qui: 'pauvrete' },
    );
    const address = `/implantation/${answer.id}/ouvertures`;
    const early = await ask(address, { asker: own });
    if (early.status === 409) expect(early.headers.get('retry-after')).toBe('2');
    else expect(early.status).toBe(200);
    const { resultat } = await ended(own, answer.id);
    const told = await ask(`${address}?format=csv`, { asker: own });
    expect(told.status).toBe(200);
    expect(told.headers.get('cache-control')).toContain('private');
    const rows = parse(await told.text(), { columns: true }) as Record<string, string>[];
    expect(rows.map(({ rang, nom, personnes }) => [Number(rang), nom, Number(personnes)])).toEqual(
      resultat?.ouvertures.map(({ rang, nom, personnes }) => [rang, nom, personnes]),
    );
    for (const { qui, sources } of rows) {
      expect(qui).toBe(resultat?.qui);
      expect(sources?.split('|')).toEqual(resultat?.sources.map(({ id }) => id));
    }
    expect(resultat?.sources.map(({ id }) => id)).toContain('estimation-pauvrete');
    const { features } = (await (await ask(`${address}?format=geojson`, { asker: own })).json()) as {
      features: { geometry: { coordinates: number[] } | null }[];
    };
    expect(features.map(({ geometry }) => geometry?.coordinates)).toEqual(
      resultat?.ouvertures.map(({ longitude, latitude }) => [longitude, latitude]),
    );
    const tag = { 'if-none-match': told.headers.get('etag') ?? '' };
    expect((await ask(`${address}?format=csv`, { asker: own, headers: tag })).status).toBe(304);
    expect((await ask(`${address}?format=csv`, { asker: other, headers: tag })).status).toBe(404);
    expect((await ask(address, { headers: tag })).status).toBe(401);
    expect((await ask('/implantation/personne/ouvertures', { asker: own })).status).toBe(404);
  });

  it('that goes on, or was stopped with nothing, has no openings', async () => {
    const own = holder('i');
    const ask = askingApi(base.db, data, desk);
    const [running, waiting] = [
      (await done(order, own, {}, { dans: 'FR', n: 10, duree: 60 })).answer.id,
      (await done(order, own, {}, { dans: 'FR', n: 9, duree: 60 })).answer.id,
    ];
    const early = await ask(`/implantation/${waiting}/ouvertures`, { asker: own });
    expect([early.status, early.headers.get('retry-after')]).toEqual([409, '2']);
    await done(stop, own, { calcul: waiting });
    const late = await ask(`/implantation/${waiting}/ouvertures`, { asker: own });
    expect([late.status, late.headers.get('retry-after')]).toEqual([409, null]);
    expect(await late.text()).toContain('arrêté');
    await done(stop, own, { calcul: running });
  });

  it('names no place that may only be shown', async () => {
    const asker = holder('premises');
    const { answer } = await done(
      order,
      asker,
      {},
      {
        dans: '99',
        n: 5,
        seuil: 3,
        duree: 3,
        candidats: 'locaux',
        lg: '1',
      },
    );
    const last = await ended(asker, answer.id);
    const kept = data.places.filter(({ kind }) => kind !== 'france-services');
    const text = JSON.stringify(last);
    for (const { name, id } of kept) {
      expect(text).not.toContain(name);
      expect(text).not.toContain(id);
    }
  });

  it('waits for its turn, is stopped, and there are never more than three of one key', async () => {
    const own = holder('c');
    const asked = { dans: 'FR', n: 10, seuil: 10, duree: 60 };
    const ids: string[] = [];
    for (let at = 0; at < 3; at++) ids.push((await done(order, own, {}, asked)).answer.id);
    const refused = await done(order, own, {}, asked);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('30');
    expect((await done(look, own, { calcul: ids[2] ?? '' })).answer).toMatchObject({
      etat: 'en-attente',
      avant: 2,
    });
    for (const calcul of ids) expect((await done(stop, own, { calcul })).answer.etat).toBe('arrete');
    expect((await done(look, own, { calcul: ids[0] ?? '' })).answer.etat).toBe('arrete');
  });

  it.each([
    [{ n: 3 }, 400],
    [{ dans: '00000' }, 400],
    [{ dans: '99', n: 'trois' }, 400],
    [{ dans: '99', n: 5_000 }, 400],
    [{ dans: '99', duree: 10_000 }, 400],
    [{ dans: '99', couleur: 'rouge' }, 400],
    [{ dans: '99', services: 'chanter' }, 400],
    [{ dans: '99', avec: ['75056'] }, 400],
    [{ dans: '99', unite: 'min' }, 503],
    [{ dans: '99', avec: 'x'.repeat(10_000) }, 413],
    ['{', 400],
    [[], 400],
  ])('is refused by a sentence for %j', async (body, status) => {
    const answer = await done(order, holder('d'), {}, body);
    expect(answer.status).toBe(status);
    expect(answer.problem?.message).toMatch(/\.$/);
  });

  it('needs a key, and one that writes', async () => {
    expect((await done(order, { kind: 'anybody' }, {}, { dans: '99' })).status).toBe(401);
    expect((await done(order, holder('e', 'read'), {}, { dans: '99' })).status).toBe(403);
    expect((await done(order, holder('e'), {})).status).toBe(415);
  });
});

describe('a place', () => {
  it('is added for the organisation of the key, checked as one that is typed', async () => {
    const [commune] = data.territories.all('commune');
    const { status, answer, headers } = await done(
      nouveauLieu,
      holder('f'),
      {},
      {
        nom: 'Médiathèque de la Halle',
        adresse: '1 place de la Halle',
        code_insee: commune?.code,
        code_postal: commune?.postcodes[0],
        commune: commune?.name,
        services: ['Aide aux démarches administratives'],
      },
    );
    expect(status).toBe(201);
    const held = await readPlace(base.db, answer.id);
    expect(held).toMatchObject({ name: 'Médiathèque de la Halle', commune: commune?.code });
    expect(headers.get('location')).toBe(`/api/v1/lieux/${answer.id}`);
    const [last] = (await base.db.query.select().from(auditEntry)).slice(-1);
    expect(last).toMatchObject({ action: 'place.create', object: answer.id });
  });

  it('that has no name is refused field by field, and contacts are not taken', async () => {
    const refused = await done(nouveauLieu, holder('f'), {}, { adresse: '1 rue Neuve' });
    expect(refused.status).toBe(422);
    expect(refused.problem?.faults.map(({ parametre }) => parametre)).toContain('nom');
    const contact = await done(nouveauLieu, holder('f'), {}, { nom: 'Mairie', contact_courriel: 'a@b.fr' });
    expect(contact.status).toBe(400);
    expect((await done(nouveauLieu, holder('f', 'read'), {}, { nom: 'Mairie' })).status).toBe(403);
  });
});
