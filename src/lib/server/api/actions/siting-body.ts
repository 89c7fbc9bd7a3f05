import { z } from 'zod';
import { apiFields } from '../../../messages/api-fields.ts';
import { LIMITS } from '../../../view/gaps-view.ts';
import { MOMENT_WORDS } from '../../../view/place-criteria.ts';
import { LIST_SEPARATOR } from '../../../view/separator.ts';
import {
  CANDIDATE_WORDS,
  COUNTED_WORDS,
  FRAGILITIES,
  GOAL_WORDS,
  MOST_PEOPLE,
  MOST_SITES,
  SITING_PARAMETERS,
} from '../../../view/siting-view.ts';
import { criteriaQuery } from '../endpoints/criteria-query.ts';
import { groupWord } from '../endpoints/group-word.ts';
import { LEAST_SECONDS, MOST_SECONDS, USUAL_SECONDS } from '../jobs/job-limits.ts';

const words = apiFields.implantation;
const P = SITING_PARAMETERS;
const { now: _now, ...moments } = MOMENT_WORDS;

const whole = (least: number, most: number) => z.int().min(least).max(most).optional();
const euros = whole(0, 100_000_000);
const codes = z
  .array(z.string().regex(/^(\d{5}|2[AB]\d{3})$/))
  .max(MOST_SITES)
  .optional();

/** A siting question, in the words of the address of `/implantation`: numbers are numbers, lists are lists. */
export const sitingBody = z.strictObject({
  [P.within]: z.string().max(20).describe(words.dans),
  [P.goal]: z.enum(Object.values(GOAL_WORDS)).optional().describe(words.but),
  [P.count]: whole(0, MOST_SITES).describe(words.n),
  [P.budget]: euros.describe(words.budget),
  [P.price]: euros.describe(words.prix),
  [P.premisesPrice]: euros.describe(words.prixlocaux),
  [P.limit]: whole(LIMITS.least, LIMITS.most).describe(apiFields.ecarts.seuil),
  [P.unit]: z.enum(['km', 'min']).optional().describe(apiFields.ecarts.unite),
  [P.group]: groupWord.optional().describe(apiFields.ecarts.qui),
  [P.counted]: z.enum(Object.values(COUNTED_WORDS)).optional().describe(words.existants),
  [P.candidates]: z.enum(Object.values(CANDIDATE_WORDS)).optional().describe(words.candidats),
  [P.closures]: whole(0, MOST_SITES).describe(words.fermetures),
  [P.forced]: codes.describe(words.avec),
  [P.forbidden]: codes.describe(words.sans),
  [P.list]: codes.describe(words.liste),
  [P.equity]: whole(0, 100).describe(words.equite),
  [P.fragility]: z.enum(FRAGILITIES).optional().describe(words.fragilite),
  [P.capacity]: whole(1, MOST_PEOPLE).describe(words.capacite),
  [P.moment]: z.enum(Object.values(moments)).optional().describe(apiFields.ecarts.quand),
  ...criteriaQuery,
  duree: z.int().min(LEAST_SECONDS).max(MOST_SECONDS).default(USUAL_SECONDS).describe(words.duree),
});

/** What was sent, as the address of the page holds it. */
export function sitingParameters({ duree: _seconds, ...asked }: z.infer<typeof sitingBody>): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) {
    const text = Array.isArray(value) ? value.join(LIST_SEPARATOR) : String(value ?? '');
    if (text !== '') parameters.set(name, text);
  }
  return parameters;
}
