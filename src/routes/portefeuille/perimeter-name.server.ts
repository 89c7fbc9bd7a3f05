import { formatName } from '#lib/format/territory.ts';
import { portefeuille as words } from '#lib/messages/portefeuille.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';

/** The name of a perimeter, by its slug. */
export function perimeterName(data: Snapshot, slug: string): string {
  const territory = data.territories.bySlug(slug);
  return territory ? formatName(territory) : words.unknownPerimeter;
}
