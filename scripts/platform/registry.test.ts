import { createServer as createHttpServer } from 'node:http';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { once } from 'node:events';
import { afterEach, expect, test, vi } from 'vitest';
import { probeRegistry } from './registry.mjs';

let server: Server | undefined;

afterEach(() => {
  vi.unstubAllEnvs();
  server?.close();
});

async function listen(made: Server): Promise<string> {
  server = made.listen(0, '127.0.0.1');
  await once(made, 'listening');
  return `127.0.0.1:${(made.address() as AddressInfo).port}`;
}

/** Only npm's own settings count, whatever this machine has. */
function configure(registry: string, proxy = ''): void {
  for (const name of ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'https_proxy', 'NO_PROXY', 'no_proxy']) {
    vi.stubEnv(name, '');
  }
  vi.stubEnv('npm_config_registry', registry);
  vi.stubEnv('npm_config_proxy', proxy);
  vi.stubEnv('npm_config_https_proxy', proxy);
  vi.stubEnv('npm_config_noproxy', '');
}

test('a registry that answers is there, whatever it answers', async () => {
  configure(`http://${await listen(createHttpServer((_, response) => response.writeHead(404).end()))}/`);
  expect(await probeRegistry()).toEqual({ host: '127.0.0.1', reachable: true });
});

test('one that refuses is not', async () => {
  const address = await listen(createServer());
  server?.close();
  configure(`http://${address}/`);
  expect(await probeRegistry()).toEqual({ host: '127.0.0.1', reachable: false });
});

test('one that accepts and says nothing is given up within five seconds', async () => {
  configure(`http://${await listen(createServer((socket) => socket.on('error', () => undefined)))}/`);
  const start = performance.now();
  expect((await probeRegistry()).reachable).toBe(false);
  expect(performance.now() - start).toBeLessThan(5_000);
});

test('a registry behind a proxy is asked through it', async () => {
  const proxy = createHttpServer();
  const asked: string[] = [];
  proxy.on('connect', (request, socket) => {
    asked.push(request.url ?? '');
    socket.end('HTTP/1.1 200 OK\r\n\r\n');
  });
  configure('https://registry.invalid/', `http://${await listen(proxy)}`);
  expect(await probeRegistry()).toEqual({ host: 'registry.invalid', reachable: true });
  expect(asked).toEqual(['registry.invalid:443']);
});
