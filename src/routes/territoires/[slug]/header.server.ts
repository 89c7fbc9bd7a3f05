import { keepTogether } from '#lib/format/typography.ts';
import { indicator } from '#lib/domain/indicators/catalogue.ts';
import type { Level } from '#lib/domain/territory/level.ts';
import { slugOf } from '#lib/domain/territory/slug.ts';
import type { Territory } from '#lib/domain/territory/territory.ts';
import type { Portrait, Reference } from '#lib/domain/report/portrait.ts';
import { formatCount } from '#lib/format/number.ts';
import { formatName, LEVEL_LABELS } from '#lib/format/territory.ts';
import { territoire as words } from '#lib/messages/territoire.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';

export interface TerritoryHeader {
  name: string;
  slug: string;
  level: Level;
  /** « Commune », « Métropole ». */
  levelLabel: string;
  /** « code officiel 38185 »; empty for the country. */
  code: string;
  population: string;
  postcodes: string[];
  crumbs: { label: string; href?: string }[];
  parents: { level: string; name: string; slug: string }[];
  /** What must be said before any figure. */
  notices: string[];
}

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
      .map((parent) => ({ level: words.shortLevels[parent.level], name: parent.name, slug: parent.slug })),
    notices: notices.map(keepTogether),
  };
}
