import { countOfTable, type Group } from '../../domain/access/gaps/group.ts';
import { indicator } from '../../domain/indicators/catalogue.ts';
import { slugOf } from '../../domain/territory/slug.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import { formatName } from '../../format/territory.ts';
import { ecarts } from '../../messages/ecarts.ts';
import { indices } from '../../messages/indices.ts';
import { groupsWithFigures } from '../queries/access/need-groups.ts';
import { remember } from '../queries/memo.ts';
import { funderNames, programmeNames } from '../queries/places/mesh-names.ts';
import type { Snapshot } from '../queries/snapshot.ts';
import type { PlaceCriteria } from '../../domain/places/criteria.ts';

const words = ecarts.form;

interface Option {
  value: string;
  label: string;
}

function labelOf(group: Group): string {
  switch (group.kind) {
    case 'count':
    case 'share':
      return words.groups[group.word] ?? countOfTable(group)?.label ?? group.word;
    case 'index':
      return words.index(indices.presets[group.preset]?.label ?? group.preset);
    case 'fifth':
      return words.fifth(indicator(group.indicator).label);
  }
}

const optionsOf = (data: Snapshot, kinds: readonly Group['kind'][]): Option[] =>
  groupsWithFigures(data)
    .filter(({ kind }) => kinds.includes(kind))
    .map((group) => ({
      value: group.word,
      label: labelOf(group),
    }));

/** Names to choose from; those of the address that no place says stay, to be taken out. */
const named = (names: ReadonlyMap<string, string>, chosen: readonly string[]): Option[] => [
  ...[...names].map(([value, label]) => ({ value, label })),
  ...chosen.filter((word) => !names.has(word)).map((word) => ({ value: word, label: word })),
];

/** What a form about who lives where offers to choose from. */
export function formChoices(
  data: Snapshot,
  view: Pick<PlaceCriteria, 'programmes' | 'funders'>,
  territory: Territory | null,
) {
  const places = (level: 'region' | 'departement'): Option[] =>
    remember(data, 'gaps-choices', level, () =>
      data.territories
        .all(level)
        .filter(({ zone }) => zone !== 'com')
        .map(({ code, name }) => ({ value: slugOf(level, code), label: name })),
    );
  const other = territory !== null && !['france', 'region', 'departement'].includes(territory.level);
  return {
    timed: data.travel !== null,
    groups: [
      { label: words.counted, options: optionsOf(data, ['count', 'share']) },
      { label: words.byIndex, options: optionsOf(data, ['index']) },
      { label: words.byFact, options: optionsOf(data, ['fifth']) },
    ],
    own: other ? [{ value: slugOf(territory.level, territory.code), label: formatName(territory) }] : [],
    departements: places('departement'),
    regions: places('region'),
    programmes: named(programmeNames(data), view.programmes),
    funders: named(funderNames(data), view.funders),
  };
}
