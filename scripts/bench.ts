import { parseArgs } from 'node:util';
import { benchAccess } from './bench/access.ts';
import { benchColumns } from './bench/columns.ts';
import { benchImportPlaces } from './bench/import-places.ts';
import { benchIntakeServing } from './bench/intake-serving.ts';
import { benchLoad } from './bench/load.ts';
import { benchNearest } from './bench/nearest.ts';
import { benchNeed } from './bench/need.ts';
import { benchRecolour } from './bench/recolour.ts';
import { benchSiting } from './bench/siting.ts';
import { benchTiles } from './bench/tiles.ts';

/** Each gives what it measured as plain data: ratios within one run, counts and bytes. */
const BENCHES: Readonly<Record<string, () => Promise<object>>> = {
  tiles: benchTiles,
  columns: benchColumns,
  nearest: benchNearest,
  access: benchAccess,
  need: benchNeed,
  siting: benchSiting,
  recolour: benchRecolour,
  load: benchLoad,
  'import-places': benchImportPlaces,
  'intake-serving': benchIntakeServing,
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
});
const unknown = positionals.find((name) => !(name in BENCHES));

if (unknown !== undefined) {
  process.stderr.write(`Banc inconnu : ${unknown}. Choix : ${Object.keys(BENCHES).join(', ')}.\n`);
  process.exitCode = 2;
} else {
  const results: Record<string, object> = {};
  for (const name of positionals.length > 0 ? positionals : Object.keys(BENCHES)) {
    process.stderr.write(`${name}…\n`);
    results[name] = (await BENCHES[name]?.()) ?? {};
    if (!values.json) process.stdout.write(`\n${name}\n${JSON.stringify(results[name], null, 2)}\n`);
  }
  if (values.json) process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
}
