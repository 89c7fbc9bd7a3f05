import { expect, it } from 'vitest';
import { SOURCES } from '../../domain/indicators/source.ts';
import { isOpenLicence, LICENCES } from '../../domain/tables/licences.ts';
import { tableaux } from '../../messages/tableaux.ts';
import { licenceOf } from './licence.ts';

it('every licence that lets figures go has a name that programs know, and no other has one', () => {
  const names = LICENCES.map((licence) => licenceOf(tableaux.licences[licence] ?? '')?.name ?? null);
  expect(names).toEqual(['etalab-2.0', 'ODbL-1.0', 'CC-BY-4.0', 'CC0-1.0', null, null]);
  expect(LICENCES.map(isOpenLicence)).toEqual(names.map((name) => name !== null));
  for (const { licence, redistribute } of SOURCES)
    if (redistribute) expect(licenceOf(licence)).not.toBeNull();
});
