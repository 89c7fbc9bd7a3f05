/** A licence by the name that programs know it by. */
export interface KnownLicence {
  /** SPDX identifier. */
  name: string;
  title: string;
  path: string;
}

const ETALAB: KnownLicence = {
  name: 'etalab-2.0',
  title: 'Licence Ouverte 2.0',
  path: 'https://spdx.org/licenses/etalab-2.0',
};

/** The licence that a source states in words; `null` when it is not one that programs know. */
export const licenceOf = (text: string): KnownLicence | null =>
  text.startsWith(ETALAB.title) ? ETALAB : null;
