import type { ReportVoice } from '../../domain/strategy/report/report-voice.ts';
import { formatIsoDate } from '../../format/date.ts';
import { formatEuros } from '../../format/euros.ts';
import { formatMonth } from '../../format/month.ts';
import { formatCount, formatNumber } from '../../format/number.ts';
import { strategyChoices } from '../../messages/strategy-fields.ts';
import { strategySteps } from '../../messages/strategy-steps.ts';
import { rapport } from '../../messages/rapport.ts';

/** How reports speak: as everywhere else on screen. */
export const frenchVoice: ReportVoice = {
  count: formatCount,
  number: formatNumber,
  euros: formatEuros,
  day: formatIsoDate,
  month: formatMonth,
  chapters: rapport.chapters,
  tables: rapport.tables,
  facts: rapport.facts,
  labels: {
    role: strategyChoices.actor.role,
    gap: strategyChoices.gap.kind,
    status: strategyChoices.action.status,
    funding: strategyChoices.funding.status,
    nature: strategyChoices.cost.nature,
    body: strategyChoices.body.kind,
    quadrant: strategySteps.priorities.quadrants,
    progress: strategySteps.followUp.states,
  },
  unsaid: rapport.unsaid,
  untitled: rapport.untitled,
  ownSource: rapport.ownSource,
  empty: rapport.empty,
  method: rapport.method,
};
