import { createHash } from 'node:crypto';
import type { Level } from '../../domain/territory/level.ts';
import type { Territories } from '../../domain/territory/territories.ts';
import type { TerritoryLists } from '../../domain/territory/territory-lists.ts';

/** The territories of a level as the browser is sent them. */
export interface TerritoryIndex extends TerritoryLists {
  level: Level;
}

/** The same, ready to send: named by its content, so that it never changes under its address. */
export interface TerritoryIndexFile {
  hash: string;
  json: Uint8Array<ArrayBuffer>;
}

const DECIMALS = 1e4;
/** Hexadecimal digits of SHA-256 kept in addresses: 64 bits, ample for a few files. */
const HASH_LENGTH = 16;

const round = (degrees: number | null): number | null =>
  degrees === null ? null : Math.round(degrees * DECIMALS) / DECIMALS;

const placeOf = (territories: Territories, level: Level, code: string | null): number =>
  (code === null ? undefined : territories.get(level, code)?.ordinal) ?? -1;

/** Lists the territories of a level in the order of the columns. */
export function listTerritories(territories: Territories, level: Level): TerritoryIndex {
  const all = territories.all(level);
  const index: TerritoryIndex = {
    level,
    codes: all.map(({ code }) => code),
    names: all.map(({ name }) => name),
    departements: all.map(({ departement }) => departement),
    populations: all.map(({ population }) => population),
    lats: all.map(({ lat }) => round(lat)),
    lons: all.map(({ lon }) => round(lon)),
    epcis: all.map(({ epci }) => placeOf(territories, 'epci', epci)),
    regions: all.map(({ region }) => placeOf(territories, 'region', region)),
  };
  return level === 'commune' ? { ...index, postcodes: all.map(({ postcodes }) => postcodes) } : index;
}

const files = new WeakMap<Territories, Map<Level, TerritoryIndexFile>>();

/** The index file of a level, built on first use, kept as long as the country is. */
export function territoryIndexFile(territories: Territories, level: Level): TerritoryIndexFile {
  const ofCountry = files.get(territories) ?? new Map<Level, TerritoryIndexFile>();
  files.set(territories, ofCountry);
  let file = ofCountry.get(level);
  if (!file) {
    const json = new TextEncoder().encode(JSON.stringify(listTerritories(territories, level)));
    const hash = createHash('sha256').update(json).digest('hex').slice(0, HASH_LENGTH);
    file = { hash, json };
    ofCountry.set(level, file);
  }
  return file;
}
