// The claim on the case. Renews the lease while its holder is active on the page, but not for an idle page.
import { fill, h, icon } from '../core/dom.js';
import { icons } from '../core/icons.js';
import { t } from '../core/i18n.js';
import { timeTag } from '../core/parts.js';
import { openDialog } from '../core/dialog.js';

const renewBefore = 5 * 60_000;
const idleAfter = 4 * 60_000;

export class ClaimBar {
  #session;
  #acts;
  #claim = null;
  #isOpen = false;
  #activeAt = Date.now();
  #isBusy = false;
  #touch = () => (this.#activeAt = Date.now());

  constructor({ session, ...acts }) {
    this.#session = session;
    this.#acts = acts;
    ['pointerdown', 'keydown'].forEach(event => addEventListener(event, this.#touch));
  }

  element = h('div.claim-bar', { tabindex: '-1' });

  show(review, isOpen) {
    this.#claim = review?.claim ?? null;
    this.#isOpen = isOpen;
    this.#draw();
  }

  tick() {
    this.#draw();
    const left = Date.parse(this.#claim?.expiresAt) - Date.now();
    if (this.#isMine && left < renewBefore && Date.now() - this.#activeAt < idleAfter && !document.hidden) {
      this.#act(() => this.#acts.renew());
    }
  }

  stop() {
    ['pointerdown', 'keydown'].forEach(event => removeEventListener(event, this.#touch));
  }

  toggle() {
    if (this.#isOpen && this.#session.canModerate) {
      this.#act(() => (this.#isMine ? this.#acts.release() : this.#acts.claim(false)));
    }
  }

  claimIfFree() {
    return this.#isOpen && !this.#isHeld && this.#session.canModerate ? this.#act(() => this.#acts.claim(false)) : undefined;
  }

  get isMine() {
    return this.#isMine;
  }

  get #isHeld() {
    return this.#claim !== null && Date.parse(this.#claim.expiresAt) > Date.now();
  }

  get #isMine() {
    return this.#isHeld && this.#claim.holder === this.#session.subject;
  }

  #draw() {
    this.element.hidden = !this.#isOpen;
    const state = JSON.stringify([this.#claim, this.#isHeld, this.#isOpen]);
    if (this.element.dataset.state !== state) {
      const focused = this.element.contains(document.activeElement);
      this.element.dataset.state = state;
      fill(this.element, this.#content());
      // Not the button now at this place: a claim by the space bar must not trigger a release.
      focused && this.element.focus();
    }
  }

  #content() {
    const may = this.#session.canModerate;
    if (!this.#isHeld) {
      return [h('span', {}, t('claim.free')), may ? this.#button('claim', 'primary', () => this.#acts.claim(false)) : null];
    }

    const until = h('span.hint', {}, t('claim.until'), ' ', timeTag(this.#claim.expiresAt));
    if (this.#isMine) {
      return [
        h('span.claim.mine', {}, icon(icons.lock), t('claim.mine')), until,
        this.#button('claim.release', '', () => this.#acts.release()),
        this.#button('claim.handOver', '', () => this.#askForHeir()),
      ];
    }

    return [
      h('span.claim', {}, icon(icons.lock), t('claim.other', { who: this.#claim.holder })), until,
      this.#session.has('SeniorModerator') ? this.#button('claim.takeOver', '', () => this.#acts.claim(true)) : null,
    ];
  }

  #button(key, tone, run) {
    return h('button', { type: 'button', class: tone || 'small', on: { click: () => this.#act(run) } }, t(key));
  }

  async #act(run) {
    if (!this.#isBusy) {
      this.#isBusy = true;
      await Promise.resolve(run()).finally(() => (this.#isBusy = false));
    }
  }

  async #askForHeir() {
    const to = await openDialog(t('claim.handOver'), close => {
      const input = h('input', { id: 'heir', required: true, maxlength: 200, autofocus: true, autocomplete: 'off' });
      return [h('form', { on: { submit: event => { event.preventDefault(); close(input.value.trim()); } } },
        h('label', { for: 'heir' }, t('claim.to')), input,
        h('div.buttons', {},
          h('button', { type: 'button', on: { click: () => close() } }, t('cancel')),
          h('button.primary', { type: 'submit' }, t('claim.handOver'))))];
    });
    return to ? this.#acts.handOver(to) : undefined;
  }
}
