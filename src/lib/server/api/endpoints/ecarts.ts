import { z } from 'zod';
import { apiFields } from '../../../messages/api-fields.ts';
import { writeGapsView } from '../../../view/gaps-view.ts';
import { loadedSources } from '../../export/loaded-sources.ts';
import { gapChange } from '../../gaps/change.ts';
import { gapsJson } from '../../gaps/gaps-json.ts';
import { documentEndpoint } from '../endpoint.ts';
import { toldSources } from '../source-schema.ts';
import { askedGaps, gapsQuery } from './asked-gaps.ts';
import { gapsAnswer } from './gaps-answer.ts';

const words = apiFields.ecarts;

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
    ...gapsQuery,
    communes: z.enum(['0', '1']).optional().describe(words.communes),
  }),
  answer: gapsAnswer,
  give(context, { query: { communes, ...asked } }) {
    const { data, today } = context;
    const { view, report } = askedGaps(context, asked);
    const question = { ...Object.fromEntries(new URLSearchParams(writeGapsView(view))), jour: today };
    const change = gapChange(data, view, report.territory, today);
    return {
      ...gapsJson(data, report, question, communes === '1', change),
      sources: toldSources(loadedSources(data, report.finding.sources)),
    } as z.infer<typeof gapsAnswer>;
  },
});
