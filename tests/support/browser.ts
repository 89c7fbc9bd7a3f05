import { chromium, type Browser } from 'playwright-core';
import { findChromium } from '../../src/lib/server/reports/print/find-chromium.mjs';

/**
 * Parts of the browser that no test is of. A flag that is given twice counts as it is given last: the first ones are
 * those that Playwright switches off. The last ones each draw a page of the address bar behind every window, which is
 * half of what it takes to open one.
 */
const SWITCHED_OFF = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
];

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
      `--disable-features=${SWITCHED_OFF.join(',')}`,
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      ...args,
    ],
  });
}
