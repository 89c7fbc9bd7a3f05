import type { Licence } from '../../domain/tables/licences.ts';
import { tableaux } from '../../messages/tableaux.ts';

/** A licence by the name that programs know it by. */
export interface KnownLicence {
  /** SPDX identifier. */
  name: string;
  title: string;
  path: string;
}

/** SPDX identifiers of the licences under which something may be republished. */
const SPDX: Partial<Record<Licence, string>> = {
  'licence-ouverte': 'etalab-2.0',
  odbl: 'ODbL-1.0',
  'cc-by': 'CC-BY-4.0',
  'cc-0': 'CC0-1.0',
};

const KNOWN: readonly KnownLicence[] = Object.entries(SPDX).map(([licence, name]) => ({
  name,
  title: tableaux.licences[licence] ?? name,
  path: `https://spdx.org/licenses/${name}`,
}));

/** The licence that a source states in words; `null` when it is not one that programs know. */
export const licenceOf = (text: string): KnownLicence | null =>
  KNOWN.find(({ title }) => text.startsWith(title)) ?? null;
