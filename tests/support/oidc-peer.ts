import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Adapter, type AdapterPayload, type Configuration, interactionPolicy, Provider } from 'oidc-provider';
import type { OidcConfig } from '#server/config.ts';

export type OidcPeer = {
  /** For a test application that signs in by this provider. */
  readonly oidc: OidcConfig;
  /** Another client of the same provider. */
  readonly other: OidcConfig;
  /** Goes to the address as somebody who signs in there under the name; gives what comes back to the site. */
  logIn(url: string, subject: string): Promise<string>;
  /** What the provider does to each identity token before it hands it over. */
  tamper(change: (idToken: string) => string): void;
  close(): Promise<void>;
};

const returnUrl = 'http://localhost:3000/sign-in/return';

/** What a provider remembers, each one its own. */
function memory(): (model: string) => Adapter {
  const rows = new Map<string, AdapterPayload>();
  return (model) => {
    const key = (id: string) => `${model}:${id}`;
    return {
      upsert: async (id, payload) => void rows.set(key(id), payload),
      find: async (id) => rows.get(key(id)),
      findByUid: async (uid) => [...rows.values()].find((payload) => payload.uid === uid),
      findByUserCode: async () => undefined,
      consume: async (id) => void rows.set(key(id), { ...rows.get(key(id)), consumed: true }),
      destroy: async (id) => void rows.delete(key(id)),
      revokeByGrantId: async (grantId) => {
        for (const [id, payload] of rows) if (payload.grantId === grantId) rows.delete(id);
      },
    };
  };
}

const client = (clientId: string) => ({
  client_id: clientId,
  client_secret: `secret-of-${clientId}`,
  redirect_uris: [returnUrl],
  response_types: ['code' as const],
  grant_types: ['authorization_code'],
});

function configuration(): Configuration {
  const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });
  const policy = interactionPolicy.base();
  policy.remove('consent');
  return {
    adapter: memory(),
    clients: [client('mattstock'), client('another')],
    jwks: { keys: [{ ...key, kid: 'signing', use: 'sig', alg: 'RS256' }] as never },
    cookies: { keys: ['peer'] },
    findAccount: async (_ctx, accountId) => ({ accountId, claims: async () => ({ sub: accountId }) }),
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    features: { devInteractions: { enabled: false } },
    interactions: { policy, url: async (_ctx, { uid }) => `/interaction/${uid}` },
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ accountId: oidc.account?.accountId, clientId: oidc.client?.clientId });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
  };
}

/** The page of the provider where one says who one is. */
async function answer(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const accountId = String(request.headers['x-subject']);
  await provider.interactionFinished(request, response, { login: { accountId } });
}

function tamperable(provider: Provider): OidcPeer['tamper'] {
  let change = (idToken: string) => idToken;
  provider.use(async (ctx, next) => {
    await next();
    const body = ctx.body as { id_token?: string } | null;
    if (ctx.path === '/token' && body?.id_token !== undefined) ctx.body = { ...body, id_token: change(body.id_token) };
  });
  return (given) => {
    change = given;
  };
}

function keepCookies(jar: Map<string, string>, reply: Response): void {
  for (const line of reply.headers.getSetCookie()) {
    const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
    jar.set(name, value);
  }
}

/** Follows the provider from page to page until it sends the browser back to the site. */
async function logIn(url: string, subject: string): Promise<string> {
  const jar = new Map<string, string>();
  let next = new URL(url);
  for (let hops = 0; hops < 8; hops += 1) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const reply = await fetch(next, { redirect: 'manual', headers: { cookie, 'x-subject': subject } });
    keepCookies(jar, reply);
    const location = reply.headers.get('location');
    if (location === null) throw new Error(`the provider stopped at ${next.pathname}: ${await reply.text()}`);
    next = new URL(location, next);
    if (next.href.startsWith(returnUrl)) return next.search;
  }
  throw new Error('the provider goes round in circles');
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  server.close();
  if (server.listening) await once(server, 'close');
}

/** A real identity provider, on a free port unless one is given, which knows everybody who comes. */
export async function startOidcPeer(port = 0): Promise<OidcPeer> {
  const server = createServer();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, configuration());
  const tamper = tamperable(provider);
  const callback = provider.callback();
  server.on('request', (request, response) => {
    const isInteraction = request.url?.startsWith('/interaction/') === true;
    void (isInteraction ? answer(provider, request, response) : callback(request, response));
  });
  const known = (clientId: string): OidcConfig => ({
    issuer,
    clientId,
    clientSecret: `secret-of-${clientId}`,
    name: { sv: 'Regionens inloggning', en: 'Sign-in of the region' },
  });
  return { oidc: known('mattstock'), other: known('another'), logIn, tamper, close: () => closed(server) };
}
