import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  answer,
  cutAfter,
  goSilent,
  inTurn,
  openFaultServer,
  sendFile,
  type FaultServer,
  type Play,
} from '../../../../../tests/support/fault-server.ts';
import { live } from '../../../messages/live.ts';
import { download } from './download.ts';
import { LiveError } from '../live-error.ts';
import { bePatient } from './patience.ts';
import { readStandIn } from '../reach/stand-in.ts';
import type { DownloadAsked, Downloaded } from './try-once.ts';
import { openWire } from '../reach/wire.ts';

/** Every fault that a producer can play, over a real connection. */
const URL_ASKED = 'https://data.arcep.fr/fixe/last/commune.csv';
const TABLE = Buffer.from(
  `code;x\n${Array.from({ length: 2_000 }, (_, at) => `${at};${at * 2}`).join('\n')}\n`,
);
const BOMB = gzipSync(Buffer.alloc(20_000_000, ';'));
const NOW = new Date('2026-11-26T08:00:00Z');

let server: FaultServer;
let folder: string;
let waits: number[];

beforeAll(async () => {
  server = await openFaultServer();
});

beforeEach(async () => {
  server.forget();
  waits = [];
  folder = await mkdtemp(join(tmpdir(), 'maillage-live-'));
  return () => rm(folder, { recursive: true, force: true });
});

afterAll(() => server.close());

/** Long enough for a busy machine; what is silent on purpose is not waited for as long. */
const SILENCE_MS = 3_000;

const fetchTable = (
  play: Play,
  changes: Partial<DownloadAsked> = {},
  silenceMs = SILENCE_MS,
): Promise<Downloaded> => {
  server.play(URL_ASKED, play);
  const wire = openWire(readStandIn(server.base), { silenceMs });
  const patience = bePatient({
    now: () => NOW,
    random: () => 0.5,
    pause: async (ms) => void waits.push(ms),
    totalMs: 60_000,
  });
  const path = join(folder, 'commune.csv');
  return download(wire, patience, {
    url: URL_ASKED,
    path,
    file: 'commune.csv',
    kinds: ['csv'],
    most: 100_000,
    ...changes,
  });
};

const NEXT_STEP = /réessayez|téléchargez|vérifiez|faites de la place|signalez/i;

async function failureOf(
  play: Play,
  changes: Partial<DownloadAsked> = {},
  silenceMs = SILENCE_MS,
): Promise<LiveError> {
  const cause = await fetchTable(play, changes, silenceMs).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(cause).toBeInstanceOf(LiveError);
  const error = cause as LiveError;
  expect(error.message).toContain(live.kept);
  expect(error.message).toMatch(/^[A-Z«a-z].*\.$/s);
  // What happened, then what to do.
  if (error.fault !== 'stopped') expect(error.message).toMatch(NEXT_STEP);
  return error;
}

const wholeTable = async (got: Downloaded): Promise<void> => {
  expect(got).toMatchObject({
    unchanged: false,
    bytes: TABLE.length,
    sha256: createHash('sha256').update(TABLE).digest('hex'),
  });
  expect(await readFile(join(folder, 'commune.csv'))).toEqual(TABLE);
};

const rangesAsked = (): (string | undefined)[] => server.asked.map(({ headers }) => headers.range);

describe('what passes is waited for', () => {
  it('a file comes whole, with its sum and what says whether it changed', async () => {
    const got = await fetchTable(sendFile(TABLE));
    await wholeTable(got);
    expect(got.etag).toBe('"1"');
    expect(server.asked[0]?.headers['accept-encoding']).toBe('identity');
  });

  it('a server that fails once is asked again, after a while', async () => {
    await wholeTable(await fetchTable(inTurn(answer(500), answer(502), sendFile(TABLE))));
    expect(waits).toEqual([750, 1_500]);
  });

  it('« retry-after » is honoured, in seconds and as a date', async () => {
    const date = new Date(NOW.getTime() + 7_000).toUTCString();
    const play = inTurn(
      answer(429, { 'retry-after': '3' }),
      answer(503, { 'retry-after': date }),
      sendFile(TABLE),
    );
    await wholeTable(await fetchTable(play));
    expect(waits).toEqual([3_000, 7_000]);
  });

  it('a cut file is gone on from, where the server says that it is the same', async () => {
    await wholeTable(await fetchTable(inTurn(cutAfter(TABLE, 9_000), sendFile(TABLE))));
    expect(rangesAsked()).toEqual([undefined, 'bytes=9000-']);
    expect(server.asked[1]?.headers['if-range']).toBe('"1"');
  });

  it('a last-modified date also says so; a weak tag does not', async () => {
    const dated = { 'last-modified': 'Wed, 25 Nov 2026 08:00:00 GMT', etag: 'W/"1"' };
    await wholeTable(await fetchTable(inTurn(cutAfter(TABLE, 9_000, dated), sendFile(TABLE))));
    expect(server.asked[1]?.headers['if-range']).toBe(dated['last-modified']);
    server.forget();
    await wholeTable(await fetchTable(inTurn(cutAfter(TABLE, 9_000, { etag: 'W/"1"' }), sendFile(TABLE))));
    expect(rangesAsked()).toEqual([undefined, undefined]);
  });

  it('a file that changed in between starts again from nothing', async () => {
    const old = Buffer.from(TABLE.toString().replaceAll(';', ','));
    const other = inTurn(cutAfter(old, 9_000, { etag: '"old"' }), sendFile(TABLE, { etag: '"new"' }));
    await wholeTable(await fetchTable(other));
    expect(rangesAsked()).toEqual([undefined, 'bytes=9000-']);
  });

  it('the rest of another file, sent all the same, is not added to the first', async () => {
    const careless: Play = (_request, response) =>
      void response
        .writeHead(206, { etag: '"new"', 'content-range': `bytes 9000-${TABLE.length - 1}/${TABLE.length}` })
        .end(TABLE.subarray(9_000));
    const play = inTurn(cutAfter(Buffer.alloc(TABLE.length, ';'), 9_000), careless, sendFile(TABLE));
    await wholeTable(await fetchTable(play));
    expect(rangesAsked()).toEqual([undefined, 'bytes=9000-', undefined]);
  });

  it('a rest that starts elsewhere, or cannot be had, is asked for whole', async () => {
    const elsewhere = answer(206, { 'content-range': 'bytes 0-9/10' }, '0123456789');
    await wholeTable(
      await fetchTable(
        inTurn(cutAfter(TABLE, 9_000), elsewhere, cutAfter(TABLE, 10), answer(416), sendFile(TABLE)),
      ),
    );
    expect(rangesAsked()).toEqual([undefined, 'bytes=9000-', undefined, 'bytes=10-', undefined]);
  });

  it.each([
    ['says that it stops before the end', String(TABLE.length)],
    ['does not say of how much it is', '*'],
  ])('a rest that %s is not taken for the whole file', async (_name, total) => {
    const short: Play = (_request, response) =>
      void response
        .writeHead(206, { etag: '"1"', 'content-range': `bytes 9000-9999/${total}` })
        .end(TABLE.subarray(9_000, 10_000));
    await wholeTable(await fetchTable(inTurn(cutAfter(TABLE, 9_000), short, sendFile(TABLE))));
    expect(rangesAsked()).toEqual([undefined, 'bytes=9000-', undefined]);
  });

  it('a rest that ends before what it said is gone on from; one that goes past is thrown away', async () => {
    const rest =
      (bytes: Buffer): Play =>
      (_request, response) =>
        void response
          .writeHead(206, {
            etag: '"1"',
            'content-range': `bytes 9000-${TABLE.length - 1}/${TABLE.length}`,
            connection: 'close',
          })
          .end(bytes);
    const short = rest(TABLE.subarray(9_000, 9_500));
    await wholeTable(await fetchTable(inTurn(cutAfter(TABLE, 9_000), short, sendFile(TABLE))));
    expect(rangesAsked()).toEqual([undefined, 'bytes=9000-', 'bytes=9500-']);
    server.forget();
    const long = rest(Buffer.concat([TABLE.subarray(9_000), Buffer.from('1;2\n')]));
    await wholeTable(await fetchTable(inTurn(cutAfter(TABLE, 9_000), long, sendFile(TABLE))));
    expect(rangesAsked()).toEqual([undefined, 'bytes=9000-', undefined]);
  });

  it('a file compressed for the way is kept as it is', async () => {
    const zipped: Play = (_request, response) =>
      void response.writeHead(200, { 'content-encoding': 'gzip', etag: '"1"' }).end(gzipSync(TABLE));
    await wholeTable(await fetchTable(zipped));
  });

  it('nothing is sent again of a file that has not changed', async () => {
    const held = { etag: '"1"', lastModified: null };
    expect(await fetchTable(sendFile(TABLE), { held })).toEqual({ ...held, unchanged: true });
    await wholeTable(await fetchTable(sendFile(TABLE), { held: { etag: '"0"', lastModified: null } }));
  });

  it('a wrong sum is a bad copy: another one is asked for', async () => {
    const checksum = { algorithm: 'sha1', value: createHash('sha1').update(TABLE).digest('hex') } as const;
    const bad = Buffer.from(TABLE.toString().replace('7', '8'));
    await wholeTable(await fetchTable(inTurn(sendFile(bad), sendFile(TABLE)), { checksum }));
    expect(rangesAsked()).toEqual([undefined, undefined]);
  });

  it('a sender that goes on from a redirect of data.gouv.fr is followed', async () => {
    server.play('https://static.data.gouv.fr/resources/x/commune.csv', sendFile(TABLE));
    await wholeTable(
      await fetchTable(answer(302, { location: 'https://static.data.gouv.fr/resources/x/commune.csv' })),
    );
  });
});

describe('what does not pass is said, and nothing stays', () => {
  it.each<[string, Play, RegExp, Partial<DownloadAsked>?]>([
    ['not found', answer(404), /n’est plus à l’adresse connue/],
    ['forbidden', answer(403), /a refusé la demande \(code 403\)/],
    ['down for good', answer(500), /en panne \(code 500\), malgré plusieurs essais/],
    ['busy for good', answer(429), /trop de demandes/],
    [
      'busy until tonight',
      answer(429, { 'retry-after': '36000' }),
      /réessayez après 26 novembre 2026 à 19:00/,
    ],
    [
      'busy until a date',
      answer(503, { 'retry-after': 'Fri, 27 Nov 2026 08:00:00 GMT' }),
      /27 novembre 2026/,
    ],
    ['always cut', cutAfter(TABLE, 9_000, {}), /coupée avant la fin/],
    ['too large, and says so', sendFile(Buffer.alloc(200_000, 'a;b\n')), /dépasse 100\u00a0ko/],
    [
      'too large, and does not say so',
      (_request, response) => void response.writeHead(200).end(Buffer.alloc(200_000, 'a;b\n')),
      /dépasse 100\u00a0ko/,
    ],
    [
      'too large once inflated',
      (_request, response) =>
        void response
          .writeHead(200, { 'content-encoding': 'gzip' })
          .end(gzipSync(Buffer.alloc(9_000_000, ';'))),
      /dépasse 100\u00a0ko/,
    ],
    [
      'a gzip bomb',
      (_request, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(BOMB),
      /se dilate trop/,
      { most: 100_000_000 },
    ],
    ['not the gzip it says', answer(200, { 'content-encoding': 'gzip' }, 'code;x'), /compressé d’une façon/],
    ['an unknown compression', answer(200, { 'content-encoding': 'br' }, 'code;x'), /inconnue \(br\)/],
    ['a web page', answer(200, {}, '<!doctype html><title>Portail</title>'), /une page web est arrivée/],
    ['a page after a mark', answer(200, {}, '\ufeff\n <html>'), /une page web est arrivée/],
    ['JSON', answer(200, {}, '{"error":"no"}'), /n’est pas un tableau CSV/],
    ['an archive', sendFile(Buffer.from([0x50, 0x4b, 3, 4, 0, 0])), /n’est pas un tableau CSV/],
    ['no archive', sendFile(TABLE), /n’est pas une archive zip/, { kinds: ['zip'] }],
    ['nothing', answer(200), /est arrivé vide/],
    ['NUL bytes', sendFile(Buffer.alloc(100)), /n’est pas un tableau CSV/],
    [
      'another sum',
      sendFile(TABLE),
      /ne répond pas à l’empreinte/,
      { checksum: { algorithm: 'sha256', value: '0'.repeat(64) } },
    ],
    ['a redirect elsewhere', answer(302, { location: 'https://example.com/x' }), /renvoie ailleurs/],
    ['a redirect to http', answer(301, { location: 'http://data.arcep.fr/x' }), /pas une adresse en https/],
    ['a redirect to a file', answer(307, { location: 'file:///etc/passwd' }), /pas une adresse en https/],
    ['a redirect home', answer(308, { location: 'https://127.0.0.1/' }), /renvoie ailleurs/],
    ['a redirect to itself', answer(302, { location: URL_ASKED }), /sans fin/],
    ['no place to go to', answer(302, { location: 'https://[' }), /n’est pas une adresse/],
    ['a redirect without a place', answer(302), /code 302/],
  ])('%s', async (_name, play, message, changes) => {
    const { message: said } = await failureOf(play, changes);
    expect(said).toMatch(message);
  });

  it.each([undefined, TABLE.subarray(0, 100)])(
    'a producer that is silent, at once or in the middle',
    async (first) => {
      const { message } = await failureOf(goSilent(first), {}, 100);
      expect(message).toMatch(/n’envoie plus rien/);
    },
  );

  it('a chain of redirects ends', async () => {
    for (let at = 0; at < 9; at++)
      server.play(`https://data.arcep.fr/${at}`, answer(302, { location: `/${at + 1}` }));
    expect((await failureOf(answer(302, { location: '/0' }))).message).toMatch(/sans fin/);
    expect(server.asked.length).toBeLessThan(9);
  });

  it('a trickle ends with the time there is', async () => {
    const trickle: Play = (_request, response) => {
      response.writeHead(200, { etag: '"1"' });
      const timer = setInterval(() => response.write('1;2\n'), 20);
      response.once('close', () => clearInterval(timer));
    };
    server.play(URL_ASKED, trickle);
    const wire = openWire(readStandIn(server.base));
    const asked = {
      url: URL_ASKED,
      path: join(folder, 'x'),
      file: 'x',
      kinds: ['csv'],
      most: 10_000,
    } as const;
    await expect(download(wire, bePatient({ totalMs: 300 }), asked)).rejects.toThrow(/n’est pas arrivé en/);
  });

  it('whoever stops it is told', async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 30);
    expect((await failureOf(goSilent(TABLE.subarray(0, 10)), { signal: stop.signal })).message).toBe(
      live.stopped,
    );
  });

  it('a network that is not there is known at once, and not asked again', async () => {
    const gone = await openFaultServer();
    await gone.close();
    const wire = openWire(readStandIn(gone.base));
    const asked = {
      url: URL_ASKED,
      path: join(folder, 'x'),
      file: 'x',
      kinds: ['csv'],
      most: 10_000,
    } as const;
    const patience = bePatient({ pause: () => Promise.reject(new Error('nothing is waited for')) });
    await expect(download(wire, patience, asked)).rejects.toMatchObject({ fault: 'unreachable' });
  });

  it('a folder that cannot be written in is said', async () => {
    await writeFile(join(folder, 'full'), '');
    const { fault } = await failureOf(sendFile(TABLE), { path: join(folder, 'full', 'x') });
    expect(fault).toBe('disk');
    expect(await readdir(folder)).toEqual(['full']);
  });
});
