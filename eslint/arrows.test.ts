import { resolve } from 'node:path';
import { Linter } from 'eslint';
import { describe, expect, test } from 'vitest';
import { arrows } from './arrows.js';
import { layers } from './layers.js';

/** What the rule says of `code` in `file`. */
function lint(file: string, code: string): string[] {
  const linter = new Linter();
  const plugin = { rules: { arrows } };
  const config = {
    files: ['**/*.{js,ts,svelte}'],
    plugins: { house: plugin },
    rules: { 'house/arrows': 'error' as const },
  };
  return linter.verify(code, [config], { filename: resolve(file) }).map(({ message }) => message);
}

const importing = (name: string): string => `import { x } from '${name}'; x();`;

describe('an arrow that is drawn is allowed', () => {
  test.each([
    ['src/lib/domain/need/score.ts', '#lib/domain/indicators/value.ts'],
    ['src/lib/domain/need/score.ts', '../indicators/value.ts'],
    ['src/lib/domain/need/score.ts', 'simple-statistics'],
    ['src/lib/map/Map.svelte', '#lib/ui/Button.svelte'],
    ['src/lib/server/queries/status.ts', '../db/client.ts'],
    ['src/lib/server/import/load.ts', '#lib/server/tiles/build.ts'],
    ['src/lib/server/app.ts', '$env/dynamic/private'],
    ['src/routes/carte/+page.svelte', './Legend.svelte'],
    ['src/routes/carte/+page.svelte', '#lib/map/Map.svelte'],
    ['src/routes/carte/+page.svelte', '$app/state'],
    ['scripts/data.ts', '#lib/server/import/load.ts'],
    ['src/lib/domain/need/score.test.ts', 'node:fs'],
  ])('%s → %s', (file, name) => {
    expect(lint(file, importing(name))).toEqual([]);
  });
});

describe('an arrow that is not drawn is refused, and the message says why', () => {
  test.each([
    ['src/lib/domain/need/score.ts', '#lib/format/number.ts', 'the domain is pure'],
    ['src/lib/domain/need/score.ts', '../../server/db/client.ts', 'the domain is pure'],
    ['src/lib/domain/need/score.ts', 'node:fs', 'does no I/O'],
    ['src/lib/ui/Button.svelte.ts', '#lib/domain/need/score.ts', 'know nothing of communes'],
    ['src/lib/map/layers.ts', '#lib/server/db/client.ts', 'draws what it is given'],
    ['src/lib/map/layers.ts', 'node:fs', 'runs in the browser'],
    ['src/lib/charts/axis.ts', '#lib/map/layers.ts', 'draw what they are given'],
    ['src/lib/server/db/client.ts', '#lib/domain/need/score.ts', 'bottom of the server'],
    ['src/lib/server/queries/status.ts', '#lib/server/import/load.ts', 'queries read rows'],
    ['src/lib/server/tiles/build.ts', '#lib/server/export/csv.ts', 'side by side'],
    ['src/lib/server/export/csv.ts', '$env/dynamic/private', 'Only src/lib/server/app.ts'],
    ['src/lib/ui/Button.svelte.ts', '$app/state', 'Only src/lib/server/app.ts'],
    ['src/lib/domain/need/score.ts', '../../../routes/carte/view.ts', 'does not know who uses it'],
    ['src/routes/carte/+page.ts', '../territoires/[code]/figures.ts', 'another route'],
    ['src/routes/carte/+page.ts', '$lib/view/map-view.ts', 'Import #lib/'],
  ])('%s → %s', (file, name, why) => {
    expect(lint(file, importing(name)).join()).toContain(why);
  });

  test('re-exports and lazy imports are arrows too', () => {
    expect(lint('src/lib/domain/a.ts', "export { x } from '#lib/geo/a.ts';")).toHaveLength(1);
    expect(lint('src/lib/domain/a.ts', "export * from '#lib/geo/a.ts';")).toHaveLength(1);
    expect(lint('src/lib/domain/a.ts', "const a = () => import('#lib/geo/a.ts'); a();")).toHaveLength(1);
  });
});

describe('the domain has no clock, no chance and no network', () => {
  test.each(['Date.now()', 'new Date()', 'Math.random()', 'performance.now()', "fetch('/x')"])(
    '%s',
    (code) => {
      expect(lint('src/lib/domain/need/score.ts', `export const x = () => ${code};`)).toHaveLength(1);
      expect(lint('src/lib/server/export/csv.ts', `export const x = () => ${code};`)).toHaveLength(0);
    },
  );

  test('a date that is given is no clock', () => {
    expect(lint('src/lib/domain/need/score.ts', 'export const x = (t) => new Date(t);')).toEqual([]);
  });
});

test.each(['map', 'charts', 'ui'])('%s never fetches', (layer) => {
  expect(lint(`src/lib/${layer}/a.ts`, "export const x = () => fetch('/x');").join()).toContain(
    'must not fetch',
  );
});

test('every layer may import itself, and says why it may not import others', () => {
  for (const { layer, may, why } of layers) {
    expect(may).toContain(layer);
    expect(why.length).toBeGreaterThan(20);
  }
});
