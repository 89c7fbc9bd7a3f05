import http from 'node:http';
import https from 'node:https';
import { npm } from './npm.mjs';

/** How long the registry may take to answer before the network is called unreachable, in milliseconds. */
const patience = 3_000;

/**
 * Whether the registry that npm is configured with answers, through its proxy when there is one.
 * npm itself retries for minutes before it says that it does not.
 * @returns {Promise<{ host: string, reachable: boolean }>}
 */
export async function probeRegistry() {
  const config = await readConfig();
  const registry = new URL(config.registry);
  const host = registry.hostname;
  const proxy = bypassesProxy(host, config.noproxy) ? '' : config.proxyFor(registry.protocol);
  const request = proxy ? askProxy(new URL(proxy), registry) : askRegistry(registry);
  return { host, reachable: await answers(request) };
}

async function readConfig() {
  const { stdout } = await npm(['config', 'list', '--json']);
  /** @type {Record<string, unknown>} */
  const all = JSON.parse(stdout);
  const text = (/** @type {string} */ name) => (typeof all[name] === 'string' ? all[name] : '');
  const noproxy = Array.isArray(all.noproxy) ? all.noproxy.map(String) : text('noproxy').split(',');
  return {
    registry: text('registry'),
    noproxy: noproxy.map((name) => name.trim()).filter(Boolean),
    proxyFor: (/** @type {string} */ protocol) =>
      (protocol === 'https:'
        ? text('https-proxy') || process.env.HTTPS_PROXY || process.env.https_proxy
        : '') ||
      text('proxy') ||
      process.env.HTTP_PROXY ||
      process.env.http_proxy ||
      '',
  };
}

/**
 * @param {string} host
 * @param {string[]} noproxy
 */
function bypassesProxy(host, noproxy) {
  return noproxy.some(
    (name) => name === '*' || host === name || host.endsWith(`.${name.replace(/^\*?\./, '')}`),
  );
}

/**
 * Any answer will do, even a refusal or one behind a certificate that only npm is told to trust.
 * @param {URL} registry
 */
function askRegistry(registry) {
  const client = registry.protocol === 'http:' ? http : https;
  return client.request(registry, { method: 'HEAD', rejectUnauthorized: false });
}

/**
 * @param {URL} proxy
 * @param {URL} registry
 */
function askProxy(proxy, registry) {
  const port = registry.port || (registry.protocol === 'http:' ? '80' : '443');
  const credentials = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
  const client = proxy.protocol === 'https:' ? https : http;
  return client.request({
    host: proxy.hostname,
    port: proxy.port || (proxy.protocol === 'https:' ? 443 : 80),
    method: 'CONNECT',
    path: `${registry.hostname}:${port}`,
    rejectUnauthorized: false,
    headers: proxy.username
      ? { 'proxy-authorization': `Basic ${Buffer.from(credentials).toString('base64')}` }
      : {},
  });
}

/**
 * @param {http.ClientRequest} request
 * @returns {Promise<boolean>}
 */
function answers(request) {
  return new Promise((resolve) => {
    const finish = (/** @type {boolean} */ reachable) => {
      clearTimeout(timer);
      resolve(reachable);
      request.destroy();
    };
    const timer = setTimeout(() => finish(false), patience);
    request.once('response', () => finish(true));
    request.once('connect', (response) =>
      finish(response.statusCode !== undefined && response.statusCode < 500),
    );
    request.on('error', () => finish(false));
    request.end();
  });
}
