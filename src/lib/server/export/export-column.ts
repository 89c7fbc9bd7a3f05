import type { ExportColumn } from './table-export.ts';

/** A column of whole numbers that Maillage computes, or what `rest` says otherwise of it. */
export const column = (key: string, label: string, rest: Partial<ExportColumn> = {}): ExportColumn => ({
  key,
  label,
  unit: '',
  year: '',
  source: null,
  kind: 'number',
  decimals: 0,
  beside: 'nothing',
  ...rest,
});
