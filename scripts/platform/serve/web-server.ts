import { createServer, type RequestListener, type Server } from 'node:http';
import { Refusal } from '../processes.mjs';
import { waitingPage } from './waiting-page.ts';

/** How long requests under way may last once the server is asked to stop. */
const drainMs = 30_000;

/** The open port, its handler to be replaced once the application is ready. */
export interface WebServer {
  port: number;
  /** Address to open in a browser on this machine. */
  url: string;
  handle(listener: RequestListener): void;
  /** Refuses new connections, lets requests end (30 s at most), then closes. Twice is once. */
  drain(): Promise<void>;
  /** Cuts what is still open. */
  cut(): void;
}

/**
 * Takes the port before anything slow happens, and answers with a waiting page until then.
 * @throws Refusal in French when the port or the address cannot be had
 */
export async function takePort(host: string, port: number): Promise<WebServer> {
  let listener: RequestListener = waitingPage;
  const server = createServer((request, response) => listener(request, response));
  await listen(server, host, port);
  const address = server.address();
  const taken = typeof address === 'object' && address ? address.port : port;
  let drained: Promise<void> | undefined;
  return {
    port: taken,
    url: `http://${readable(host)}:${taken}`,
    handle: (next) => void (listener = next),
    drain: () => (drained ??= drain(server)),
    cut: () => server.closeAllConnections(),
  };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(new Refusal(refusalWords(error, host, port))));
    server.listen(port, host, () => resolve());
  });
}

function drain(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), drainMs);
    // A connection kept alive without a request would otherwise hold the server for its own timeout.
    const sweep = setInterval(() => server.closeIdleConnections(), 100);
    server.close(() => {
      clearTimeout(timer);
      clearInterval(sweep);
      resolve();
    });
    server.closeIdleConnections();
  });
}

function refusalWords(error: Error, host: string, port: number): string {
  const code = 'code' in error ? error.code : '';
  const safe = 'Aucune donnée n’a été touchée.';
  if (code === 'EADDRINUSE') {
    return (
      `Le port ${port} est déjà pris par un autre programme. ${safe} ` +
      `Fermez-le, ou choisissez un autre port : PORT=${port + 1} npm start`
    );
  }
  if (code === 'EACCES') {
    return `Le port ${port} est réservé à l’administrateur. ${safe} Choisissez-en un autre : PORT=3000 npm start`;
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return `L’adresse HOST=${host} n’existe pas sur cette machine. ${safe} Retirez HOST, ou mettez HOST=0.0.0.0.`;
  }
  return `Le serveur n’a pas pu s’ouvrir sur ${host}:${port} (${error.message}). ${safe}`;
}

function readable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
