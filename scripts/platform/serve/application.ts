import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../root.mjs';

/** Ours alone: what a client puts in it is overwritten. */
const protocolHeader = 'x-maillage-proto';

/** A file of 50 MB and its form; pages that take no file refuse far less (`server/http/form-size.ts`). */
const UPLOAD_LIMIT = '52M';

/**
 * Loads the built application. Without `ORIGIN`, adapter-node takes every request for https and
 * refuses the forms of a plain http page: it is told the truth by a header.
 */
export async function loadApplication(): Promise<RequestListener> {
  const plain = !process.env.ORIGIN && !process.env.PROTOCOL_HEADER;
  if (plain) process.env.PROTOCOL_HEADER = protocolHeader;
  process.env.BODY_SIZE_LIMIT ??= UPLOAD_LIMIT;
  const built = pathToFileURL(join(projectRoot, 'build', 'handler.js')).href;
  const { handler } = (await import(built)) as { handler: RequestListener };
  if (!plain) return handler;
  return (request, response) => {
    request.headers[protocolHeader] = 'http';
    return handler(request, response);
  };
}

/** Serves the sources through Vite, which rebuilds them as they change. */
export async function loadDevelopment(): Promise<{ listener: RequestListener; close: () => Promise<void> }> {
  const { createServer } = await import('vite');
  const vite = await createServer({ root: projectRoot, server: { middlewareMode: true }, appType: 'custom' });
  return { listener: vite.middlewares, close: () => vite.close() };
}
