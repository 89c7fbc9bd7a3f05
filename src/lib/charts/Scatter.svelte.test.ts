import { expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import { pairsOf } from '../domain/need/correlation.ts';
import { formatNumber } from '../format/number.ts';
import Scatter from './Scatter.svelte';

const figures = {
  x: Float64Array.of(10, 40, Number.NaN, 20, 30),
  y: Float64Array.of(1, 4, 2, Number.NaN, 3),
};
const axis = (short: string, values: Float64Array) => ({
  title: `${short} (%)`,
  short,
  values,
  breaks: [15, 25],
  text: (value: number) => `${formatNumber(value)} %`,
});
const given = {
  x: axis('Fibre', figures.x),
  y: axis('Chômage', figures.y),
  pairs: pairsOf(figures.x, figures.y),
  levels: 'communes',
  tint: () => '#ffffff',
  name: (ordinal: number) => ['Aix', 'Bray', 'Cos', 'Die', 'Eu'][ordinal] ?? null,
};
const plot = () =>
  page.getByRole('application', {
    name: 'Nuage de points des communes : Fibre en largeur, Chômage en hauteur',
  });
const said = () => page.getByRole('status');

it('is walked by arrows from left to right, each point named with both figures', async () => {
  const [onpoint, onpress] = [vi.fn(), vi.fn()];
  await render(Scatter, { ...given, onpoint, onpress });
  (plot().element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(said()).toHaveTextContent('Aix. Fibre : 10 %. Chômage : 1 %');
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(said()).toHaveTextContent('Eu. Fibre : 30 %');
  await userEvent.keyboard('{End}');
  await expect.element(said()).toHaveTextContent('Bray. Fibre : 40 %');
  await userEvent.keyboard('{ArrowRight}{Enter}');
  expect(onpress).toHaveBeenCalledExactlyOnceWith(1);
  expect(onpoint.mock.calls.flat()).toEqual([0, 4, 1]);
  await userEvent.keyboard('{Escape}');
  expect(onpoint).toHaveBeenLastCalledWith(null);
  await expect.element(plot()).toHaveAccessibleDescription(/Flèches gauche et droite/);
});

it('gives the territories of a rectangle, and lets them go with Escape', async () => {
  const onbrush = vi.fn();
  await render(Scatter, { ...given, onbrush });
  const box = plot().element().getBoundingClientRect();
  const send = (type: string, x: number, y: number): void => {
    plot()
      .element()
      .dispatchEvent(
        new PointerEvent(type, {
          bubbles: true,
          pointerId: 1,
          pointerType: 'mouse',
          clientX: box.left + x,
          clientY: box.top + y,
        }),
      );
  };
  send('pointerdown', 1, 1);
  send('pointermove', box.width - 1, box.height - 1);
  send('pointerup', box.width - 1, box.height - 1);
  expect([...(onbrush.mock.lastCall?.[0] as number[])].sort()).toEqual([0, 1, 4]);
  (plot().element() as HTMLElement).focus();
  await userEvent.keyboard('{Escape}');
  expect(onbrush).toHaveBeenLastCalledWith(null);
});

it('rings the territory pointed at elsewhere and the one selected', async () => {
  const { container } = await render(Scatter, { ...given, pointed: 4, selected: 1 });
  expect(container.querySelectorAll('.pointed')).toHaveLength(1);
  expect(container.querySelectorAll('.selected')).toHaveLength(1);
  expect(container.querySelector('.card')?.textContent).toContain('Eu');
});
