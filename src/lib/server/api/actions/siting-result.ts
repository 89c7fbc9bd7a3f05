import { z } from 'zod';
import type { Proposal } from '../../../domain/siting/frame/proposal.ts';
import { SITE_KINDS, type SiteKind, type SitingFrame } from '../../../domain/siting/frame/siting-frame.ts';
import { api } from '../../../messages/api.ts';
import { apiFields } from '../../../messages/api-fields.ts';
import { problemSentence } from '../../../siting/problem-words.ts';
import { mayBeNamed } from '../../gaps/open-names.ts';
import type { Snapshot } from '../../queries/snapshot.ts';
import { sourceSchema, type SourceTold } from '../source-schema.ts';
import { siteSheet } from '../../siting/sheets.ts';

const words = apiFields.implantation.result;

const KIND_WORDS: Readonly<Record<SiteKind, string>> = {
  existing: 'lieu-existant',
  neighbour: 'lieu-voisin',
  commune: 'commune',
  premises: 'locaux',
};

const site = z.object({
  genre: z.enum(Object.values(KIND_WORDS)).describe(words.genre),
  nom: z.string().nullable().describe(words.nom),
  codeInsee: z.string().nullable().describe(words.codeInsee),
  lieu: z.string().nullable().describe(words.lieu),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
});

/** Where to open, in one row. */
export const openingSchema = site.extend({
  rang: z.int().min(1).describe(words.rang),
  personnes: z.number().describe(words.gagnees),
  coutAnnuel: z.number().describe(words.coutAnnuel),
});

/** Where to open, and how far it may be from the best. */
export const sitingResult = z.object({
  prouve: z.boolean().describe(words.prouve),
  ecartMaximal: z.number().min(0).describe(words.ecartMaximal),
  unite: z.enum(['m', 'min']).describe(words.unite),
  qui: z.string().describe(words.qui),
  compte: z.enum(['a-portee', 'accompagnees']).describe(words.compte),
  personnes: z.object({ toutes: z.number(), avant: z.number(), apres: z.number() }).describe(words.personnes),
  restent: z.object({ communes: z.int(), personnes: z.number() }).describe(words.restent),
  ouvertures: z.array(openingSchema).describe(words.ouvertures),
  fermetures: z.array(site).describe(words.fermetures),
  plusLoin: z
    .object({ cout: z.number().nullable(), auMoins: z.number() })
    .nullable()
    .describe(words.plusLoin),
  auMoinsDeSites: z.int().nullable().describe(words.auMoinsDeSites),
  courbe: z.array(z.object({ sites: z.int(), personnes: z.number() })).describe(words.courbe),
  avertissements: z.array(z.string()).describe(apiFields.list.avertissements),
  sources: z.array(sourceSchema).describe(apiFields.list.sources),
});

export type SitingResult = z.infer<typeof sitingResult>;

/** A site of a frame as it may leave: premises that may only be shown have no name, and their commune stands for them. */
function siteOf(data: Snapshot, { sites }: SitingFrame, unit: Proposal['unit'], number: number) {
  const kind = SITE_KINDS[sites.kinds[number] as number] as SiteKind;
  const sheet = siteSheet(data, kind, sites.references[number] as number, unit);
  const open = !sheet?.place || mayBeNamed(data)(sheet.place);
  return {
    genre: KIND_WORDS[kind],
    nom: open ? (sheet?.name ?? null) : null,
    codeInsee: sheet?.code ?? null,
    lieu: open ? (sheet?.place ?? null) : null,
    latitude: open ? (sites.lats[number] ?? null) : null,
    longitude: open ? (sites.lons[number] ?? null) : null,
  };
}

/** A proposal as it is given to programs: `group` names the people that it counts. */
export function sitingResultOf(
  data: Snapshot,
  frame: SitingFrame,
  proposal: Proposal,
  { group, hasBudget, sources }: { group: string; hasBudget: boolean; sources: readonly SourceTold[] },
): SitingResult {
  const { unit, farthest } = proposal;
  const of = (number: number) => siteOf(data, frame, unit, number);
  const opens = proposal.sites.map((one, at) => ({
    ...of(one.site),
    rang: at + 1,
    personnes: one.people,
    coutAnnuel: one.price,
  }));
  const closes = proposal.closes.map(of);
  const unnamed = [...opens, ...closes].filter(({ nom }) => nom === null).length;
  return {
    prouve: proposal.proven,
    ecartMaximal: proposal.gap,
    unite: unit === 'metres' ? 'm' : 'min',
    qui: group,
    compte: proposal.served ? 'accompagnees' : 'a-portee',
    personnes: {
      toutes: proposal.people.all,
      avant: proposal.people.before,
      apres: proposal.people.after,
    },
    restent: { communes: proposal.left.communes, personnes: proposal.left.people },
    ouvertures: opens,
    fermetures: closes,
    plusLoin: farthest && {
      cout: Number.isFinite(farthest.cost) ? farthest.cost : null,
      auMoins: farthest.atLeast,
    },
    auMoinsDeSites: proposal.fewest,
    courbe: proposal.curve.map(({ count, reached }) => ({ sites: count, personnes: reached })),
    avertissements: [
      ...proposal.problems.map((problem) =>
        problemSentence(problem, { hasBudget, unit }, (number) => of(number).nom ?? api.jobs.unnamedSite),
      ),
      ...(unnamed > 0 ? [api.jobs.unnamed(unnamed)] : []),
    ],
    sources: [...sources],
  };
}
