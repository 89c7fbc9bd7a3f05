import { afterEach, expect, it } from 'vitest';
import { CATALOGUE_ALONE, provideCatalogue } from '../../domain/indicators/catalogue-in-use.ts';
import { indicator } from '../../domain/indicators/catalogue.ts';
import { emptyColumn, setCell } from '../../domain/indicators/column.ts';
import { known } from '../../domain/indicators/value.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import { positionsOf } from './compared-positions.ts';
import type { Snapshot } from './snapshot.ts';

const OWN = 'tableau-7-menages';
const FRANCE = { level: 'france', code: 'FR' } as Territory;
const ISERE = { level: 'departement', code: '38' } as Territory;
/** A hundred communes, the first thirty of them in a département that the figures cover. */
const communes = Array.from({ length: 100 }, (_, ordinal) => ({ level: 'commune', ordinal }) as Territory);
const figures = emptyColumn(communes.length);
for (let ordinal = 0; ordinal < 30; ordinal++) setCell(figures, ordinal, known(ordinal));

const country = (): Snapshot =>
  ({
    territories: {
      parents: () => ({ departement: ISERE, france: FRANCE }),
      communes: (parent: Territory) => (parent === FRANCE ? communes : communes.slice(0, 30)),
    },
    column: () => figures,
  }) as unknown as Snapshot;

const ranked = (id: string): unknown =>
  positionsOf(country(), communes[10] as Territory, id, known(10), true).map(({ within, position }) => [
    within,
    position.known,
  ]);

afterEach(() => provideCatalogue(() => CATALOGUE_ALONE));

it('ranks a figure of a table only where most communes have one, one of the catalogue among those known', () => {
  const own = { ...indicator('taux-de-pauvrete'), id: OWN, theme: 'tableaux' as const };
  const catalogue = { ...CATALOGUE_ALONE, own: [own] };
  provideCatalogue(() => catalogue);
  expect(ranked(OWN)).toEqual([['departement', 30]]);
  expect(ranked('taux-de-pauvrete')).toEqual([
    ['departement', 30],
    ['france', 30],
  ]);
});
