import type { IntakeField } from './fields.ts';
import { yesOrNo } from './number-cells.ts';
import type { RowReading } from './row-reading.ts';

/** Country codes of French territories, as the national schema lists them. */
const COUNTRY = /^(?:\+|00)(33|262|269|508|590|594|596|681|687|689)(?:\(0\))?(\d+)$/;

const byPairs = (digits: string): string => digits.replace(/\d{2}(?=\d)/g, '$& ');

/** A telephone number as people read it: « 04 76 00 00 00 », « +262 262 00 00 00 », « 39 60 »; `null` when it is none. */
export function plainPhone(text: string): string | null {
  const digits = text
    .replace(/[.,]0$/, '')
    .replace(/[^\d+()]/g, '')
    .replace(/^33(?=[1-9]\d{8}$)/, '+33');
  const [, country, rest = ''] = COUNTRY.exec(digits) ?? [];
  if (country === '33') return plainPhone(rest.length === 9 ? `0${rest}` : rest);
  if (country !== undefined) {
    return /^\d{6}$|^\d{9}$/.test(rest)
      ? `+${country} ${rest.length === 9 ? `${rest.slice(0, 3)} ${byPairs(rest.slice(3))}` : byPairs(rest)}`
      : null;
  }
  if (/^0[1-9]\d{8}$/.test(digits)) return byPairs(digits);
  if (/^[1-9]\d{8}$/.test(digits)) return byPairs(`0${digits}`);
  return /^(?:3\d{3}|10\d{2}|11[5-9]|118\d{3})$/.test(digits) ? byPairs(digits) : null;
}

/** Mobiles of the mainland and of overseas: somebody's telephone, not a service's. */
const isMobile = (phone: string): boolean => /^0[67]|^\+(?:262|590|594|596|508) 6/.test(phone);

/** First of the values of a cell; the others are told. */
function firstOf(reading: RowReading, field: IntakeField): string {
  const [first = '', ...others] = reading
    .text(field)
    .split(/\s*[|;\n]\s*|\s*,\s+|\s+(?:\/|ou|et)\s+/)
    .filter((one) => one !== '');
  if (others.length > 0) reading.warn(field, 'une seule valeur est gardée, la première');
  return first;
}

/** A telephone number of a row; told and left out when it is none. */
export function readPhone(reading: RowReading, field: 'telephone' | 'contact_telephone'): string | null {
  const written = firstOf(reading, field);
  if (written === '') return null;
  const phone = plainPhone(written);
  if (phone === null) reading.warn(field, 'ce numéro ne peut pas être lu, il est laissé de côté');
  return phone;
}

/** An e-mail address of a row; told and left out when it is none. */
export function readEmail(reading: RowReading, field: 'courriels' | 'contact_courriel'): string | null {
  const written = firstOf(reading, field).replace(/^mailto:/i, '');
  if (written === '') return null;
  if (written.length <= 254 && /^[^\s@<>"'|;,]+@[a-z\d-]+(?:\.[a-z\d-]+)+$/i.test(written)) return written;
  reading.warn(field, 'une adresse comme accueil@exemple.fr était attendue, la valeur est laissée de côté');
  return null;
}

/** Who answers for a place: kept apart from it, never published. */
export interface Contact {
  name: string | null;
  email: string | null;
  phone: string | null;
}

/**
 * The telephone that a place publishes, and its contact. E-mails are always of the contact; so is a
 * mobile number, even in the column of the service's telephone (told).
 */
export function readReach(
  reading: RowReading,
  name: string | null,
): { phone: string | null; contact: Contact | null } {
  const own = readPhone(reading, 'telephone');
  const theirs = readPhone(reading, 'contact_telephone');
  const mobile = own !== null && isMobile(own) ? own : null;
  if (mobile)
    reading.warn(
      'telephone',
      'un mobile est celui d’une personne : rangé avec le contact, il n’est pas publié',
    );
  const email = readEmail(reading, 'contact_courriel') ?? readEmail(reading, 'courriels');
  const phone = theirs ?? mobile;
  const contact = name === null && email === null && phone === null ? null : { name, email, phone };
  return { phone: mobile ? null : own, contact };
}

/** The address of a page (« Non » is none); one without its « https:// » gets it (told), anything else is left out. */
export function readWebAddress(
  reading: RowReading,
  field: 'site_web' | 'prise_rdv' | 'fiche_acces_libre',
): string | null {
  const written = reading.text(field).split(/[\s|;]/)[0] ?? '';
  if (written === '' || yesOrNo(written) === false) return null;
  if (/^https?:\/\/[^\s/]+/i.test(written)) return written;
  if (/^[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,}(?:[/?#]\S*)?$/i.test(written)) {
    reading.repair(field, `https://${written}`, 'le début « https:// » est ajouté');
    return `https://${written}`;
  }
  reading.warn(field, 'une adresse comme https://exemple.fr était attendue, la valeur est laissée de côté');
  return null;
}
