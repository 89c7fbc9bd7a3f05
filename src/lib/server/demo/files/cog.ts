import { DEPARTEMENT, REGION } from '../society/communes.ts';
import type { DemonstrationTerritory, DescribedCommune } from '../territory.ts';
import type { DemonstrationFile } from './file.ts';

/** One record a line between brackets, as in @etalab/decoupage-administratif. */
const jsonLines = (records: readonly object[]): string =>
  `[\n${records.map((record) => JSON.stringify(record)).join(',\n')}\n]\n`;

/** How the name joins « de », as the official code numbers it: its article, else whether it starts with a vowel. */
function joinOf(name: string): number {
  const article = ['Le ', 'La ', 'Les ', "L'"].findIndex((each) => name.startsWith(each));
  if (article >= 0) return 2 + article;
  return /^[AEIOUYÉÈÊŒ]/.test(name) ? 1 : 0;
}

function currentCommune(commune: DescribedCommune): object {
  const { code, name, arrondissement, siren, postcodes, population, former } = commune;
  return {
    code,
    nom: name,
    typeLiaison: joinOf(name),
    zone: 'metro',
    arrondissement,
    departement: DEPARTEMENT.code,
    region: REGION.code,
    type: 'commune-actuelle',
    rangChefLieu: 0,
    ...(former.length > 0 ? { anciensCodes: former.slice(1).map((each) => each.code) } : {}),
    siren,
    codesPostaux: postcodes,
    population,
  };
}

const delegatedCommunes = ({ code, arrondissement, former }: DescribedCommune): object[] =>
  former.map((each) => ({
    code: each.code,
    nom: each.name,
    typeLiaison: joinOf(each.name),
    zone: 'metro',
    type: 'commune-deleguee',
    chefLieu: code,
    arrondissement,
    departement: DEPARTEMENT.code,
    region: REGION.code,
  }));

/** Municipal and total populations: the second counts people who also live elsewhere. */
const populations = (population: number): { populationTotale: number; populationMunicipale: number } => ({
  populationTotale: Math.round(population * 1.018),
  populationMunicipale: population,
});

function grouping({ group, members }: DemonstrationTerritory['ept']): object {
  const everyone = members.reduce((sum, { population }) => sum + population, 0);
  return {
    code: group.code,
    nom: group.name,
    type: group.type,
    modeFinancement: group.type === 'EPT' ? '' : 'FPU',
    ...populations(everyone),
    membres: [...members]
      .sort((a, b) => b.population - a.population)
      .map(({ code, siren, name, population }) => ({ code, siren, nom: name, ...populations(population) })),
  };
}

/** The five files of the code officiel géographique, in the folder `cog`. */
export function cogFiles({ communes, epci, ept }: DemonstrationTerritory): DemonstrationFile[] {
  const capital = communes.reduce((best, commune) => (commune.population > best.population ? commune : best));
  const chief = { chefLieu: capital.code };
  const records: Record<string, object[]> = {
    communes: communes.flatMap((commune) => [currentCommune(commune), ...delegatedCommunes(commune)]),
    epci: epci.map(grouping),
    ept: [grouping(ept)],
    departements: [
      {
        code: DEPARTEMENT.code,
        region: REGION.code,
        ...chief,
        nom: DEPARTEMENT.name,
        typeLiaison: 4,
        zone: 'metro',
      },
    ],
    regions: [{ code: REGION.code, ...chief, nom: REGION.name, typeLiaison: 3, zone: 'metro' }],
  };
  return Object.entries(records).map(([name, list]) => ({
    path: `cog/${name}.json`,
    content: jsonLines(list),
    rows: list.length,
    topic: 'territories',
    separator: '',
    notes: 'layout of @etalab/decoupage-administratif',
  }));
}
