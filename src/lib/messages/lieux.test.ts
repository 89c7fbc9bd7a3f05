import { expect, it } from 'vitest';
import { lieux } from './lieux.ts';

it('quotes a filter to give up once, what was typed too', () => {
  const { empty, criteria } = lieux;
  expect(empty.without('Le samedi', '1 lieu')).toBe('sans « Le samedi » : 1 lieu');
  expect(empty.without(criteria.query('00000'), '2 lieux')).toBe('sans « 00000 » : 2 lieux');
});
