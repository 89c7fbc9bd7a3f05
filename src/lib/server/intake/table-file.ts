export type TableFormat = 'csv' | 'xlsx' | 'ods' | 'geojson' | 'json';

export type Separator = ';' | ',' | '\t';

export type Encoding = 'utf-8' | 'windows-1252';

/** What was read of a file, before anything is understood of it: texts only, none of them evaluated. */
export interface TableFile {
  format: TableFormat;
  /** Of a text file; `null` for a workbook. */
  encoding: Encoding | null;
  /** Of a CSV; `null` otherwise. */
  separator: Separator | null;
  /** Name of the sheet of a workbook; `null` otherwise. */
  sheet: string | null;
  /** Unique, never empty. */
  headings: string[];
  /** As many cells in each as there are headings; what is missing is empty. */
  rows: string[][];
  /**
   * Where each row is in the file, as the person sees it, from 1: the line where a CSV row starts, the
   * number of a spreadsheet's row, the rank of an object in JSON.
   */
  lines: number[];
}

/** A row as it stands in the file, and where. */
export interface RawRow {
  line: number;
  cells: string[];
}

/** Told how much of the file is read, from 0 to 1. */
export type Progress = (share: number) => void;
