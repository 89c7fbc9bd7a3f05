import {
  CATALOGUE_ALONE,
  provideCatalogue,
  type CatalogueInUse,
} from '../domain/indicators/catalogue-in-use.ts';

/** Holds what the server says is in use for the person before this browser; `null`: the catalogue alone. */
export function holdCatalogue(sent: CatalogueInUse | null): void {
  const held = sent ?? CATALOGUE_ALONE;
  provideCatalogue(() => held);
}
