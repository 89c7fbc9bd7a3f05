import { normaliseName } from '../../territory/search-text.ts';
import type { Place } from '../place.ts';
import { fingerprint } from './fingerprint.ts';

/** Shorter identifiers (« 12 », « A-3 ») are a table's own: another table has the same for another place. */
const NATIONAL_LENGTH = 12;

/** What a row says of its own identity. */
export interface Identity {
  /** Its id when no other place of the table claims it. */
  id: string;
  /** Its id when several places of the table share the first: one SIRET for all the sites of a town. */
  finer: string;
  /** Name, address and commune as one short key: what makes two rows one place. */
  key: string;
}

const placeKey = ({ name, address, commune, town }: Place): string =>
  fingerprint([name, address, commune ?? town].map(normaliseName).join('\n'));

/**
 * The identity of a row, from the row alone: its explicit id (that of France services as Maillage
 * writes it, a short one under its list's name), else its SIRET or RNA and postcode, else its name,
 * address and commune.
 */
export function identify(
  place: Place,
  written: string,
  heading: string | null,
  listSource: string,
): Identity {
  const key = placeKey(place);
  if (written !== '') {
    const id = explicitId(written, heading, listSource);
    return { id, finer: id, key };
  }
  if (place.pivot !== null && place.postcode !== '') {
    const id = `${place.pivot}-${place.postcode}`;
    return { id, finer: `${id}-${key}`, key };
  }
  return { id: `lieu-${key}`, finer: `lieu-${key}`, key };
}

function explicitId(written: string, heading: string | null, listSource: string): string {
  if (normaliseName(heading ?? '') === 'id fs' && /^\d+$/.test(written)) return `fs-${written}`;
  return written.length >= NATIONAL_LENGTH || /^fs-\d+$/.test(written) ? written : `${listSource}-${written}`;
}
