import { expect, it } from 'vitest';
import { missingPage } from './missing-page.ts';

it('leads to the page that lists what was sought, and speaks of territories elsewhere only', () => {
  const edition = missingPage('/donnees/editions/9999');
  expect(edition.parent).toEqual({ href: '/donnees', label: 'Revenir aux données' });
  expect(edition.text).not.toContain('territoire');
  expect(missingPage('/tableaux/999').parent?.href).toBe('/tableaux');
  for (const path of ['/territoires/99999', '/nulle-part', '/donneesX'])
    expect(missingPage(path)).toMatchObject({
      parent: null,
      text: expect.stringContaining('le territoire') as string,
    });
});
