import { CATALOGUE_ALONE, type CatalogueInUse } from '../domain/indicators/catalogue-in-use.ts';
import { currentData } from './app.ts';
import { catalogueOf, dependsOnReader } from './catalogue/catalogue-of.ts';
import { foundVisitor, type Asking } from './guard.ts';
import { readerOf } from './table-guard.ts';

/** Answers that hold no figure, and that must stand whatever the database does. */
const WITHOUT_FIGURES = /^\/(health|tuiles)\//;

/** Answers that look at no cookie: the interface for programs, and the pages that other sites show. */
const WITHOUT_READER = /^\/(api|cadre)\//;

/**
 * What who asks finds in use. Who it is is looked up only where some table is not for everybody; the hook
 * then keeps the answer apart. A database that is down is said by the page: here it leaves the catalogue alone.
 */
export async function catalogueFor(event: Asking): Promise<CatalogueInUse> {
  if (WITHOUT_FIGURES.test(event.url.pathname)) return CATALOGUE_ALONE;
  const data = await currentData().catch(() => null);
  if (!data) return CATALOGUE_ALONE;
  const varies = dependsOnReader(data) && !WITHOUT_READER.test(event.url.pathname);
  const inUse = catalogueOf(data, varies ? readerOf(await foundVisitor(event)) : undefined);
  event.locals.tables = { varies, closed: inUse.closed.length > 0 };
  return inUse;
}
