import { basename } from 'node:path';
import { checkInhabitedRows, inhabitedColumns } from '../../domain/access/demand/inhabited-rows.ts';
import { formatNumber } from '../../format/number.ts';
import { writing } from '../audit/writing.ts';
import type { Database } from '../db/client.ts';
import { IntakeError } from '../intake/intake-error.ts';
import { readTableFile } from '../intake/read-table-file.ts';
import { MOST_INHABITED, writeInhabited } from '../places/write-inhabited.ts';
import { readTerritories } from '../queries/territories.ts';

/** What became of a table of inhabited points. */
export interface InhabitedOutcome {
  kept: number;
  communes: number;
  problems: { line: number; message: string }[];
}

/**
 * Brings inhabited points in, one row a point (commune, longitude, latitude, people), in the place of those
 * before, in one transaction: the people of their communes are then counted at them. Rejects with an
 * `IntakeError` when the file is not one, keeping what was there.
 */
export async function importInhabitedPoints(
  database: Database,
  path: string,
  now: Date,
): Promise<InhabitedOutcome> {
  const kept = 'Les points habités d’avant restent en place.';
  const name = basename(path);
  const { headings, rows, lines } = await readTableFile(path, { name });
  const { commune, lon, lat, people } = inhabitedColumns(headings);
  if (commune === null || lon === null || lat === null || people === null)
    throw new IntakeError(
      `Le fichier doit avoir quatre colonnes nommées « commune », « lon », « lat » et « habitants » ; celles du fichier sont : ${headings.join(', ')}.`,
      `Renommez-les, puis recommencez. ${kept}`,
    );
  const territories = await readTerritories(database);
  const { points, problems } = checkInhabitedRows(rows, lines, { commune, lon, lat, people }, (code) => {
    const found = territories.get('commune', code) ?? territories.successor(code);
    return found ? { code: found.code, name: found.name, bbox: found.bbox } : null;
  });
  if (points.length === 0)
    throw new IntakeError(
      `Aucun point du fichier n’a pu être gardé${problems[0] ? ` (ligne ${problems[0].line} : ${problems[0].message})` : ''}.`,
      `Corrigez-le, puis recommencez. ${kept}`,
    );
  if (points.length > MOST_INHABITED)
    throw new IntakeError(
      `Le fichier a plus de ${formatNumber(MOST_INHABITED)} points.`,
      `Gardez ceux des grandes communes, ou des carreaux plus larges, puis recommencez. ${kept}`,
    );
  const hand = { now, owner: null, account: null };
  await writing(database, hand, { action: 'data.inhabited', object: null }, async (tx) => {
    await writeInhabited(tx, name, points, now);
  });
  return { kept: points.length, communes: new Set(points.map((point) => point.commune)).size, problems };
}
