import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** What a server answers to one request; the number of the request to that address comes from 1. */
export type Play = (request: IncomingMessage, response: ServerResponse, time: number) => void;

/** A server of the loopback that stands in for the producers, and plays what it is told. */
export interface FaultServer {
  port: number;
  /** For `MAILLAGE_LIVE_BASE`. */
  base: string;
  /** Requests so far, as « host/path », with their headers. */
  asked: { address: string; headers: IncomingMessage['headers'] }[];
  /** Connections so far. */
  connections(): number;
  /** Says what to answer at an address of a producer; 404 elsewhere. */
  play(url: string, play: Play): void;
  forget(): void;
  close(): Promise<void>;
}

export async function openFaultServer(): Promise<FaultServer> {
  const plays = new Map<string, Play>();
  const times = new Map<string, number>();
  const asked: FaultServer['asked'] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const server: Server = createServer((request, response) => {
    const address = (request.url ?? '').slice(1);
    asked.push({ address, headers: request.headers });
    const time = (times.get(address) ?? 0) + 1;
    times.set(address, time);
    const play = plays.get(address);
    if (play) play(request, response, time);
    else response.writeHead(404).end();
  });
  server.on('connection', (socket) => {
    connections++;
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    base: `http://127.0.0.1:${port}`,
    asked,
    connections: () => connections,
    play: (url, play) => void plays.set(url.replace(/^https:\/\//, ''), play),
    forget() {
      plays.clear();
      times.clear();
      asked.length = 0;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Sends a file whole, with what lets it be asked for again; honours conditions and ranges. */
export const sendFile =
  (bytes: Buffer, { etag = '"1"' }: { etag?: string } = {}): Play =>
  (request, response) => {
    const { range, 'if-range': ifRange, 'if-none-match': none } = request.headers;
    if (none === etag) return void response.writeHead(304, { etag }).end();
    const from = Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0);
    if (from > 0 && ifRange === etag) {
      const headers = { etag, 'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` };
      return void response.writeHead(206, headers).end(bytes.subarray(from));
    }
    response.writeHead(200, { etag, 'content-length': bytes.length }).end(bytes);
  };

/** Sends the beginning of a file that is announced whole, then cuts the connection. */
export const cutAfter =
  (bytes: Buffer, sent: number, headers: Record<string, string> = { etag: '"1"' }): Play =>
  (_request, response) => {
    response.writeHead(200, { ...headers, 'content-length': bytes.length });
    response.write(bytes.subarray(0, sent), () => setTimeout(() => response.destroy(), 40));
  };

/** Answers with a status and nothing else. */
export const answer =
  (status: number, headers: Record<string, string> = {}, body = ''): Play =>
  (_request, response) =>
    void response.writeHead(status, headers).end(body);

/** Plays one after the other; the last one for good. */
export const inTurn =
  (...plays: [Play, ...Play[]]): Play =>
  (request, response, time) =>
    (plays[Math.min(time, plays.length) - 1] as Play)(request, response, time);

/** Takes the request and says nothing, or stops after a few bytes. */
export const goSilent =
  (first?: Buffer): Play =>
  (_request, response) => {
    if (first) response.writeHead(200, { etag: '"1"' }).write(first);
  };
