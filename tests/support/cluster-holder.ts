/**
 * A process that uses a cluster, for the tests: it says what it found on one line of JSON, then
 * waits for a signal to leave. `CLUSTER_REQUEST` is the request; `CLUSTER_SERVER_PORT` makes it a server.
 */
import { openCluster, type ClusterRequest } from '#lib/server/db/cluster/cluster.ts';
import { holdServer } from '#lib/server/db/presence.ts';

const request = JSON.parse(process.env.CLUSTER_REQUEST ?? '{}') as Omit<ClusterRequest, 'log'>;
const lines: string[] = [];

function answer(found: object): void {
  process.stdout.write(`${JSON.stringify({ ...found, lines })}\n`);
}

async function main(): Promise<void> {
  const cluster = await openCluster({ ...request, log: (line) => void lines.push(line) });
  try {
    const port = Number(process.env.CLUSTER_SERVER_PORT ?? '0');
    if (port > 0) await holdServer(cluster.url, port, request.dataDir);
  } catch (error) {
    await cluster.release();
    throw error;
  }
  // Before the answer: it is what the test waits for to send the signal.
  process.once('SIGTERM', () => void cluster.release().then(() => process.exit(0)));
  answer({ url: cluster.url, adopted: cluster.adopted, pgData: cluster.pgData });
}

main().catch((error: unknown) => {
  answer({ error: error instanceof Error ? error.message : String(error) });
  process.exitCode = 1;
});
