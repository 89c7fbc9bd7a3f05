import { keepTogether } from '#lib/format/typography.ts';
import { searchIndexOf } from '#lib/domain/territory/search.ts';
import type { Territory } from '#lib/domain/territory/territory.ts';
import { LEVEL_LABELS, formatName } from '#lib/format/territory.ts';
import { comparer } from '#lib/messages/comparer.ts';
import { exampleTerritories } from '#lib/server/queries/examples.ts';
import { parentsOf } from '#lib/server/queries/portrait.ts';
import { similarTerritories } from '#lib/server/queries/similar.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { comparisonHref, type ComparisonView } from './comparison-address.ts';
import { slugIn } from './names.server.ts';

const words = comparer;

/** Entries shown: results of a search, parents offered, territories of an example. */
const RESULTS = 8;
const PARENTS = 8;
const LARGEST = 4;
const ALIKE = 3;

/** Communes tried for an example of alike territories: the very largest have none. */
const TRIED = 50;

export interface Addition {
  label: string;
  detail: string;
  /** `null` when it is already compared. */
  href: string | null;
}

/** The parents of what is compared that are not yet beside it, each once. */
export function parentAdditions(
  data: Snapshot,
  view: ComparisonView,
  kept: readonly Territory[],
): Addition[] {
  const parents = new Set(kept.flatMap((territory) => parentsOf(data, territory)));
  const slugs = kept.map(slugIn);
  return [...parents]
    .filter((parent) => !kept.includes(parent))
    .slice(0, PARENTS)
    .map((parent) => ({
      label: formatName(parent),
      detail: parent.level === 'france' ? '' : LEVEL_LABELS[parent.level],
      href: comparisonHref(view, { slugs: [...slugs, slugIn(parent)] }),
    }));
}

/** What a text typed without suggestions may designate. */
export function searchAdditions(data: Snapshot, view: ComparisonView, kept: readonly Territory[]) {
  if (view.query === '') return null;
  const slugs = kept.map(slugIn);
  const { matches } = searchIndexOf(data.territories).search(view.query, RESULTS);
  return {
    title: keepTogether(matches.length === 0 ? words.add.none(view.query) : words.add.results(view.query)),
    entries: matches.map(({ name, level, departement, departementCode, slug }): Addition => {
      const place = departement === null ? '' : `${departement} (${departementCode})`;
      return {
        label: name,
        detail: [level === 'france' ? '' : LEVEL_LABELS[level], place].filter(Boolean).join(' · '),
        href: slugs.includes(slug) ? null : comparisonHref(view, { slugs: [...slugs, slug] }),
      };
    }),
  };
}

/** Three comparisons to start from, made of what is loaded. */
export async function exampleComparisons(data: Snapshot, view: ComparisonView): Promise<Addition[]> {
  const to = (territories: readonly Territory[]): Omit<Addition, 'label'> => ({
    detail: territories.map(formatName).join(', '),
    href: comparisonHref(view, { slugs: territories.map(slugIn) }),
  });
  const examples = (await exampleTerritories(data)).map(({ territory }) => territory);
  const commune = examples.find(({ level }) => level === 'commune');
  const epci = examples.find(({ level }) => level === 'epci');
  const additions: Addition[] = [];
  if (commune)
    additions.push({
      label: words.empty.around(formatName(commune)),
      ...to([commune, ...parentsOf(data, commune)].slice(0, 5)),
    });
  const byPeople = [...data.territories.all('commune')].sort(
    (a, b) => (b.population ?? 0) - (a.population ?? 0),
  );
  const subject = [...(epci ? [epci] : []), ...byPeople.slice(0, TRIED)].find(
    (territory) => similarTerritories(data, territory).territories.length >= ALIKE,
  );
  if (subject) {
    const alike = similarTerritories(data, subject).territories.slice(0, ALIKE);
    additions.push({
      label: words.empty.alike(formatName(subject)),
      ...to([subject, ...alike.map(({ territory }) => territory)]),
    });
  }
  const largest = byPeople.slice(0, LARGEST);
  if (largest.length > 1) additions.push({ label: words.empty.largest, ...to(largest) });
  return additions;
}
