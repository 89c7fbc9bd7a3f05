import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const applications = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** A `CHROMIUM_PATH` that says to use none, even where one is installed. */
const NONE = 'non';

/**
 * The browser that prints and that tests drive: `CHROMIUM_PATH`, then the system's, then one that Playwright
 * downloaded. Plain JavaScript: the runner of the tests reads it before anything is installed.
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {string | null} its path, or null when there is none
 */
export function findChromium(env = process.env) {
  if (env.CHROMIUM_PATH === NONE) return null;
  const folders = [...(env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'].filter(
    Boolean,
  );
  const candidates = [
    env.CHROMIUM_PATH,
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...applications,
    ...playwrightCache(env),
  ];
  return candidates.find((path) => path !== undefined && path !== '' && isExecutable(path)) ?? null;
}

/**
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {string[]}
 */
function playwrightCache(env) {
  const folders = [
    env.PLAYWRIGHT_BROWSERS_PATH ?? '',
    join(homedir(), '.cache/ms-playwright'),
    join(homedir(), 'Library/Caches/ms-playwright'),
  ];
  const inside = [
    'chrome-linux/chrome',
    'chrome-linux64/chrome',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  ];
  return folders
    .filter((folder) => folder !== '' && existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .flatMap((folder) => inside.map((path) => join(folder, path)));
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
