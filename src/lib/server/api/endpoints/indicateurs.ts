import { z } from 'zod';
import { indicatorsInUse } from '../../../domain/indicators/catalogue.ts';
import type { Indicator } from '../../../domain/indicators/indicator.ts';
import { apiFields } from '../../../messages/api-fields.ts';
import { loadedSources } from '../../export/loaded-sources.ts';
import { listEndpoint } from '../endpoint.ts';
import { toldSources } from '../source-schema.ts';
import { indicatorRow, indicatorRowOf } from './indicator-row.ts';

const words = apiFields.indicateurs;

/** Every indicator, in the order in which screens list them. */
export const indicateurs = listEndpoint({
  id: 'listerIndicateurs',
  path: '/indicateurs',
  title: words.title,
  text: words.text,
  example: '/indicateurs',
  problems: [],
  params: z.strictObject({}),
  query: z.strictObject({ theme: z.string().max(40).optional().describe(words.theme) }),
  row: indicatorRow,
  geometry: null,
  list: ({ data }, { query: { theme } }) => ({
    items: indicatorsInUse().filter((one) => theme === undefined || one.theme === theme),
    rowOf: (one: Indicator) => indicatorRowOf(data, one),
    idOf: ({ id }: Indicator) => id,
    geometries: null,
    sources: toldSources(loadedSources(data)),
    notes: [],
    name: 'indicateurs',
  }),
});
