import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findChromium } from './find-chromium.mjs';
import { Printer } from './printer.ts';

const chromium = findChromium() ?? 'chromium';

const before = process.env.TMPDIR;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maillage-essai-'));
  // Where the browsers of this file, and of no other, keep their folders.
  process.env.TMPDIR = folder;
});

afterAll(async () => {
  if (before === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = before;
  await rm(folder, { recursive: true });
});

/** Folders of browsers that are still open. */
const left = async (): Promise<string[]> =>
  (await readdir(folder)).filter((name) => name.startsWith('maillage-impression-'));

it('prints a tagged page with its outline, runs none of its scripts, reaches no address', async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end('x');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const html = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Essai</title>
    <link rel="stylesheet" href="http://127.0.0.1:${port}/style.css"></head>
    <body><h1>Un titre</h1><p>Texte 12 345</p><script>document.body.textContent = 'pris'</script>
    <img src="http://127.0.0.1:${port}/image.png" alt="" onerror="document.body.textContent = 'pris'">
    <iframe src="file:///etc/passwd"></iframe></body></html>`;
  const pdf = await new Printer(chromium).pdf(html, { footer: '<span class="pageNumber"></span>' });
  server.close();
  const document = await getDocumentProxy(pdf);
  expect(await document.getMarkInfo()).toMatchObject({ Marked: true });
  expect((await document.getOutline()).map(({ title }) => title)).toEqual(['Un titre']);
  const { items } = await (await document.getPage(1)).getTextContent();
  const text = items.map((item) => ('str' in item ? item.str : '')).join(' ');
  expect(text).toContain('Texte 12 345');
  expect(text).not.toMatch(/pris|root:/);
  expect(asked).toEqual([]);
  expect(await left()).toEqual([]);
}, 60_000);

it('makes a picture of each drawing, at twice its size', async () => {
  const svg = (colour: string): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" style="display:block"><rect width="40" height="20" fill="${colour}"/></svg>`;
  const html = `<!doctype html><body style="margin:0">${svg('red')}${svg('blue')}</body>`;
  const size = { width: 40, height: 20 };
  const made = await new Printer(chromium).pictures(html, [size, size]);
  expect(made.map((png) => [png[1], png[2], png[3]])).toEqual([
    [80, 78, 71],
    [80, 78, 71],
  ]);
  const sizes = made.map((png) => new DataView(png.buffer).getUint32(16));
  expect(sizes).toEqual([80, 80]);
  expect(Buffer.from(made[0] ?? []).equals(Buffer.from(made[1] ?? []))).toBe(false);
}, 60_000);

it('kills a browser that is late, with all that it started', async () => {
  const slow = join(folder, 'lent.sh');
  const mark = `98${process.pid}`;
  await writeFile(slow, `#!/bin/sh\nsleep ${mark} &\nsleep ${mark}\n`);
  await chmod(slow, 0o755);
  await expect(new Printer(slow, 300).pdf('<p>x</p>', { footer: '' })).rejects.toThrow('late');
  expect(spawnSync('pgrep', ['-f', `sleep ${mark}`]).stdout.toString()).toBe('');
  expect(await left()).toEqual([]);
});

it('says what is no browser', async () => {
  await expect(new Printer('/nulle/part').pdf('<p>x</p>', { footer: '' })).rejects.toThrow('ENOENT');
  await expect(new Printer('/bin/false').pdf('<p>x</p>', { footer: '' })).rejects.toThrow();
});
