import { createRawSnippet } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import Segmented from './Segmented.svelte';
import Tabs from './Tabs.svelte';
import { THEME_KEY } from './theme.ts';
import ThemeToggle from './ThemeToggle.svelte';

describe('theme toggle', () => {
  afterEach(() => {
    localStorage.removeItem(THEME_KEY);
    delete document.documentElement.dataset.theme;
  });

  it('goes round automatic, light, dark, and keeps the choice in this browser', async () => {
    await render(ThemeToggle);
    await page.getByRole('button', { name: 'Apparence automatique' }).click();
    expect(document.documentElement.dataset.theme).toBe('light');
    await page.getByRole('button', { name: 'Apparence claire' }).click();
    expect(document.documentElement.dataset.theme).toBe('dark');
    expect(localStorage.getItem(THEME_KEY)).toBe('dark');
    await page.getByRole('button', { name: 'Apparence sombre' }).click();
    expect(document.documentElement.dataset.theme).toBeUndefined();
    expect(localStorage.getItem(THEME_KEY)).toBeNull();
  });

  it('ignores a stored value that it never wrote', async () => {
    localStorage.setItem(THEME_KEY, '"><script>');
    await render(ThemeToggle);
    await expect.element(page.getByRole('button', { name: 'Apparence automatique' })).toBeVisible();
  });
});

const options = [
  { value: 'carte', label: 'Carte' },
  { value: 'tableau', label: 'Tableau' },
];

it('segmented control is a group of radio buttons', async () => {
  const onchange = vi.fn();
  await render(Segmented<string>, { legend: 'Vue', name: 'vue', options, value: 'carte', onchange });
  await expect.element(page.getByRole('group', { name: 'Vue' })).toBeVisible();
  (page.getByRole('radio', { name: 'Carte' }).element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(onchange).toHaveBeenCalledExactlyOnceWith('tableau');
  await expect.element(page.getByRole('radio', { name: 'Tableau' })).toBeChecked();
});

it('tabs follow the arrow keys, and only the active one is in the tab order', async () => {
  const panel = createRawSnippet<[string]>((tab) => ({ render: () => `<p>Panneau ${tab()}</p>` }));
  const tabs = [
    { id: 'chiffres', label: 'Chiffres' },
    { id: 'lieux', label: 'Lieux' },
  ];
  const onchange = vi.fn();
  await render(Tabs<string>, { label: 'Territoire', tabs, active: 'chiffres', panel, onchange });
  (page.getByRole('tab', { name: 'Chiffres' }).element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowLeft}');
  expect(onchange).toHaveBeenCalledExactlyOnceWith('lieux');
  const places = page.getByRole('tab', { name: 'Lieux' });
  await expect.element(places).toHaveFocus();
  await expect.element(places).toHaveAttribute('aria-selected', 'true');
  await expect.element(page.getByRole('tab', { name: 'Chiffres' })).toHaveAttribute('tabindex', '-1');
  await expect.element(page.getByRole('tabpanel', { name: 'Lieux' })).toBeVisible();
});
