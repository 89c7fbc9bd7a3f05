import { expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import ComparisonBar from './ComparisonBar.svelte';
import Figure from './Figure.svelte';
import Swatch from './Swatch.svelte';

const source = { label: 'Insee, Filosofi 2021', href: '/methode#taux-de-pauvrete' };

it('a figure comes with its unit, its year and its source', async () => {
  await render(Figure, { label: 'Taux de pauvreté', value: '19', unit: '%', year: '2021', source });
  await expect.element(page.getByText('19 %')).toBeVisible();
  await expect.element(page.getByText(/2021, source/)).toBeVisible();
  await expect
    .element(page.getByRole('link', { name: 'Insee, Filosofi 2021' }))
    .toHaveAttribute('href', source.href);
});

it('a figure that is not there says why, and never shows a number', async () => {
  const { container } = await render(Figure, {
    label: 'Taux de pauvreté',
    value: null,
    state: 'secret statistique',
    source,
  });
  await expect.element(page.getByText('secret statistique')).toBeVisible();
  expect(container.querySelector('.value')).toBeNull();
});

it('a comparison says in words what its marks show', async () => {
  const marks = [
    { label: 'Isère', value: 12, text: '12 %' },
    { label: 'France', value: 15, text: '15 %' },
  ];
  const { container } = await render(ComparisonBar, { label: 'Taux de pauvreté comparé', value: 19, marks });
  await expect
    .element(page.getByRole('group', { name: 'Taux de pauvreté comparé' }))
    .toHaveTextContent(/Isère 12 %\s*France 15 %/);
  const [track, bar] = container.querySelectorAll('rect');
  expect(Number(bar?.getAttribute('width'))).toBeLessThan(Number(track?.getAttribute('width')));
  const [isere, france] = [...container.querySelectorAll('line')].map((line) =>
    Number(line.getAttribute('x1')),
  );
  expect(isere).toBeLessThan(france as number);
});

it('a comparison without a value, or of equal values, still draws its marks', async () => {
  const marks = [{ label: 'France', value: 0, text: '0 %' }];
  const { container } = await render(ComparisonBar, { label: 'Comparé', value: null, marks });
  expect(container.querySelectorAll('line')).toHaveLength(1);
  expect(container.innerHTML).not.toContain('NaN');
});

it('two hatched swatches have patterns of their own', async () => {
  const first = await render(Swatch, { colour: '#ffffff', ink: '#000000', pattern: 'hatch' });
  const second = await render(Swatch, { colour: '#ffffff', ink: '#000000', pattern: 'dots' });
  const idOf = (container: Element): string | undefined => container.querySelector('pattern')?.id;
  expect(idOf(first.container)).toBeTruthy();
  expect(second.container.querySelector(`[fill="url(#${idOf(second.container)})"]`)).not.toBeNull();
});
