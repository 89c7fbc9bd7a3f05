import { z } from 'zod';
import { api } from '../../../messages/api.ts';
import { apiFields } from '../../../messages/api-fields.ts';
import type { Action } from '../action.ts';
import { documentEndpoint, type Endpoint } from '../endpoint.ts';
import { API_VERSION } from '../openapi.ts';

const words = apiFields.accueil;

/** What the interface can do: where a program, or somebody curious, starts. */
export const accueil = (
  listed: () => { endpoints: readonly Endpoint[]; actions: readonly Action[] },
  root: string,
) =>
  documentEndpoint({
    id: 'lireAccueil',
    path: '/',
    title: words.title,
    text: words.text,
    example: '',
    problems: [],
    params: z.strictObject({}),
    query: z.strictObject({}),
    answer: z.object({
      nom: z.string().describe(words.nom),
      version: z.string().describe(words.version),
      edition: z.int().describe(words.edition),
      demonstration: z.boolean().describe(words.demonstration),
      documentation: z.url().describe(words.documentation),
      openapi: z.url().describe(words.openapi),
      adresses: z
        .array(
          z.object({ methode: z.string(), adresse: z.string(), titre: z.string(), description: z.string() }),
        )
        .describe(words.adresses),
    }),
    give({ data, origin }) {
      const { endpoints, actions } = listed();
      return {
        nom: api.name,
        version: API_VERSION,
        edition: data.revision,
        demonstration: data.demonstration,
        documentation: `${origin}/api`,
        openapi: `${origin}${root}/openapi.json`,
        adresses: [...endpoints.map((one) => ({ ...one, method: 'get' })), ...actions].map(
          ({ method, path, title, text }) => ({
            methode: method.toUpperCase(),
            adresse: `${origin}${root}${path === '/' ? '' : path}`,
            titre: title,
            description: text,
          }),
        ),
      };
    },
  });
