import fc from 'fast-check';
import { expect, it } from 'vitest';
import { exportFileName } from './file-name.ts';

it('says what and when, in ASCII', () => {
  expect(exportFileName('communes-38', '2026-11-24', 'csv')).toBe('maillage-communes-38-2026-11-24.csv');
  expect(exportFileName('Régions : Cœur d’Île', '2026-11-24', 'xlsx')).toBe(
    'maillage-regions-coeur-d-ile-2026-11-24.xlsx',
  );
  expect(exportFileName('»»', '2026-11-24', 'svg')).toBe('maillage-2026-11-24.svg');
});

it('never breaks a header or a folder', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (what) => {
      expect(exportFileName(what, '2026-11-24', 'csv')).toMatch(/^maillage-[a-z0-9-]*2026-11-24\.csv$/);
      expect(exportFileName(what, '2026-11-24', 'csv').length).toBeLessThan(110);
    }),
  );
});
