import { greatCircle } from '../../access/sphere.ts';
import type { Territory } from '../../territory/territory.ts';
import { type CommuneFinder, positionOf } from '../locate.ts';
import type { Place } from '../place.ts';
import { readInseeCode, readPostcode } from './codes.ts';
import { type Point, readPoint } from './coordinates.ts';
import { splitAddress } from './full-address.ts';
import type { RowReading } from './row-reading.ts';
import { readOptionalText, readText } from './text-cells.ts';

/** Farther from its commune's centre than this, a position is somebody else's. Metres. */
const FAR = 30_000;

/** Arrondissements of Paris, Lyon and Marseille: parts of a commune, not old codes. */
const ARRONDISSEMENT = /^(?:751[012]\d|6938\d|132[01]\d)$/;

/** Where a row says that its place is. */
export type Where = Pick<
  Place,
  'address' | 'addressExtra' | 'postcode' | 'town' | 'commune' | 'lat' | 'lon' | 'position'
>;

/**
 * Where the place of a row is: its commune by code (old codes repaired), postcode and name; its
 * position, or the centre of its commune when its coordinates are missing, wrong or too far from it.
 * The row is refused when neither its commune nor its coordinates are known.
 */
export function readWhere(reading: RowReading, finder: CommuneFinder): Where {
  const written = readText(reading, 'adresse');
  const code = readInseeCode(reading);
  const parts = { postcode: readPostcode(reading), town: readText(reading, 'commune') };
  const apart = parts.postcode === '' || parts.town === '' ? splitAddress(written) : null;
  const postcode = parts.postcode || (apart?.postcode ?? '');
  const town = parts.town || (apart?.town ?? '');
  const point = readPoint(reading);
  const commune = readCommune(reading, finder, { code, postcode, town, point });
  const kept = point && commune && isFar(reading, point, commune) ? null : point;
  if (!commune && !point) {
    reading.refuse(
      'commune',
      'aucune commune trouvée et aucune position ; ajoutez le code postal et la commune, ou le code Insee',
    );
  } else if (!commune) {
    reading.warn('commune', 'commune introuvable, le lieu n’est situé que par ses coordonnées');
  }
  return {
    address: apart ? apart.street : written,
    addressExtra: readOptionalText(reading, 'complement_adresse'),
    postcode: postcode || (commune?.postcodes.length === 1 ? (commune.postcodes[0] ?? '') : ''),
    town: town || (commune?.name ?? ''),
    commune: commune?.code ?? null,
    ...positionOf(kept?.lat ?? null, kept?.lon ?? null, commune),
  };
}

interface Said {
  code: string;
  postcode: string;
  town: string;
  point: Point | null;
}

function readCommune(reading: RowReading, finder: CommuneFinder, said: Said): Territory | null {
  const { code, postcode, town, point } = said;
  const nowhere = { code: '', postcode: '', town: '', lat: null, lon: null };
  const byCode = code === '' ? null : finder.find({ ...nowhere, code });
  if (code !== '' && !byCode)
    reading.warn('code_insee', 'aucune commune n’a ce code, elle est cherchée par le code postal et le nom');
  if (byCode && byCode.code !== code && !ARRONDISSEMENT.test(code)) {
    reading.repair(
      'code_insee',
      byCode.code,
      `cette ancienne commune fait partie de ${byCode.name}, ${byCode.code}`,
    );
  }
  const byName = finder.find({
    ...nowhere,
    postcode,
    town,
    lat: point?.lat ?? null,
    lon: point?.lon ?? null,
  });
  if (byCode && byName && byName.code !== byCode.code && town !== '') {
    reading.warn(
      'commune',
      `le code Insee désigne ${byCode.name}, le code postal et le nom ${byName.name} ; le code est suivi`,
    );
    return byCode;
  }
  const commune = byCode ?? byName;
  if (commune) tellPostcode(reading, commune, said);
  return commune;
}

/** A postcode of another commune is told; those of a cedex belong to no commune's list. */
function tellPostcode(reading: RowReading, commune: Territory, { postcode, town }: Said): void {
  if (postcode === '' || commune.postcodes.length === 0 || commune.postcodes.includes(postcode)) return;
  if (/cedex/i.test(town)) return;
  reading.warn(
    'code_postal',
    `ce n’est pas un code postal de ${commune.name} (${commune.postcodes.slice(0, 3).join(', ')})`,
  );
}

/** Whether a point is too far from its commune (told): a commune wider than the limit, in Guiana, sets its own. */
function isFar(reading: RowReading, point: Point, commune: Territory): boolean {
  if (commune.lat === null || commune.lon === null) return false;
  const metres = greatCircle(point.lon, point.lat, commune.lon, commune.lat);
  if (metres <= Math.max(FAR, Math.sqrt(commune.surfaceKm2 ?? 0) * 1_000)) return false;
  const field = reading.text('latitude') === '' ? 'coordonnees' : 'latitude';
  reading.warn(
    field,
    `à ${Math.round(metres / 1_000)} km de la commune (${commune.name}) ; le lieu est mis au centre de la commune`,
  );
  return true;
}
