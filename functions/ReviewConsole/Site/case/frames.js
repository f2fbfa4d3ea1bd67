// The analyzed frames, with a box around each label.
import { fill, h } from '../core/dom.js';
import { t } from '../core/i18n.js';
import { position, timeSpan } from '../core/format.js';
import { isPassed } from './moments.js';
import { openDialog } from '../core/dialog.js';

export class Frames {
  #reviews;
  #caseId;
  #player;
  #addresses = new Map();
  #list = h('ul.frames');
  #title = h('h2');
  #observer = new IntersectionObserver(
    entries => entries.filter(entry => entry.isIntersecting).forEach(entry => this.#load(entry.target)),
    { rootMargin: '200px' });

  constructor(reviews, caseId, player) {
    this.#reviews = reviews;
    this.#caseId = caseId;
    this.#player = player;
  }

  element = h('section.frame-strip', { hidden: true });

  /** @param frames frames.json @param visible explicit-labels.json @param safety safety-frames.json; each may be null */
  show(frames, visible, safety) {
    this.element.hidden = !frames?.frames.length;
    if (this.element.hidden) {
      return;
    }

    this.element.setAttribute('aria-label', t('frames'));
    this.#title.textContent = t('frames.title', { n: frames.frames.length });
    fill(this.element, this.#title, this.#list);
    fill(this.#list, frames.frames.map(frame => h('li', {}, this.#thumbnail(frame, visible, safety))));
  }

  stop() {
    this.#observer.disconnect();
    this.#addresses.forEach(address => address.then(URL.revokeObjectURL, () => {}));
  }

  #thumbnail(frame, visible, safety) {
    const worst = worstOf(safety, frame.id);
    const picture = this.#picture(frame, visible);
    return h('button.frame', {
      type: 'button',
      on: { click: () => this.#open(frame, visible) },
    },
    picture,
    h('span.frame-time', { 'aria-hidden': 'true' }, position(frame.seconds)),
    worst ? h('span.badge.bad', {}, t(`category.${worst}`)) : null);
  }

  #picture(frame, visible) {
    const image = h('img', { alt: t('frames.alt', { time: position(frame.seconds) }), data: { file: `frames/${frame.id}.jpg` } });
    this.#observer.observe(image);
    return h('span.picture', {}, image, boxesOf(frame, visible));
  }

  #open(frame, visible) {
    this.#player.seek(frame.seconds);
    openDialog(t('frames.at', { time: position(frame.seconds) }), () => [h('div.large', {}, this.#picture(frame, visible))], 'wide');
  }

  /** Gets the address of a frame's picture, once for all that show it. @returns {Promise<string>} */
  addressOf(file) {
    if (!this.#addresses.has(file)) {
      this.#addresses.set(file, this.#reviews.picture(this.#caseId, file).then(URL.createObjectURL));
    }

    return this.#addresses.get(file);
  }

  async #load(image) {
    this.#observer.unobserve(image);
    try {
      image.src = await this.addressOf(image.dataset.file);
    } catch {
      image.alt = t('frames.lost');
    }
  }
}

function boxesOf(frame, visible) {
  if (!visible?.width) {
    return [];
  }

  const share = (value, whole) => `${(100 * value) / whole}%`;
  return visible.labels
    .filter(label => (label.moves ? near(frame.seconds, timeSpan(label.frame)) : isShownAt(label, frame.seconds)))
    .map(label => h('span.box', {
      class: isPassed(label.conformance) ? 'good' : 'warn',
      title: label.text,
      style: {
        '--x': share(label.box.x, visible.width),
        '--y': share(label.box.y, visible.height),
        '--w': share(label.box.width, visible.width),
        '--h': share(label.box.height, visible.height),
      },
    }));
}

function isShownAt(label, seconds) {
  return seconds >= timeSpan(label.firstSeen) - 0.05 && seconds <= timeSpan(label.lastSeen) + 0.05;
}

function near(one, other) {
  return Math.abs(one - other) < 0.05;
}

function worstOf(safety, id) {
  const severities = safety?.frames.find(frame => frame.frame === id)?.severities ?? {};
  const [worst] = Object.entries(severities).sort(([, a], [, b]) => b - a);
  return worst?.[1] >= 4 ? worst[0] : null;
}
