// An uploader's own operations: uploads, their cases, answers and appeals.
import { newKey } from './client.js';

// One request up to here; beyond it blocks, each of which can be sent again.
const oneRequest = 256 * 1024 * 1024;
const blockSize = 32 * 1024 * 1024;
const attempts = 3;

export class Uploads {
  #client;

  constructor(client) {
    this.#client = client;
  }

  /** @param {string} [link] `nextLink` of the previous page */
  async list(link = '/uploads') {
    return (await this.#client.get(link.replace(/^\/api/, ''))).value;
  }

  async get(uploadId) {
    return (await this.#client.get(`/uploads/${encodeURIComponent(uploadId)}`)).value;
  }

  create(submission) {
    return this.#client.send('POST', '/uploads', submission);
  }

  async case(caseId) {
    return (await this.#client.get(path(caseId))).value;
  }

  /** @param {string} language 'en' or 'zh-Hans' @returns {Promise<object|null>} null before a decision */
  async statement(caseId, language) {
    try {
      return (await this.#client.get(`${path(caseId)}/statement`, { language })).value;
    } catch (error) {
      if (error.status === 404) {
        return null;
      }

      throw error;
    }
  }

  answer(caseId, answer) {
    return this.#client.send('POST', `${path(caseId)}/information`, { answer }, { key: newKey() });
  }

  appeal(caseId, text) {
    return this.#client.send('POST', `${path(caseId)}/appeals`, { text }, { key: newKey() });
  }

  declare(caseId, declaration) {
    return this.#client.send('PUT', `${path(caseId)}/declaration`, declaration);
  }
}

/**
 * Writes a file to the address of a grant.
 * @param {{url: string, requiredHeaders: object}} grant @param {(share: number) => void} onProgress 0 to 1 @param {AbortSignal} signal
 */
export async function write(grant, file, onProgress, signal) {
  if (file.size <= oneRequest) {
    await put(grant.url, file, { headers: grant.requiredHeaders, onProgress: sent => onProgress(sent / file.size), signal });
    return;
  }

  const ids = [];
  for (let start = 0; start < file.size; start += blockSize) {
    const id = btoa(String(ids.length).padStart(8, '0'));
    ids.push(id);
    const block = file.slice(start, start + blockSize);
    await again(() => put(`${grant.url}&comp=block&blockid=${encodeURIComponent(id)}`, block, {
      onProgress: sent => onProgress((start + sent) / file.size), signal,
    }), signal);
  }

  const list = `<?xml version="1.0" encoding="utf-8"?><BlockList>${ids.map(id => `<Latest>${id}</Latest>`).join('')}</BlockList>`;
  await again(() => put(`${grant.url}&comp=blocklist`, new Blob([list], { type: 'application/xml' }), { signal }), signal);
}

async function again(send, signal) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await send();
    } catch (error) {
      if (attempt === attempts || signal.aborted) {
        throw error;
      }
    }
  }
}

// Of the browser's ways to send, this one alone reports progress.
function put(url, body, { headers = {}, onProgress = () => {}, signal }) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', url);
    Object.entries(headers).forEach(([name, value]) => request.setRequestHeader(name, value));
    request.upload.addEventListener('progress', event => onProgress(event.loaded));
    request.addEventListener('load', () => (request.status < 300 ? resolve() : reject(new Error(`${request.status}`))));
    request.addEventListener('error', () => reject(new Error('network')));
    request.addEventListener('abort', () => reject(new DOMException('Cancelled', 'AbortError')));
    signal.addEventListener('abort', () => request.abort());
    request.send(body);
  });
}

function path(caseId) {
  return `/cases/${encodeURIComponent(caseId)}`;
}
