// Another site of the house, as small as one can be, with libraries that nobody here wrote: npm's openid-client and jose.
// Usage: node second-site.mjs, with SECOND_SITE={"issuer","id","secret","origin"}. Says "Listening" when it is up.
import { createServer } from 'node:http';
import { randomUUID } from 'node:crypto';
import * as client from 'openid-client';
import { createRemoteJWKSet, jwtVerify } from 'jose';

const { issuer, id, secret, origin } = JSON.parse(process.env.SECOND_SITE);
const sessions = new Map();
const config = await client.discovery(new URL(issuer), id, undefined, client.ClientSecretBasic(secret), { execute: [client.allowInsecureRequests] });
const keys = createRemoteJWKSet(new URL(config.serverMetadata().jwks_uri));

const cookieOf = request => /second=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1];
const redirect = (response, url, cookie) => response.writeHead(302, { location: url.toString(), ...(cookie && { 'set-cookie': `second=${cookie}; HttpOnly; SameSite=Lax; Path=/` }) }).end();
const page = (response, text, status = 200) => response.writeHead(status, { 'content-type': 'text/html' }).end(`<!doctype html><title>Second site</title><h1>${text}</h1><a href="/login">Sign in</a> <a href="/logout">Sign out</a>`);

async function body(request) {
  let text = '';
  for await (const chunk of request) {
    text += chunk;
  }
  return new URLSearchParams(text);
}

const routes = {
  async '/'(request, response) {
    const name = sessions.get(cookieOf(request))?.claims?.name;
    page(response, name ? `Signed in as ${name.replace(/[<&]/g, '')}` : 'Signed out');
  },
  async '/login'(request, response) {
    const key = randomUUID();
    const checks = { pkceCodeVerifier: client.randomPKCECodeVerifier(), expectedState: client.randomState(), expectedNonce: client.randomNonce(), idTokenExpected: true };
    sessions.set(key, { checks });
    redirect(response, client.buildAuthorizationUrl(config, {
      redirect_uri: `${origin}/callback`,
      scope: 'openid profile',
      state: checks.expectedState,
      nonce: checks.expectedNonce,
      code_challenge: await client.calculatePKCECodeChallenge(checks.pkceCodeVerifier),
      code_challenge_method: 'S256',
    }), key);
  },
  async '/callback'(request, response) {
    const { checks } = sessions.get(cookieOf(request));
    const tokens = await client.authorizationCodeGrant(config, new URL(request.url, origin), checks);
    const claims = await client.fetchUserInfo(config, tokens.access_token, tokens.claims().sub);
    const key = randomUUID();
    sessions.set(key, { claims, idToken: tokens.id_token, sid: tokens.claims().sid });
    redirect(response, '/', key);
  },
  async '/logout'(request, response) {
    const session = sessions.get(cookieOf(request));
    sessions.delete(cookieOf(request));
    redirect(response, client.buildEndSessionUrl(config, { id_token_hint: session.idToken, post_logout_redirect_uri: `${origin}/` }));
  },
  async '/backchannel-logout'(request, response) {
    const { payload } = await jwtVerify((await body(request)).get('logout_token'), keys, { issuer, audience: id, typ: 'logout+jwt' });
    for (const [key, session] of sessions) {
      if (session.sid === payload.sid) {
        sessions.delete(key);
      }
    }
    response.writeHead(200).end();
  },
};

const { hostname, port } = new URL(origin);
createServer((request, response) => {
  const handle = routes[new URL(request.url, origin).pathname] ?? (async () => page(response, 'Not found', 404));
  handle(request, response).catch(error => page(response, String(error).replace(/[<&]/g, ''), 400));
}).listen(Number(port), hostname, () => console.log('Listening'));
