import { connect } from 'node:net';
import { npm } from './npm.mjs';

/** How long the registry may take to answer before the network is called unreachable. */
const patience = 3_000;

/**
 * Whether the registry that npm is configured with (or the proxy before it) takes a connection.
 * npm itself retries for minutes before it says so.
 * @returns {Promise<{ host: string, reachable: boolean }>}
 */
export async function probeRegistry() {
  const config = await readConfig();
  const registry = new URL(config.registry);
  const host = registry.hostname;
  const proxy = bypassesProxy(host, config.noproxy) ? '' : config.proxyFor(registry.protocol);
  const target = proxy ? new URL(proxy) : registry;
  const port = Number(target.port) || (target.protocol === 'http:' ? 80 : 443);
  return { host, reachable: await answers(target.hostname.replace(/^\[|\]$/g, ''), port) };
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
 * @param {string} host
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function answers(host, port) {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const finish = (/** @type {boolean} */ reachable) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(reachable);
    };
    const timer = setTimeout(() => finish(false), patience);
    socket.once('connect', () => finish(true));
    socket.once('error', () => finish(false));
  });
}
