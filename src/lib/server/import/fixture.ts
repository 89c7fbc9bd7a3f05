import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cellAt } from '../../domain/indicators/column.ts';
import type { Cell } from '../../domain/indicators/value.ts';
import { territories } from '../../domain/territory/fixture.ts';
import type { Territories } from '../../domain/territory/territories.ts';
import type { ReadValues, ValueAdapter } from './adapter.ts';
import { settleCommunes, type Settled } from './settle.ts';

/** A few communes, one of each kind that files trip over. */
export const country: Territories = territories(
  [
    { level: 'commune', code: '01001', name: 'L’Abergement', zone: 'metro', lat: 46.15, lon: 4.92 },
    { level: 'commune', code: '05157', name: 'Saint-Véran', zone: 'metro', lat: 44.7, lon: 6.87 },
    { level: 'commune', code: '75056', name: 'Paris', zone: 'metro', population: 100, lat: 48.86, lon: 2.34 },
    { level: 'commune', code: '97209', name: 'Fort-de-France', zone: 'drom', lat: 14.6, lon: -61.07 },
    { level: 'arrondissement', code: '75101', commune: '75056', population: 25 },
    { level: 'arrondissement', code: '75102', commune: '75056', population: 75 },
  ],
  { '01002': '01001' },
);

/** What an adapter makes of files: as read, and brought to today's communes. */
export interface Taken extends ReadValues {
  settled: Settled;
  figure(indicator: string, code: string): Cell;
}

/** Writes files by name, has an adapter read those, and removes them. */
export async function take(
  adapter: ValueAdapter,
  files: Readonly<Record<string, string | Buffer>>,
): Promise<Taken> {
  const folder = await mkdtemp(join(tmpdir(), 'adapter-'));
  try {
    const paths: string[] = [];
    for (const [name, content] of Object.entries(files)) {
      await writeFile(join(folder, name), content);
      paths.push(join(folder, name));
    }
    const read = await adapter.read(paths, country);
    const settled = settleCommunes(read.rows, read.brought ?? adapter.indicators, country);
    const figure = (indicator: string, code: string): Cell => {
      const found = settled.columns.find((one) => one.indicator === indicator && one.level === 'commune');
      if (!found) throw new RangeError(`no column ${indicator}`);
      return cellAt(found.column, country.get('commune', code)?.ordinal ?? -1);
    };
    return { ...read, settled, figure };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Rows of text under a header, each ended by a line feed. */
export const lines = (...rows: readonly string[]): string => rows.map((row) => `${row}\n`).join('');
