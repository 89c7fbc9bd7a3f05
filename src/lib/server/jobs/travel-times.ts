import { basename } from 'node:path';
import { checkTravelRows, travelColumns, type TravelPair } from '../../domain/access/travel/travel-rows.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import { inBatches } from '../db/batches.ts';
import type { Database } from '../db/client.ts';
import { IntakeError } from '../intake/intake-error.ts';
import { readTableFile } from '../intake/read-table-file.ts';
import { readPlaces } from '../queries/places/places.ts';
import { readTerritories } from '../queries/territories.ts';
import {
  communeDestinations,
  nearestDestinations,
  placeDestinations,
  type Destination,
} from './destinations.ts';
import { keepTravel, type TravelOutcome } from './keep-travel.ts';
import { OsrmTable } from './osrm-table.ts';

/**
 * Brings a matrix of travel times in, one row a pair (commune, place or commune, minutes), in the
 * place of the source before it, in one transaction. `most`: pairs that it does not give take longer than as many
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

/** Places asked for, for each commune. */
const ASKED = 80;

/** Communes asked for, for each commune: about those within 40 km. */
const ASKED_COMMUNES = 300;

/** Destinations of one request: OSRM takes a hundred points a table unless it is set otherwise. */
const TABLE = 80;

/** Further than this nobody is sent: the nearest are enough. Metres. */
const FURTHEST = 80_000;

export interface OsrmAsked {
  /** INSEE code, or slug, of the territory whose communes are looked at. */
  within: string;
  /** Whether ways to the communes of the territory are asked for too, where one may open. */
  toCommunes?: boolean;
  now: Date;
  onprogress?: (share: number) => void;
}

/**
 * Asks an OSRM server for the way from each commune of a territory to the places nearest to it, then to the
 * nearest communes when they are wanted, and keeps the answers in the place of the source before. A server
 * that stops answering leaves what it gave, said to be a part.
 */
export async function askOsrm(
  database: Database,
  url: string,
  { within, toCommunes = false, now, onprogress }: OsrmAsked,
): Promise<TravelOutcome> {
  const territories = await readTerritories(database);
  const territory = territories.bySlug(within);
  if (!territory)
    throw new IntakeError(
      `Aucun territoire ne porte le code « ${within} ».`,
      'Donnez un code Insee, puis recommencez.',
    );
  const communes = territories.communes(territory).filter(({ lat, lon }) => lat !== null && lon !== null);
  const table = new OsrmTable(url);
  const pairs: TravelPair[] = [];
  let interrupted: string | null = null;
  const aims = [{ destinations: placeDestinations(await readPlaces(database)), count: ASKED }];
  if (toCommunes) aims.push({ destinations: communeDestinations(communes), count: ASKED_COMMUNES });
  const asks = aims.flatMap((aim) => communes.map((commune) => ({ ...aim, commune })));
  for (const [at, { commune, destinations, count }] of asks.entries()) {
    const near = nearestDestinations(commune, destinations, { count, metres: FURTHEST });
    const answer = await waysTo(table, commune, near);
    if (typeof answer === 'string') {
      interrupted = answer;
      break;
    }
    pairs.push(...answer);
    onprogress?.((at + 1) / asks.length);
  }
  if (pairs.length > 0)
    await keepTravel(database, { name: new URL(url).host, kind: 'osrm', most: null, at: now }, pairs);
  return { kept: pairs.length, problems: [], skipped: [], interrupted };
}

/** The ways that there are from a commune, a table at a time; a French sentence when the server fails. */
async function waysTo(
  table: OsrmTable,
  commune: Territory,
  destinations: readonly Destination[],
): Promise<TravelPair[] | string> {
  const pairs: TravelPair[] = [];
  for (const batch of inBatches(destinations, TABLE)) {
    const answer = await table.durations(commune, batch);
    if (typeof answer === 'string') return answer;
    answer.forEach((seconds, k) => {
      const to = batch[k];
      if (seconds !== null && to) pairs.push({ commune: commune.code, place: to.id, minutes: seconds / 60 });
    });
  }
  return pairs;
}
