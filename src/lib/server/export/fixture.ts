import { column as exportColumn } from './export-column.ts';
import { OpenTable, type ExportColumn, type ExportTable } from './table-export.ts';

/** A column of a test's table. */
export const column = (key: string, rest: Partial<ExportColumn> = {}): ExportColumn =>
  exportColumn(key, key, { kind: 'text', ...rest });

/** A table of a test: codes, names, and a figure with its state and interval. */
export const sample = (rest: Partial<ExportTable> = {}): ExportTable => ({
  title: 'Communes : Isère',
  date: '2026-11-24',
  columns: [
    column('code', { label: 'Code officiel', kind: 'code' }),
    column('nom', { label: 'Commune' }),
    column('chomage', {
      label: 'Chômage',
      unit: '%',
      year: '2022',
      source: 'rp-2022',
      kind: 'number',
      decimals: 1,
      beside: 'state-and-interval',
    }),
  ],
  rows: () => [
    { id: '01001', cells: ['01001', 'L’Abergement', { value: 12.25, state: 'valeur', interval: null }] },
    {
      id: '2A004',
      cells: ['2A004', 'Ajaccio', { value: null, state: 'secret statistique', interval: null }],
    },
    { id: '38185', cells: ['38185', 'A;B "C"', { value: -3, state: 'estimé', interval: [-4.5, -1] }] },
  ],
  notes: ['Une note.'],
  sources: [
    {
      id: 'rp-2022',
      title: 'Recensement 2022',
      producer: 'Insee',
      edition: 'RP 2022',
      licence: 'Licence Ouverte 2.0',
      page: 'https://www.insee.fr/',
      loaded: '24/11/2026',
    },
  ],
  ...rest,
});

export const openSample = (rest?: Partial<ExportTable>): OpenTable => OpenTable.of(sample(rest));

/** A table of one column of texts. */
export const texts = (values: readonly string[]): OpenTable =>
  OpenTable.of({
    ...sample(),
    columns: [column('texte'), column('fin')],
    rows: () => values.map((value, at) => ({ id: String(at), cells: [value, 'fin'] })),
  });

/** The whole of a file written piece by piece. */
export async function gather(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const held: Uint8Array[] = [];
  for await (const piece of pieces) held.push(piece);
  return Buffer.concat(held);
}
