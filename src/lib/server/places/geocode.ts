import { inArray } from 'drizzle-orm';
import { parse } from 'csv-parse/sync';
import { inBatches } from '../db/batches.ts';
import type { Database } from '../db/client.ts';
import { geocode } from '../db/schema/places.ts';
import { GEOCODER, isGeocoder } from './geocoder-address.ts';

/** An address to locate; `key` is its one spelling. */
export interface AddressAsked {
  key: string;
  address: string;
  postcode: string;
  town: string;
  /** INSEE code of its commune: an answer elsewhere is none. */
  commune: string;
}

export interface LocatedAddress {
  lat: number;
  lon: number;
  score: number;
}

export interface Geocoding {
  /** Those found, by key. */
  found: Map<string, LocatedAddress>;
  /** Why the others are not there: the geocoder was not reached, or gave up; `null` when it answered all. */
  interrupted: string | null;
}

export interface GeocodeOptions {
  now: Date;
  /** Base address of the geocoder. */
  url?: string;
  signal?: AbortSignal;
  onprogress?: (share: number) => void;
}

/** Addresses in one request: the geocoder takes 200,000, small ones let progress be shown. */
const BATCH = 2_000;

/** An unreachable network is decided within five seconds. */
const REACH_MS = 5_000;

/** A batch of addresses takes the geocoder some seconds. */
const ANSWER_MS = 60_000;

/** Longest wait that a « 429 » may ask before the rest is left to another day. */
const PATIENCE_S = 30;
const TRIES = 3;

/** Under this score the geocoder found something else than was asked (its documentation advises 0.5 to 0.7). */
const LEAST_SCORE = 0.6;

/** What is found is kept for good; what is not is asked again after a season. */
const ASK_AGAIN_DAYS = 90;

/** The one spelling of an address. */
export const addressKey = (address: string, postcode: string, town: string): string =>
  [address, postcode, town]
    .join(' ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim();

/**
 * Locates addresses by the Géoplateforme geocoder, in batches, asking nobody twice: answers are kept.
 * Never throws for the network: what could not be asked is simply not there, and why is said.
 */
export async function locateAddresses(
  database: Pick<Database, 'query'>,
  asked: readonly AddressAsked[],
  { now, url = GEOCODER, signal, onprogress }: GeocodeOptions,
): Promise<Geocoding> {
  if (!isGeocoder(url)) throw new Error(`« ${url} » is not a geocoder that may be asked`);
  const found = new Map<string, LocatedAddress>();
  const wanted = new Map(asked.map((one) => [one.key, one]));
  for (const { address, lat, lon, score, at } of await readKept(database, [...wanted.keys()])) {
    if (lat !== null && lon !== null) found.set(address, { lat, lon, score: score ?? 0 });
    else if (now.getTime() - at.getTime() > ASK_AGAIN_DAYS * 86_400_000) continue;
    wanted.delete(address);
  }
  const rest = [...wanted.values()];
  if (rest.length === 0) return { found, interrupted: null };
  const unreachable = await reach(url, signal);
  if (unreachable !== null) return { found, interrupted: unreachable };
  for (let from = 0; from < rest.length; from += BATCH) {
    if (signal?.aborted) return { found, interrupted: 'La recherche des adresses a été arrêtée.' };
    const batch = rest.slice(from, from + BATCH);
    const answered = await askBatch(url, batch, signal);
    if (typeof answered === 'string') return { found, interrupted: answered };
    await keep(database, batch, answered, now);
    for (const [key, located] of answered) found.set(key, located);
    onprogress?.(Math.min(1, (from + batch.length) / rest.length));
  }
  return { found, interrupted: null };
}

async function readKept(database: Pick<Database, 'query'>, keys: readonly string[]) {
  const kept: (typeof geocode.$inferSelect)[] = [];
  for (const batch of inBatches(keys))
    kept.push(
      ...(await database.query
        .select()
        .from(geocode)
        .where(inArray(geocode.address, [...batch]))),
    );
  return kept;
}

async function keep(
  database: Pick<Database, 'query'>,
  batch: readonly AddressAsked[],
  answered: ReadonlyMap<string, LocatedAddress>,
  at: Date,
): Promise<void> {
  const rows = batch.map(({ key }) => {
    const located = answered.get(key);
    return {
      address: key,
      lat: located?.lat ?? null,
      lon: located?.lon ?? null,
      score: located?.score ?? null,
      at,
    };
  });
  await database.query.transaction(async (tx) => {
    await tx.delete(geocode).where(
      inArray(
        geocode.address,
        rows.map(({ address }) => address),
      ),
    );
    await tx.insert(geocode).values(rows);
  });
}

const UNREACHED =
  'Le géocodeur de la Géoplateforme ne répond pas : les lieux sans coordonnées sont placés au centre de leur commune. Relancez l’import plus tard pour les situer.';

/** Why the geocoder cannot be asked; `null` when it answers. */
async function reach(url: string, signal: AbortSignal | undefined): Promise<string | null> {
  try {
    const response = await fetch(`${url}/search?q=paris&limit=1`, {
      redirect: 'error',
      signal: either(signal, REACH_MS),
    });
    await response.body?.cancel();
    return response.ok || response.status === 429 ? null : UNREACHED;
  } catch {
    return UNREACHED;
  }
}

const either = (signal: AbortSignal | undefined, ms: number): AbortSignal =>
  AbortSignal.any([AbortSignal.timeout(ms), ...(signal ? [signal] : [])]);

/** One batch located, or the sentence that says why not. */
async function askBatch(
  url: string,
  batch: readonly AddressAsked[],
  signal: AbortSignal | undefined,
): Promise<Map<string, LocatedAddress> | string> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    let response: Response;
    try {
      response = await fetch(`${url}/search/csv/`, {
        method: 'POST',
        body: formOf(batch),
        redirect: 'error',
        signal: either(signal, ANSWER_MS),
      });
    } catch {
      return UNREACHED;
    }
    if (response.ok) return readAnswer(await response.text(), batch);
    await response.body?.cancel();
    if (response.status !== 429 && response.status < 500) return UNREACHED;
    const wait = Number(response.headers.get('retry-after') ?? 2 ** attempt);
    if (!(wait <= PATIENCE_S))
      return 'Le géocodeur de la Géoplateforme demande d’attendre : les adresses restantes sont placées au centre de leur commune. Relancez l’import plus tard.';
    await new Promise((resolve) => setTimeout(resolve, wait * 1000));
  }
  return UNREACHED;
}

const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;

function formOf(batch: readonly AddressAsked[]): FormData {
  const lines = batch.map(({ address, postcode, town, commune }, at) =>
    [String(at), `${address} ${town}`, postcode, commune].map(quote).join(','),
  );
  const form = new FormData();
  form.append(
    'data',
    new Blob([['rang,adresse,postcode,citycode', ...lines].join('\n')], { type: 'text/csv' }),
    'adresses.csv',
  );
  form.append('columns', 'adresse');
  form.append('postcode', 'postcode');
  form.append('citycode', 'citycode');
  return form;
}

/** A changed layout gives nothing rather than wrong positions. */
function readAnswer(text: string, batch: readonly AddressAsked[]): Map<string, LocatedAddress> {
  const rows: Record<string, string>[] = parse(text, { columns: true, relax_column_count: true, bom: true });
  const found = new Map<string, LocatedAddress>();
  for (const row of rows) {
    const asked = batch[Number(row.rang)];
    const [lat, lon, score] = [row.latitude, row.longitude, row.result_score].map((one) =>
      one === undefined || one === '' ? Number.NaN : Number(one),
    ) as [number, number, number];
    const elsewhere =
      row.result_citycode !== undefined &&
      row.result_citycode !== '' &&
      row.result_citycode !== asked?.commune;
    if (!asked || elsewhere || !(score >= LEAST_SCORE) || Number.isNaN(lat + lon)) continue;
    found.set(asked.key, { lat, lon, score });
  }
  return found;
}
