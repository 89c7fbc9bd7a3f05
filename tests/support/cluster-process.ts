import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { ClusterRequest } from '../../src/lib/server/db/cluster/cluster.ts';

/** What a process found when it opened a cluster. */
export interface Found {
  url: string;
  adopted: boolean;
  pgData: string;
  /** What it would have told the person at the terminal. */
  lines: string[];
  /** Set instead of the others when it was refused. */
  error?: string;
}

/** A process that uses a cluster until it is told to leave, or killed. */
export interface ClusterProcess {
  pid: number;
  found: Found;
  leave(): Promise<void>;
  kill(): Promise<void>;
}

/** How the process runs. */
export interface ProcessOptions {
  serverPort?: number;
  uid?: number;
  gid?: number;
}

/** Opens a cluster in another process and waits for what it found. */
export async function openElsewhere(
  request: Omit<ClusterRequest, 'log'>,
  { serverPort = 0, ...account }: ProcessOptions = {},
): Promise<ClusterProcess> {
  const script = fileURLToPath(new URL('./cluster-holder.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script], {
    ...account,
    env: {
      ...process.env,
      CLUSTER_REQUEST: JSON.stringify(request),
      CLUSTER_SERVER_PORT: String(serverPort),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const line = await new Promise<string>((resolve, reject) => {
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('\n')) resolve(output);
    });
    void ended.then(() => reject(new Error(errors || 'the process ended without a word')));
  });
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await ended;
  };
  return {
    pid: child.pid ?? 0,
    found: JSON.parse(line) as Found,
    leave: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}
