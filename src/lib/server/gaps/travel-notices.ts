import { answerableLimit } from '../../domain/access/travel/travel.ts';
import { formatNumber } from '../../format/number.ts';
import { ecarts } from '../../messages/ecarts.ts';
import type { Travel } from '../queries/access/travel.ts';

/** Which minutes are read instead of those asked, where areas were drawn for a few; no sentence otherwise. */
export function stepNotice(travel: Travel, limit: number): string[] {
  if (!travel.steps) return [];
  const read = answerableLimit(travel, limit);
  return read === limit
    ? []
    : [
        ecarts.notices.steps(
          travel.steps.map((step) => formatNumber(step)).join(', '),
          String(limit),
          String(read),
        ),
      ];
}
