import { expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import '../styles/tokens/type.css';
import '../styles/tokens/space.css';
import '../styles/base.css';
import DataTable from './DataTable.svelte';

interface Row {
  code: string;
  name: string;
  rate: number | null;
}

const columns = [
  {
    key: 'name',
    label: 'Commune',
    sortBy: (row: Row) => row.name,
    text: (row: Row) => row.name,
    href: (row: Row) => `/${row.code}`,
  },
  {
    key: 'rate',
    label: 'Taux',
    numeric: true,
    sortBy: (row: Row) => row.rate,
    text: (row: Row) => (row.rate === null ? 'secret statistique' : String(row.rate)),
    quiet: (row: Row) => row.rate === null,
  },
];
const rowKey = (row: Row): string => row.code;
const heads = (): string[] =>
  page
    .getByRole('rowheader')
    .elements()
    .map((cell) => cell.textContent?.trim() ?? '');

it('sorts by a heading, says so, and keeps unknown figures last', async () => {
  const rows = [
    { code: '1', name: 'Brest', rate: 20 },
    { code: '2', name: 'Arles', rate: null },
    { code: '3', name: 'Calais', rate: 31 },
  ];
  const onsort = vi.fn();
  await render(DataTable<Row>, { caption: 'Communes', columns, rows, rowKey, onsort });
  expect(heads()).toEqual(['Brest', 'Arles', 'Calais']);
  await page.getByRole('button', { name: 'Taux' }).click();
  expect(heads()).toEqual(['Calais', 'Brest', 'Arles']);
  await expect
    .element(page.getByRole('columnheader', { name: 'Taux' }))
    .toHaveAttribute('aria-sort', 'descending');
  await page.getByRole('button', { name: 'Taux' }).click();
  expect(heads()).toEqual(['Brest', 'Calais', 'Arles']);
  expect(onsort).toHaveBeenLastCalledWith({ key: 'rate', direction: 'ascending' });
  await expect.element(page.getByText('secret statistique')).toBeVisible();
  await expect.element(page.getByRole('link', { name: 'Arles' })).toHaveAttribute('href', '/2');
});

it('shows a whole country page by page', async () => {
  const rows = Array.from({ length: 35_000 }, (_, i) => ({ code: String(i), name: `Commune ${i}`, rate: i }));
  await render(DataTable<Row>, { caption: 'Communes', columns, rows, rowKey });
  expect(heads()).toHaveLength(50);
  await expect.element(page.getByText(/Lignes 1 à 50 sur 35\s000/)).toBeVisible();
  await page.getByRole('button', { name: 'Page suivante' }).click();
  expect(heads()[0]).toBe('Commune 50');
  await page.getByRole('button', { name: 'Dernière page' }).click();
  expect(heads().at(-1)).toBe('Commune 34999');
  await page.getByRole('button', { name: 'Taux' }).click();
  expect(heads()[0]).toBe('Commune 34999');
  await expect.element(page.getByText(/Lignes 1 à 50/)).toBeVisible();
});

it('says that there is nothing rather than showing an empty table', async () => {
  await render(DataTable<Row>, { caption: 'Communes', columns, rows: [], rowKey });
  await expect.element(page.getByText('Aucune ligne.')).toBeVisible();
});

it('never breaks a word of a heading, however narrow the screen', async () => {
  const wide = Array.from({ length: 6 }, (_, at) => ({
    key: String(at),
    label: at % 2 ? 'Ménages sans ordinateur (%)' : 'Ménages sans ordinateur\u00a0(%)',
    numeric: true,
    ...(at > 2 && { sortBy: (row: Row) => row.rate }),
    text: () => '3',
  }));
  await render(DataTable<Row>, {
    caption: 'Communes',
    columns: [...columns, ...wide],
    rows: [{ code: '1', name: 'Brest', rate: 20 }],
    rowKey,
  });
  for (const head of page.getByRole('columnheader', { name: /ordinateur/ }).elements()) {
    const text = document.createTreeWalker(head, NodeFilter.SHOW_TEXT).nextNode() as Text;
    const word = document.createRange();
    word.setStart(text, text.data.indexOf('ordinateur'));
    word.setEnd(text, text.data.indexOf('ordinateur') + 'ordinateur'.length);
    expect(word.getClientRects()).toHaveLength(1);
  }
});
