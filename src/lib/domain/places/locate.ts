import { greatCircle } from '../access/sphere.ts';
import type { Territories } from '../territory/territories.ts';
import type { Territory } from '../territory/territory.ts';
import type { Position } from './place.ts';

/** A town's name as addresses write it: capitals, no accent, « ST » spelled out, no arrondissement or cedex. */
export function townKey(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toUpperCase()
    .replace(/œ/gi, 'OE')
    .replace(/\bCEDEX\b.*$/, '')
    .replace(/\b\d+\s*(E|ER|EME|EREME)?(\s+ARRONDISSEMENT)?\b.*$/, '')
    .replace(/[^A-Z]+/g, ' ')
    .replace(/\bSTE\b/g, 'SAINTE')
    .replace(/\bST\b/g, 'SAINT')
    .trim();
}

/** Where a place says it is. */
export interface Whereabouts {
  code: string;
  postcode: string;
  town: string;
  lat: number | null;
  lon: number | null;
}

/**
 * Finds the current commune of a place: by its INSEE code (old codes and arrondissements included),
 * else by postcode and name (whole, then as the start or end of a commune's name), else by name
 * within the département of the postcode when only one commune has it, else by a postcode that
 * designates a single commune, else the commune of the postcode whose centre is nearest.
 */
export class CommuneFinder {
  readonly #territories: Territories;
  readonly #byPostcode = new Map<string, Territory[]>();
  readonly #byName = new Map<string, Territory[]>();

  constructor(territories: Territories) {
    this.#territories = territories;
    for (const commune of territories.all('commune')) {
      for (const postcode of commune.postcodes) push(this.#byPostcode, postcode, commune);
      push(this.#byName, `${commune.departement}/${townKey(commune.name)}`, commune);
    }
  }

  find({ code, postcode, town, lat, lon }: Whereabouts): Territory | null {
    const byCode = this.#byCode(code.trim().toUpperCase());
    if (byCode) return byCode;
    const key = townKey(town);
    const candidates = this.#byPostcode.get(postcode) ?? [];
    const named = candidates.filter((commune) => townKey(commune.name) === key);
    if (named[0]) return named[0];
    const inDepartement = this.#byName.get(`${departementOf(postcode)}/${key}`) ?? [];
    if (inDepartement.length === 1) return inDepartement[0] ?? null;
    if (candidates.length === 1) return candidates[0] ?? null;
    const partly = candidates.filter((commune) => sharesAnEnd(townKey(commune.name), key));
    if (partly.length === 1) return partly[0] ?? null;
    return lat === null || lon === null ? null : nearestCentre(candidates, lat, lon);
  }

  #byCode(code: string): Territory | undefined {
    if (code === '') return undefined;
    const part = this.#territories.get('arrondissement', code);
    return (
      this.#territories.get('commune', code) ??
      (part?.commune ? this.#territories.get('commune', part.commune) : undefined) ??
      this.#territories.successor(code)
    );
  }
}

/** « SARLAT » and « SARLAT LA CANEDA »; a few letters are no name. */
const sharesAnEnd = (name: string, key: string): boolean =>
  key.length >= 5 && (name.startsWith(`${key} `) || name.endsWith(` ${key}`));

function nearestCentre(communes: readonly Territory[], lat: number, lon: number): Territory | null {
  let nearest: Territory | null = null;
  let least = Infinity;
  for (const commune of communes) {
    if (commune.lat === null || commune.lon === null) continue;
    const metres = greatCircle(lon, lat, commune.lon, commune.lat);
    if (metres < least) [nearest, least] = [commune, metres];
  }
  return nearest;
}

function push(map: Map<string, Territory[]>, key: string, commune: Territory): void {
  const list = map.get(key);
  if (list) list.push(commune);
  else map.set(key, [commune]);
}

/** Corsica shares 20xxx between 2A (200, 201) and 2B (202, 206); overseas takes three digits. */
function departementOf(postcode: string): string {
  if (postcode.startsWith('97') || postcode.startsWith('98')) return postcode.slice(0, 3);
  if (postcode.startsWith('20')) return /^20[01]/.test(postcode) ? '2A' : '2B';
  return postcode.slice(0, 2);
}

/**
 * Where to draw a place: its own coordinates when they are on the globe, else the centre of its
 * commune (« position approximative »), else nowhere.
 */
export function positionOf(
  lat: number | null,
  lon: number | null,
  commune: Territory | null,
): { lat: number | null; lon: number | null; position: Position } {
  const given =
    lat !== null && lon !== null && Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && (lat !== 0 || lon !== 0);
  if (given) return { lat, lon, position: 'given' };
  const centred = commune?.lat !== null && commune?.lat !== undefined && commune.lon !== null;
  return centred
    ? { lat: commune.lat, lon: commune.lon, position: 'commune-centre' }
    : { lat: null, lon: null, position: 'none' };
}
