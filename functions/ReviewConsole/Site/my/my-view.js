// An uploader's page: a new upload, and all earlier ones. One of them opens as a page of its own.
import { fill, h, refill } from '../core/dom.js';
import { t, term } from '../core/i18n.js';
import { poll } from '../core/poll.js';
import { badge, fileName, refreshTimes, skeleton, stateBadge, timeTag } from '../core/parts.js';
import { Freshness, failure } from '../core/freshness.js';
import { placeOf } from '../core/router.js';
import { UploadForm } from './upload-form.js';
import { OwnCase } from './own-case.js';

const interval = 4000;
const stateTones = { awaited: 'plain', expired: 'plain', arrived: 'info', refused: 'bad' };

export class MyView {
  #main;
  #uploads;
  #form = null;
  #case = null;
  #poll = null;
  #fresh;
  #pages = 1;
  #hasRead = false;
  #list = h('div', {}, skeleton(3));

  constructor({ main, uploads }) {
    this.#main = main;
    this.#uploads = uploads;
  }

  enter([caseId]) {
    if (caseId) {
      this.#case = new OwnCase(this.#main, this.#uploads, caseId);
      return;
    }

    document.title = t('nav.my');
    this.#form = new UploadForm(this.#uploads, () => this.#poll.now());
    this.#fresh = new Freshness(this.#list, () => this.#poll.now());
    fill(this.#main, h('div.my', {},
      h('h1', {}, t('nav.my')), this.#form.element,
      h('section', { 'aria-labelledby': 'my-videos' },
        h('h2', { id: 'my-videos' }, t('my.videos')), this.#fresh.element, this.#list)));
    this.#poll = poll(() => this.#refresh(), interval);
    this.#poll.now();
  }

  leave() {
    this.#form?.stop();
    this.#case?.leave();
    this.#poll?.stop();
  }

  async #refresh() {
    try {
      const { uploads, more } = await this.#load();
      this.#hasRead = true;
      refill(this.#list, [uploads, more], () => [
        uploads.length === 0 ? h('p.empty', {}, t('my.none')) : h('ul.uploads', {}, uploads.map(row)),
        more ? h('button', { type: 'button', on: { click: () => this.#more() } }, t('queue.more')) : null,
      ]);
      this.#fresh.good();
    } catch (error) {
      if (this.#poll.isStopped) {
        return;
      }

      if (this.#hasRead) {
        this.#fresh.failed(error);
      } else {
        fill(this.#list, failure(error, () => this.#poll.now()));
      }
    }

    refreshTimes(this.#main);
  }

  async #load() {
    const uploads = [];
    let link;
    for (let page = 0; page < this.#pages && (page === 0 || link); page++) {
      const { value, nextLink } = await this.#uploads.list(link);
      uploads.push(...value);
      link = nextLink;
    }

    return { uploads, more: Boolean(link) };
  }

  #more() {
    this.#pages++;
    this.#poll.now();
  }
}

function row(upload) {
  const name = upload.title || fileName(upload.blobName);
  return h('li.card.upload', {},
    h('div.upload-head', {},
      upload.state === 'takenIn' ? h('a', { href: placeOf(['my', upload.caseId]) }, name) : h('strong', {}, name),
      upload.case ? stateBadge(upload.case.state) : badge(stateTones[upload.state], term('uploadState', upload.state))),
    h('p.hint', {}, [next(upload), ' · '].filter((_, index, all) => all[0]), timeTag(upload.createdAt)));
}

// What happens now, or what to do.
function next(upload) {
  if (upload.state === 'refused') {
    return term('refusal', upload.problem.code);
  }

  const { state, reason, asked, notices } = upload.case ?? {};
  return asked ? h('strong', {}, t('my.asked'))
    : state === 'quarantined' ? t('my.waiting', { reason: term('reason', reason) })
    : state === 'published' && notices ? t('my.notices')
    : state === 'rejected' ? (reason?.startsWith('takedown-') ? t('event.taken-down') : term('code', reason))
    : null;
}
