import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** Somebody whom the provider knows. */
export interface Person {
  subject: string;
  name: string;
  email: string;
  emailVerified: boolean | undefined;
}

/** A real OpenID Connect provider on the loopback, which lets in whoever the test says without asking. */
export interface TestProvider {
  issuer: string;
  env: Record<string, string>;
  /** Who signs in next. */
  person: Person;
  /** Starts to answer, for the application at this address. */
  open(application: string): void;
  stop(): Promise<void>;
}

const CLIENT = { id: 'maillage', secret: 'un-secret-partage-pour-les-essais-seulement' };

/** Listens at once, so that its address is known; answers once it is opened. */
export async function startProvider(): Promise<TestProvider> {
  let answer: ReturnType<Provider['callback']> | null = null;
  const server: Server = createServer((request, response) => {
    if (answer) answer(request, response);
    else response.writeHead(503).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const test: TestProvider = {
    issuer,
    env: {
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: CLIENT.id,
      OIDC_CLIENT_SECRET: CLIENT.secret,
      OIDC_NAME: 'Essai Connect',
      OIDC_USERINFO_ALG: 'RS256',
    },
    person: { subject: 'nobody', name: 'Personne', email: 'x@y.fr', emailVerified: false },
    open(application) {
      answer = answering(issuer, application, () => test.person);
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return test;
}

function answering(issuer: string, application: string, who: () => Person): ReturnType<Provider['callback']> {
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        token_endpoint_auth_method: 'client_secret_post',
        redirect_uris: [`${application}/connexion/oidc/retour`],
        post_logout_redirect_uris: [`${application}/`],
        // As ProConnect does: what it says of a person is signed.
        userinfo_signed_response_alg: 'RS256',
      },
    ],
    features: { devInteractions: { enabled: false }, jwtUserinfo: { enabled: true } },
    interactions: { url: () => '/entree' },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: (_: unknown, accountId: string) => {
      const { name, email, emailVerified } = who();
      return { accountId, claims: () => ({ sub: accountId, name, email, email_verified: emailVerified }) };
    },
    cookies: { keys: ['essai'] },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
    pkce: { required: () => true },
  });
  const own = provider.callback();
  return (request, response) => {
    if (request.url !== '/entree') return own(request, response);
    void letIn(provider, request, response, who().subject);
  };
}

async function letIn(
  provider: Provider,
  request: Parameters<Provider['interactionDetails']>[0],
  response: Parameters<Provider['interactionDetails']>[1],
  subject: string,
): Promise<void> {
  const { prompt, params, session } = await provider.interactionDetails(request, response);
  if (prompt.name === 'login')
    return provider.interactionFinished(request, response, { login: { accountId: subject } });
  const grant = new provider.Grant({ accountId: session?.accountId ?? subject, clientId: params.client_id });
  grant.addOIDCScope(params.scope);
  await provider.interactionFinished(
    request,
    response,
    { consent: { grantId: await grant.save() } },
    { mergeWithLastSubmission: true },
  );
}
