import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { cellAt } from '../../src/lib/domain/indicators/column.ts';
import { openDatabase, type Database } from '../../src/lib/server/db/client.ts';
import { strategy } from '../../src/lib/server/db/schema/strategies.ts';
import { Snapshot } from '../../src/lib/server/queries/snapshot.ts';
import { serve, type TestServer } from '../support/server.ts';
import { writeStrategy } from '../support/written-strategy.ts';

/** A strategy of Grenoble-Alpes-Métropole among the actions and in the portfolio, on the figures of the country. */
const METROPOLE = '200040715';
let database: Database;
let data: Snapshot;
let server: TestServer;
let id: string;

beforeAll(async () => {
  database = openDatabase(inject('realDataUrl'), { name: 'maillage-test-portfolio' });
  data = await Snapshot.read(database);
  const sites = ['Échirolles', 'Vizille'].map((name) => {
    const commune = members().find((one) => one.name === name);
    if (!commune) throw new Error(`${name} is not in the Métropole`);
    const { code, lon, lat } = commune;
    return { name: `Permanence, ${name}`, commune: code, lon, lat, hours: 14 };
  });
  ({ id } = await writeStrategy(
    database,
    { now: new Date(), owner: null, account: null },
    {
      name: 'Métropole grenobloise',
      territory: METROPOLE,
      gaps: [
        {
          name: 'Sud',
          kind: 'distance',
          communes: sites.map(({ commune }) => commune).join(' '),
          people: '3120',
        },
      ],
      actions: [
        {
          fields: { name: 'Permanences du sud', status: 'running', from: '2026-09', to: '2028-12' },
          answers: [0],
          counted: {
            query: `dans=${METROPOLE}`,
            day: '2026-11-20',
            territory: 'Grenoble-Alpes-Métropole',
            question: 'habitants, à 2 km',
            people: { all: 440_000, before: 400_000, after: 405_000, gained: 5_000 },
            sites,
            cost: 0,
            sources: [],
          },
          funding: [{ funder: 'Département de l’Isère', year: '2027', amount: '60000', status: 'granted' }],
        },
      ],
    },
  ));
  server = await serve(inject('realDataUrl'));
});

afterAll(async () => {
  await server?.stop();
  await database.query.delete(strategy).where(eq(strategy.id, id));
  await database.close();
});

const members = () => data.territories.communes(data.territories.get('epci', METROPOLE) as never);

async function words(path: string): Promise<string> {
  const response = await fetch(server.url + path);
  expect(response.status).toBe(200);
  return (await response.text()).replace(/<[^>]*>/g, ' ').replace(/[\u00a0\u202f\s]+/g, ' ');
}

it('counts the people in need of its communes, one by one, and what comes to each', async () => {
  const poor = data.column('personnes-pauvres', 'commune');
  if (!poor) throw new Error('poverty is not loaded');
  const need = members().reduce((sum, { ordinal }) => sum + (cellAt(poor, ordinal).value ?? 0), 0);
  const csv = await (await fetch(`${server.url}/portefeuille/territoires.csv`)).text();
  const line = csv.split('\r\n').find((one) => one.includes(METROPOLE)) ?? '';
  expect(line.split(';')).toContain(String(Math.round(need)));
  expect(need).toBeGreaterThan(40_000);
  const text = await words('/portefeuille');
  expect(text).toContain('30 000 €');
  expect(text).toContain('Dans l’ensemble, l’argent ');
  expect(text).not.toMatch(/\b(NaN|undefined|Infinity)\b/);
});

it('draws its communes and sites with their numbers, and says the same in the table', async () => {
  const html = await (await fetch(`${server.url}/strategies/${id}/actions?vue=carte`)).text();
  expect(html).toContain('2 communes dans les écarts auxquels une action répond'.replace('2 ', '2\u00a0'));
  expect(html.match(/<path d="M/g)?.length).toBeGreaterThanOrEqual(3);
  expect(await words(`/strategies/${id}/actions?vue=carte`)).toContain('Permanence, Vizille');
  expect(await words(`/strategies/${id}/actions?vue=frise`)).toContain('septembre 2026 – décembre 2028');
});
