import { createRawSnippet } from 'svelte';
import { beforeEach, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import '../styles/tokens/space.css';
import Sheet from './Sheet.svelte';

const children = createRawSnippet(() => ({ render: () => '<p>Contenu <a href="#lien">lien</a></p>' }));

beforeEach(() => page.viewport(390, 844));

it('has three heights on a phone, changed by buttons', async () => {
  await render(Sheet, { title: 'Grenoble', children, height: 'peek' });
  const sheet = page.getByRole('region', { name: 'Grenoble' });
  const heightOf = (): number => sheet.element().getBoundingClientRect().height;
  await vi.waitFor(() => expect(heightOf()).toBeCloseTo(120, 0));
  await page.getByRole('button', { name: 'Agrandir le panneau' }).click();
  await vi.waitFor(() => expect(heightOf()).toBeCloseTo(422, 0));
  await page.getByRole('button', { name: 'Agrandir le panneau' }).click();
  await vi.waitFor(() => expect(heightOf()).toBeGreaterThan(760));
  await expect.element(page.getByRole('button', { name: 'Agrandir le panneau' })).toBeDisabled();
});

it('closes by its button and by Escape', async () => {
  const onclose = vi.fn();
  await render(Sheet, { title: 'Grenoble', children, onclose });
  await page.getByRole('button', { name: 'Fermer' }).click();
  (page.getByRole('link', { name: 'lien' }).element() as HTMLElement).focus();
  await userEvent.keyboard('{Escape}');
  expect(onclose).toHaveBeenCalledTimes(2);
});

it('has no close button where there is nothing to close', async () => {
  await render(Sheet, { title: 'Grenoble', children });
  expect(page.getByRole('button', { name: 'Fermer' }).elements()).toHaveLength(0);
});
