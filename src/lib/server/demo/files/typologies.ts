import type { Typology } from '../society/typology.ts';
import type { DemonstrationTerritory } from '../territory.ts';
import { BYTE_ORDER_MARK, csv } from './csv.ts';
import type { DemonstrationFile } from './file.ts';

const FILES: readonly { name: string; column: keyof Typology; hasMark: boolean }[] = [
  { name: 'densite', column: 'density', hasMark: true },
  { name: 'ruralite', column: 'rurality', hasMark: false },
  { name: 'centralite', column: 'centrality', hasMark: true },
];

/** The three typologies of the ANCT; two of them start with a byte order mark. */
export function typologyFiles({ communes }: DemonstrationTerritory): DemonstrationFile[] {
  return FILES.map(({ name, column, hasMark }) => {
    const rows = communes.map(({ code, name: label, typology }) => [code, label, typology[column]]);
    const header = ['insee_com', 'lib_com', `niveau_${name}`];
    return {
      path: `anct_${name}.csv`,
      content: (hasMark ? BYTE_ORDER_MARK : '') + csv([header, ...rows], ','),
      rows: rows.length,
      topic: 'typology',
      separator: ',',
      notes: name === 'ruralite' ? 'labels start with a space' : 'byte order mark',
    };
  });
}
