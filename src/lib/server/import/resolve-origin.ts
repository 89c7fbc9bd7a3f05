import { join } from 'node:path';
import { writeDemonstration } from '../demo/write-demo.ts';
import { demonstrationOrigin, findMirror, type Origin } from './origin.ts';

/** The mirror when there is one, else the demonstration territory, written afresh under the data folder. */
export async function resolveOrigin(
  env: Readonly<Record<string, string | undefined>>,
  cwd: string,
  dataDir: string,
): Promise<Origin> {
  const mirror = findMirror(env, cwd);
  if (mirror) return { ...mirror, dataDir };
  const folder = join(dataDir, 'demonstration');
  await writeDemonstration(folder);
  return { ...demonstrationOrigin(folder), dataDir };
}
