import { expect, it } from 'vitest';
import { indicator } from '#lib/domain/indicators/catalogue.ts';
import { DEFAULT_VIEW } from '#lib/view/map-view.ts';
import { readMapView } from '#lib/view/read-map-view.ts';
import { viewNotices } from './view-notices.ts';

const input = {
  view: DEFAULT_VIEW,
  ignored: [],
  subject: indicator('niveau-de-vie-median'),
  available: ['commune', 'epci'] as const,
  missing: null,
  problems: [],
  found: true,
  outlines: true,
};

it('is silent when everything asked for is shown', () => {
  expect(viewNotices(input)).toEqual([]);
});

it('has a sentence for every parameter that was not followed', () => {
  const { ignored } = readMapView(
    new URLSearchParams('i=a&n=b&m=c&k=d&s=e&c=f&t=g%C3%A9&l=h&lt=i&ls=j&tri=k&p=l'),
  );
  expect(ignored).toHaveLength(12);
  const sentences = viewNotices({ ...input, ignored });
  expect(new Set(sentences).size).toBe(12);
  expect(sentences.every((sentence) => sentence.endsWith('.'))).toBe(true);
});

it('says what the data do not have', () => {
  const density = indicator('densite');
  expect(viewNotices({ ...input, subject: density, missing: 'region' })[0]).toContain(
    'des classes ne s’agrègent pas',
  );
  expect(viewNotices({ ...input, available: [] })[0]).toContain('n’est pas chargé');
  expect(viewNotices({ ...input, view: { ...DEFAULT_VIEW, territory: '99999' }, found: false })[0]).toContain(
    '99999',
  );
  expect(viewNotices({ ...input, outlines: false })[0]).toContain('contours');
  const own = { ...DEFAULT_VIEW, method: 'manual', breaks: [2, 4], classes: 3 } as const;
  expect(viewNotices({ ...input, subject: indicator('ifn-total'), view: own })[0]).toContain('vos limites');
});

it('says why two measures are not crossed, or not as asked', () => {
  const crossed = { ...DEFAULT_VIEW, second: 'fibre-2026' };
  expect(viewNotices({ ...input, view: crossed })).toEqual([]);
  expect(viewNotices({ ...input, view: { ...crossed, second: 'ruralite' } })[0]).toContain('typologie');
  expect(viewNotices({ ...input, view: { ...crossed, second: DEFAULT_VIEW.indicator } })).toHaveLength(1);
  expect(viewNotices({ ...input, view: crossed, available: [] })[0]).toContain('aucun niveau en commun');
  expect(viewNotices({ ...input, view: crossed, missing: 'epci' })[0]).toContain('intercommunalités');
  const own = { ...crossed, method: 'manual', breaks: [2, 4], classes: 3 } as const;
  expect(viewNotices({ ...input, view: own })[0]).toContain('la première mesure');
  expect(viewNotices({ ...input, view: { ...own, breaks: [2, 4, 6], classes: 4 } })[0]).toContain(
    'exactement deux limites',
  );
});
