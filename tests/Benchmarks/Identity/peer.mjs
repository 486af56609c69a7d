// The peer: npm's oidc-provider with its state in PostgreSQL, and one account that signs in without a password.
// node peer.mjs ADDRESS DATABASE CONNECTIONS REDIRECT_URI SECRET: ends when its input closes.
import { createServer } from 'node:http';
import { generateKeyPairSync } from 'node:crypto';
import pg from 'pg';
import { Provider } from 'oidc-provider';
import { adapterOn, createTables } from './postgres-adapter.mjs';

const [issuer, database, connections, redirectUri, secret] = process.argv.slice(2);
const audience = 'urn:pfp';
const sub = '01890000-0000-7000-8000-000000000001';

// Node.js 20 has none yet, and the provider asks it where a token is for.
URL.parse ??= (text) => (URL.canParse(text) ? new URL(text) : null);

const pool = new pg.Pool({ connectionString: database, max: Number(connections), idleTimeoutMillis: 0 });
await createTables(pool);
await pool.query('create table account (id uuid primary key, claims jsonb not null)');
await pool.query('insert into account values ($1, $2)', [sub, {
  name: 'Sample member', role: ['member'], entity: 'country:MD', locale: 'en', zoneinfo: 'UTC',
}]);

const provider = new Provider(issuer, {
  adapter: adapterOn(pool),
  clients: [
    { client_id: 'site', client_secret: secret, grant_types: ['authorization_code', 'refresh_token'], response_types: ['code'], redirect_uris: [redirectUri] },
    { client_id: 'machine', client_secret: secret, grant_types: ['client_credentials'], response_types: [], redirect_uris: [] },
  ],
  claims: { openid: ['sub'], profile: ['name', 'role', 'entity', 'locale', 'zoneinfo'] },
  cookies: { keys: ['only for measuring'] },
  expiresWithSession: () => false,
  // What ours has in its access tokens.
  extraTokenClaims: (ctx, token) => (token.kind === 'AccessToken' ? ctx.oidc.account.claims() : { role: ['moderator'] }),
  features: {
    clientCredentials: { enabled: true },
    devInteractions: { enabled: false },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => audience,
      useGrantedResource: () => true,
      getResourceServerInfo: () => ({ audience, scope: 'profile', accessTokenTTL: 300, accessTokenFormat: 'jwt', jwt: { sign: { alg: 'RS256' } } }),
    },
  },
  findAccount: async (_, id) => {
    const { rows: [account] } = await pool.query('select claims from account where id = $1', [id]);
    return account && { accountId: id, claims: () => ({ sub: id, ...account.claims }) };
  },
  interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
  issueRefreshToken: (_, client) => client.grantTypeAllowed('refresh_token'),
  jwks: { keys: [{ ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig', kid: 'one' }] },
  loadExistingGrant: async (ctx) => {
    const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId });
    grant.addOIDCScope('openid profile offline_access');
    grant.addResourceScope(audience, 'profile');
    await grant.save();
    return grant;
  },
  pkce: { required: () => true },
  rotateRefreshToken: () => true,
  routes: { authorization: '/connect/authorize', token: '/connect/token' },
  ttl: { AccessToken: 300, AuthorizationCode: 60, ClientCredentials: 300, IdToken: 300, RefreshToken: 86400, Grant: 86400, Session: 43200, Interaction: 600 },
});

const answer = provider.callback();
createServer((request, response) => (request.url.startsWith('/interaction/')
  ? provider.interactionFinished(request, response, { login: { accountId: sub } })
  : answer(request, response))).listen(new URL(issuer).port, '127.0.0.1');
process.stdin.on('end', () => process.exit()).resume();
