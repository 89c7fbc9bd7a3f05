import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer as createPlain, type Server as PlainServer } from 'node:http';
import { createServer, request, type RequestOptions, type Server } from 'node:https';
import type { AddressInfo, LookupFunction } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { selfMade, type Certificate } from '../../../../../tests/support/certificate.ts';
import { live } from '../../../messages/live.ts';
import { download } from '../download/download.ts';
import { bePatient } from '../download/patience.ts';
import type { Downloaded } from '../download/try-once.ts';
import { openWire, type Resolved } from './wire.ts';

/**
 * The way that producers are really reached: https, to the addresses that were checked. A server of the
 * loopback answers in their place; nothing else of the way is replaced.
 */
const HOST = 'data.arcep.fr';
const URL_ASKED = `https://${HOST}/fixe/commune.csv`;
const TABLE = 'code;x\n01001;1\n';
const CHECKED: Resolved[] = [
  { address: '198.41.0.4', family: 4 },
  { address: '2001:503:ba3e::2:30', family: 6 },
];

let folder: string;
let server: Server | PlainServer | null = null;
let asked: { host: string | undefined; name: string | false | null | undefined; path: string | undefined }[];
let looked: unknown[];

beforeEach(async () => {
  [asked, looked] = [[], []];
  folder = await mkdtemp(join(tmpdir(), 'maillage-secure-'));
});

afterEach(async () => {
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
  server = null;
  await rm(folder, { recursive: true, force: true });
});

const serve = async (made: Server | PlainServer): Promise<void> => {
  server = made;
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
};

const serveSecurely = ({ key, cert }: Certificate): Promise<void> =>
  serve(
    createServer({ key, cert }, ({ headers, socket, url }, response) => {
      asked.push({ host: headers.host, name: (socket as TLSSocket).servername, path: url });
      response.writeHead(200, { etag: '"1"' }).end(TABLE);
    }),
  );

/** Where the connection would go is noted, and it goes to the loopback. */
const detour =
  (given: LookupFunction): LookupFunction =>
  (host, options, done) =>
    given(host, options, (_error, addresses) => {
      looked.push([host, addresses]);
      if (options.all) done(null, [{ address: '127.0.0.1', family: 4 }]);
      else done(null, '127.0.0.1', 4);
    });

function fetchTable(trusted?: string): Promise<Downloaded> {
  const { port } = server?.address() as AddressInfo;
  const wire = openWire(null, {
    resolve: () => Promise.resolve(CHECKED),
    request: ((options: RequestOptions) => {
      const lookup = detour(options.lookup as LookupFunction);
      return request({ ...options, lookup, port, ...(trusted === undefined ? {} : { ca: trusted }) });
    }) as typeof request,
  });
  return download(wire, bePatient({ pause: () => Promise.resolve() }), {
    url: URL_ASKED,
    path: join(folder, 'commune.csv'),
    file: 'commune.csv',
    kinds: ['csv'],
    most: 1_000,
  });
}

it('a certificate that is trusted for the host lets the file through, from the addresses that were checked', async () => {
  const made = selfMade(HOST);
  await serveSecurely(made);
  expect(await fetchTable(made.cert)).toMatchObject({ unchanged: false, bytes: TABLE.length, etag: '"1"' });
  expect(await readFile(join(folder, 'commune.csv'), 'utf8')).toBe(TABLE);
  const { port } = server?.address() as AddressInfo;
  expect(asked).toEqual([{ host: `${HOST}:${port}`, name: HOST, path: '/fixe/commune.csv' }]);
  expect(looked).toEqual([[HOST, CHECKED]]);
});

it.each<[string, () => Certificate, boolean]>([
  ['of nobody', () => selfMade(HOST), false],
  ['of another host', () => selfMade('www.data.gouv.fr'), true],
  ['that has ended', () => selfMade(HOST, { ended: true }), true],
])('a certificate %s is refused in a sentence, and nothing is asked', async (_whose, make, trusts) => {
  const made = make();
  await serveSecurely(made);
  await expect(fetchTable(trusts ? made.cert : undefined)).rejects.toMatchObject({
    fault: 'refused',
    message: `${HOST} n’a pas présenté de certificat de confiance. Rien n’a été lu. Si votre réseau remplace les certificats, indiquez le sien par NODE_EXTRA_CA_CERTS. ${live.kept}`,
  });
  expect(asked).toEqual([]);
  expect(looked).toHaveLength(1);
});

it('a server that does not speak https is refused as one without a certificate', async () => {
  await serve(createPlain((_request, response) => void response.end(TABLE)));
  await expect(fetchTable()).rejects.toMatchObject({ fault: 'refused', message: live.certificate(HOST) });
});

it('a server that hangs up before the handshake is taken for one that is not there', async () => {
  await serve(createPlain());
  server?.on('connection', (socket) => void socket.destroy());
  await expect(fetchTable()).rejects.toMatchObject({ fault: 'unreachable' });
});
