import type { Territory } from '#lib/domain/territory/territory.ts';
import { inlandGroups } from '#lib/geo/topology/inland.ts';
import type { Topology } from '#lib/geo/topology/mosaic.ts';

/** Codes of the communes (those of `topology`, in order) of the départements without coast or foreign border. */
export function inlandCommunes(topology: Topology, communes: readonly Territory[]): Set<string> {
  const names = [...new Set(communes.map(({ departement }) => departement))];
  const groupOf = Int32Array.from(communes, ({ departement }) => names.indexOf(departement));
  const inland = inlandGroups(topology, groupOf, names.length);
  return new Set(communes.flatMap(({ code }, i) => (inland[groupOf[i]!] ? [code] : [])));
}
