import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChromiumPipe } from './chromium-pipe.ts';
import { Turns } from './turns.ts';

/** A browser takes a few hundred megabytes: two at once, eight waiting for theirs. */
const AT_ONCE = 2;
const MOST_WAITING = 8;

/** A report takes two or three seconds; a busy machine, ten times that. */
const TIMEOUT_MS = 60_000;

/** Asks something of the page. */
type Send = (method: string, params?: Record<string, unknown>) => Promise<Record<string, unknown>>;

/** What a page prints as. */
export interface PrintedPages {
  /** HTML of the foot of each page; `pageNumber` and `totalPages` are classes that Chromium fills. */
  footer: string;
}

/** Size of a drawing, pixels. */
export interface DrawingSize {
  width: number;
  height: number;
}

/** Pixels of a picture for one of its drawing: sharp on paper. */
const PICTURE_SCALE = 2;

/** Inches: 18 mm, and room for the foot. */
const MARGIN = 18 / 25.4;
const A4 = { paperWidth: 210 / 25.4, paperHeight: 297 / 25.4 };

/**
 * Prints pages that hold all that they need. The browser is given their text alone: it has no cookie, runs no
 * script, reaches no address, and is killed when it is done or late.
 */
export class Printer {
  readonly #path: string;
  readonly #turns = new Turns(AT_ONCE, MOST_WAITING);
  readonly #timeout: number;

  constructor(path: string, timeout = TIMEOUT_MS) {
    this.#path = path;
    this.#timeout = timeout;
  }

  /** An A4 PDF of a page, tagged, with its outline. Throws `TooManyWaiting`, or what the browser says. */
  pdf(html: string, { footer }: PrintedPages): Promise<Uint8Array<ArrayBuffer>> {
    return this.#withPage(html, async (send) => {
      const { data } = await send('Page.printToPDF', {
        ...A4,
        marginTop: MARGIN,
        marginBottom: MARGIN,
        marginLeft: MARGIN,
        marginRight: MARGIN,
        printBackground: true,
        displayHeaderFooter: true,
        headerTemplate: '<span></span>',
        footerTemplate: footer,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
      });
      return bytesOf(data);
    });
  }

  /** Pictures of the drawings of a page, PNG: they stand under one another, each of its size, and nothing else does. */
  pictures(html: string, sizes: readonly DrawingSize[]): Promise<Uint8Array<ArrayBuffer>[]> {
    return this.#withPage(html, async (send) => {
      const made: Uint8Array<ArrayBuffer>[] = [];
      let y = 0;
      for (const { width, height } of sizes) {
        const clip = { x: 0, y, width, height, scale: PICTURE_SCALE };
        const { data } = await send('Page.captureScreenshot', { clip, captureBeyondViewport: true });
        made.push(bytesOf(data));
        y += height;
      }
      return made;
    });
  }

  #withPage<Result>(html: string, work: (send: Send) => Promise<Result>): Promise<Result> {
    return this.#turns.take(async () => {
      const folder = await mkdtemp(join(tmpdir(), 'maillage-impression-'));
      const browser = ChromiumPipe.start(this.#path, folder);
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error('Chromium is late')), this.#timeout);
      });
      try {
        return await Promise.race([late, this.#open(browser, html, work)]);
      } finally {
        clearTimeout(timer);
        await browser.kill();
        await rm(folder, { recursive: true, force: true, maxRetries: 3 });
      }
    });
  }

  async #open<Result>(
    browser: ChromiumPipe,
    html: string,
    work: (send: Send) => Promise<Result>,
  ): Promise<Result> {
    const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true });
    const send: Send = (method, params = {}) => browser.send(method, params, sessionId as string);
    await send('Emulation.setScriptExecutionDisabled', { value: true });
    await send('Network.enable');
    await send('Network.setBlockedURLs', {
      urls: ['http://*', 'https://*', 'file://*', 'ftp://*', 'ws://*'],
    });
    await send('Network.emulateNetworkConditions', {
      offline: true,
      latency: 0,
      downloadThroughput: 0,
      uploadThroughput: 0,
    });
    const { frameTree } = await send('Page.getFrameTree');
    const frameId = (frameTree as { frame: { id: string } }).frame.id;
    await send('Page.setDocumentContent', { frameId, html });
    // Fonts are in the page: they are ready when they are read.
    await send('Runtime.evaluate', { expression: 'document.fonts.ready.then(() => 0)', awaitPromise: true });
    return work(send);
  }
}

const bytesOf = (data: unknown): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(String(data), 'base64'));
