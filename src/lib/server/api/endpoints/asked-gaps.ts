import { z } from 'zod';
import { api } from '../../../messages/api.ts';
import { apiFields } from '../../../messages/api-fields.ts';
import { ecarts as pageWords } from '../../../messages/ecarts.ts';
import {
  DECAY_WORDS,
  GAPS_PARAMETERS,
  LIMITS,
  MEASURE_WORDS,
  readGapsView,
  SUPPLY_WORDS,
  type GapsView,
} from '../../../view/gaps-view.ts';
import { MOMENT_WORDS } from '../../../view/place-criteria.ts';
import { askedTerritory } from '../../gaps/gaps-territory.ts';
import { gapsReport, type GapsReport } from '../../gaps/report.ts';
import type { Context } from '../endpoint.ts';
import { wholeNumber } from '../paging.ts';
import { ApiProblem, type Fault } from '../problem.ts';
import { quoted } from '../read-query.ts';
import { territoryAsked } from './asked-territory.ts';
import { criteriaQuery, parametersOf } from './criteria-query.ts';
import { groupWord } from './group-word.ts';

const words = apiFields.ecarts;
const G = GAPS_PARAMETERS;
const { now: _now, ...moments } = MOMENT_WORDS;

/** Who is out of reach of what: the parameters of `/ecarts`. */
export const gapsQuery = {
  ...criteriaQuery,
  [G.moment]: z.enum(Object.values(moments)).optional().describe(words.quand),
  [G.limit]: wholeNumber(LIMITS.least, LIMITS.most).optional().describe(words.seuil),
  [G.unit]: z.enum(['km', 'min']).optional().describe(words.unite),
  [G.group]: groupWord.optional().describe(words.qui),
  [G.within]: z.string().max(80).optional().describe(words.dans),
  [G.measure]: z.enum(Object.values(MEASURE_WORDS)).optional().describe(words.mesure),
  [G.decay]: z.enum(Object.values(DECAY_WORDS)).optional().describe(words.poids),
  [G.chooses]: z.enum(['0', '1']).optional().describe(words.choix),
  [G.supply]: z.enum(Object.values(SUPPLY_WORDS)).optional().describe(words.capacite),
};

/** The question of such parameters, and its answer. Throws a problem for what is not understood, or not loaded. */
export function askedGaps(
  { data, today }: Pick<Context, 'data' | 'today'>,
  asked: Readonly<Record<string, unknown>>,
): { view: GapsView; report: GapsReport } {
  // A list also takes pages, of which the question knows nothing.
  const own = Object.keys(gapsQuery).map((name) => [name, asked[name]] as const);
  const { view, ignored } = readGapsView(parametersOf(Object.fromEntries(own)));
  const faults = ignored.flatMap(({ parameter, value }): Fault[] =>
    parameter === 'unknown'
      ? []
      : [
          {
            parametre: G[parameter],
            detail: api.faults.notUnderstood(quoted(value), pageWords.notices.parameters[parameter]),
          },
        ],
  );
  if (faults.length > 0) throw new ApiProblem('parametres', api.faults.whole(faults.length), { faults });
  if (view.within !== null) territoryAsked(data.territories, G.within, view.within);
  const { territory } = askedTerritory(data, view.within);
  if (!territory) throw new ApiProblem('non-charge', pageWords.empty.places);
  if (view.unit === 'min' && !data.travel) throw new ApiProblem('non-charge', api.problems.noTravel);
  return { view, report: gapsReport(data, view, territory, today) };
}
