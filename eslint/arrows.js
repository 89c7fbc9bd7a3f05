import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, posix, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { layers } from './layers.js';

const projectRoot = resolve(dirname(fileURLToPath(import.meta.url)), '..');

const clockAndChance = [
  ['Date', 'now'],
  ['Math', 'random'],
  ['performance', 'now'],
];

const message = {
  arrow: '{{from}} must not import {{to}}: {{why}} (docs/architecture.md, Arrows).',
  route:
    'A route must not import another route: pages are read and moved alone. Put what they share in src/lib (docs/architecture.md, Arrows).',
  upward:
    'src/lib must not import {{to}}: the library does not know who uses it (docs/architecture.md, Arrows).',
  dollar:
    'Only src/lib/server/app.ts reads {{name}}: the rest of src/lib also runs in scripts, workers and tests, where SvelteKit is absent.',
  nodeInDomain:
    'The domain must not import {{name}}: it also runs in the browser, and does no I/O (docs/architecture.md, Arrows).',
  nodeInBrowser: '{{from}} runs in the browser, which has no {{name}}.',
  impure:
    'The domain must not use {{name}}: time, chance and data are arguments, so that the same input always gives the same figure.',
  fetches:
    '{{from}} must not fetch: pages load data and hand it over, so that what is drawn can be tested and printed.',
  alias:
    'Import #lib/… instead of {{name}}: $lib is known to SvelteKit only, and scripts and tests run without it.',
};

/**
 * The arrows of docs/architecture.md as a lint rule.
 * @type {import('eslint').Rule.RuleModule}
 */
export const arrows = {
  meta: { type: 'problem', schema: [], messages: message },
  create(context) {
    const file = toProjectPath(context.filename);
    const isTest = /\.test\.[jt]s$/.test(file);
    const layer = layerOf(file);

    /** @param {import('estree').Node & { source?: import('estree').Node | null }} node */
    const check = (node) => {
      const source = node.source;
      if (!source || source.type !== 'Literal' || typeof source.value !== 'string') return;
      const name = source.value;
      const report = (
        /** @type {keyof typeof message} */ messageId,
        /** @type {Record<string, string>} */ data,
      ) => context.report({ node: source, messageId, data });
      if (name === '$lib' || name.startsWith('$lib/')) return report('alias', { name });
      if (/^\$(env|app)\//.test(name)) return checkDollar(name, file, report);
      const target = resolveTarget(file, name);
      if (target === null) return checkPackage(name, layer, isTest, report);
      checkTarget(target, file, layer, isTest, report);
    };

    const purity = layer?.layer === 'domain' && !isTest;
    const silent = layer && ['map', 'charts', 'ui'].includes(layer.layer) && !isTest;
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
      MemberExpression(node) {
        if (!purity || node.object.type !== 'Identifier' || node.property.type !== 'Identifier') return;
        const [object, property] = [node.object.name, node.property.name];
        if (clockAndChance.some(([a, b]) => a === object && b === property)) {
          context.report({ node, messageId: 'impure', data: { name: `${object}.${property}` } });
        }
      },
      NewExpression(node) {
        if (!purity || node.callee.type !== 'Identifier' || node.callee.name !== 'Date') return;
        if (node.arguments.length === 0)
          context.report({ node, messageId: 'impure', data: { name: 'new Date()' } });
      },
      CallExpression(node) {
        if (node.callee.type !== 'Identifier' || node.callee.name !== 'fetch') return;
        if (purity) context.report({ node, messageId: 'impure', data: { name: 'fetch' } });
        else if (silent) context.report({ node, messageId: 'fetches', data: { from: layer.layer } });
      },
    };
  },
};

/** @typedef {(messageId: keyof typeof message, data: Record<string, string>) => void} Report */

/**
 * @param {string} name
 * @param {string} file
 * @param {Report} report
 */
function checkDollar(name, file, report) {
  if (!file.startsWith('src/lib/') || file === 'src/lib/server/app.ts') return;
  report('dollar', { name: name.slice(0, 4) });
}

/**
 * @param {string} name
 * @param {typeof layers[number] | undefined} layer
 * @param {boolean} isTest
 * @param {Report} report
 */
function checkPackage(name, layer, isTest, report) {
  if (!layer || isTest || !name.startsWith('node:')) return;
  if (layer.layer === 'domain') report('nodeInDomain', { name });
  else if (!layer.layer.startsWith('server/')) report('nodeInBrowser', { from: layer.layer, name });
}

/**
 * @param {string} target
 * @param {string} file
 * @param {typeof layers[number] | undefined} layer
 * @param {boolean} isTest
 * @param {Report} report
 */
function checkTarget(target, file, layer, isTest, report) {
  if (file.startsWith('src/routes/') && target.startsWith('src/routes/')) {
    if (!isBeside(file, target)) report('route', {});
    return;
  }
  if (!file.startsWith('src/lib/')) return;
  if (!target.startsWith('src/lib/')) {
    if (!isTest && /^(src\/routes|scripts|tests)\//.test(target)) report('upward', { to: target });
    return;
  }
  // A test may reach for a fixture anywhere: it is shipped to nobody.
  if (!layer || isTest) return;
  const to = layerOf(target)?.layer ?? dirname(target).slice('src/lib/'.length);
  if (!layer.may.includes(to)) report('arrow', { from: layer.layer, to: to || target, why: layer.why });
}

/**
 * Whether `target` belongs to the same page: its folder, or a folder of its own above or below it
 * that no other page is in (private components and layouts sit beside the page).
 * @param {string} file
 * @param {string} target
 */
function isBeside(file, target) {
  const from = pageOf(dirname(file));
  const to = pageOf(dirname(target));
  if (/(^|\/)\+[^/]*$/.test(target) && !/\$types/.test(target)) return from === to;
  return from === to || from.startsWith(`${to}/`) || to.startsWith(`${from}/`);
}

/**
 * The folder of the page that a folder belongs to: itself, or the nearest above it that is routed. The
 * rooms of a large page hold no route of their own.
 * @param {string} folder
 * @returns {string}
 */
function pageOf(folder) {
  const path = join(projectRoot, folder);
  const routed = existsSync(path) && readdirSync(path).some((name) => name.startsWith('+'));
  return routed || folder === 'src/routes' ? folder : pageOf(dirname(folder));
}

/** @param {string} file */
function layerOf(file) {
  return layers.find(({ layer }) => file.startsWith(`src/lib/${layer}/`));
}

/** @param {string} filename */
function toProjectPath(filename) {
  return relative(projectRoot, filename).split(sep).join('/');
}

/**
 * The project path an import names, or null for a package.
 * @param {string} file
 * @param {string} name
 */
function resolveTarget(file, name) {
  if (name.startsWith('#lib/')) return `src/lib/${name.slice('#lib/'.length)}`;
  if (name.startsWith('.')) return posix.join(posix.dirname(file), name);
  return null;
}
