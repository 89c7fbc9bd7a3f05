import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { connect } from '#lib/server/db/connect.ts';
import { hostileFiles } from '#lib/server/intake/hostile-fixture.ts';
import { readTerritories } from '#lib/server/queries/territories.ts';
import { IntakeVisitor } from './intake-visitor.ts';
import { inventedList } from './invented-list.ts';
import { rounded } from './measure.ts';
import { visitWhile } from './visitors.ts';

const ROWS = 100_000;
const AT_REST_MS = 20_000;
const FIELDS = ['nom', 'adresse', 'code_postal', 'commune', 'latitude', 'longitude', 'services', 'horaires'];

/** Serves the built application over a new embedded database, then visits it while files come in. */
const server = spawn(process.execPath, ['--import', 'tsx', 'scripts/serve.ts'], {
  env: { ...process.env, PORT: '0', HOST: '127.0.0.1' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  const url = await announced();
  const { database, release } = await connect(process.env, () => undefined, 'maillage-bench-intake');
  const list = Buffer.from(inventedList((await readTerritories(database)).all('commune'), ROWS));
  await release();
  const files = await hostileFiles();
  await visitWhile(url, () => pause(3_000));

  const atRest = await visitWhile(url, () => pause(AT_REST_MS));
  const ends: Record<string, number> = {};
  const hostile = await visitWhile(url, async () => {
    for (const { name, bytes } of files) {
      const visitor = new IntakeVisitor(url);
      const stage = await visitor.send(name, Buffer.from(bytes));
      ends[stage] = (ends[stage] ?? 0) + 1;
      await visitor.cancel();
    }
  });
  const visitor = new IntakeVisitor(url);
  const steps: Record<string, object> = {};
  for (const [step, act] of Object.entries({
    read: () => visitor.send('liste.csv', list),
    check: () => visitor.act('check', FIELDS),
    keep: () => visitor.act('confirm'),
  })) {
    let stage = '';
    const begun = performance.now();
    const answers = await visitWhile(url, async () => void (stage = await act()));
    steps[step] = { stage, seconds: rounded((performance.now() - begun) / 1000), ...answers };
  }
  process.stdout.write(
    JSON.stringify({
      atRest,
      hostile: { files: files.length, ends, ...hostile },
      list: { rows: ROWS, megabytes: rounded(list.length / 1e6), steps },
    }),
  );
} finally {
  server.kill('SIGTERM');
  await once(server, 'exit');
}

function announced(): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    server.once('exit', () => {
      reject(new Error(`The server did not start:\n${output}`));
    });
    server.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const url = /ouvert : (http:\/\/[^\s/]+)/.exec(output)?.[1];
      if (url) resolve(url);
    });
  });
}
