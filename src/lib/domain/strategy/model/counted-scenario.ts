/** A site that a scenario opens. */
export interface CountedSite {
  name: string;
  /** Of the commune that it stands in; `null` where nobody knows. */
  commune: string | null;
  lon: number | null;
  lat: number | null;
  /** Hours of help a week: hours open × those who help; `null` where the scenario does not say. */
  hours: number | null;
}

/** What a scenario gives an action, as it was counted one day. */
export interface CountedScenario {
  /** The parameters that were counted. */
  query: string;
  /** The day, ISO. */
  day: string;
  /** « Isère (38) ». */
  territory: string;
  /** « personnes sous le seuil de pauvreté, à 10 km ». */
  question: string;
  people: { all: number; before: number; after: number; gained: number };
  sites: CountedSite[];
  /** Euros, as the prices of the scenario have it. */
  cost: number;
  /** Editions that it was counted on, « annuaire, 24 novembre 2026 ». */
  sources: string[];
}

/** Why no scenario was counted, with what to do, in French; kept so that the page says it again. */
export interface UncountedScenario {
  query: string;
  day: string;
  problem: string;
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const orNull = (value: unknown, is: (one: unknown) => boolean): boolean => value === null || is(value);

/** What was counted, from its text; `null` for a text that is none: an import may bring anything. */
export function readCounted(text: string): CountedScenario | UncountedScenario | null {
  if (text === '') return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const read = value as Record<string, unknown>;
  if (!isText(read.query) || !isText(read.day)) return null;
  if (isText(read.problem)) return { query: read.query, day: read.day, problem: read.problem };
  const people = read.people as Record<string, unknown> | null;
  const fits =
    isText(read.territory) &&
    isText(read.question) &&
    isNumber(read.cost) &&
    typeof people === 'object' &&
    people !== null &&
    ['all', 'before', 'after', 'gained'].every((key) => isNumber(people[key])) &&
    Array.isArray(read.sources) &&
    read.sources.every(isText) &&
    Array.isArray(read.sites) &&
    read.sites.every(isSite);
  return fits ? (value as CountedScenario) : null;
}

function isSite(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { name, commune, lon, lat, hours } = value as Record<string, unknown>;
  return isText(name) && orNull(commune, isText) && [lon, lat, hours].every((one) => orNull(one, isNumber));
}
