import { describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import DownloadMenu from './DownloadMenu.svelte';

const button = (): ReturnType<typeof page.getByText> => page.getByText('Télécharger', { exact: true });
const csv = { label: 'CSV', detail: 'pour tableur', href: '/communes.csv' };

describe('download menu', () => {
  it('opens by a key on its list of files, and Escape gives the button back', async () => {
    await render(DownloadMenu, { items: [csv, { label: 'GeoJSON', href: '/communes.geojson' }] });
    await expect.element(page.getByRole('link', { name: /CSV/ })).not.toBeInTheDocument();
    await userEvent.keyboard('{Tab}{Enter}');
    const link = page.getByRole('link', { name: 'CSV pour tableur' });
    await expect.element(link).toBeVisible();
    await expect.element(link).toHaveAttribute('href', '/communes.csv');
    await expect.element(link).toHaveAttribute('download');
    await userEvent.keyboard('{Tab}');
    await expect.element(link).toHaveFocus();
    expect(link.element().getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
    await userEvent.keyboard('{Escape}');
    await expect.element(link).not.toBeInTheDocument();
    expect(document.activeElement?.textContent?.trim()).toBe('Télécharger');
  });

  it('closes when a press or the focus goes elsewhere', async () => {
    await render(DownloadMenu, { items: [csv] });
    const menu = document.querySelector('details') as HTMLDetailsElement;
    await button().click();
    await expect.poll(() => menu.open).toBe(true);
    await userEvent.click(document.body, { position: { x: 5, y: 400 } });
    await expect.poll(() => menu.open).toBe(false);
    const other = document.createElement('button');
    other.textContent = 'Autre';
    document.body.append(other);
    await button().click();
    await expect.poll(() => menu.open).toBe(true);
    other.focus();
    await expect.poll(() => menu.open).toBe(false);
    other.remove();
  });

  it('does its work once, says when it is done, and closes', async () => {
    let finish: () => void = () => {};
    const onclick = vi.fn(() => new Promise<void>((resolve) => (finish = resolve)));
    await render(DownloadMenu, { items: [{ label: 'Image PNG', onclick }] });
    await button().click();
    await page.getByRole('button', { name: 'Image PNG' }).click();
    await expect.element(page.getByRole('status')).toHaveTextContent('Préparation du fichier');
    (page.getByRole('button', { name: 'Image PNG' }).element() as HTMLElement).click();
    expect(onclick).toHaveBeenCalledTimes(1);
    finish();
    await expect.element(page.getByRole('status')).toHaveTextContent('Fichier prêt.');
    await expect.poll(() => document.querySelector('details')?.open).toBe(false);
    expect(document.activeElement?.localName).toBe('summary');
  });

  it('stays closed when a key started work that was done at once', async () => {
    const onclick = vi.fn();
    await render(DownloadMenu, { items: [{ label: 'Image SVG', onclick }] });
    await userEvent.keyboard('{Tab}{Enter}{Tab}{Enter}');
    await expect.poll(() => document.querySelector('details')?.open).toBe(false);
    await new Promise((later) => setTimeout(later, 300));
    expect(document.querySelector('details')?.open).toBe(false);
    expect(document.activeElement?.localName).toBe('summary');
    expect(onclick).toHaveBeenCalledTimes(1);
  });

  it('says what to do when the work fails, and lets one try again', async () => {
    const onclick = vi.fn(() => Promise.reject(new Error('no')));
    await render(DownloadMenu, { items: [{ label: 'Image PNG', onclick }] });
    await button().click();
    await page.getByRole('button', { name: 'Image PNG' }).click();
    await expect.element(page.getByRole('alert')).toHaveTextContent('réessayez');
    await page.getByRole('button', { name: 'Image PNG' }).click();
    await expect.poll(() => onclick.mock.calls.length).toBe(2);
  });
});
