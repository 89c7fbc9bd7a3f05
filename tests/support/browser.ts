import { chromium, type Browser } from 'playwright-core';
import { findChromium } from '../../src/lib/server/reports/print/find-chromium.mjs';

/**
 * Launches the system's Chromium: WebGL drawn by software so that the map is real, the rest of a page by the
 * processor alone, which is faster than a made-up GPU, and everything that calls its maker's servers off.
 */
export async function launchBrowser(args: readonly string[] = []): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium: install it, or name it in CHROMIUM_PATH');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--enable-unsafe-swiftshader',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      ...args,
    ],
  });
}
