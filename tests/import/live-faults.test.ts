import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SourceId } from '../../src/lib/domain/indicators/source.ts';
import { live } from '../../src/lib/messages/live.ts';
import { zip } from '../../src/lib/server/demo/files/zip.ts';
import type { Checked } from '../../src/lib/server/editions/check-sources.ts';
import type { FetchOptions } from '../../src/lib/server/live/fetch-source.ts';
import { liveSourceIds } from '../../src/lib/server/live/live-sources.ts';
import { bePatient } from '../../src/lib/server/live/download/patience.ts';
import { readStandIn } from '../../src/lib/server/live/reach/stand-in.ts';
import { openWire } from '../../src/lib/server/live/reach/wire.ts';
import { announcing } from '../support/announcing.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import {
  answer,
  cutAfter,
  inTurn,
  openFaultServer,
  type FaultServer,
  type Play,
} from '../support/fault-server.ts';
import { takeFromProducers } from '../support/live.ts';
import { catalogueOf, publish, publishedFiles, sendWhole, type PublishedFile } from '../support/producers.ts';

/** Every file of every live source × every fault of a producer, over a real connection, as it is loaded. */
const published = await publishedFiles();
const filesOf = (source: SourceId): PublishedFile[] => published.filter((file) => file.source === source);

let database: TestDatabase;
let server: FaultServer;
let folder: string;
let options: FetchOptions;
let waits: number[];
let clock = Date.parse('2026-11-26T08:00:00Z');

beforeAll(async () => {
  [database, server, folder] = await Promise.all([
    openTestDatabase('demonstration'),
    openFaultServer(),
    mkdtemp(join(tmpdir(), 'maillage-faults-')),
  ]);
});

beforeEach(() => {
  waits = [];
  publish(server, published);
  options = {
    dataDir: folder,
    wire: openWire(readStandIn(server.base), { silenceMs: 10_000 }),
    patience: bePatient({
      now: () => new Date((clock += 10)),
      pause: async (ms) => void waits.push(ms),
    }),
  };
});

afterAll(async () => {
  await Promise.all([database.drop(), server.close(), rm(folder, { recursive: true, force: true })]);
});

const load = async (source: SourceId): Promise<Checked | undefined> =>
  (await takeFromProducers(database.db, [source], options)).get(source);

/** Everything in use, and what waits: figures, places, neighbourhoods, outlines. */
const inUse = async (): Promise<string> => {
  const { sql } = database.db;
  return JSON.stringify([
    await sql`select id, source from dataset_version where current order by 1`,
    await sql`select indicator, level, version, hash from indicator_column order by 1, 2`,
    await sql`select md5(string_agg(p::text, '|' order by id)) as places from place p`,
    await sql`select md5(string_agg(z::text, '|' order by kind, code)) as zones from zone z`,
    await sql`select md5(string_agg(o::text, '|' order by level, detail, code)) as outlines from outline o`,
    await sql`select hash from tileset order by 1`,
    await sql`select source, fingerprint from pending_edition order by 1`,
  ]);
};

const versionOf = async (source: SourceId): Promise<Record<string, unknown> | undefined> => {
  const [row] = await database.db.sql`
    select origin, edition, rows_kept as kept, rows_refused as refused from dataset_version
    where source = ${source} and current`;
  return row;
};

/** The load fails in a sentence, what is in use stays, and nothing half is left on the disk. */
async function expectSaid(source: SourceId, message: string | RegExp): Promise<void> {
  const before = await inUse();
  const came = await load(source);
  expect(came?.outcome).toBe('failed');
  const said = came?.outcome === 'failed' ? came.message.replace(/\u00a0/g, ' ') : '';
  if (typeof message === 'string') expect(said).toContain(message);
  else expect(said).toMatch(message);
  expect(said).toMatch(/\.$/);
  expect(await inUse()).toBe(before);
  const left = await readdir(join(folder, 'live', source));
  expect(left.filter((name) => !/^[0-9a-f]{16}$/.test(name))).toEqual([]);
}

interface Fault {
  name: string;
  play: (file: PublishedFile) => Play;
  says: (file: PublishedFile) => string | RegExp;
}

const hostOf = ({ url }: PublishedFile): string => new URL(url).host;

const KINDS = {
  csv: 'un tableau CSV',
  zip: 'une archive zip',
  gzip: 'un fichier compressé par gzip',
  json: 'du JSON',
};

const OTHER_KIND = { csv: '{"erreur":"indisponible"}', zip: 'rien à lire ici', gzip: 'code;nom\n', json: '' };

const BOMB = gzipSync(Buffer.alloc(5_000_000, ';'));

const FAULTS: readonly Fault[] = [
  {
    name: 'cut',
    play: ({ bytes }) => cutAfter(bytes, Math.floor(bytes.length / 2), {}),
    says: (file) =>
      `La connexion avec ${hostOf(file)} a été coupée avant la fin, malgré plusieurs essais. Réessayez plus tard. ${live.kept}`,
  },
  {
    name: 'a web page',
    play: () => answer(200, {}, '<!doctype html><title>Portail</title>'),
    says: ({ shown }) => `${shown} : une page web est arrivée à la place.`,
  },
  { name: 'another layout', play: ({ changed }) => sendWhole(changed), says: ({ refusal }) => refusal },
  {
    name: 'another kind',
    play: ({ live: { kinds } }) => answer(200, {}, OTHER_KIND[kinds[0]]),
    says: ({ shown, live: { kinds } }) =>
      `${shown} n’est pas ${kinds.map((kind) => KINDS[kind]).join(' ou ')} : le producteur a changé de format, ou le fichier est abîmé.`,
  },
  {
    name: 'a bomb',
    play: () => (_request, response) =>
      void response.writeHead(200, { 'content-encoding': 'gzip' }).end(BOMB),
    says: ({ shown }) => `${shown} se dilate trop une fois décompressé`,
  },
  {
    name: 'gone',
    play: () => answer(404),
    says: (file) =>
      file.live.place.at === 'quarter'
        ? `${hostOf(file)} ne publie ce fichier pour aucun trimestre de T3 2025 à T4 2026.`
        : `Le fichier n’est plus à l’adresse connue chez ${hostOf(file)} (code 404).`,
  },
  {
    name: 'sent elsewhere',
    play: () => answer(302, { location: 'https://example.com/fichier' }),
    says: (file) =>
      `${hostOf(file)} renvoie ailleurs. example.com n’est pas l’adresse d’un producteur connu de Maillage`,
  },
  {
    name: 'busy until tomorrow',
    play: () => answer(429, { 'retry-after': 'Fri, 27 Nov 2026 08:00:30 GMT' }),
    says: (file) => `${hostOf(file)} demande d’attendre : réessayez après 27 novembre 2026 à 09:00.`,
  },
];

it('sources that were never loaded are not, of a file that comes in part', async () => {
  for (const source of ['mci-debits', 'cartefibre', 'mobile', 'populations'] as const) {
    const [file] = filesOf(source) as [PublishedFile];
    server.play(file.url, cutAfter(file.bytes, 20, {}));
    expect((await load(source))?.outcome).toBe('failed');
    expect(await versionOf(source)).toBeUndefined();
  }
});

describe.each(liveSourceIds())('%s', (source) => {
  const files = filesOf(source);

  it('comes whole, and says from where', async () => {
    const before = await versionOf(source);
    expect((await load(source))?.outcome).toBe(before ? 'accepted' : 'loaded');
    const version = await versionOf(source);
    expect(version?.origin).toMatch(/^https:\/\//);
    expect(version?.kept).toBeGreaterThan(0);
    expect(version).toMatchObject({ refused: 0 });
    expect((await load(source))?.outcome).toBe('unchanged');
  });

  const cases = files.flatMap((file) =>
    FAULTS.filter(({ name }) => !(file.live.optional && name === 'gone')).map(
      (fault) => [file.shown, fault.name, file, fault] as const,
    ),
  );

  it.each(cases)('%s, %s: it is said, and what was there stays', async (_shown, _name, file, fault) => {
    server.play(file.url, fault.play(file));
    await expectSaid(source, fault.says(file));
  });

  it.each(files)('$shown is waited for as long as the producer asks', async ({ url, bytes }) => {
    server.play(url, inTurn(answer(429, { 'retry-after': '7' }), sendWhole(bytes)));
    expect((await load(source))?.outcome).toBe('unchanged');
    expect(waits).toEqual([7_000]);
  });
});

it.each<[SourceId, RegExp]>([
  ['filosofi-2021', /DS_FILOSOFI_CC_2023_data\.csv annonce 4000000000 octets\. Attendu : 1000000000 octets/],
  ['populations', /DS_POPULATIONS_REFERENCE_2023_data\.csv annonce 4000000000 octets/],
  ['cartefibre', /2026T2-Commune\.dbf annonce 4000000000 octets\. Attendu : 200000000 octets au plus/],
  ['qpv-2024', /l’archive zip est refusée : .*Attendu : l’archive telle que le producteur la publie/],
])('the archive of %s is not inflated past what such a file takes', async (source, refusal) => {
  const [{ url, bytes }] = filesOf(source) as [PublishedFile];
  server.play(url, sendWhole(announcing(bytes, 4_000_000_000)));
  await expectSaid(source, refusal);
});

it('an archive that holds something else says so', async () => {
  const other = await zip([{ name: 'lisez-moi.txt', data: Buffer.from('rien') }]);
  for (const source of ['filosofi-2021', 'populations', 'cartefibre', 'qpv-2024'] as const) {
    const [{ url }] = filesOf(source) as [PublishedFile];
    server.play(url, sendWhole(other));
    await expectSaid(source, /l’archive ne contient pas/);
  }
});

describe('the catalogue', () => {
  const [deployments] = filesOf('cartefibre') as [PublishedFile];
  const [list] = filesOf('france-services') as [PublishedFile];

  it.each<[string, Play, string]>([
    [
      'without the file',
      answer(200, {}, JSON.stringify({ resources: [{ title: '2026T2-Immeuble', url: deployments.url }] })),
      'Le fichier n’est plus dans la liste publiée sur https://www.data.gouv.fr/datasets/le-marche-du-haut-et-tres-haut-debit-fixe-deploiements/. Téléchargez-le à la main depuis cette page, et placez-le dans le dossier des données.',
    ],
    [
      'of another form',
      answer(200, {}, '{"data":[]}'),
      'Le catalogue de data.gouv.fr ne se lit plus comme avant. Téléchargez le fichier à la main, et placez-le dans le dossier des données.',
    ],
    [
      'cut in its JSON',
      answer(200, {}, '{"resources":['),
      'Le catalogue de data.gouv.fr ne se lit plus comme avant.',
    ],
    [
      'as a page',
      answer(200, {}, '<html>Maintenance</html>'),
      'Le catalogue de data.gouv.fr : une page web est arrivée à la place.',
    ],
    ['gone', answer(404), 'Le fichier n’est plus à l’adresse connue chez www.data.gouv.fr (code 404).'],
    ['broken', answer(500), 'www.data.gouv.fr est en panne (code 500), malgré plusieurs essais.'],
    [
      'that sends to a host of nobody',
      answer(
        200,
        {},
        JSON.stringify({ resources: [{ title: '2026T2-Commune', url: 'https://example.com/x' }] }),
      ),
      'example.com n’est pas l’adresse d’un producteur connu de Maillage : elle n’est pas suivie.',
    ],
  ])('%s', async (_name, play, says) => {
    server.play(catalogueOf(deployments.live) ?? '', play);
    await expectSaid('cartefibre', says);
  });

  it('that is broken stops a file found by its number too', async () => {
    server.play(catalogueOf(list.live) ?? '', answer(503));
    await expectSaid('france-services', 'www.data.gouv.fr reçoit trop de demandes, malgré plusieurs essais.');
  });
});

it('a file that the source can do without may be gone: the other one is loaded', async () => {
  const [, optional] = filesOf('mci-debits') as [PublishedFile, PublishedFile];
  server.play(optional.url, answer(404));
  expect((await load('mci-debits'))?.outcome).toBe('accepted');
  const columns = await database.db.sql<{ indicator: string }[]>`
    select distinct indicator from indicator_column where indicator like 'debit-%'`;
  expect(columns.some(({ indicator }) => indicator.startsWith('debit-filaire'))).toBe(true);
  expect(columns.some(({ indicator }) => indicator.startsWith('debit-terrestre'))).toBe(false);
});
