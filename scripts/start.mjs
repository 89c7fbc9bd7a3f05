import { ensureBuild } from './platform/build.mjs';
import { ensureInstalled } from './platform/install.mjs';
import { launch } from './platform/launch.mjs';
import { main } from './platform/main.mjs';

await main(async () => {
  await ensureInstalled({ withDev: false });
  await ensureBuild();
  if (process.argv.includes('--prepare')) return 0;
  return launch('scripts/serve.ts', process.argv.slice(2));
});
