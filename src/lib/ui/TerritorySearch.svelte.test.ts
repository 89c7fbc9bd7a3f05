import { expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import type { Suggestion } from './suggestion.ts';
import TerritorySearch from './TerritorySearch.svelte';

const commune = (code: string, departement: string, departementCode: string): Suggestion => ({
  slug: code,
  code,
  level: 'commune',
  name: 'Saint-Denis',
  departement,
  departementCode,
  population: 1000,
});
const homonyms = [commune('97411', 'La Réunion', '974'), commune('93066', 'Seine-Saint-Denis', '93')];

const box = () => page.getByRole('combobox', { name: 'Chercher un territoire' });

it('offers homonyms with their département and chooses one by keyboard', async () => {
  const onselect = vi.fn();
  await render(TerritorySearch, { suggest: async () => homonyms, onselect });
  await box().fill('saint-denis');
  await expect.element(page.getByRole('option', { name: 'Seine-Saint-Denis (93)' })).toBeVisible();
  await expect.element(box()).toHaveAttribute('aria-expanded', 'true');
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  const active = (box().element() as HTMLInputElement).getAttribute('aria-activedescendant');
  expect(document.getElementById(active ?? '')?.textContent).toContain('Seine-Saint-Denis (93)');
  await userEvent.keyboard('{Enter}');
  expect(onselect).toHaveBeenCalledExactlyOnceWith(homonyms[1]);
  await expect.element(box()).toHaveAttribute('aria-expanded', 'false');
});

it('closes with Escape, then empties', async () => {
  await render(TerritorySearch, { suggest: async () => homonyms, onselect: vi.fn() });
  await box().fill('saint');
  await expect.element(page.getByRole('listbox')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(box()).toHaveAttribute('aria-expanded', 'false');
  await expect.element(box()).toHaveValue('saint');
  await userEvent.keyboard('{Escape}');
  await expect.element(box()).toHaveValue('');
});

it('takes the cursor with « / » and Ctrl K, but leaves « / » to what is being typed', async () => {
  await render(TerritorySearch, { suggest: async () => [], onselect: vi.fn() });
  await userEvent.keyboard('/');
  await expect.element(box()).toHaveFocus();
  await userEvent.keyboard('a/b');
  await expect.element(box()).toHaveValue('a/b');
  (document.activeElement as HTMLElement).blur();
  await userEvent.keyboard('{Control>}k{/Control}');
  await expect.element(box()).toHaveFocus();
});

it('shows the answer to the latest text only', async () => {
  const waiting = new Map<string, (found: Suggestion[]) => void>();
  const suggest = (text: string): Promise<Suggestion[]> =>
    new Promise((resolve) => void waiting.set(text, resolve));
  await render(TerritorySearch, { suggest, onselect: vi.fn() });
  await box().fill('sai');
  await vi.waitFor(() => expect(waiting.has('sai')).toBe(true));
  await box().fill('saint');
  await vi.waitFor(() => expect(waiting.has('saint')).toBe(true));
  waiting.get('saint')?.([homonyms[1] as Suggestion]);
  waiting.get('sai')?.([homonyms[0] as Suggestion]);
  await expect.element(page.getByRole('option', { name: 'Seine-Saint-Denis (93)' })).toBeVisible();
  expect(page.getByRole('option').elements()).toHaveLength(1);
});

it('says that suggestions do not answer, and still sends the form to the results page', async () => {
  const suggest = (): Promise<Suggestion[]> => Promise.reject(new Error('offline'));
  const { container } = await render(TerritorySearch, { suggest, onselect: vi.fn() });
  await box().fill('saint');
  await expect.element(page.getByRole('status')).toHaveTextContent('Les suggestions ne répondent pas');
  const form = container.querySelector('form');
  expect(form?.getAttribute('action')).toBe('/recherche');
  expect(form?.method).toBe('get');
  expect(new FormData(form ?? undefined).get('q')).toBe('saint');
});
