import { ensureInstalled } from './platform/install.mjs';
import { launch } from './platform/launch.mjs';
import { main } from './platform/main.mjs';

await main(async () => {
  await ensureInstalled({ withDev: true });
  return launch('scripts/serve.ts', ['--dev', ...process.argv.slice(2)]);
});
