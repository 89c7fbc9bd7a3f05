import { z } from 'zod';
import { MAP_LEVELS, LEVELS } from '../../../domain/territory/level.ts';
import { apiFields } from '../../../messages/api-fields.ts';
import { sourceSchema } from '../source-schema.ts';
import { stateSchema } from './cell-fields.ts';

const words = apiFields.gaps;

const count = z.int().min(0);
const share = z.number().min(0).max(1).nullable();

const figure = z.object({
  valeur: z.number().nullable(),
  etat: stateSchema,
  couverture: z.number().min(0).max(1),
  intervalle: z.tuple([z.number(), z.number()]).nullable(),
});

const need = {
  communes: count.describe(words.communes),
  communesHorsDePortee: count.describe(words.communesHorsDePortee),
  habitants: z.number().describe(words.habitants),
  habitantsHorsDePortee: z.number().describe(words.habitantsHorsDePortee),
  personnes: figure.describe(words.personnes),
  personnesHorsDePortee: figure.describe(words.personnesHorsDePortee),
  part: share.describe(words.part),
  sansCentre: z.object({ communes: count, habitants: z.number() }).describe(words.sansCentre),
};

const place = z.object({ id: z.string(), nom: z.string(), commune: z.string().nullable() });

/** Who is out of reach of what in a territory, its zones and its parts. */
export const gapsAnswer = z.object({
  question: z.record(z.string(), z.string()).describe(words.question),
  territoire: z.object({ niveau: z.enum(LEVELS), code: z.string(), nom: z.string() }),
  unite: z.enum(['m', 'min']).describe(words.unite),
  seuil: z.number().describe(words.seuil),
  phrase: z.string().describe(words.phrase),
  personnesRegardees: z.string(),
  aideDemandee: z.string(),
  lieux: z
    .object({ repondent: count, neDisentPas: count, auCentreDeLeurCommune: count, sansPosition: count })
    .describe(words.lieux),
  pointsHabites: z.looseObject({ source: z.string().nullable() }).nullable().describe(words.pointsHabites),
  total: z.object(need),
  zones: z
    .array(z.object({ nom: z.string(), codesDesCommunes: z.array(z.string()), ...need }))
    .nullable()
    .describe(words.zones),
  parties: z
    .array(
      z.object({
        niveau: z.enum(MAP_LEVELS),
        code: z.string(),
        nom: z.string(),
        adresse: z.string(),
        lieux: count,
        lieuxPour10000: z.number().nullable(),
        accesPour10000: z.number().nullable(),
        ...need,
      }),
    )
    .describe(words.parties),
  communes: z
    .array(
      z.object({
        code: z.string(),
        nom: z.string(),
        habitants: z.number().nullable(),
        distance: z.number().nullable().describe(words.distance),
        minutes: z.number().nullable(),
        partHorsDePortee: share,
        horsDePortee: z.boolean().nullable(),
        personnesHorsDePortee: figure,
        accesPour10000: z.number().nullable(),
      }),
    )
    .nullable()
    .describe(words.everyCommune),
  changement: z
    .object({
      jusquAu: z.string(),
      editions: z.record(z.string(), z.string()),
      phrase: z.string(),
      lieuxDePlus: count,
      lieuxDeMoins: count,
      repondentMaintenant: z.array(place),
      neRepondentPlus: z.array(place),
      avant: z.object(need),
    })
    .nullable()
    .describe(words.changement),
  sources: z.array(sourceSchema),
});
