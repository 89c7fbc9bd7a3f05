import type { TerritoryHeader } from '../../diagnosis/diagnosis.ts';
import { keepTogether } from '../../format/typography.ts';
import { indicator } from '../../domain/indicators/catalogue.ts';
import { slugOf } from '../../domain/territory/slug.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import type { Portrait, Reference } from '../../domain/report/portrait.ts';
import { formatCount } from '../../format/number.ts';
import { formatName, LEVEL_LABELS, SHORT_LEVELS } from '../../format/territory.ts';
import { territoire as words } from '../../messages/territoire.ts';
import type { Snapshot } from '../queries/snapshot.ts';

/** From the country down; of parents that share a name (Paris, Guadeloupe), the nearest is enough. */
const withoutTwins = (parents: readonly Reference[]): Reference[] =>
  parents.filter(({ name }, at) => parents.findIndex((other) => other.name === name) === at).reverse();

/** The names, codes and parents of a territory. */
export function territoryHeader(
  data: Snapshot,
  territory: Territory,
  { parents, communes }: Portrait,
): TerritoryHeader {
  const name = formatName(territory);
  const codeWord = words.code[territory.level];
  const population =
    territory.population === null
      ? words.populationUnknown
      : words.inhabitants(formatCount(territory.population, 'habitant'), indicator('population').year);
  const notices: string[] = [];
  if (territory.zone === 'com' && territory.level === 'commune') notices.push(words.collectivity);
  else if (territory.level === 'commune' && !territory.epci) notices.push(words.withoutEpci);
  if (territory.level === 'arrondissement') notices.push(words.arrondissement);
  return {
    name,
    slug: slugOf(territory.level, territory.code),
    level: territory.level,
    levelLabel:
      territory.level === 'france'
        ? ''
        : (territory.kind && words.kinds[territory.kind]) || LEVEL_LABELS[territory.level],
    code: codeWord === '' ? '' : `${codeWord} ${territory.code}`,
    population: communes > 1 ? `${population}, ${formatCount(communes, 'commune')}` : population,
    postcodes: territory.level === 'commune' && territory.postcodes.length <= 3 ? territory.postcodes : [],
    crumbs: [
      ...withoutTwins(parents).map((parent) => ({ label: parent.name, href: `/territoires/${parent.slug}` })),
      { label: territory.name },
    ],
    parents: parents
      .filter(({ level }) => level !== 'france')
      .map((parent) => ({ level: SHORT_LEVELS[parent.level], name: parent.name, slug: parent.slug })),
    notices: notices.map(keepTogether),
  };
}
