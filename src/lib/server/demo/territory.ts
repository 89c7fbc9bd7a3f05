import { countPeople, type Census } from './society/census.ts';
import { foundSociety, type Commune } from './society/communes.ts';
import { connect, type Connection } from './society/connection.ts';
import { closeCopper, type Copper } from './society/copper.ts';
import { scoreFragility, type Fragility } from './society/fragility.ts';
import { earn, type Income } from './society/income.ts';
import type { Intercommunality } from './society/intercommunal.ts';
import { classify, type Typology } from './society/typology.ts';

/** A commune with all its figures, every one of them invented. */
export interface DescribedCommune extends Commune {
  income: Income;
  census: Census;
  connection: Connection;
  copper: Copper;
  fragility: Fragility;
  typology: Typology;
}

/** The demonstration territory: everything the files are written from. */
export interface DemonstrationTerritory {
  seed: number;
  /** In the order of their codes. */
  communes: DescribedCommune[];
  epci: { group: Intercommunality; members: DescribedCommune[] }[];
  ept: { group: Intercommunality; members: DescribedCommune[] };
}

/** Imagines the whole territory; the same for a same seed. */
export function imagineTerritory(seed: number): DemonstrationTerritory {
  const { communes, epci, ept } = foundSociety(seed);
  const incomes = earn(seed, communes);
  const census = countPeople(seed, communes, incomes);
  const connections = connect(seed, communes, census);
  const copper = closeCopper(seed, communes, census, connections);
  const fragility = scoreFragility(seed, communes, incomes, census, connections);
  const described = communes.map((commune, rank): DescribedCommune => {
    const income = incomes[rank] as Income;
    return {
      ...commune,
      income,
      census: census[rank] as Census,
      connection: connections[rank] as Connection,
      copper: copper[rank] as Copper,
      fragility: fragility[rank] as Fragility,
      typology: classify(commune, income.median),
    };
  });
  const withMembers = (group: Intercommunality): DemonstrationTerritory['ept'] => ({
    group,
    members: group.members.map((rank) => described[rank] as DescribedCommune),
  });
  return {
    seed,
    communes: [...described].sort((a, b) => (a.code < b.code ? -1 : 1)),
    epci: epci.map(withMembers),
    ept: withMembers(ept),
  };
}
