import { emptyColumn, cellAt, setCell, type Column } from '../../../../domain/indicators/column.ts';
import { NOT_PLANNED } from '../../../../domain/indicators/catalogue-copper.ts';
import { ABSENT, isKnown } from '../../../../domain/indicators/value.ts';
import { premisesWithoutFibre } from '../../../../domain/copper/premises.ts';
import { readColumn } from '../../../queries/columns.ts';
import type { ComputedAdapter } from '../../adapter.ts';

const COUNT = 'cuivre-sans-fibre';
const SHARE = 'cuivre-part-sans-fibre';

/** Premises without fibre in each commune whose copper closes or has closed: `domain/copper`. */
export const copperWithoutFibre: ComputedAdapter = {
  id: 'cuivre-sans-fibre',
  kind: 'computed',
  files: [],
  optional: true,
  revision: 1,
  inputs: ['cog-2026', 'cuivre', 'rp-2018', 'fibre-2026'],
  inputsIfLoaded: ['mci-technologies'],
  indicators: [COUNT, SHARE],
  async compute(query, territories) {
    const count = territories.all('commune').length;
    const read = async (id: string): Promise<Column> =>
      (await readColumn({ query }, id, 'commune')) ?? emptyColumn(count);
    const closing = await read('fermeture-cuivre');
    const columns = {
      premises: await read('mci-locaux'),
      without: await read('mci-sans-fibre'),
      dwellings: await read('logements-2018'),
      fibre: await read('fibre-2026'),
    };
    const [counts, shares] = [emptyColumn(count), emptyColumn(count)];
    let communes = 0;
    for (let at = 0; at < count; at++) {
      const year = cellAt(closing, at);
      if (!isKnown(year) || year.value === NOT_PLANNED) continue;
      const found = premisesWithoutFibre({
        premises: cellAt(columns.premises, at),
        without: cellAt(columns.without, at),
        dwellings: cellAt(columns.dwellings, at),
        fibre: cellAt(columns.fibre, at),
      });
      setCell(counts, at, found?.count ?? ABSENT);
      setCell(shares, at, found?.share ?? ABSENT);
      if (found) communes++;
    }
    return {
      communes,
      columns: [
        { indicator: COUNT, level: 'commune', column: counts },
        { indicator: SHARE, level: 'commune', column: shares },
      ],
    };
  },
};
