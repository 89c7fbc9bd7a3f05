import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { request } from 'node:https';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { live } from '../../../messages/live.ts';
import { follow } from './follow.ts';
import { readLiveAddress } from './live-address.ts';
import { LiveError } from '../live-error.ts';
import { LIVE_HOSTS } from './live-hosts.ts';
import { isPublicAddress } from './public-address.ts';
import { readStandIn } from './stand-in.ts';
import { openWire, type Resolved } from './wire.ts';

/**
 * Server-side request forgery: whatever an address or a resolver says, no connection is opened elsewhere
 * than to a listed host, at the public addresses that were checked. Every socket of the process is counted.
 */
let sockets = 0;
const count = (): void => void sockets++;

beforeEach(() => {
  sockets = 0;
  subscribe('net.client.socket', count);
});

afterEach(() => void unsubscribe('net.client.socket', count));

const REAL = 'https://data.arcep.fr/fixe/x.csv';

/** A resolver that must not be asked. */
const deaf = (host: string): Promise<readonly Resolved[]> => Promise.reject(new Error(`asked for ${host}`));

async function expectRefused(
  url: string,
  resolve: (host: string) => Promise<readonly Resolved[]>,
): Promise<void> {
  const cause = await follow(openWire(null, { resolve }), url, {}).catch((reason: unknown) => reason);
  expect(cause).toBeInstanceOf(LiveError);
  expect((cause as LiveError).fault).toBe('address');
  expect((cause as LiveError).message).toContain(live.kept);
  expect((cause as LiveError).message).toMatch(
    /téléchargez le fichier à la main|Vérifiez le serveur de noms/,
  );
  expect(sockets).toBe(0);
}

describe('addresses', () => {
  it.each([
    // Schemes.
    'http://data.arcep.fr/x',
    'ftp://data.arcep.fr/x',
    'file:///etc/passwd',
    'file://data.arcep.fr/etc/passwd',
    'gopher://data.arcep.fr/_x',
    'data:text/csv,a;b',
    'javascript:alert(1)',
    'blob:https://data.arcep.fr/x',
    'jar:https://data.arcep.fr!/x',
    'ws://data.arcep.fr/',
    'unix:/var/run/docker.sock',
    // Not an address.
    '',
    'data.arcep.fr/x',
    '/etc/passwd',
    'https://',
    'https:///x',
    'https://[::1',
    'https://data.arcep.fr:99999/',
    `https://data.arcep.fr/${'x'.repeat(5_000)}`,
    // This machine, in every writing.
    'https://localhost/',
    'https://127.0.0.1/',
    'https://127.1/',
    'https://0/',
    'https://0.0.0.0/',
    'https://2130706433/',
    'https://0x7f000001/',
    'https://0x7f.0.0.1/',
    'https://017700000001/',
    'https://0177.0.0.1/',
    'https://[::1]/',
    'https://[::]/',
    'https://[0:0:0:0:0:0:0:1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:7f00:1]/',
    'https://[64:ff9b::7f00:1]/',
    'https://[fe80::1]/',
    'https://[fc00::1]/',
    // Private networks and the data of clouds.
    'https://10.0.0.1/',
    'https://172.16.0.1/',
    'https://192.168.1.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://[fd00:ec2::254]/',
    'https://metadata.google.internal/',
    'https://100.100.100.200/',
    // Public, and not listed.
    'https://1.1.1.1/',
    'https://example.com/',
    'https://127.0.0.1.nip.io/',
    'https://data.arcep.fr.127.0.0.1.nip.io/',
    'https://localtest.me/',
    'https://data.arcep.fr.example.com/',
    'https://evil-data.arcep.fr/',
    'https://arcep.fr/',
    'https://data-arcep.fr/',
    // Who is named before the host.
    'https://data.arcep.fr@example.com/',
    'https://data.arcep.fr:443@example.com/',
    'https://user@data.arcep.fr/x',
    'https://user:word@data.arcep.fr/x',
    'https://:word@data.arcep.fr/x',
    'https://example.com#@data.arcep.fr/',
    'https://example.com\\@data.arcep.fr/',
    'https://data.arcep.fr\\@example.com/',
    'https://example.com?@data.arcep.fr/',
    // Writings of the same name.
    'https://data.arcep.fr./x',
    'https://data.arcep。fr/x',
    'https://data．arcep.fr/x',
    'https://ｄata.arcep.fr/x',
    'https://dаta.arcep.fr/x',
    'https://data.arcep.fr%00.example.com/',
    'https://data%2earcep.fr/x',
    'https://data.arc\u00adep.fr/x',
    'https://data.arcep.fr\t/x',
    'https://data.arcep.fr\n/x',
    ' https://data.arcep.fr/x',
    'ht\ntps://data.arcep.fr/x',
    'https:data.arcep.fr/x',
    'https:/data.arcep.fr/x',
    'https:\\\\data.arcep.fr\\x',
    // Ports.
    'https://data.arcep.fr:80/',
    'https://data.arcep.fr:443/x',
    'https://data.arcep.fr:8443/',
    'https://data.arcep.fr:22/',
  ])('%j', async (url) => {
    await expectRefused(url, deaf);
  });

  it.each([
    '//example.com/x',
    '\\\\example.com\\x',
    '/\\example.com',
    'https:example.com',
    '//data.arcep.fr@127.0.0.1/',
  ])('a redirect to %j', (location) => {
    expect(() => readLiveAddress(location, new URL(REAL))).toThrow(LiveError);
  });

  it('those of the producers, and nothing more, may be asked', () => {
    for (const host of LIVE_HOSTS)
      expect(readLiveAddress(`https://${host}/x?y=1#z`).href).toBe(`https://${host}/x?y=1`);
    expect(readLiveAddress('../y.csv', new URL(REAL)).href).toBe('https://data.arcep.fr/y.csv');
    expect(readLiveAddress('HTTPS://Data.Arcep.FR/x').href).toBe('https://data.arcep.fr/x');
  });
});

describe('what a name resolves to', () => {
  const v4 = (address: string): Resolved => ({ address, family: 4 });
  const v6 = (address: string): Resolved => ({ address, family: 6 });

  it.each([
    v4('127.0.0.1'),
    v4('127.255.255.254'),
    v4('0.0.0.0'),
    v4('10.1.2.3'),
    v4('100.64.0.1'),
    v4('169.254.169.254'),
    v4('172.31.255.255'),
    v4('192.168.0.10'),
    v4('192.0.2.1'),
    v4('198.18.0.1'),
    v4('203.0.113.9'),
    v4('224.0.0.1'),
    v4('255.255.255.255'),
    v6('::'),
    v6('::1'),
    v6('::ffff:127.0.0.1'),
    v6('::ffff:10.0.0.1'),
    v6('::127.0.0.1'),
    v6('64:ff9b::a00:1'),
    v6('64:ff9b:1::1'),
    v6('fe80::1'),
    v6('fe80::1%eth0'),
    v6('fec0::1'),
    v6('fd12:3456::1'),
    v6('ff02::1'),
    v6('2001:db8::1'),
    v6('2002:7f00:1::'),
    v6('2001::1'),
    v6('100::1'),
    { address: 'localhost', family: 4 },
    { address: '2130706433', family: 4 },
  ])('$address', async (resolved) => {
    await expectRefused(REAL, () => Promise.resolve([resolved]));
  });

  it('one private address among public ones is one too many', async () => {
    await expectRefused(REAL, () => Promise.resolve([v4('8.8.8.8'), v4('10.0.0.1')]));
  });

  it('public ones are told apart', () => {
    for (const address of ['8.8.8.8', '172.32.0.1', '100.128.0.1', '2001:660:3001::1', '2a01:c910::1'])
      expect(isPublicAddress(address), address).toBe(true);
  });

  it('a name that changes its mind is asked once, and the connection goes where it was checked', async () => {
    const answers = [[v4('198.41.0.4')], [v4('127.0.0.1')]];
    let asked = 0;
    const looked: unknown[] = [];
    const wire = openWire(null, {
      resolve: () => Promise.resolve(answers[asked++] ?? []),
      request: ((options: { lookup: (...all: unknown[]) => void }) => {
        const { lookup } = options;
        for (const all of [true, false, true])
          lookup('data.arcep.fr', { all }, (_: unknown, ...found: unknown[]) => looked.push(found));
        throw new LiveError('stopped', 'here the connection would be made');
      }) as unknown as typeof request,
    });
    await expect(follow(wire, REAL, {})).rejects.toMatchObject({ fault: 'stopped' });
    expect(asked).toBe(1);
    expect(looked).toEqual([[[v4('198.41.0.4')]], ['198.41.0.4', 4], [[v4('198.41.0.4')]]]);
    expect(sockets).toBe(0);
  });

  it('a resolver that is silent, fails or knows nothing is a network that is not there', async () => {
    const silent = new Promise<never>(() => undefined);
    for (const resolve of [
      () => silent,
      () => Promise.reject(new Error('EAI_AGAIN')),
      () => Promise.resolve([]),
    ]) {
      const wire = openWire(null, { resolve, reachMs: 50 });
      await expect(follow(wire, REAL, {})).rejects.toMatchObject({ fault: 'unreachable' });
    }
  });

  it('a host that was never reached is not waited for twice', async () => {
    let asked = 0;
    const resolve = (): Promise<never> => {
      asked++;
      return Promise.reject(new Error('ENOTFOUND'));
    };
    const wire = openWire(null, { resolve });
    for (const path of ['x', 'y'])
      await expect(follow(wire, `https://data.arcep.fr/${path}`, {})).rejects.toMatchObject({
        fault: 'unreachable',
      });
    expect(asked).toBe(1);
    await expect(follow(wire, 'https://api.insee.fr/x', {})).rejects.toThrow('api.insee.fr');
    expect(asked).toBe(2);
    expect(sockets).toBe(0);
  });
});

describe('the stand-in of trials', () => {
  it.each([
    'http://127.0.0.1',
    'https://127.0.0.1:80',
    'http://localhost:80',
    'http://127.0.0.2:80',
    'http://127.0.0.1.nip.io:80',
    'http://127.0.0.1:80@example.com',
    'http://127.0.0.1:80/x',
    'http://10.0.0.1:80',
    'http://[::2]:80',
    'http://127.0.0.1:0',
    'http://127.0.0.1:70000',
    'file:///tmp',
  ])('is not %s', (text) => {
    expect(() => readStandIn(text)).toThrow(RangeError);
  });

  it('is a port of this very machine, or none', () => {
    expect(readStandIn('http://127.0.0.1:4500')).toEqual({ hostname: '127.0.0.1', port: 4500 });
    expect(readStandIn('http://[::1]:4500/')).toEqual({ hostname: '::1', port: 4500 });
    expect(readStandIn(undefined)).toBeNull();
    expect(readStandIn('')).toBeNull();
  });
});
