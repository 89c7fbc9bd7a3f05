import * as client from 'openid-client';
import { normaliseEmail } from '../../domain/account/email.ts';
import { typedName } from '../../domain/account/typed-name.ts';

/** How an installation is known to its identity provider: from the environment (docs/operations.md). */
export interface ProviderSettings {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** As the button calls it. */
  name: string;
  scope: string;
  /** Level of assurance asked for; ProConnect wants `eidas1`. */
  acr: string | undefined;
  /** Algorithm of a signed answer about the person; ProConnect signs by `RS256`. */
  userinfoAlgorithm: string | undefined;
  /** Takes the address for verified although the provider does not say so: it answers for it otherwise. */
  trustsEmail: boolean;
}

/** Who a provider says somebody is. */
export interface Identity {
  issuer: string;
  subject: string;
  name: string | null;
  /** Only one that the provider answers for. */
  verifiedEmail: string | null;
  idToken: string | null;
}

/** What a browser keeps between leaving for the provider and coming back. */
export interface Errand {
  state: string;
  nonce: string;
  verifier: string;
  /** Where to go afterwards. */
  next: string;
  /** Secret of the invitation that is being taken. */
  invitation: string | null;
  /** The account that asks to be linked. */
  link: string | null;
}

/** The provider did not confirm who it is: nothing of what it sent is believed. */
export class ProviderRefusal extends Error {}

/** The provider did not answer, or answered out of order. */
export class ProviderDown extends Error {}

/** A provider that says nothing for this long is not there, seconds. */
const PATIENCE_S = 5;

/** What a provider says of itself is asked again after this long. */
const KEPT_MS = 60 * 60 * 1000;

const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])$/;

/** One OpenID Connect provider, by the authorization code flow with PKCE. Only its own addresses are ever asked. */
export class IdentityProvider {
  readonly name: string;
  readonly #settings: ProviderSettings;
  readonly #clock: () => number;
  #found: { configuration: Promise<client.Configuration>; at: number } | null = null;

  constructor(settings: ProviderSettings, clock: () => number = Date.now) {
    this.name = settings.name;
    this.#settings = settings;
    this.#clock = clock;
  }

  /**
   * Where to send a browser, and what it must bring back.
   * @throws ProviderDown
   */
  async signInAddress(
    back: string,
    errand: Pick<Errand, 'next' | 'invitation' | 'link'>,
  ): Promise<{ href: string; errand: Errand }> {
    const configuration = await this.#configuration();
    const verifier = client.randomPKCECodeVerifier();
    const [state, nonce] = [client.randomState(), client.randomNonce()];
    const { scope, acr } = this.#settings;
    const url = client.buildAuthorizationUrl(configuration, {
      redirect_uri: back,
      scope,
      state,
      nonce,
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...(acr !== undefined && { acr_values: acr }),
    });
    return { href: url.href, errand: { ...errand, state, nonce, verifier } };
  }

  /**
   * Who came back: the code is exchanged, the identity token and the answer about the person are checked.
   * @throws ProviderRefusal
   * @throws ProviderDown
   */
  async identify(here: URL, { state, nonce, verifier }: Errand): Promise<Identity> {
    const configuration = await this.#configuration();
    return orProblem(async () => {
      const tokens = await client.authorizationCodeGrant(configuration, here, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw new ProviderRefusal('no identity token');
      const said = await this.#said(configuration, tokens.access_token, claims.sub);
      const all: Record<string, unknown> = { ...claims, ...said };
      return {
        issuer: claims.iss,
        subject: claims.sub,
        name: nameIn(all),
        verifiedEmail: this.#verifiedEmail(all),
        idToken: tokens.id_token ?? null,
      };
    });
  }

  /** Where a browser signs out of the provider too; `null` where it has no such place, or does not answer. */
  async signOutAddress(idToken: string, back: string): Promise<string | null> {
    const configuration = await this.#configuration().catch(() => null);
    if (!configuration?.serverMetadata().end_session_endpoint) return null;
    return client.buildEndSessionUrl(configuration, {
      id_token_hint: idToken,
      post_logout_redirect_uri: back,
      state: client.randomState(),
    }).href;
  }

  /** What the provider says of a person beside the token; nothing where it has no such place. */
  async #said(configuration: client.Configuration, token: string, subject: string): Promise<object> {
    if (!configuration.serverMetadata().userinfo_endpoint) return {};
    return client.fetchUserInfo(configuration, token, subject);
  }

  #verifiedEmail({ email, email_verified: verified }: Record<string, unknown>): string | null {
    if (typeof email !== 'string') return null;
    return verified === true || (verified === undefined && this.#settings.trustsEmail)
      ? normaliseEmail(email)
      : null;
  }

  #configuration(): Promise<client.Configuration> {
    const now = this.#clock();
    if (this.#found && now - this.#found.at < KEPT_MS) return this.#found.configuration;
    const { issuer, clientId, clientSecret, userinfoAlgorithm } = this.#settings;
    const url = new URL(issuer);
    const configuration = orProblem(() =>
      client.discovery(
        url,
        clientId,
        {
          client_secret: clientSecret,
          ...(userinfoAlgorithm !== undefined && { userinfo_signed_response_alg: userinfoAlgorithm }),
        },
        undefined,
        {
          timeout: PATIENCE_S,
          // Signatures are checked although the answers come over TLS: one more barrier, no cost.
          execute: [
            client.enableNonRepudiationChecks,
            ...(LOOPBACK.test(url.hostname) ? [client.allowInsecureRequests] : []),
          ],
        },
      ),
    );
    const found = { configuration, at: now };
    this.#found = found;
    configuration.catch(() => {
      if (this.#found === found) this.#found = null;
    });
    return configuration;
  }
}

/** Codes of a provider that is away or out of order; every other failure is a refusal. */
const AWAY: ReadonlySet<string> = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
]);

async function orProblem<Result>(ask: () => Promise<Result>): Promise<Result> {
  try {
    return await ask();
  } catch (cause) {
    if (cause instanceof ProviderRefusal) throw cause;
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    const away = AWAY.has(code) || (cause instanceof TypeError && code === '') || isServerFault(cause);
    const message = cause instanceof Error ? cause.message : String(cause);
    throw away ? new ProviderDown(message, { cause }) : new ProviderRefusal(message, { cause });
  }
}

const isServerFault = (cause: unknown): boolean =>
  cause instanceof client.ResponseBodyError && cause.status >= 500;

function nameIn(claims: Record<string, unknown>): string | null {
  const text = (claim: string): string => (typeof claims[claim] === 'string' ? claims[claim] : '');
  const parts = `${text('given_name')} ${text('usual_name') || text('family_name')}`;
  return typedName(text('name')) ?? typedName(parts);
}
