import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';

/** An answer of the browser, or an event. */
interface Message {
  id?: number;
  method?: string;
  sessionId?: string;
  result?: Record<string, unknown>;
  error?: { message: string };
}

type Waiting = { resolve: (result: Record<string, unknown>) => void; reject: (cause: Error) => void };

/** What a browser is told so that it reaches nothing, keeps nothing and asks nobody. */
const FLAGS = [
  '--headless=new',
  '--remote-debugging-pipe',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-extensions',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-crash-reporter',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
  '--mute-audio',
  '--hide-scrollbars',
  '--force-color-profile=srgb',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--password-store=basic',
  '--use-mock-keychain',
] as const;

/** Browsers that are open: a server that stops leaves none behind. */
const open = new Set<ChildProcess>();

function killGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // Gone already.
  }
}

const killOpen = (): void => open.forEach(killGroup);

/**
 * A Chromium that is spoken to by pipes: it opens no port, so that nobody else on the machine can speak to it.
 * It is the leader of a process group of its own, killed whole.
 */
export class ChromiumPipe {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;
  #held: Buffer[] = [];
  #gone: Error | null = null;

  private constructor(child: ChildProcess) {
    this.#child = child;
    if (open.size === 0) process.once('exit', killOpen);
    open.add(child);
    const end = (cause: Error): void => this.#end(cause);
    child.once('error', end);
    child.once('exit', (code, signal) => end(new Error(`Chromium ended (${signal ?? code ?? 'unknown'})`)));
    const [, , , asks, answers] = child.stdio;
    (asks as Writable).on('error', end);
    (answers as Readable).on('error', end);
    (answers as Readable).on('data', (piece: Buffer) => this.#read(piece));
  }

  /** Starts the browser of a path, what it writes being kept in a folder of the caller's. */
  static start(path: string, folder: string): ChromiumPipe {
    const isRoot = process.getuid?.() === 0;
    const child = spawn(
      path,
      [...FLAGS, `--user-data-dir=${folder}`, ...(isRoot ? ['--no-sandbox'] : []), 'about:blank'],
      {
        // Nothing of what the server knows: no address of a database, no secret.
        env: {
          PATH: process.env.PATH,
          HOME: folder,
          TMPDIR: folder,
          LANG: 'fr_FR.UTF-8',
          TZ: 'Europe/Paris',
        },
        stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
        detached: true,
      },
    );
    return new ChromiumPipe(child);
  }

  /** Asks something of the browser, or of one of its pages. */
  send(
    method: string,
    params: Record<string, unknown> = {},
    sessionId?: string,
  ): Promise<Record<string, unknown>> {
    return new Promise((resolve, reject) => {
      if (this.#gone) return reject(this.#gone);
      const id = ++this.#last;
      this.#waiting.set(id, { resolve, reject });
      const [, , , asks] = this.#child.stdio;
      (asks as Writable).write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  /** Kills the browser and all that it started, whatever they are at; comes back when it is gone. */
  async kill(): Promise<void> {
    const { pid, exitCode, signalCode } = this.#child;
    const runs = pid !== undefined && exitCode === null && signalCode === null;
    const gone = runs ? once(this.#child, 'exit') : null;
    killGroup(this.#child);
    await gone;
    open.delete(this.#child);
    if (open.size === 0) process.removeListener('exit', killOpen);
  }

  #read(piece: Buffer): void {
    let from = 0;
    for (let end = piece.indexOf(0, from); end >= 0; end = piece.indexOf(0, from)) {
      this.#held.push(piece.subarray(from, end));
      const text = Buffer.concat(this.#held).toString();
      this.#held = [];
      from = end + 1;
      this.#answer(JSON.parse(text) as Message);
    }
    if (from < piece.length) this.#held.push(piece.subarray(from));
  }

  #answer({ id, result, error }: Message): void {
    const waiting = id === undefined ? undefined : this.#waiting.get(id);
    if (id === undefined || !waiting) return;
    this.#waiting.delete(id);
    if (error) waiting.reject(new Error(error.message));
    else waiting.resolve(result ?? {});
  }

  #end(cause: Error): void {
    this.#gone ??= cause;
    for (const { reject } of this.#waiting.values()) reject(cause);
    this.#waiting.clear();
  }
}
