import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { decodeColumn } from '../../domain/indicators/column-file.ts';
import { SOURCES, type SourceId } from '../../domain/indicators/source.ts';
import type { Level } from '../../domain/territory/level.ts';
import type { Database } from '../db/client.ts';
import { indicatorColumn } from '../db/schema/datasets.ts';
import { currentTileset, currentVersions } from '../queries/versions.ts';
import { readTerritories } from '../queries/territories.ts';
import type { Origin } from './origin.ts';
import { hashFile, readUtf8 } from './read/read-file.ts';
import { ADAPTERS } from './registry.ts';

/** One thing that was checked, in a French sentence, and whether it holds. */
export interface Check {
  subject: string;
  ok: boolean;
  detail: string;
}

/** Checks the files of the origin against their list of sums, and what is loaded against itself. */
export async function verify(database: Database, origin: Origin): Promise<Check[]> {
  return [
    ...(await verifyFiles(origin)),
    ...(await verifyVersions(database)),
    ...(await verifyColumns(database)),
  ];
}

async function verifyFiles(origin: Origin): Promise<Check[]> {
  const list = join(origin.folder, 'SHA256SUMS');
  if (!existsSync(list))
    return [{ subject: 'fichiers', ok: true, detail: 'aucune liste de sommes SHA256SUMS dans le dossier' }];
  const checks: Check[] = [];
  for (const line of (await readUtf8(list)).split('\n')) {
    const [, sum, name] = /^([0-9a-f]{64})\s+\*?(.+)$/.exec(line.trim()) ?? [];
    if (!sum || !name) continue;
    const path = join(origin.folder, name);
    const found = existsSync(path) ? await hashFile(path) : null;
    checks.push({
      subject: name,
      ok: found === sum,
      detail: found === null ? 'fichier manquant' : found === sum ? 'somme conforme' : 'le contenu a changé',
    });
  }
  return checks;
}

async function verifyVersions(database: Database): Promise<Check[]> {
  const versions = new Map((await currentVersions(database)).map((version) => [version.source, version]));
  const tiles = await currentTileset(database);
  return [
    ...SOURCES.map(({ id, optional = false }) => {
      const version = versions.get(id);
      return {
        subject: id,
        ok: optional || version !== undefined,
        detail: version
          ? `version ${version.id}, lue dans ${version.origin}`
          : `non chargé${optional ? ', facultatif' : ''} : npm run data -- load${fileOf(id)}`,
      };
    }),
    { subject: 'tuiles', ok: tiles !== null, detail: tiles ? `jeu ${tiles.hash}` : 'aucun jeu de tuiles' },
  ];
}

function fileOf(id: SourceId): string {
  const [file] = ADAPTERS[id].files;
  return file === undefined ? '' : ` (fichier ${file})`;
}

async function verifyColumns(database: Database): Promise<Check[]> {
  const territories = await readTerritories(database);
  const rows = await database.query.select().from(indicatorColumn);
  const broken = rows.flatMap((row): Check[] => {
    const hash = createHash('sha256').update(row.bytes).digest('hex').slice(0, 16);
    const length = decodeColumn(row.bytes).values.length;
    const expected = territories.all(row.level as Level).length;
    if (hash === row.hash && length === expected) return [];
    const detail =
      hash === row.hash
        ? `${length} valeurs pour ${expected} territoires`
        : 'les octets ne répondent plus à leur empreinte';
    return [{ subject: `colonne ${row.indicator}/${row.level}`, ok: false, detail }];
  });
  return broken.length > 0
    ? broken
    : [{ subject: 'colonnes', ok: true, detail: `${rows.length} colonnes conformes à leur empreinte` }];
}
