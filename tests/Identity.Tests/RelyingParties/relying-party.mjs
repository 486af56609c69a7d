// A relying party made with npm's openid-client (certified by the OpenID Foundation): every step is the library's, the sign-in is a reader's.
// Usage: node relying-party.mjs, with the situation as JSON in RELYING_PARTY. Prints a line for each step that went as it should.
import assert from 'node:assert/strict';
import * as client from 'openid-client';

const { issuer, site, other, machine, email, password } = JSON.parse(process.env.RELYING_PARTY);
const insecure = { execute: [client.allowInsecureRequests] };
const done = step => console.log(step);

// A browser without script: cookies, redirects by hand, and the form of the sign-in page.
const cookies = new Map();

async function open(url, form) {
  const response = await fetch(url, {
    method: form ? 'POST' : 'GET',
    body: form,
    redirect: 'manual',
    headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
  });
  for (const line of response.headers.getSetCookie()) {
    const [name, value] = line.split(';')[0].split(/=(.*)/s);
    value ? cookies.set(name, value) : cookies.delete(name);
  }
  return response;
}

const target = response => new URL(response.headers.get('location'), issuer);

async function signIn(url) {
  const page = await (await open(url)).text();
  const form = page.split('<form').find(part => part.includes('value="sign-in"')).split('</form>')[0];
  const fields = new URLSearchParams({ email, password });
  for (const [input] of form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    fields.set(input.match(/name="([^"]*)"/)[1], input.match(/value="([^"]*)"/)[1]);
  }
  return target(await open(url, fields));
}

async function authorize(config, settings, more = {}) {
  const checks = { pkceCodeVerifier: client.randomPKCECodeVerifier(), expectedState: client.randomState(), expectedNonce: client.randomNonce(), idTokenExpected: true };
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: settings.redirectUri,
    scope: settings.scope,
    state: checks.expectedState,
    nonce: checks.expectedNonce,
    code_challenge: await client.calculatePKCECodeChallenge(checks.pkceCodeVerifier),
    code_challenge_method: 'S256',
    ...more,
  });
  return { url, checks };
}

const config = await client.discovery(new URL(issuer), site.id, undefined, client.ClientSecretPost(site.secret), insecure);
assert.equal(config.serverMetadata().issuer, issuer);
assert.ok(config.serverMetadata().supportsPKCE());
done('discovery');

const first = await authorize(config, site);
const signInPage = target(await open(first.url));
assert.equal(signInPage.pathname, '/account/sign-in');
const answer = target(await open(await signIn(signInPage)));
const tokens = await client.authorizationCodeGrant(config, answer, first.checks);
const claims = tokens.claims();
assert.ok(claims.sid);
done('code and PKCE');

await assert.rejects(client.authorizationCodeGrant(config, answer, first.checks), { error: 'invalid_grant' });
done('code used twice is refused');

const second = await authorize(config, site);
const fresh = await client.authorizationCodeGrant(config, target(await open(second.url)), second.checks);
const user = await client.fetchUserInfo(config, fresh.access_token, claims.sub);
assert.equal(user.email, email);
assert.deepEqual(user.role, ['member']);
done('userinfo');

const refreshed = await client.refreshTokenGrant(config, fresh.refresh_token);
assert.notEqual(refreshed.refresh_token, fresh.refresh_token);
assert.equal(refreshed.claims().sid, claims.sid);
done('refresh');

const otherConfig = await client.discovery(new URL(issuer), other.id, undefined, client.ClientSecretBasic(other.secret), insecure);
const silent = await authorize(otherConfig, other, { prompt: 'none' });
const there = await client.authorizationCodeGrant(otherConfig, target(await open(silent.url)), silent.checks);
assert.equal(there.claims().sub, claims.sub);
done('signed in at a second site without asking again');

await client.tokenRevocation(otherConfig, there.refresh_token);
await assert.rejects(client.refreshTokenGrant(otherConfig, there.refresh_token), { error: 'invalid_grant' });
done('revocation');

const machineConfig = await client.discovery(new URL(issuer), machine.id, undefined, client.ClientSecretBasic(machine.secret), insecure);
assert.ok((await client.clientCredentialsGrant(machineConfig)).access_token);
done('client credentials');

const out = client.buildEndSessionUrl(config, { id_token_hint: refreshed.id_token, post_logout_redirect_uri: site.signedOut, state: 'bye' });
assert.equal(target(await open(out)).href, `${site.signedOut}&state=bye`);
await assert.rejects(client.refreshTokenGrant(config, refreshed.refresh_token), { error: 'invalid_grant' });
const after = await authorize(config, site, { prompt: 'none' });
await assert.rejects(client.authorizationCodeGrant(config, target(await open(after.url)), after.checks), { error: 'login_required' });
done('logout');
