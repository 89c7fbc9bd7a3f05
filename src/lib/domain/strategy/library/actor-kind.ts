/** Who usually leads an action or takes part in it. */
export const ACTOR_KINDS = [
  'commune',
  'intercommunality',
  'departement',
  'region',
  'state',
  'ccas',
  'social-operator',
  'employment',
  'health',
  'school',
  'library',
  'social-centre',
  'association',
  'integration',
  'landlord',
  'company',
  'hub',
  'pension-fund',
] as const;

export type ActorKind = (typeof ACTOR_KINDS)[number];

export const ACTOR_LABELS: Readonly<Record<ActorKind, string>> = {
  commune: 'commune',
  intercommunality: 'intercommunalité',
  departement: 'département',
  region: 'région',
  state: 'préfecture et Agence nationale de la cohésion des territoires',
  ccas: 'centre communal d’action sociale',
  'social-operator': 'caisses de sécurité sociale et opérateurs publics',
  employment: 'France Travail et missions locales',
  health: 'professionnels et établissements de santé',
  school: 'établissements scolaires',
  library: 'médiathèque',
  'social-centre': 'centre social',
  association: 'association de médiation numérique',
  integration: 'structure d’insertion ou établissement de travail adapté',
  landlord: 'bailleur social',
  company: 'entreprises',
  hub: 'réseau régional pour un numérique inclusif (hub)',
  'pension-fund': 'caisses de retraite et conférence des financeurs',
};

/** Several of them as one phrase: « Commune, médiathèque ». */
export function sayActors(kinds: readonly ActorKind[]): string {
  const phrase = kinds.map((kind) => ACTOR_LABELS[kind]).join(', ');
  return phrase.charAt(0).toUpperCase() + phrase.slice(1);
}
