// Sends a video with the answers about AI, and shows how far it is.
import { fill, h } from '../core/dom.js';
import { t } from '../core/i18n.js';
import { bytes, percent } from '../core/format.js';
import { explain } from '../core/parts.js';
import { announce } from '../core/announce.js';
import { write } from '../api/uploads.js';
import { DeclarationFields } from './declaration-fields.js';

export class UploadForm {
  #uploads;
  #onSent;
  #questions;
  #file;
  #title;
  #description;
  #audience;
  #submit;
  #problem = h('p.bad', { role: 'alert', hidden: true });
  #progress = h('div.progress', { hidden: true });
  #stop = null;

  constructor(uploads, onSent) {
    this.#uploads = uploads;
    this.#onSent = onSent;
    this.element = h('section.card.upload-form', { 'aria-labelledby': 'upload-title' });
    this.#render();
  }

  /** Stops an upload that is under way. */
  stop() {
    this.#stop?.abort();
  }

  #render() {
    this.#questions = new DeclarationFields();
    this.#file = h('input', { id: 'upload-file', type: 'file', required: true, accept: 'video/*,.mkv,.flv,.ts,.mts,.m2ts,.wmv,.avi' });
    this.#title = h('input', { id: 'upload-name', type: 'text', maxlength: 200 });
    this.#description = h('textarea', { id: 'upload-description', rows: 3, maxlength: 5000 });
    this.#audience = h('input', {
      id: 'upload-audience', type: 'text', pattern: '[A-Z]{2}(-[A-Z0-9]{1,3})?([ ,]+[A-Z]{2}(-[A-Z0-9]{1,3})?)*',
      autocapitalize: 'characters',
      'aria-describedby': 'upload-audience-hint',
    });
    this.#submit = h('button.primary', { type: 'submit' }, t('my.send'));
    const submit = event => {
      event.preventDefault();
      this.#send();
    };
    fill(this.element, h('h2', { id: 'upload-title' }, t('my.upload')), h('form', { on: { submit } },
      field(t('my.file'), this.#file),
      field(t('my.name'), this.#title),
      this.#questions.element,
      h('details', {}, h('summary', {}, t('my.more')),
        field(t('submission.description'), this.#description),
        field(t('my.audience'), this.#audience), h('p.hint', { id: 'upload-audience-hint' }, t('my.audience.hint'))),
      this.#problem, this.#progress,
      h('div.buttons', {}, this.#submit)));
  }

  async #send() {
    const [file] = this.#file.files;
    if (!file || file.size === 0) {
      this.#fail(t('my.empty'));
      return;
    }

    this.#problem.hidden = true;
    this.#submit.disabled = true;
    this.#stop = new AbortController();
    try {
      const grant = await this.#uploads.create(this.#submission(file));
      const show = this.#showProgress(file);
      await write(grant, file, show, this.#stop.signal);
      announce(t('my.sent'), 'good');
      this.#render();
      this.#onSent();
    } catch (error) {
      this.#fail(error.name === 'AbortError' ? t('my.cancelled') : error.problem ? fieldErrors(error) : t('my.failed'));
    } finally {
      this.#stop = null;
      this.#submit.disabled = false;
      this.#progress.hidden = true;
    }
  }

  #submission(file) {
    const audience = this.#audience.value.split(/[ ,]+/).filter(Boolean);
    return {
      fileName: file.name,
      contentLength: file.size,
      ...this.#questions.value,
      ...(this.#title.value.trim() && { title: this.#title.value.trim() }),
      ...(this.#description.value.trim() && { description: this.#description.value.trim() }),
      ...(audience.length > 0 && { jurisdictions: audience }),
    };
  }

  #showProgress(file) {
    const bar = h('progress', { max: 1, value: 0, 'aria-label': t('my.progress') });
    const text = h('span.hint', {});
    this.#progress.hidden = false;
    fill(this.#progress, bar, text,
      h('button.small', { type: 'button', on: { click: () => this.#stop?.abort() } }, t('cancel')));
    return share => {
      bar.value = share;
      text.textContent = `${percent(share, 0)} · ${bytes(file.size)}`;
    };
  }

  #fail(text) {
    this.#problem.hidden = false;
    this.#problem.textContent = text;
  }
}

function fieldErrors(error) {
  const errors = error.problem.errors ?? [];
  return errors.length > 0 ? errors.map(each => each.detail).join(' ') : explain(error);
}

function field(label, input) {
  return h('div.field', {}, h('label', { for: input.id }, label), input);
}
