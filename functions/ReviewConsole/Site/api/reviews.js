// The review and case operations that the console uses.
import { newKey } from './client.js';

export class Reviews {
  #client;

  constructor(client) {
    this.#client = client;
  }

  async list(filters) {
    const query = new URLSearchParams(Object.entries(filters).filter(([, value]) => value));
    return (await this.#client.get(`/reviews?${query}`)).value;
  }

  /** @param {string} link `nextLink` of the previous page */
  async page(link) {
    return (await this.#client.get(link.replace(/^\/api/, ''))).value;
  }

  async summary() {
    return (await this.#client.get('/reviews/summary')).value;
  }

  get(caseId, etag) {
    return this.#client.get(`/reviews/${id(caseId)}`, { etag });
  }

  claim(caseId, { ifMatch, takeOver = false } = {}) {
    return this.#client.send('POST', `/reviews/${id(caseId)}/claim`, { takeOver }, { ifMatch, key: newKey() });
  }

  release(caseId, ifMatch) {
    return this.#client.send('DELETE', `/reviews/${id(caseId)}/claim`, undefined, { ifMatch, key: newKey() });
  }

  /** Performs an action on a review: decisions, confirmations, escalation, information-requests, undo, claim/handover. */
  act(caseId, action, body, { ifMatch, key }) {
    return this.#client.send('POST', `/reviews/${id(caseId)}/${action}`, body, { ifMatch, key });
  }

  /** Gets the statement that a decision would give. @param {string} language 'en' or 'zh-Hans' */
  preview(caseId, decision, language) {
    return this.#client.send('POST', `/reviews/${id(caseId)}/decision-previews`, decision, { language });
  }

  bulk(body, key) {
    return this.#client.send('POST', '/reviews/bulk-decisions', body, { key });
  }

  case(caseId, etag) {
    return this.#client.get(`/cases/${id(caseId)}`, { etag });
  }

  /** Gets a sub-resource of a case: audit, related, playback, evidence, statement. */
  async of(caseId, what) {
    return (await this.#client.get(`/cases/${id(caseId)}/${what}`)).value;
  }

  /** @returns {Promise<any>} null if the case has no such evidence */
  async evidence(caseId, file) {
    try {
      return (await this.#client.get(`/cases/${id(caseId)}/evidence/${file}`)).value;
    } catch (error) {
      if (error.status === 404) {
        return null;
      }

      throw error;
    }
  }

  /** @param {string} language 'en' or 'zh-Hans' */
  async statement(caseId, language) {
    return (await this.#client.get(`/cases/${id(caseId)}/statement`, { language })).value;
  }

  picture(caseId, file) {
    return this.#client.bytes(`/cases/${id(caseId)}/evidence/${file}`);
  }

  async read(path) {
    return (await this.#client.get(path)).value;
  }

  post(path, body) {
    return this.#client.send('POST', path, body, { key: newKey() });
  }
}

function id(caseId) {
  return encodeURIComponent(caseId);
}
