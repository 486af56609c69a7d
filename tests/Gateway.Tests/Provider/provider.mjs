// An OpenID provider that nobody here wrote, with one account that is signed in without a password.
// node provider.mjs PORT GATEWAY SECRET: ends when its input closes.
import { createServer } from 'node:http';
import { generateKeyPairSync } from 'node:crypto';
import { Provider } from 'oidc-provider';

const [port, gateway, secret] = process.argv.slice(2);
const issuer = `http://127.0.0.1:${port}`;
const account = {
  sub: '01890000-0000-7000-8000-000000000001',
  name: 'Test Member',
  role: ['member', 'focal_point'],
  entity: 'country:MD',
  locale: 'fr',
};
const counts = { refreshes: 0, refused: 0 };

const provider = new Provider(issuer, {
  clients: [{
    client_id: 'pfp-gateway',
    client_secret: secret,
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    redirect_uris: [`${gateway}/bff/callback`],
    post_logout_redirect_uris: [`${gateway}/bff/signed-out`],
    backchannel_logout_uri: `${gateway}/bff/backchannel-logout`,
    backchannel_logout_session_required: true,
  }],
  claims: { openid: ['sub'], profile: ['name', 'role', 'entity', 'locale'] },
  cookies: { keys: ['only for tests'] },
  features: {
    devInteractions: { enabled: false },
    backchannelLogout: { enabled: true },
  },
  // Its own would reach no address of this machine.
  fetch: (url, options) => fetch(url, { ...options, dispatcher: undefined }),
  findAccount: () => ({ accountId: account.sub, claims: () => account }),
  interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
  issueRefreshToken: () => true,
  jwks: { keys: [{ ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig', kid: 'one' }] },
  loadExistingGrant: async (ctx) => {
    const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId });
    grant.addOIDCScope('openid profile offline_access');
    await grant.save();
    return grant;
  },
  pkce: { required: () => true },
  rotateRefreshToken: () => true,
  ttl: { AccessToken: 300, IdToken: 3600, RefreshToken: 86400, Grant: 86400, Session: 86400, Interaction: 600 },
});
provider.on('grant.success', (ctx) => { if (ctx.oidc.params.grant_type === 'refresh_token') counts.refreshes++; });
provider.on('grant.error', () => counts.refused++);

provider.on('backchannel.error', (_, error) => console.error(error));

const answer = provider.callback();
createServer((request, response) => {
  if (request.url === '/counts') {
    response.end(JSON.stringify(counts));
  } else if (request.url.startsWith('/interaction/')) {
    provider.interactionFinished(request, response, { login: { accountId: account.sub } });
  } else {
    answer(request, response);
  }
}).listen(port, '127.0.0.1', () => console.log('ready'));
process.stdin.on('end', () => process.exit()).resume();
