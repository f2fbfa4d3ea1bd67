// Signs in with the OpenID Connect authorization code flow with PKCE, as a public client. Tokens live as long as this tab.
import { safeUrl } from '../core/url.js';
import { challengeOf, claimsOf, randomText } from './pkce.js';

const tokenKey = 'console.tokens';
const requestKey = 'console.signIn';
const renewBefore = 60_000;

export class Session {
  #configuration;
  #metadata;
  #tokens = read(tokenKey);
  #renewal = null;

  static async start() {
    const session = new Session();
    session.#configuration = await (await fetch('/console/config.json')).json();
    await session.#finishSignIn();
    return session;
  }

  get isConfigured() {
    return this.#configuration.clientId !== null && this.#configuration.clientId !== undefined;
  }

  /** What cases start with, unless the user prefers otherwise. */
  get wellness() {
    return this.#configuration.wellness ?? {};
  }

  get isSignedIn() {
    return this.#tokens !== null;
  }

  /** Why the last sign-in failed; null if it did not. */
  failure = null;

  get subject() {
    return this.#claims.sub ?? '';
  }

  /** The user's display name; the subject if the token has no name. */
  get name() {
    return this.#claims.name ?? this.#claims.preferred_username ?? this.subject;
  }

  get roles() {
    return [this.#claims.roles ?? []].flat();
  }

  has(...roles) {
    return roles.some(role => this.roles.includes(role));
  }

  /** Whether the user sees the review team's pages. */
  get isStaff() {
    return this.has('Moderator', 'SeniorModerator', 'Auditor');
  }

  get isUploader() {
    return this.has('Uploader');
  }

  get canModerate() {
    return this.has('Moderator', 'SeniorModerator');
  }

  /** @returns {Promise<string|null>} null if the user must sign in again */
  async token() {
    if (this.#tokens && this.#tokens.expiresAt - renewBefore < Date.now()) {
      await this.renew();
    }

    return this.#tokens?.access ?? null;
  }

  /** Redirects to the authority's page. Drafts stay in this tab's storage. */
  async signIn() {
    const { authorization_endpoint: endpoint } = await this.#discover();
    const request = { state: randomText(), verifier: randomText(), nonce: randomText(), place: location.hash };
    sessionStorage.setItem(requestKey, JSON.stringify(request));
    const address = new URL(safeUrl(endpoint), location.href);
    const parameters = {
      response_type: 'code',
      client_id: this.#configuration.clientId,
      redirect_uri: redirectUri(),
      scope: this.#configuration.scopes,
      state: request.state,
      nonce: request.nonce,
      code_challenge: await challengeOf(request.verifier),
      code_challenge_method: 'S256',
    };
    Object.entries(parameters).forEach(([name, value]) => address.searchParams.set(name, value));
    location.assign(address);
  }

  signOut() {
    this.#keep(null);
  }

  /** Renews the token; concurrent requests share one renewal. */
  renew() {
    this.#renewal ??= this.#renew().finally(() => (this.#renewal = null));
    return this.#renewal;
  }

  async #renew() {
    const refresh = this.#tokens?.refresh;
    try {
      this.#keep(refresh
        ? await this.#exchange({ grant_type: 'refresh_token', refresh_token: refresh, scope: this.#configuration.scopes })
        : null);
    } catch (error) {
      if (error instanceof RefusedError) {
        this.#keep(null);
      }
    }
  }

  async #finishSignIn() {
    const query = new URLSearchParams(location.search);
    const request = read(requestKey);
    if (!query.has('state')) {
      return;
    }

    sessionStorage.removeItem(requestKey);
    history.replaceState(null, '', `${location.pathname}${request?.place ?? ''}`);
    if (request === null || query.get('state') !== request.state) {
      this.failure = 'state';
    } else if (!query.has('code')) {
      this.failure = query.get('error') ?? 'refused';
    } else {
      await this.#redeem(query.get('code'), request);
    }
  }

  async #redeem(code, { verifier, nonce }) {
    try {
      const tokens = await this.#exchange({ grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri: redirectUri() });
      if (tokens.nonce !== undefined && tokens.nonce !== nonce) {
        this.failure = 'nonce';
        return;
      }

      this.#keep(tokens);
    } catch (error) {
      this.failure = error.message;
    }
  }

  async #exchange(parameters) {
    const { token_endpoint: endpoint } = await this.#discover();
    const body = new URLSearchParams({ client_id: this.#configuration.clientId, ...parameters });
    const response = await fetch(endpoint, { method: 'POST', body, credentials: 'omit' });
    const answer = await response.json();
    if (!response.ok) {
      throw new RefusedError(answer.error ?? `${response.status}`);
    }

    return {
      access: answer.access_token,
      refresh: answer.refresh_token ?? this.#tokens?.refresh ?? null,
      nonce: answer.id_token ? claimsOf(answer.id_token).nonce : undefined,
      expiresAt: Date.now() + (answer.expires_in ?? 300) * 1000,
    };
  }

  async #discover() {
    const base = this.#configuration.authority.replace(/\/$/, '');
    this.#metadata ??= await (await fetch(`${base}/.well-known/openid-configuration`, { credentials: 'omit' })).json();
    return this.#metadata;
  }

  get #claims() {
    return this.#tokens ? claimsOf(this.#tokens.access) : {};
  }

  #keep(tokens) {
    this.#tokens = tokens;
    if (tokens === null) {
      sessionStorage.removeItem(tokenKey);
    } else {
      sessionStorage.setItem(tokenKey, JSON.stringify(tokens));
    }
  }
}

/** The authority rejected the request. */
class RefusedError extends Error {}

function redirectUri() {
  return `${location.origin}/console/`;
}

function read(key) {
  try {
    return JSON.parse(sessionStorage.getItem(key));
  } catch {
    return null;
  }
}
