import { basename } from 'node:path';
import {
  CENTRALITY_CLASSES,
  DENSITY_CLASSES,
  RURALITY_CLASSES,
} from '../../../../domain/indicators/catalogue-typology.ts';
import type { SourceId } from '../../../../domain/indicators/source.ts';
import { ABSENT, known, type Cell } from '../../../../domain/indicators/value.ts';
import type { ValueAdapter, ValueRow } from '../../adapter.ts';
import { withWeight } from '../../read/cells.ts';
import { ImportError } from '../../import-error.ts';
import { readUtf8 } from '../../read/read-file.ts';
import { readTable } from '../../read/read-table.ts';

const CHANGED = 'Commune dont le périmètre a changé depuis la réalisation de la typologie';
const UNDEFINED = '- undefined';

interface Typology {
  id: SourceId & ('densite' | 'ruralite' | 'centralite');
  column: string;
  classes: readonly { value: number; label: string }[];
}

/** The three ANCT typologies share a layout: code, name, label of the class. */
function typology({ id, column, classes }: Typology): ValueAdapter {
  const byLabel = new Map(classes.map(({ label, value }) => [label, value]));
  const readClass = (label: string): Cell | null => {
    if (label === CHANGED) return { ...ABSENT, marks: ['perimeter'] };
    if (label === UNDEFINED || label === '') return ABSENT;
    const value = byLabel.get(label);
    return value === undefined ? null : known(value);
  };
  return {
    id,
    kind: 'values',
    level: 'commune',
    files: [`anct_${id}.csv`],
    revision: 1,
    indicators: [id],
    async read([path = '']) {
      const file = basename(path);
      const table = readTable(await readUtf8(path), file, { separator: ',', columns: ['insee_com', column] });
      const rows = table.map((row): ValueRow => {
        const cell = readClass(row.get(column).trim());
        if (!cell) {
          throw new ImportError(`« ${row.get(column)} » n’est pas une classe connue`, {
            file,
            line: row.line,
            column,
            expected: [...byLabel.keys()].join(' ; '),
          });
        }
        return {
          line: row.line,
          lines: 1,
          code: row.get('insee_com').trim(),
          cells: new Map([[id, withWeight(cell, null)]]),
        };
      });
      return { rows, refused: [] };
    },
  };
}

export const density = typology({ id: 'densite', column: 'niveau_densite', classes: DENSITY_CLASSES });
export const rurality = typology({ id: 'ruralite', column: 'niveau_ruralite', classes: RURALITY_CLASSES });
export const centrality = typology({
  id: 'centralite',
  column: 'niveau_centralite',
  classes: CENTRALITY_CLASSES,
});
