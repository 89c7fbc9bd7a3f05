import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

/** A command line of the project that a test started. */
export interface Command {
  pid: number;
  output(): string;
  /** Waits for a text on its output. */
  says(text: string | RegExp): Promise<void>;
  kill(signal: NodeJS.Signals): void;
  /** Its exit code; null when a signal ended it. */
  ended: Promise<number | null>;
}

/** Starts `node ...args` from the root of the project. */
export function startCommand(args: readonly string[], env: Record<string, string>): Command {
  const child = spawn(process.execPath, [...args], {
    env: { ...process.env, DATABASE_URL: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = once(child, 'close').then(() => child.exitCode);
  const found = (text: string | RegExp) =>
    typeof text === 'string' ? output.includes(text) : text.test(output);
  return {
    pid: child.pid ?? 0,
    output: () => output,
    async says(text) {
      while (!found(text)) {
        if (child.exitCode !== null || child.signalCode !== null)
          throw new Error(`Ended without « ${text} »:\n${output}`);
        await sleep(20);
      }
    },
    kill: (signal) => void child.kill(signal),
    ended,
  };
}
