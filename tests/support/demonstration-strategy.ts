import type { Hand } from '../../src/lib/domain/account/visitor.ts';
import { slugOf } from '../../src/lib/domain/territory/slug.ts';
import type { Territory } from '../../src/lib/domain/territory/territory.ts';
import type { Database } from '../../src/lib/server/db/client.ts';
import { readTerritories } from '../../src/lib/server/queries/territories.ts';
import { writeStrategy } from './written-strategy.ts';

/** A strategy over an intercommunalité of the demonstration, with money, sites, gaps and measures. */
export interface DemonstrationStrategy {
  id: string;
  actions: string[];
  territory: Territory;
  /** Its communes, the most peopled first. */
  communes: Territory[];
}

/** Writes a strategy of three actions over the most peopled intercommunalité; `mark` is in its every name. */
export async function writeDemonstrationStrategy(
  database: Database,
  hand: Hand,
  mark = '',
): Promise<DemonstrationStrategy> {
  const territories = await readTerritories(database);
  const [territory] = [...territories.all('epci')].sort((a, b) => (b.population ?? 0) - (a.population ?? 0));
  if (!territory) throw new Error('the demonstration has no intercommunalité');
  const communes = [...territories.communes(territory)].sort(
    (a, b) => (b.population ?? 0) - (a.population ?? 0),
  );
  const [first, second, third] = communes;
  if (!first || !second || !third) throw new Error('the intercommunalité has fewer than three communes');
  const site = ({ name, code, lon, lat }: Territory, hours: number | null) => ({
    name: `Permanence de ${name}`,
    commune: code,
    lon,
    lat,
    hours,
  });
  const written = await writeStrategy(database, hand, {
    name: `Stratégie${mark}`,
    territory: slugOf('epci', territory.code),
    gaps: [
      {
        name: `Démarches trop loin${mark}`,
        kind: 'distance',
        communes: `${first.code} ${second.code}`,
        people: '420',
      },
      { name: `Soirées sans aide${mark}`, kind: 'hours', communes: third.code },
    ],
    actions: [
      {
        fields: {
          name: `Permanences${mark}`,
          status: 'running',
          lead: 'Ville',
          from: '2026-09',
          to: '2028-12',
        },
        answers: [0],
        counted: {
          query: 'dans=FR&sites=2',
          day: '2026-11-20',
          territory: territory.name,
          question: 'habitants, à 5 km',
          people: { all: 9000, before: 6000, after: 6400, gained: 400 },
          sites: [site(first, 12), site(second, null)],
          cost: 0,
          sources: [],
        },
        costs: [{ label: 'Conseillers', year: '2027', amount: '64000' }],
        funding: [
          { funder: `Département${mark}`, year: '2027', amount: '30000', status: 'granted' },
          { funder: `Caisse${mark}`, year: '2027', amount: '12345', status: 'paid' },
          { funder: `Fondation${mark}`, year: '2028', status: 'asked' },
        ],
        indicators: [
          {
            fields: {
              name: 'Personnes aidées',
              unit: 'personnes',
              baseline: '100',
              target: '500',
              targetDay: '2028-12-31',
            },
            measures: [{ day: '2027-03-01', value: '200', source: 'registre' }],
          },
        ],
      },
      {
        fields: { name: `Bus${mark}`, status: 'planned', from: '2027-03' },
        answers: [0],
        costs: [{ amount: '8000' }],
      },
      { fields: { name: `Formation${mark}`, status: 'idea' } },
    ],
  });
  return { ...written, territory, communes };
}
