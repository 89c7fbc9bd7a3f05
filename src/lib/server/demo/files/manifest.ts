import { csv } from './csv.ts';
import type { DemonstrationFile } from './file.ts';

export const MANIFEST_HEADER =
  'file,topic,rows,encoding,separator,vintage,producer,licence,redistribute,official_page,official_download,notes';

/** What the folder holds, in the layout of the mirror's own manifest: all of it invented. */
export function manifestFile(files: readonly DemonstrationFile[]): DemonstrationFile {
  const rows = files.map(({ path, topic, rows: count, separator, notes }) => [
    path,
    topic,
    count,
    'utf-8',
    separator,
    'fictif',
    'Maillage (territoire de démonstration, données inventées)',
    'MIT',
    'yes',
    '',
    '',
    notes,
  ]);
  return {
    path: 'manifest.csv',
    content: csv([MANIFEST_HEADER.split(','), ...rows], ','),
    rows: rows.length,
    topic: 'manifest',
    separator: ',',
    notes: '',
  };
}
