import { gatherClosings, type CopperClosings, type CopperCommune } from '../../domain/copper/closing.ts';
import { premisesWithoutFibre } from '../../domain/copper/premises.ts';
import { cellAt, type Column } from '../../domain/indicators/column.ts';
import { ABSENT, type Cell } from '../../domain/indicators/value.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import type { Snapshot } from './snapshot.ts';

/** When copper closes in the communes of a territory (or in an arrondissement); `null` where no calendar is loaded. */
export function copperOf(
  data: Pick<Snapshot, 'column'>,
  territory: Territory,
  members: readonly Territory[],
): CopperClosings | null {
  const level = territory.level === 'arrondissement' ? 'arrondissement' : 'commune';
  const closing = data.column('fermeture-cuivre', level);
  if (!closing) return null;
  const column = (id: string): Column | null => data.column(id, level);
  const at = (held: Column | null, ordinal: number): Cell => (held ? cellAt(held, ordinal) : ABSENT);
  const day = column('date-fermeture-cuivre');
  const [premises, without] = [column('mci-locaux'), column('mci-sans-fibre')];
  const [dwellings, fibre] = [column('logements-2018'), column('fibre-2026')];
  const communes = level === 'arrondissement' ? [territory] : members;
  return gatherClosings(
    communes.map(({ ordinal }): CopperCommune => ({
      closing: at(closing, ordinal),
      day: at(day, ordinal),
      fibre: premisesWithoutFibre({
        premises: at(premises, ordinal),
        without: at(without, ordinal),
        dwellings: at(dwellings, ordinal),
        fibre: at(fibre, ordinal),
      }),
    })),
  );
}
