import type { Group } from '../../domain/access/gaps/group.ts';
import type { PlaceCriteria } from '../../domain/places/criteria.ts';
import { groupWords, type GroupWords } from '../../domain/report/need-group.ts';
import { supplyPhrase } from '../../domain/report/supply-phrase.ts';
import { indices } from '../../messages/indices.ts';
import { funderNames, partnerNames, programmeNames } from '../queries/places/mesh-names.ts';
import type { Snapshot } from '../queries/snapshot.ts';

/** « lieu d’aide au numérique gratuit, ouvert le samedi », with the names that places say. */
export const supplyText = (data: Snapshot, criteria: PlaceCriteria): string =>
  supplyPhrase(criteria, {
    programme: (word) => programmeNames(data).get(word) ?? word,
    partner: (word) => partnerNames(data).get(word) ?? word,
    funder: (word) => funderNames(data).get(word) ?? word,
  });

/** How people of a group are named. */
export const groupText = (group: Group): GroupWords =>
  groupWords(group, (id) => indices.presets[id]?.label ?? id);
