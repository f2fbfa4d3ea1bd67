// Plays the video from a short-lived URL, renewed in time. Shows and plays nothing until the user starts it.
import { fill, h, icon } from '../core/dom.js';
import { icons } from '../core/icons.js';
import { t } from '../core/i18n.js';
import { explain } from '../core/parts.js';
import { safeUrl } from '../core/url.js';
import { hold, isBlurred, onWellness, spare, spared } from '../core/wellness.js';

const renewBefore = 60_000;

export class Player {
  #address;
  #video = h('video', { preload: 'metadata', controls: true, playsinline: true, disableremoteplayback: true });
  #message = h('p.player-message', { hidden: true, role: 'status' });
  #buttons = h('div.player-tools', { role: 'toolbar' });
  #veil = h('div.veil');
  #renewal;
  #isRenewing = false;
  #end;

  /** @param {() => Promise<{url: string, contentType: string, expiresAt: string}>} address gets the next URL from the API */
  constructor(address) {
    this.#address = address;
    this.#video.setAttribute('aria-label', t('player'));
    this.#video.addEventListener('error', () => this.#failed());
    this.#video.addEventListener('volumechange', () => this.#video.muted !== spared('muted') && spare('muted', this.#video.muted));
    fill(this.#veil,
      h('button', { type: 'button', on: { click: () => this.#reveal() } }, icon(icons.eye), h('span', {}, t('player.reveal'))),
      this.#holder());
    this.#end = onWellness(() => this.#apply());
    this.#apply();
  }

  get element() {
    return h('section.player', { 'aria-label': t('player') }, h('div.screen', {}, this.#video, this.#veil, this.#message), this.#buttons);
  }

  get duration() {
    return Number.isFinite(this.#video.duration) ? this.#video.duration : null;
  }

  get time() {
    return this.#video.currentTime;
  }

  onTime(listener) {
    ['timeupdate', 'loadedmetadata', 'seeked'].forEach(event => this.#video.addEventListener(event, listener));
  }

  async load() {
    clearTimeout(this.#renewal);
    try {
      const { url, contentType, expiresAt } = await this.#address();
      const { currentTime, paused } = this.#video;
      this.#tell(contentType === 'application/octet-stream' ? t('player.unknown') : null);
      this.#video.src = safeUrl(url);
      if (currentTime > 0) {
        this.#video.currentTime = currentTime;
        paused || this.toggle();
      }

      this.#renewal = setTimeout(() => this.load(), Math.max(Date.parse(expiresAt) - Date.now() - renewBefore, renewBefore / 2));
    } catch (error) {
      this.#tell(error.status === 404 ? t('player.gone') : explain(error));
    }
  }

  seek(seconds) {
    // The very end would show no frame.
    this.#video.currentTime = Math.min(seconds, Math.max((this.duration ?? seconds + 1) - 0.05, 0));
    this.#video.scrollIntoView({ block: 'nearest' });
  }

  toggle() {
    if (this.#video.paused) {
      this.#video.play().catch(() => {});
    } else {
      this.#video.pause();
    }
  }

  stop() {
    clearTimeout(this.#renewal);
    this.#end();
    this.#video.pause();
    this.#video.removeAttribute('src');
    this.#video.load();
  }

  // An expired URL is not an error of the video: retries once with a new one.
  async #failed() {
    if (!this.#video.getAttribute('src')) {
      return;
    }

    if (this.#isRenewing || this.#video.error?.code !== MediaError.MEDIA_ERR_NETWORK) {
      this.#tell(t('player.unplayable'));
      return;
    }

    this.#isRenewing = true;
    await this.load();
    setTimeout(() => (this.#isRenewing = false), 5000);
  }

  #apply() {
    this.#video.muted = spared('muted');
    // Kept while it is held: the release must reach the button.
    this.#veil.classList.toggle('lifted', !isBlurred());
    this.#veil.hidden = !spared('blur');
    const focused = document.activeElement?.dataset?.choice;
    fill(this.#buttons,
      this.#choice('blur', spared('blur') ? icons.eyeOff : icons.eye),
      this.#choice('grey', icons.grey),
      this.#choice('muted', spared('muted') ? icons.mute : icons.sound));
    this.#buttons.setAttribute('aria-label', t('player.choices'));
    focused && this.#buttons.querySelector(`[data-choice="${focused}"]`)?.focus();
  }

  #choice(name, path) {
    return h('button.toggle', {
      type: 'button',
      'aria-pressed': String(spared(name)),
      data: { choice: name },
      on: { click: () => spare(name, !spared(name)) },
    }, icon(path), t(`player.${name}`));
  }

  #reveal() {
    spare('blur', false);
    this.#video.focus();
  }

  // The picture shows for as long as the button is pressed, by pointer or key.
  #holder() {
    const isKey = event => event.key === ' ' || event.key === 'Enter';
    const button = h('button', {
      type: 'button',
      on: {
        pointerdown: event => { button.setPointerCapture(event.pointerId); hold(true); },
        pointerup: () => hold(false),
        pointercancel: () => hold(false),
        keydown: event => isKey(event) && !event.repeat && hold(true),
        keyup: event => isKey(event) && hold(false),
        blur: () => hold(false),
        contextmenu: event => event.preventDefault(),
      },
    }, t('player.hold'));
    return button;
  }

  #tell(text) {
    this.#message.hidden = text === null;
    this.#message.textContent = text ?? '';
  }
}
