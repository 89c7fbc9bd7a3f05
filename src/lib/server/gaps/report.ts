import type { PlaceCriteria } from '../../domain/places/criteria.ts';
import { unmetSentence } from '../../domain/report/unmet-need.ts';
import type { Finding } from '../../domain/report/finding.ts';
import type { GroupWords } from '../../domain/report/need-group.ts';
import type { UnmetNeed } from '../../domain/access/gaps/unmet-need.ts';
import type { GapZone } from '../../domain/access/gaps/gap-zones.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import { formatCost } from '../../format/cost.ts';
import { frenchNumerals } from '../../format/numerals.ts';
import {
  accessOf,
  gapsOf,
  givenWithin,
  needWithin,
  zonesWithin,
  type Access,
  type AccessRequest,
  type Gaps,
} from '../queries/access/gaps.ts';
import type { Snapshot } from '../queries/snapshot.ts';
import { groupText, supplyText } from './words.ts';

/** Everything that one question is answered by, before it is put on a page or in a file. */
export interface GapsReport {
  territory: Territory;
  gaps: Gaps;
  need: UnmetNeed;
  /** Communes counted from their inhabited points, and these. */
  given: { communes: number; points: number };
  access: Access;
  /** Ranked; `null` while it is not known who borders whom. */
  zones: GapZone[] | null;
  group: GroupWords;
  /** « lieu d’aide au numérique gratuit ». */
  supply: string;
  finding: Finding;
}

/** « 10 km », « 15 minutes ». */
export const limitText = ({ unit, setting }: Gaps): string => formatCost(setting.threshold, unit);

/** Answers a question about a territory. `today` is an ISO day. */
export function gapsReport(
  data: Snapshot,
  request: AccessRequest & PlaceCriteria,
  territory: Territory,
  today: string,
): GapsReport {
  const gaps = gapsOf(data, request, today);
  const need = needWithin(data, gaps, territory);
  const given = givenWithin(data, gaps, territory);
  const group = groupText(request.group);
  const supply = supplyText(data, request);
  const limit = limitText(gaps);
  return {
    territory,
    gaps,
    need,
    given,
    access: accessOf(data, request, today),
    zones: zonesWithin(data, gaps, territory),
    group,
    supply,
    finding: unmetSentence(
      need,
      {
        level: territory.level,
        group,
        supply,
        limit,
        byRoad: gaps.unit === 'minutes',
        fromPoints: given.communes > 0,
      },
      frenchNumerals,
    ),
  };
}
