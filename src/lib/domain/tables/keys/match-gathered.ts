import type { Territory } from '../../territory/territory.ts';
import { cleanCode } from './code-text.ts';
import type { CountryKeys } from './country-keys.ts';
import { pointKey, type KeySources, type Match, type Target } from './match.ts';
import { blankOrTotal, matchCommune, whole } from './match-code.ts';

/** The communes of a postcode, which share its rows by their people: a commune of several postcodes counts for a part in each. */
export function matchPostcode(text: string, keys: CountryKeys): Match {
  const none = blankOrTotal(text);
  if (none) return none;
  const code = cleanCode(text);
  const postcode = /^\d{4}$/.test(code) ? `0${code}` : code;
  const communes = keys.communesOfPostcode(postcode);
  if (communes.length === 0) return { reason: 'unknown', detail: null };
  return shared(
    communes,
    postcode,
    ({ population, postcodes }) => (population ?? 0) / Math.max(1, postcodes.length),
  );
}

function shared(
  communes: readonly Territory[],
  unit: string,
  weightOf: (commune: Territory) => number,
): Match {
  const [only] = communes;
  if (only && communes.length === 1) return whole(only, unit, 'gathered');
  const weights = communes.map(weightOf);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const targets = communes.map((territory, at): Target => ({
    territory,
    share: sum > 0 ? (weights[at] as number) / sum : 1 / communes.length,
  }));
  return { targets: targets.filter(({ share }) => share > 0), unit, by: 'shared' };
}

/** The commune of an IRIS: the zone when it is loaded, else the one that its code names. */
export function matchIris(text: string, keys: CountryKeys, zones: KeySources['zones']): Match {
  const none = blankOrTotal(text);
  if (none) return none;
  const code = cleanCode(text);
  const iris = /^\d{8}$/.test(code) ? `0${code}` : code;
  if (!/^(\d{5}|2[AB]\d{3})\d{4}$/.test(iris)) return { reason: 'unknown', detail: null };
  const match = matchCommune(zones?.get(iris)?.communes[0] ?? iris.slice(0, 5), keys);
  return 'targets' in match ? { ...match, unit: iris, by: 'gathered' } : match;
}

/** A code of a priority neighbourhood, of 2014 (QP) or of 2024 (QN). */
export const QPV_CODE = /^Q[NP]\d{2}[\dAB]\d{2,3}[A-Z]?$/;

/** The communes of a priority neighbourhood. */
export function matchQpv(text: string, keys: CountryKeys, zones: KeySources['zones']): Match {
  const none = blankOrTotal(text);
  if (none) return none;
  const code = cleanCode(text);
  if (!QPV_CODE.test(code)) return { reason: 'unknown', detail: null };
  if (zones === null) return { reason: 'not-loaded', detail: null };
  const communes = (zones.get(code)?.communes ?? []).flatMap((commune) => {
    const match = matchCommune(commune, keys);
    return 'targets' in match ? match.targets.map(({ territory }) => territory) : [];
  });
  // A city is named beside its arrondissements: these are finer.
  const finest = communes.some(({ level }) => level === 'arrondissement')
    ? communes.filter(({ level }) => level === 'arrondissement')
    : communes;
  if (finest.length === 0) return { reason: 'unknown', detail: null };
  return shared(finest, code, ({ population }) => population ?? 0);
}

/** The commune that a point is in, degrees; latitude and longitude in one cell (« 48.85, 2.35 ») or in two. */
export function matchPoint(
  latitude: string,
  longitude: string | null,
  line: number,
  keys: CountryKeys,
  located: KeySources['located'],
): Match {
  if (latitude.trim() === '' && (longitude ?? '').trim() === '') return { reason: 'blank', detail: null };
  const point = readPoint(latitude, longitude);
  if (!point) return { reason: 'bad-position', detail: null };
  if (located === null) return { reason: 'not-loaded', detail: null };
  const code = located.get(pointKey(point.lat, point.lon)) ?? null;
  const commune = code === null ? undefined : keys.territories.get('commune', code);
  if (!commune) return { reason: 'outside', detail: null };
  return whole(commune, `point/${line}`, 'gathered');
}

/** A point in degrees; `null` when it is none on the globe. */
export function readPoint(latitude: string, longitude: string | null): { lat: number; lon: number } | null {
  const [first = '', second = ''] =
    longitude === null ? latitude.trim().split(/\s*[,;]\s+|\s*;\s*|(?<=\.\d+),|\s+/) : [latitude, longitude];
  const [lat, lon] = [degrees(first), degrees(second)];
  if (lat === null || lon === null || Math.abs(lat) > 90 || Math.abs(lon) > 180) return null;
  return lat === 0 && lon === 0 ? null : { lat, lon };
}

function degrees(text: string): number | null {
  const plain = text.trim().replace(',', '.').replace(/°$/, '');
  return /^[+-]?\d{1,3}(\.\d+)?$/.test(plain) ? Number(plain) : null;
}
