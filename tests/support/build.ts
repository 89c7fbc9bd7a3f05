import { ensureBuild } from '../../scripts/platform/build.mjs';

/** Builds the application when its sources changed, so that a lone `vitest run` tests what is written. */
export default async function setup(): Promise<void> {
  await ensureBuild();
}
