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
  writeGapsView,
} from '../../../view/gaps-view.ts';
import { MOMENT_WORDS } from '../../../view/place-criteria.ts';
import { gapChange } from '../../gaps/change.ts';
import { gapsJson } from '../../gaps/gaps-json.ts';
import { askedTerritory } from '../../gaps/gaps-territory.ts';
import { gapsReport } from '../../gaps/report.ts';
import { documentEndpoint } from '../endpoint.ts';
import { wholeNumber } from '../paging.ts';
import { ApiProblem, type Fault } from '../problem.ts';
import { quoted } from '../read-query.ts';
import { territoryAsked } from './asked-territory.ts';
import { criteriaQuery, parametersOf } from './criteria-query.ts';
import { gapsAnswer } from './gaps-answer.ts';
import { groupWord } from './group-word.ts';

const words = apiFields.ecarts;
const G = GAPS_PARAMETERS;
const { now: _now, ...moments } = MOMENT_WORDS;

/** Who is out of reach of what: the parameters of `/ecarts`. */
export const ecarts = documentEndpoint({
  id: 'lireEcarts',
  path: '/ecarts',
  title: words.title,
  text: words.text,
  example: '/ecarts?seuil=5',
  problems: ['non-charge'],
  params: z.strictObject({}),
  query: z.strictObject({
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
    communes: z.enum(['0', '1']).optional().describe(words.communes),
  }),
  answer: gapsAnswer,
  give({ data, today }, { query }) {
    const { communes, ...asked } = query;
    const { view, ignored } = readGapsView(parametersOf(asked));
    const faults = ignored.map(({ parameter, value }): Fault => ({
      parametre: parameter === 'unknown' ? quoted(value) : G[parameter],
      detail:
        parameter === 'unknown'
          ? api.faults.unknown(quoted(value))
          : api.faults.notUnderstood(quoted(value), pageWords.notices.parameters[parameter]),
    }));
    if (faults.length > 0) throw new ApiProblem('parametres', api.faults.whole(faults.length), { faults });
    if (view.within !== null) territoryAsked(data.territories, G.within, view.within);
    const { territory } = askedTerritory(data, view.within);
    if (!territory) throw new ApiProblem('non-charge', pageWords.empty.places);
    if (view.unit === 'min' && !data.travel) throw new ApiProblem('non-charge', api.problems.noTravel);
    const report = gapsReport(data, view, territory, today);
    const question = { ...Object.fromEntries(new URLSearchParams(writeGapsView(view))), jour: today };
    const change = gapChange(data, view, territory, today);
    return gapsJson(data, report, question, communes === '1', change) as z.infer<typeof gapsAnswer>;
  },
});
