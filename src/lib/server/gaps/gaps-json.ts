import {
  beyondColumn,
  beyondShare,
  isBeyond,
  shareBeyond,
  type UnmetNeed,
} from '../../domain/access/gaps/unmet-need.ts';
import { cellAt } from '../../domain/indicators/column.ts';
import type { Cell } from '../../domain/indicators/value.ts';
import type { Place } from '../../domain/places/place.ts';
import { slugOf } from '../../domain/territory/slug.ts';
import { STATE_WORDS } from '../../view/state-words.ts';
import type { Snapshot } from '../queries/snapshot.ts';
import type { GapChange } from './change.ts';
import { mayBeNamed } from './open-names.ts';
import { partRows } from './parts.ts';
import type { GapsReport } from './report.ts';

/** Unknown is `null`, with the state that says why; never 0. */
const known = (value: number): number | null => (Number.isFinite(value) ? value : null);

const figure = ({ value, state, cover, interval }: Cell) => ({
  valeur: value,
  etat: STATE_WORDS[state],
  couverture: cover,
  intervalle: interval ? [interval[0], interval[1]] : null,
});

const needOf = (need: UnmetNeed) => ({
  communes: need.communes,
  communesHorsDePortee: need.communesBeyond,
  habitants: need.inhabitants,
  habitantsHorsDePortee: need.inhabitantsBeyond,
  personnes: figure(need.group),
  personnesHorsDePortee: figure(need.groupBeyond),
  part: known(shareBeyond(need)),
  sansCentre: { communes: need.unplaced.communes, habitants: need.unplaced.inhabitants },
});

/** An answer for programs, the question with it. `question` is what was understood, by parameter. */
export function gapsJson(
  data: Snapshot,
  report: GapsReport,
  question: Readonly<Record<string, string>>,
  withCommunes: boolean,
  change: GapChange | null,
) {
  const { territory, gaps, need, given, access, zones, finding, group, supply } = report;
  const all = data.territories.all('commune');
  return {
    question,
    territoire: { niveau: territory.level, code: territory.code, nom: territory.name },
    unite: gaps.unit === 'metres' ? 'm' : 'min',
    seuil: gaps.setting.threshold,
    phrase: finding.text,
    personnesRegardees: group.many,
    aideDemandee: supply,
    lieux: {
      repondent: gaps.supply.ranks.length,
      neDisentPas: gaps.supply.unsaid,
      auCentreDeLeurCommune: gaps.supply.approximate,
      sansPosition: gaps.supply.unplaced,
    },
    pointsHabites: given.communes > 0 ? { ...given, source: data.inhabited?.name ?? null } : null,
    total: needOf(need),
    zones:
      zones?.map((zone) => ({
        nom: all[zone.communes[0] as number]?.name,
        codesDesCommunes: zone.communes.map((ordinal) => all[ordinal]?.code),
        ...needOf(zone.need),
      })) ?? null,
    parties: partRows(data, gaps, access, territory).map((row) => ({
      niveau: row.level,
      code: row.code,
      nom: row.name,
      adresse: `/territoires/${slugOf(row.level, row.code)}`,
      lieux: row.places,
      lieuxPour10000: known(row.placesPer10000),
      accesPour10000: known(row.accessPer10000),
      ...needOf(row.need),
    })),
    communes: withCommunes ? communesOf(data, report) : null,
    changement: change && changeOf(data, change),
  };
}

/** Counts of what changed, and the names of the places that may be named. */
function changeOf(data: Snapshot, { until, editions, sentence, gained, lost, before }: GapChange) {
  const namedOf = (of: Snapshot, places: readonly Place[]) => {
    const isOpen = mayBeNamed(of);
    return places.filter(({ id }) => isOpen(id)).map(({ id, name, commune }) => ({ id, nom: name, commune }));
  };
  return {
    jusquAu: until.toISOString().slice(0, 10),
    editions,
    phrase: sentence,
    lieuxDePlus: gained.length,
    lieuxDeMoins: lost.length,
    repondentMaintenant: namedOf(data, gained),
    neRepondentPlus: namedOf(data.former ?? data, lost),
    avant: needOf(before),
  };
}

function communesOf(data: Snapshot, { gaps, access, territory }: GapsReport) {
  const { setting, supply } = gaps;
  const beyond = beyondColumn(setting);
  return data.territories.communes(territory).map(({ code, name, population, ordinal }) => ({
    code,
    nom: name,
    habitants: population,
    distance: known(supply.distances[ordinal] ?? Number.NaN),
    minutes: gaps.unit === 'minutes' ? known(setting.costs[ordinal] ?? Number.NaN) : null,
    partHorsDePortee: known(beyondShare(setting, ordinal)),
    horsDePortee: isBeyond(setting, ordinal),
    personnesHorsDePortee: figure(cellAt(beyond, ordinal)),
    accesPour10000: known(10_000 * (access.catchment.access[ordinal] ?? Number.NaN)),
  }));
}
