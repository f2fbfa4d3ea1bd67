// API client: adds the token and the headers for concurrency and retries; throws problems as errors.

/** An unsuccessful response. */
export class ApiError extends Error {
  /** @param {object} problem RFC 9457 */
  constructor(status, problem) {
    super(problem.detail ?? problem.title ?? `${status}`);
    this.status = status;
    this.problem = problem;
  }

  /** The last segment of the problem's type. */
  get kind() {
    return String(this.problem.type ?? '').split('/').pop();
  }
}

export class Client {
  #session;
  #onSignedOut;

  constructor(session, onSignedOut) {
    this.#session = session;
    this.#onSignedOut = onSignedOut;
  }

  /** @returns {Promise<{value: any, etag: string|null}|null>} null if not changed since `etag` */
  async get(path, { etag, language } = {}) {
    const headers = { ...(etag && { 'If-None-Match': etag }), ...(language && { 'Accept-Language': language }) };
    const response = await this.#send(path, { headers });
    return response.status === 304 ? null : { value: await response.json(), etag: response.headers.get('ETag') };
  }

  /** @returns {Promise<Blob>} */
  async bytes(path) {
    return (await this.#send(path, {})).blob();
  }

  /**
   * @param {object} [options]
   * @param {string} [options.ifMatch] the version that the caller read
   * @param {string} [options.key] identifies the intention; the same for each retry
   */
  async send(method, path, body, { ifMatch, key, language } = {}) {
    const headers = { ...(language && { 'Accept-Language': language }) };
    if (body !== undefined) {
      headers['Content-Type'] = 'application/json';
    }

    if (ifMatch) {
      headers['If-Match'] = ifMatch;
    }

    if (key) {
      headers['Idempotency-Key'] = key;
    }

    const response = await this.#send(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
    return response.status === 204 ? null : response.json();
  }

  async #send(path, request) {
    let response = await this.#fetch(path, request);
    if (response.status === 401) {
      await this.#session.renew();
      response = await this.#fetch(path, request);
    }

    if (response.status === 401) {
      this.#session.signOut();
      this.#onSignedOut();
    }

    if (!response.ok && response.status !== 304) {
      throw new ApiError(response.status, await problemOf(response));
    }

    return response;
  }

  async #fetch(path, request) {
    const token = await this.#session.token();
    const headers = { ...request.headers, ...(token ? { Authorization: `Bearer ${token}` } : {}) };
    try {
      return await fetch(`/api${path}`, { ...request, headers, cache: 'no-store', credentials: 'omit' });
    } catch (error) {
      throw new ApiError(0, { title: 'unreachable', detail: error.message });
    }
  }
}

/** Creates an idempotency key: a request retried with the same key takes effect once. */
export function newKey() {
  return crypto.randomUUID();
}

async function problemOf(response) {
  try {
    return await response.json();
  } catch {
    return { title: response.statusText, status: response.status };
  }
}
