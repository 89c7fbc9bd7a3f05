import { CommuneFinder } from '../../domain/places/locate.ts';
import type { Place } from '../../domain/places/place.ts';
import { compareWithList, type ListChanges } from '../../domain/places/intake/changes.ts';
import { checkingRows, type CheckedRow } from '../../domain/places/intake/check-rows.ts';
import type { Mapping } from '../../domain/places/intake/fields.ts';
import type { Territories } from '../../domain/territory/territories.ts';
import type { Database } from '../db/client.ts';
import type { TableFile } from '../intake/table-file.ts';
import { addressKey, locateAddresses } from '../places/geocode.ts';
import { inSlices } from '../queries/in-slices.ts';
import { ordinaryWeek } from '../places/ordinary-week.ts';
import { readListRecords } from '../places/lists.ts';
import { listSource } from '../queries/places/place-lists.ts';

/** What checking needs beside the table. */
export interface CheckOptions {
  territories: Territories;
  /** The list that the rows go to; `null` for a new one. */
  list: number | null;
  now: Date;
  /** Base address of the geocoder; `null` not to ask it. */
  geocoder: string | null;
  signal?: AbortSignal;
  onprogress?: (share: number) => void;
}

export interface CheckedList {
  rows: CheckedRow[];
  changes: ListChanges;
  /** Places whose position the geocoder gave. */
  located: number;
  /** Why some were not located, in French; `null` when all were asked for. */
  interrupted: string | null;
}

/** Source of the records of a list that is not made yet: replaced when it is. */
const NEW_LIST = listSource(0);

/** The share of the progress that checking rows takes; the geocoder takes the rest. */
const CHECK_SHARE = 0.7;

/**
 * Checks every row of a table against the rules of the intake, a slice at a time so that others are
 * served meanwhile; locates what has no coordinates when the geocoder can be asked; says what keeping
 * the table would change in its list.
 */
export async function checkList(
  database: Pick<Database, 'query'>,
  table: TableFile,
  mapping: Mapping,
  { territories, list, now, geocoder, signal, onprogress }: CheckOptions,
): Promise<CheckedList> {
  const source = list === null ? NEW_LIST : listSource(list);
  const rows = await inSlices(
    checkingRows({
      headings: table.headings,
      rows: table.rows,
      lines: table.lines,
      mapping,
      finder: new CommuneFinder(territories),
      today: now.toISOString().slice(0, 10),
      listSource: source,
    }),
    { onstep: (share) => onprogress?.(share * CHECK_SHARE), signal },
  );
  const places = rows.flatMap(({ place }) => place ?? []);
  await inSlices(readingWeeks(places), { signal });
  const { located, interrupted } = await locate(database, places, { now, geocoder, signal, onprogress });
  const held = list === null ? new Map<string, Place>() : await readListRecords(database, list);
  return { rows, changes: compareWithList(rows, held), located, interrupted };
}

/** Places whose hours are read before others are given a turn: some milliseconds of work. */
const SLICE = 200;

function* readingWeeks(places: readonly Place[]): Generator<void, void> {
  for (const [at, place] of places.entries()) {
    if (at % SLICE === 0) yield;
    if (place.hours !== null) place.week = ordinaryWeek(place.hours);
  }
}

/** Gives a position to the places that have an address and none; the others keep the centre of their commune. */
async function locate(
  database: Pick<Database, 'query'>,
  places: readonly Place[],
  { now, geocoder, signal, onprogress }: Pick<CheckOptions, 'now' | 'geocoder' | 'signal' | 'onprogress'>,
): Promise<{ located: number; interrupted: string | null }> {
  const without = places.filter(
    ({ position, address, commune }) => position !== 'given' && address !== '' && commune !== null,
  );
  if (without.length === 0 || geocoder === null) return { located: 0, interrupted: null };
  const keyOf = ({ address, postcode, town }: Place): string => addressKey(address, postcode, town);
  const { found, interrupted } = await locateAddresses(
    database,
    without.map((place) => ({
      key: keyOf(place),
      address: place.address,
      postcode: place.postcode,
      town: place.town,
      commune: place.commune as string,
    })),
    {
      now,
      url: geocoder,
      ...(signal && { signal }),
      onprogress: (share) => onprogress?.(CHECK_SHARE + share * (1 - CHECK_SHARE)),
    },
  );
  let located = 0;
  for (const place of without) {
    const at = found.get(keyOf(place));
    if (!at) continue;
    place.lat = at.lat;
    place.lon = at.lon;
    place.position = 'given';
    located++;
  }
  return { located, interrupted };
}
