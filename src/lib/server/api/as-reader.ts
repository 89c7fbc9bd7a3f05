import { catalogueOf } from '../catalogue/catalogue-of.ts';
import { withCatalogue } from '../catalogue/with-catalogue.ts';
import type { Reader } from '../queries/own-tables.ts';
import type { Asker } from './asker.ts';
import type { Context } from './endpoint.ts';

/** On whose behalf a key reads; nobody in particular without one. */
export const readerByKey = (asker: Asker): Reader => (asker.kind === 'key' ? asker.owner : undefined);

/** Answers with the indicators that who asks may see: the tables that an organisation keeps to itself come with its keys only. */
export const asReader = <T>({ data, asker }: Context, act: () => T): T =>
  withCatalogue(catalogueOf(data, readerByKey(asker)), act);
