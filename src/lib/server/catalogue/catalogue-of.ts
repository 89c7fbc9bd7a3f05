import { INDICATORS } from '../../domain/indicators/catalogue.ts';
import { CATALOGUE_ALONE, type CatalogueInUse } from '../../domain/indicators/catalogue-in-use.ts';
import { SOURCES, type SourceNotice } from '../../domain/indicators/source.ts';
import { ownSource } from '../../domain/tables/own-source.ts';
import { catalogue as words } from '../../messages/catalogue.ts';
import { remember } from '../queries/memo.ts';
import { seesTable, type Reader } from '../queries/own-tables.ts';
import type { Snapshot } from '../queries/snapshot.ts';
import type { TableInUse } from '../queries/tables-in-use.ts';

/** What of a snapshot decides of the catalogue. */
export type Catalogued = Pick<Snapshot, 'tables' | 'versions' | 'columns'>;

/** Whether who reads changes what is found: some table is not for everybody. */
export const dependsOnReader = ({ tables }: Pick<Snapshot, 'tables'>): boolean =>
  tables.some(({ shared }) => !shared);

/** What somebody finds in use; one for all the readers of an organisation, as long as the snapshot. */
export const catalogueOf = (data: Snapshot, reader: Reader): CatalogueInUse =>
  remember(data, 'catalogue', reader === undefined ? '' : JSON.stringify(reader), () =>
    makeCatalogue(data, reader),
  );

/** The same, made anew. */
export function makeCatalogue(data: Catalogued, reader: Reader): CatalogueInUse {
  const known = new Set(
    data.columns.flatMap(({ indicator, counts }) =>
      (counts.value ?? 0) + (counts.estimated ?? 0) > 0 ? [indicator] : [],
    ),
  );
  const seen = data.tables.filter((table) => seesTable(table, reader));
  const inUse: CatalogueInUse = {
    own: seen.flatMap(({ indicators }) => indicators.filter(({ id }) => known.has(id))),
    sources: seen.map(noticeOf),
    closed: seen.filter(({ shared }) => !shared).map(({ id }) => ownSource(id)),
    years: yearsOf(data),
    editions: editionsOf(data),
    unloaded: known.size === 0 ? [] : INDICATORS.map(({ id }) => id).filter((id) => !known.has(id)),
  };
  return isAlone(inUse) ? CATALOGUE_ALONE : inUse;
}

/** A table as a source. What only its owner sees may leave by the owner's hand. */
const noticeOf = (table: TableInUse): SourceNotice => {
  const { id, name, producer, licence, shared, redistribute, edition, page } = table;
  return {
    id: ownSource(id),
    title: name,
    producer,
    licence,
    redistribute: redistribute || !shared,
    edition,
    page: page ?? `/tableaux/${id}`,
    caveat: words.caveat,
  };
};

/** The editions in use that are not those of the catalogue. */
const editionsOf = ({ versions }: Catalogued): CatalogueInUse['editions'] =>
  Object.fromEntries(
    SOURCES.flatMap(({ id, edition }) => {
      const used = versions.get(id)?.edition;
      return used === undefined || used === edition ? [] : [[id, used]];
    }),
  );

/** The years in use that are not those of the catalogue, where a version says its own. */
function yearsOf({ versions }: Catalogued): CatalogueInUse['years'] {
  return Object.fromEntries(
    INDICATORS.flatMap(({ id, source, year }) => {
      const used = versions.get(source)?.year ?? year;
      return used === year ? [] : [[id, used]];
    }),
  );
}

const isAlone = ({ own, sources, years, editions, unloaded }: CatalogueInUse): boolean =>
  own.length + sources.length + unloaded.length === 0 &&
  Object.keys(years).length + Object.keys(editions).length === 0;
