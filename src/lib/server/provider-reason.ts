import { comptes } from '../messages/comptes.ts';

const words = comptes.oidc;

/** What a way back from an identity provider may say, by the name that its address carries. */
const REASONS: ReadonlyMap<string, (provider: string) => string> = new Map([
  ['fournisseur-absent', () => words.off],
  ['fournisseur-injoignable', words.down],
  ['fournisseur-refus', words.refused],
  ['identite-inconnue', () => words.unknown],
  ['compte-connu', () => words.known],
  ['identite-prise', () => words.taken],
  ['identite-reliee', () => words.linked],
]);

/** What the page says of a way back from an identity provider; `null` for no reason, or one that is unknown. */
export const providerReason = (reason: string | null, provider: string): string | null =>
  REASONS.get(reason ?? '')?.(provider) ?? null;
