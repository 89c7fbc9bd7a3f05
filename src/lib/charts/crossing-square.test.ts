import { expect, it } from 'vitest';
import { layOutSquare, SQUARE_CELL } from './crossing-square.ts';

it('has the most fragile of the second measure on top, and room for every line', () => {
  const { rows, columns, up, height } = layOutSquare({
    across: {
      title: 'En largeur : Niveau de vie médian (€ par an, 2021), plus fragile →',
      limits: ['a', 'b', 'c'],
    },
    up: { title: 'En hauteur : Fibre', limits: ['97 et plus', '94 à 97', 'moins de 94'] },
  });
  expect(rows.map((lines) => lines.join(' '))).toEqual(['moins de 94', '94 à 97', '97 et plus']);
  expect(columns).toEqual([['a'], ['b'], ['c']]);
  expect(up).toEqual(['En hauteur : Fibre']);
  expect(height).toBeGreaterThan(3 * SQUARE_CELL.height + 4 * 15);
});
