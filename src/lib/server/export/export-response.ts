import { attachment } from './attachment.ts';
import { writeCsv, type CsvDialect } from './csv.ts';
import { exportFileName } from '../../format/file-name.ts';
import { writeGeoJson, type RowGeometry } from './geojson.ts';
import { OpenTable, type ExportTable } from './table-export.ts';
import { writeXlsx } from './xlsx.ts';

export const EXPORT_FORMATS = ['csv', 'xlsx', 'geojson'] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const isExportFormat = (text: string): text is ExportFormat =>
  (EXPORT_FORMATS as readonly string[]).includes(text);

const TYPES: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  geojson: 'application/geo+json; charset=utf-8',
};

export interface ExportFile {
  format: ExportFormat;
  /** What the file holds, for its name: « communes-38 ». */
  what: string;
  /** Outlines, or points, by the rows' ids; asked for by GeoJSON only. */
  outlines: () => Promise<ReadonlyMap<string, RowGeometry>>;
  /** How a CSV is written; as French offices open it unless told. */
  dialect?: CsvDialect;
}

/** A table as a file to keep, without what may not be redistributed. */
export async function exportResponse(
  table: ExportTable,
  { format, what, outlines, dialect }: ExportFile,
): Promise<Response> {
  const open = OpenTable.of(table);
  const options = { type: TYPES[format], name: exportFileName(what, table.date, format) };
  switch (format) {
    case 'csv':
      return attachment(writeCsv(open, dialect), options);
    case 'xlsx':
      return attachment(writeXlsx(open), options);
    case 'geojson':
      return attachment(writeGeoJson(open, await outlines()), options);
  }
}
