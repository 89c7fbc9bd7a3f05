import { AsyncLocalStorage } from 'node:async_hooks';
import {
  CATALOGUE_ALONE,
  provideCatalogue,
  type CatalogueInUse,
} from '../../domain/indicators/catalogue-in-use.ts';

const underWay = new AsyncLocalStorage<CatalogueInUse>();

/**
 * Does something with what one reader finds in use, to its end: two requests answered at once each read
 * their own. Outside, the catalogue stands alone.
 */
export function withCatalogue<T>(inUse: CatalogueInUse, act: () => T): T {
  provideCatalogue(() => underWay.getStore() ?? CATALOGUE_ALONE);
  return underWay.run(inUse, act);
}
