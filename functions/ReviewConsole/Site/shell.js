// The shell around every view: navigation, user and appearance.
import { h, icon } from './core/dom.js';
import { icons } from './core/icons.js';
import { language, languages, t, term } from './core/i18n.js';
import { prefer, preference } from './core/preferences.js';
import { bindKeys } from './core/keyboard.js';
import { go, placeOf } from './core/router.js';
import { lastQueue } from './queue/walk.js';
import { openHelp } from './help.js';

const staffPages = ['queue', 'takedowns', 'metrics', 'policies'];

export class Shell {
  #session;
  #signOut;
  #links = new Map();
  #unbind = () => {};

  constructor(session, signOut) {
    this.#session = session;
    this.#signOut = signOut;
  }

  /** The page to begin with. */
  get home() {
    return this.#session.isUploader && !this.#session.isStaff ? 'my' : 'queue';
  }

  main = h('main', { id: 'main', tabindex: '-1' });

  render() {
    this.#unbind();
    this.#unbind = bindKeys({
      '?': { label: t('keys.help'), run: openHelp },
      ...(this.home === 'queue' && { q: { label: t('keys.queue'), run: () => go(['queue'], lastQueue().filters) } }),
    });
    this.main.replaceChildren();
    return [
      h('a.skip', { href: '#main', on: { click: event => this.#skip(event) } }, t('skip')),
      h('header.top', {},
        h('a.brand', { href: placeOf([this.home]) },
          h('span.mark', { 'aria-hidden': 'true' }), t(this.home === 'my' ? 'my.title' : 'title')),
        this.#session.isSignedIn ? this.#navigation() : h('span.grow'),
        h('div.tools', {}, this.#languageChoice(), this.#themeButton(), this.#helpButton(), this.#person())),
      this.main,
    ];
  }

  /** Marks the current page. */
  mark(page) {
    this.#links.forEach((link, name) => (name === page ? link.setAttribute('aria-current', 'page') : link.removeAttribute('aria-current')));
  }

  #navigation() {
    const pages = [...(this.home === 'my' ? [] : staffPages), ...(this.#session.isUploader ? ['my'] : [])];
    this.#links = new Map(pages.map(page => [page, h('a', { href: placeOf([page]) }, t(`nav.${page}`))]));
    return h('nav', { 'aria-label': t('nav') }, [...this.#links.values()]);
  }

  #languageChoice() {
    const select = h('select.quiet', { 'aria-label': t('language'), on: { change: () => prefer('language', select.value) } },
      Object.entries(languages).map(([tag, name]) => h('option', { value: tag, lang: tag, selected: tag === language() }, name)));
    return select;
  }

  #themeButton() {
    const order = ['system', 'light', 'dark'];
    const label = () => `${t('theme')}: ${t(`theme.${preference('theme')}`)}`;
    const name = h('span', {}, t(`theme.${preference('theme')}`));
    const button = h('button.ghost', {
      type: 'button',
      'aria-label': label(),
      title: label(),
      on: {
        click: () => {
          prefer('theme', order[(order.indexOf(preference('theme')) + 1) % order.length]);
          name.textContent = t(`theme.${preference('theme')}`);
          button.setAttribute('aria-label', label());
          button.title = label();
        },
      },
    }, icon(icons.moon), name);
    return button;
  }

  #helpButton() {
    return h('button.ghost', { type: 'button', 'aria-label': t('keys.help'), title: t('keys.help'), on: { click: openHelp } },
      h('kbd', { 'aria-hidden': 'true' }, '?'));
  }

  #person() {
    if (!this.#session.isSignedIn) {
      return null;
    }

    const roles = this.#session.roles.map(role => term('role', role)).join(', ');
    return h('details.person', {},
      h('summary', { 'aria-label': this.#session.name }, icon(icons.user), h('span.name', {}, this.#session.name)),
      h('div.card', {},
        h('p', {}, h('strong', {}, this.#session.name), h('br'), h('span.hint', {}, roles || t('role.none'))),
        h('fieldset', {}, h('legend', {}, t('wellness')), ['blur', 'grey', 'muted'].map(name => this.#start(name))),
        h('button', { type: 'button', on: { click: this.#signOut } }, t('signOut'))));
  }

  // What every case starts with.
  #start(name) {
    const box = h('input', { type: 'checkbox', checked: preference(name), on: { change: () => prefer(name, box.checked) } });
    return h('label.check', {}, box, t(`player.${name}`));
  }

  #skip(event) {
    event.preventDefault();
    this.main.focus();
  }
}
