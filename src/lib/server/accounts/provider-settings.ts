import type { ProviderSettings } from './identity-provider.ts';

/** Asked of a provider when nothing else is. */
const SCOPE = 'openid email profile';

/**
 * The identity provider that the environment names; `null` without one.
 * @throws Error when it names one by halves: who is let in is never guessed
 */
export function providerSettings(env: Readonly<Record<string, string | undefined>>): ProviderSettings | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env;
  if (!issuer) return null;
  if (!clientId || !clientSecret || !URL.canParse(issuer))
    throw new Error('OIDC_ISSUER must be an address, and OIDC_CLIENT_ID and OIDC_CLIENT_SECRET set with it');
  return {
    issuer,
    clientId,
    clientSecret,
    name: env.OIDC_NAME || new URL(issuer).hostname,
    scope: env.OIDC_SCOPE || SCOPE,
    acr: env.OIDC_ACR || undefined,
    userinfoAlgorithm: env.OIDC_USERINFO_ALG || undefined,
    trustsEmail: env.OIDC_TRUST_EMAIL === '1',
  };
}
