import { basename } from 'node:path';
import { greatCircle } from '../../../domain/access/sphere.ts';
import type { Territories } from '../../../domain/territory/territories.ts';
import type { Territory } from '../../../domain/territory/territory.ts';
import { communeOfIris, zoneCode } from '../../../domain/zones/zone-code.ts';
import type { Polygons, Zone, ZoneKind } from '../../../domain/zones/zone.ts';
import type { Refusal } from '../adapter.ts';
import { ImportError } from '../import-error.ts';
import type { FileFeature } from '../outlines/outlines-file.ts';
import { firstPosition, readOutline } from './zone-outline.ts';
import { communeCodesIn, ZONE_LAYOUTS, ZoneProperties } from './zone-properties.ts';
import { readZoneFeatures } from './zones-file.ts';

/** A zone and its outline, ready to be written. */
export interface StagedZone extends Zone {
  polygons: Polygons;
}

export interface StagedZones {
  zones: StagedZone[];
  rowsRead: number;
  refused: Refusal[];
}

/** A neighbourhood this far from the centre of its commune is drawn elsewhere than where it is. */
const FAR_METRES = 50_000;
/** Communes of Guyane reach 200 km from their centre, and an IRIS may be one whole. */
const FAR_OVERSEAS_METRES = 300_000;

/**
 * Reads a file of zones: what cannot be used is refused with its reason, row by row. Throws an
 * `ImportError` on a file that is not one, in another projection, or with its coordinates swapped.
 */
export async function stageZones(
  path: string,
  kind: ZoneKind,
  territories: Territories,
): Promise<StagedZones> {
  const file = basename(path);
  const zones = new Map<string, StagedZone>();
  const refused: Refusal[] = [];
  let rowsRead = 0;
  let swapped = 0;
  for await (const feature of readZoneFeatures(path)) {
    rowsRead++;
    const properties = new ZoneProperties(feature.value);
    if (rowsRead === 1) checkLayout(properties, kind, feature, file);
    checkDegrees(feature, file);
    const given = properties.text(ZONE_LAYOUTS[kind].code);
    const read = readZone(feature, properties, kind, territories);
    if (typeof read !== 'string' && !zones.has(read.code)) zones.set(read.code, read);
    else {
      if (read === SWAPPED) swapped++;
      refused.push({
        line: feature.line,
        code: given || null,
        reason: typeof read === 'string' ? read : 'second contour du même code',
      });
    }
  }
  if (zones.size === 0 && swapped > 0)
    throw new ImportError('la latitude et la longitude y sont échangées', {
      file,
      expected: 'des positions [longitude, latitude], comme le veut GeoJSON',
    });
  if (zones.size === 0)
    throw new ImportError(
      `aucun contour n’a pu être gardé${refused[0] ? ` (le premier : ${refused[0].reason})` : ''}`,
      { file, expected: ZONE_LAYOUTS[kind].expected },
    );
  return { zones: [...zones.values()], rowsRead, refused };
}

const SWAPPED = 'latitude et longitude échangées';

/** One zone, or why it is refused. */
function readZone(
  feature: FileFeature,
  properties: ZoneProperties,
  kind: ZoneKind,
  territories: Territories,
): StagedZone | string {
  const layout = ZONE_LAYOUTS[kind];
  const given = properties.text(layout.code);
  const code = zoneCode(kind, given);
  if (code === null) return given === '' ? 'code absent' : 'code qui n’a pas la forme attendue';
  const named = communeCodesIn(properties.text(layout.communes));
  const codes = named.length === 0 && kind === 'iris' ? [communeOfIris(code)] : named;
  if (codes.length === 0) return 'commune absente';
  const found = codes.flatMap((one) => currentTerritories(one, territories));
  const [home] = found;
  if (!home) return `commune inconnue du code officiel géographique (${codes.join(', ')})`;
  const outline = readOutline((feature.value as { geometry?: unknown }).geometry);
  if (typeof outline === 'string') return outline;
  if (isFar(outline.lon, outline.lat, home)) {
    const turned = Math.abs(outline.lon) <= 90 && !isFar(outline.lat, outline.lon, home);
    return turned ? SWAPPED : `contour loin de sa commune (${home.name})`;
  }
  return {
    kind,
    code,
    name: properties.text(layout.name) || code,
    communes: [...new Set(found.map((one) => one.code))],
    population: properties.population(),
    ...outline,
  };
}

/** The current commune of a code, and the arrondissement itself where it is one. */
function currentTerritories(code: string, territories: Territories): Territory[] {
  const arrondissement = territories.get('arrondissement', code);
  const commune = territories.get('commune', arrondissement?.commune ?? code) ?? territories.successor(code);
  return [commune, arrondissement].filter((one) => one !== undefined);
}

function isFar(lon: number, lat: number, { lon: homeLon, lat: homeLat, zone }: Territory): boolean {
  if (homeLon === null || homeLat === null) return false;
  return greatCircle(lon, lat, homeLon, homeLat) > (zone === 'metro' ? FAR_METRES : FAR_OVERSEAS_METRES);
}

function checkLayout(properties: ZoneProperties, kind: ZoneKind, { line }: FileFeature, file: string): void {
  const { code, expected } = ZONE_LAYOUTS[kind];
  if (properties.has(code)) return;
  const names = properties.names.slice(0, 12).join(', ');
  throw new ImportError(
    names === ''
      ? 'les objets n’ont pas de propriétés'
      : `les propriétés ne sont pas celles attendues (${names})`,
    { file, line, expected },
  );
}

/** Metres instead of degrees: the file is in a projection (Lambert-93, UTM…), which its numbers show. */
function checkDegrees({ value, line }: FileFeature, file: string): void {
  const at = firstPosition((value as { geometry?: unknown }).geometry);
  if (!at || (Math.abs(at[0]) <= 180 && Math.abs(at[1]) <= 180)) return;
  throw new ImportError(
    'les coordonnées sont en mètres (Lambert-93 ou une autre projection), et non en degrés',
    {
      file,
      line,
      expected: 'le fichier en WGS 84 (EPSG:4326), que le producteur publie aussi',
    },
  );
}
