/** What an organisation is. */
export const ORGANISATION_KINDS = ['authority', 'association', 'funder'] as const;

export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** A kind by its name; `null` for any other text. */
export const organisationKindNamed = (text: unknown): OrganisationKind | null =>
  ORGANISATION_KINDS.find((kind) => kind === text) ?? null;
