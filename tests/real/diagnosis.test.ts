import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Place } from '../../src/lib/domain/places/place.ts';
import type { Territory } from '../../src/lib/domain/territory/territory.ts';
import { openDatabase, type Database } from '../../src/lib/server/db/client.ts';
import { Snapshot } from '../../src/lib/server/queries/snapshot.ts';
import { launchBrowser } from '../support/browser.ts';
import { serve, type TestServer } from '../support/server.ts';

/** Diagnoses of real territories read line by line, each number found again by plain loops over raw records. */
let database: Database;
let data: Snapshot;
let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  database = openDatabase(inject('realDataUrl'));
  [data, server, browser] = await Promise.all([
    Snapshot.read(database),
    serve(inject('realDataUrl')),
    launchBrowser(),
  ]);
});

afterAll(async () => {
  await browser.close();
  await server.stop();
  await database.close();
});

const plain = (text: string): string => text.replace(/[\u00a0\u202f\s]+/g, ' ').trim();

/** The cells of the rows of a table, by its caption. */
const rowsOf = async (page: Page, caption: string): Promise<string[][]> =>
  (
    await page
      .locator('table', { has: page.locator('caption', { hasText: caption }) })
      .locator('tbody tr')
      .evaluateAll((rows) =>
        rows.map((row) => [...row.querySelectorAll<HTMLElement>('th, td')].map((cell) => cell.innerText)),
      )
  ).map((cells) => cells.map(plain));

/** The first number of a text, « 1 887 personnes… », « 10,1 % », « 168 306 100 % »; `null` without one. */
const number = (text: string): number | null => {
  const found = /^\d{1,3}( \d{3})*(,\d+)?/.exec(text.replace(/ ?100 %$/, ''))?.[0];
  return found === undefined ? null : Number(found.replaceAll(' ', '').replace(',', '.'));
};

type Point = readonly [x: number, y: number, z: number];

/** A point of the unit sphere: distances by chords, another formula than the application's. */
function pointOf({ lat, lon }: { lat: number | null; lon: number | null }): Point | null {
  if (lat === null || lon === null) return null;
  const [phi, lambda] = [(lat * Math.PI) / 180, (lon * Math.PI) / 180];
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)];
}

const land = (code: string): string =>
  /^9[78]/.test(code) ? code.slice(0, 3) : /^2[AB]/.test(code) ? 'corse' : 'metropole';

interface Spot {
  code: string;
  land: string;
  point: Point | null;
}

const spotOf = (code: string | null, at: { lat: number | null; lon: number | null }): Spot => ({
  code: code ?? '',
  land: code === null ? 'unknown' : land(code),
  point: pointOf(at),
});

/** Kilometres between two spots: none within a commune, infinite over an ocean. */
function kilometres(place: Spot, commune: Spot): number {
  if (place.code === commune.code) return 0;
  if (!place.point || !commune.point || place.land !== commune.land) return Infinity;
  const [a, b] = [place.point, commune.point];
  const chord = Math.sqrt((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2);
  return 2 * 6_371.0088 * Math.asin(Math.min(1, chord / 2));
}

const LIMIT = 10;

/** Every place with what is far from it: the kilometres to each commune of a territory. */
interface Measured {
  place: Place;
  spot: Spot;
  kilometres: number[];
}

function beyond(
  communes: readonly Territory[],
  measured: readonly Measured[],
  answers: (place: Place) => boolean,
  limit = LIMIT,
) {
  const places = measured.filter(({ place }) => answers(place));
  const poverty = data.column('personnes-pauvres', 'commune')?.values;
  const count = { places: places.length, communes: 0, inhabitants: 0, poor: 0, allPoor: 0 };
  communes.forEach(({ ordinal, population }, at) => {
    const poor = poverty?.[ordinal] || 0;
    count.allPoor += poor;
    if (places.some((place) => (place.kilometres[at] as number) <= limit)) return;
    count.communes++;
    count.inhabitants += population ?? 0;
    count.poor += poor;
  });
  return count;
}

/** Whether a place is open for an hour of a span of a day, minutes since midnight. */
const opens = ({ week }: Place, days: readonly number[], from: number, to: number): boolean =>
  (week ?? []).some((one) => days.includes(one.day) && Math.min(one.to, to) - Math.max(one.from, from) >= 60);

/** Whether a record was touched in the eighteen months before the last one of its sources. */
function isFresh({ updated, sources }: Place, lastOf: ReadonlyMap<string, string>): boolean {
  const last = sources
    .flatMap((source) => lastOf.get(source) ?? [])
    .sort()
    .at(-1);
  if (updated === null || last === undefined) return false;
  return (Date.parse(last) - Date.parse(updated.slice(0, 10))) / 86_400_000 < (18 * 365.25) / 12;
}

/** The day of the last record of each source. */
function lastDays(): Map<string, string> {
  const last = new Map<string, string>();
  for (const { sources, updated } of data.places)
    for (const source of sources)
      if (updated !== null && updated.slice(0, 10) > (last.get(source) ?? ''))
        last.set(source, updated.slice(0, 10));
  return last;
}

/** What each line asks of a place, from its words. */
function answering(label: string): (place: Place) => boolean {
  const service = /qui propose « (.+) »$/.exec(label)?.[1];
  if (service !== undefined) return ({ services }) => services.includes(service);
  switch (label.replace('Sans lieu d’aide au numérique', '').trim()) {
    case '':
      return () => true;
    case 'gratuit, où l’on est accompagné':
      return ({ fees, support, onBehalf }) =>
        fees.includes('Gratuit') && (onBehalf || support.some((mode) => mode !== 'En autonomie'));
    case 'ouvert le mercredi après-midi':
      return (place) => opens(place, [2], 780, 1_080);
    case 'ouvert le samedi':
      return (place) => opens(place, [5], 0, 1_440);
    case 'ouvert en soirée':
      return (place) => opens(place, [0, 1, 2, 3, 4], 1_080, 1_440);
    case 'qui offre « Matériel ou connexion à prix solidaire »':
      return ({ services, offers }) =>
        offers.includes('equipment') ||
        services.includes('Acquisition de matériel informatique à prix solidaire');
    case 'qui offre « Accès aux droits (France services) »':
      return ({ programmes, typology, offers }) =>
        offers.includes('rights') || programmes.includes('France Services') || typology === 'RFS';
    case 'dont la fiche a moins de 18 mois': {
      const lastOf = lastDays();
      return (place) => isFresh(place, lastOf);
    }
    default:
      throw new Error(`a line that this test does not know: « ${label} »`);
  }
}

describe.each(['200040715', '56', '75', '93', '2A', '972'])('the diagnosis of %s', (slug) => {
  let communes: readonly Territory[];
  let measured: readonly Measured[];
  let tables: { out: string[][]; far: string[][]; offer: string[][] };

  beforeAll(async () => {
    const where = data.territories.bySlug(slug);
    if (!where) throw new Error(`no territory « ${slug} »`);
    communes = data.territories.communes(where).filter(({ lat }) => lat !== null);
    const spots = communes.map((commune) => spotOf(commune.code, commune));
    measured = data.places.map((place) => {
      const spot = spotOf(place.commune, place);
      return { place, spot, kilometres: spots.map((commune) => kilometres(spot, commune)) };
    });
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${server.url}/territoires/${slug}/diagnostic`, { waitUntil: 'networkidle' });
    expect(complaints).toEqual([]);
    tables = {
      out: await rowsOf(page, 'Personnes hors de portée'),
      far: await rowsOf(page, 'Habitants éloignés d’un lieu d’aide'),
      offer: await rowsOf(page, 'Ce qu’il y a, rapporté aux habitants'),
    };
    await page.close();
  });

  it('counts who is out of reach of what, line by line', () => {
    expect(tables.out).toHaveLength(17);
    for (const [label, people, share, inhabitants] of tables.out as [string, string, string, string][]) {
      const expected = beyond(communes, measured, answering(label));
      if (expected.places === 0) {
        expect([label, people]).toEqual([label, 'aucun lieu de France ne le dit dans les sources chargées']);
        expect([share, inhabitants]).toEqual(['non calculable', 'non calculable']);
        continue;
      }
      expect([label, number(inhabitants)]).toEqual([label, expected.inhabitants]);
      expect([label, number(people)]).toEqual([label, Math.round(expected.poor)]);
      const percent = (100 * expected.poor) / expected.allPoor;
      const shown = Number(share.replace(' %', '').replace(',', '.'));
      expect([label, Math.abs(shown - percent) <= 0.0501]).toEqual([label, true]);
    }
  });

  it('counts how far people are', () => {
    const [whole, ...rows] = tables.far;
    expect(number(whole?.[1] ?? '')).toBe(
      communes.reduce((sum, { population }) => sum + (population ?? 0), 0),
    );
    const shown = rows.map(([label, people, , count]) => [
      label,
      Number((people ?? '').replace(/ ?[\d,]+ %$/, '').replaceAll(' ', '')),
      Number((count ?? '').replaceAll(' ', '')),
    ]);
    expect(shown).toEqual(
      [5, 10, 20].map((km) => {
        const far = beyond(communes, measured, () => true, km);
        return [`plus de ${km} km`, far.inhabitants, far.communes];
      }),
    );
  });

  it('counts places and their hours for the inhabitants', () => {
    const [own] = tables.offer;
    const people = communes.reduce((sum, { population }) => sum + (population ?? 0), 0);
    const codes = new Set(communes.map(({ code }) => code));
    const inside = measured.filter(({ spot }) => codes.has(spot.code)).length;
    expect(number(own?.[1] ?? '')).toBe(inside);
    expect(number(own?.[2] ?? '')).toBeCloseTo((10_000 * inside) / people, 2);
    // Each place shares its hours between everybody in reach; hours unknown are the median of the others.
    const hoursOf = ({ week, helpers, helpHours }: Place): number | null =>
      helpHours ?? (week && (week.reduce((sum, { from, to }) => sum + to - from, 0) / 60) * (helpers ?? 1));
    const known = data.places.flatMap((place) => hoursOf(place) ?? []).sort((a, b) => a - b);
    const median = known[Math.floor(known.length / 2)] ?? Number.NaN;
    const everyone = data.territories
      .all('commune')
      .filter(({ lat }) => lat !== null)
      .map((commune) => ({ spot: spotOf(commune.code, commune), people: commune.population ?? 0 }));
    let received = 0;
    for (const { place, spot, kilometres: distances } of measured) {
      const served = communes.reduce(
        (sum, { population }, at) => sum + ((distances[at] as number) <= LIMIT ? (population ?? 0) : 0),
        0,
      );
      if (served === 0) continue;
      const asking = everyone.reduce(
        (sum, one) => sum + (kilometres(spot, one.spot) <= LIMIT ? one.people : 0),
        0,
      );
      received += ((hoursOf(place) ?? median) * served) / asking;
    }
    const shown = number(own?.[3] ?? '') ?? Number.NaN;
    expect(Math.abs(shown - (10_000 * received) / people)).toBeLessThan(0.0501);
  });
});
