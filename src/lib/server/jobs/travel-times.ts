import { basename } from 'node:path';
import { greatCircle } from '../../domain/access/sphere.ts';
import { checkTravelRows, travelColumns, type TravelPair } from '../../domain/access/travel/travel-rows.ts';
import type { Place } from '../../domain/places/place.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import type { Database } from '../db/client.ts';
import { IntakeError } from '../intake/intake-error.ts';
import { readTableFile } from '../intake/read-table-file.ts';
import { readPlaces } from '../queries/places/places.ts';
import { readTerritories } from '../queries/territories.ts';
import { keepTravel, type TravelOutcome } from './keep-travel.ts';
import { OsrmTable } from './osrm-table.ts';

/**
 * Brings a matrix of travel times in, one row a pair (commune, place, minutes), in the place of the
 * source before it, in one transaction. `most`: pairs that it does not give take longer than as many
 * minutes. Rejects with an `IntakeError` when the file is not one, keeping what was there.
 */
export async function importMatrix(
  database: Database,
  path: string,
  { most, now }: { most: number | null; now: Date },
): Promise<TravelOutcome> {
  const name = basename(path);
  const { headings, rows, lines } = await readTableFile(path, { name });
  const { commune, place, minutes } = travelColumns(headings);
  if (commune === null || place === null || minutes === null)
    throw new IntakeError(
      `La matrice doit avoir trois colonnes nommées « commune », « lieu » et « minutes » ; celles du fichier sont : ${headings.join(', ')}.`,
      'Renommez-les, puis recommencez. Les temps de trajet d’avant restent en place.',
    );
  const territories = await readTerritories(database);
  const ids = new Set((await readPlaces(database)).map(({ id }) => id));
  const { pairs, problems } = checkTravelRows(
    rows,
    lines,
    { commune, place, minutes },
    {
      currentCommune: (code) =>
        territories.get('commune', code)?.code ?? territories.successor(code)?.code ?? null,
      isPlace: (id) => ids.has(id),
    },
  );
  if (pairs.length === 0)
    throw new IntakeError(
      `Aucune paire du fichier n’a pu être gardée${problems[0] ? ` (ligne ${problems[0].line} : ${problems[0].message})` : ''}.`,
      'Corrigez-le, puis recommencez. Les temps de trajet d’avant restent en place.',
    );
  await keepTravel(database, { name, kind: 'matrix', most, at: now }, pairs);
  return { kept: pairs.length, problems, skipped: [], interrupted: null };
}

/** Places asked for, for each commune: OSRM takes a hundred points a table unless it is set otherwise. */
const ASKED = 80;

/** Further than this nobody is sent: the nearest are enough. Metres. */
const FURTHEST = 80_000;

/**
 * Asks an OSRM server for the way from each commune of a territory to the places nearest to it, and keeps
 * the answers in the place of the source before. A server that stops answering leaves what it gave, said
 * to be a part.
 */
export async function askOsrm(
  database: Database,
  url: string,
  { within, now, onprogress }: { within: string; now: Date; onprogress?: (share: number) => void },
): Promise<TravelOutcome> {
  const territories = await readTerritories(database);
  const territory = territories.bySlug(within);
  if (!territory)
    throw new IntakeError(
      `Aucun territoire ne porte le code « ${within} ».`,
      'Donnez un code Insee, puis recommencez.',
    );
  const places = (await readPlaces(database)).filter(({ lat, lon }) => lat !== null && lon !== null);
  const communes = territories.communes(territory).filter(({ lat, lon }) => lat !== null && lon !== null);
  const table = new OsrmTable(url);
  const pairs: TravelPair[] = [];
  let interrupted: string | null = null;
  for (const [at, commune] of communes.entries()) {
    const near = nearestPlaces(commune, places);
    const answer = near.length === 0 ? [] : await table.durations(commune, near);
    if (typeof answer === 'string') {
      interrupted = answer;
      break;
    }
    answer.forEach((seconds, k) => {
      const place = near[k];
      if (seconds !== null && place)
        pairs.push({ commune: commune.code, place: place.id, minutes: seconds / 60 });
    });
    onprogress?.((at + 1) / communes.length);
  }
  if (pairs.length > 0)
    await keepTravel(database, { name: new URL(url).host, kind: 'osrm', most: null, at: now }, pairs);
  return { kept: pairs.length, problems: [], skipped: [], interrupted };
}

function nearestPlaces({ lon, lat }: Territory, places: readonly Place[]): Place[] {
  return places
    .map((place) => ({
      place,
      metres: greatCircle(lon as number, lat as number, place.lon as number, place.lat as number),
    }))
    .filter(({ metres }) => metres <= FURTHEST)
    .sort((a, b) => a.metres - b.metres)
    .slice(0, ASKED)
    .map(({ place }) => place);
}
