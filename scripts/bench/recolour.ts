import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium, type CDPSession, type Page, type Route } from 'playwright-core';
import { classify, classOfCode } from '#lib/domain/classify/classification.ts';
import { indexIndicator } from '#lib/domain/need/index-indicator.ts';
import { findPreset } from '#lib/domain/need/presets.ts';
import type { Recipe } from '#lib/domain/need/recipe.ts';
import { fillLayer, sourceId } from '#lib/map/level-layers.ts';
import { scoresOf } from '#lib/server/queries/scores.ts';
import { Snapshot } from '#lib/server/queries/snapshot.ts';
import { readTiles } from '#lib/server/queries/tiles.ts';
import { serveTile } from '#lib/server/tiles/serve-tile.ts';
import { TileShelf } from '#lib/server/tiles/shelf.ts';
import { classColours } from '#lib/styles/class-colours.ts';
import { findChromium } from '#lib/server/reports/print/find-chromium.mjs';
import { connectLoaded } from './loaded.ts';
import { rounded } from './measure.ts';

/** The way the application takes, then the two that it is held against. */
const WAYS = ['changedStates', 'everyState', 'match'] as const;

const RUNS = 15;

/** Nothing is sent there: every request of the page is answered here. */
const ORIGIN = 'http://127.0.0.1:1';

/**
 * JavaScript of the main thread when a weight of an index moves by one and the whole country, all in
 * view, takes its new classes: telling the map what changed, telling it everything, and writing every
 * colour into the style.
 */
export async function benchRecolour(): Promise<object> {
  const { database, release } = await connectLoaded();
  try {
    const data = await Snapshot.read(database);
    const { tileset: tiles } = data;
    const executablePath = findChromium();
    if (!tiles || !executablePath) return { absent: tiles ? 'Chromium' : 'tiles' };
    const shelf = await TileShelf.fill(readTiles(database, tiles.hash));
    const [before, after] = [5, 6].map((weight) => classesAt(data, weight)) as [Classes, Classes];
    const browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
    });
    try {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      await page.route('**/*', (route) => answer(route, settingOf(before, after), tiles, shelf));
      await page.goto(`${ORIGIN}/`);
      await page.waitForFunction('globalThis.ready === true', null, { timeout: 60_000 });
      const figures = await measureAll(page);
      const changed = before.codes.filter((code, i) => code !== after.codes[i]).length;
      return {
        communes: before.codes.length,
        changedByOneWeight: changed,
        mainThreadMs: figures,
        timesLessThanEveryState: rounded(figures.everyState / figures.changedStates),
        timesLessThanMatch: rounded(figures.match / figures.changedStates),
      };
    } finally {
      await browser.close();
    }
  } finally {
    await release();
  }
}

interface Classes {
  codes: number[];
  colours: readonly string[];
}

/** The classes of the four plain facts, the first of them weighed so. */
function classesAt(data: Snapshot, weight: number): Classes {
  const plain = findPreset('quatre-faits')?.recipe as Recipe;
  const recipe: Recipe = {
    ...plain,
    components: plain.components.map((component) => ({
      ...component,
      ingredients: component.ingredients.map((part, at) => (at === 0 ? { ...part, weight } : part)),
    })),
  };
  const subject = indexIndicator(recipe, '');
  const { column } = scoresOf(data, { recipe, level: 'commune' });
  const classification = classify(column, subject, { method: 'quantile', classes: 5 });
  return {
    codes: Array.from(classification.codes, (code) => classOfCode(code) ?? 255),
    colours: classColours(subject, classification),
  };
}

function settingOf(before: Classes, after: Classes): object {
  const { colours } = before;
  const fill = fillLayer('commune', colours, 1);
  const source = sourceId('commune');
  return {
    states: [before.codes, after.codes],
    source: { source, sourceLayer: 'commune' },
    fills: {
      id: fill.id,
      colours,
      none: 'rgba(0,0,0,0)',
      byState: fill.type === 'fill' ? fill.paint?.['fill-color'] : null,
    },
    style: {
      version: 8,
      sources: {
        [source]: { type: 'vector', tiles: [`${ORIGIN}/tuiles/{z}/{x}/{y}`], minzoom: 4, maxzoom: 11 },
      },
      layers: [fill],
    },
  };
}

const library = join(dirname(createRequire(import.meta.url).resolve('maplibre-gl/package.json')), 'dist');
const here = dirname(new URL(import.meta.url).pathname);

const PAGE = `<!doctype html>
<div id="map" style="position: fixed; inset: 0"></div>
<script type="importmap">{ "imports": { "maplibre-gl": "/maplibre-gl.mjs" } }</script>
<script type="module" src="/page.mjs"></script>`;

async function answer(
  route: Route,
  setting: object,
  tiles: NonNullable<Snapshot['tileset']>,
  shelf: TileShelf,
): Promise<void> {
  const { pathname } = new URL(route.request().url());
  const [, z, x, y] = /^\/tuiles\/(\d+)\/(\d+)\/(\d+)$/.exec(pathname) ?? [];
  if (z && x && y) {
    const request = { tileset: tiles.hash, level: 'commune', z, x, y, acceptEncoding: '', ifNoneMatch: null };
    const response = await serveTile(request, tiles, () => Promise.resolve(shelf));
    return route.fulfill({ status: response.status, body: Buffer.from(await response.arrayBuffer()) });
  }
  if (pathname === '/') {
    return route.fulfill({ contentType: 'text/html', body: PAGE });
  }
  if (pathname === '/setting.json') return route.fulfill({ json: setting });
  const file = pathname === '/page.mjs' ? join(here, 'recolour-page.mjs') : join(library, pathname);
  return route.fulfill({ contentType: 'text/javascript', body: await readFile(file) });
}

type Way = (typeof WAYS)[number];

/** Median of the script time of each way, in milliseconds, to and fro between two sets of classes. */
async function measureAll(page: Page): Promise<Record<Way, number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const change = (way: Way, at: number) => page.evaluate(`globalThis.change('${way}', ${at})`);
  const figures: Partial<Record<Way, number>> = {};
  for (const way of WAYS) {
    await page.evaluate('globalThis.restore()');
    await change(way, 0);
    const times: number[] = [];
    for (let run = 1; run <= RUNS; run++) {
      const from = await scriptSeconds(session);
      await change(way, run % 2);
      times.push(1000 * ((await scriptSeconds(session)) - from));
    }
    figures[way] = rounded(times.sort((a, b) => a - b)[RUNS >> 1] as number);
  }
  return figures as Record<Way, number>;
}

async function scriptSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0;
}
