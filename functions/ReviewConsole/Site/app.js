// Composes the console: language, session, shell, and the view of the current route.
import { fill, h } from './core/dom.js';
import { language, preferredLanguage, t, useLanguage } from './core/i18n.js';
import { applyTheme, onPreference, preference, useDefaults } from './core/preferences.js';
import { listenToKeys } from './core/keyboard.js';
import { currentPlace, go } from './core/router.js';
import { Session } from './session/session.js';
import { showSignIn } from './session/sign-in-view.js';
import { Client } from './api/client.js';
import { Reviews } from './api/reviews.js';
import { Uploads } from './api/uploads.js';
import { Shell } from './shell.js';
import { QueueView } from './queue/queue-view.js';
import { CaseView } from './case/case-view.js';
import { MetricsView } from './metrics/metrics-view.js';
import { PoliciesView } from './policies/policies-view.js';
import { TakedownsView } from './takedowns/takedowns-view.js';
import { MyView } from './my/my-view.js';

const views = {
  queue: QueueView, case: CaseView, takedowns: TakedownsView, metrics: MetricsView, policies: PoliciesView, my: MyView,
};

class App {
  #session;
  #reviews;
  #uploads;
  #shell;
  #view = null;
  #hasArrived = false;

  async start() {
    applyTheme();
    await useLanguage(preference('language') ?? preferredLanguage());
    this.#session = await Session.start();
    useDefaults(this.#session.wellness);
    const client = new Client(this.#session, () => this.#signedOut());
    this.#reviews = new Reviews(client);
    this.#uploads = new Uploads(client);
    this.#shell = new Shell(this.#session, () => this.#signOut());
    addEventListener('hashchange', () => this.#show());
    onPreference((name, value) => this.#prefer(name, value));
    listenToKeys();
    this.#render();
  }

  #render() {
    document.title = t('title');
    fill(document.getElementById('app'), this.#shell.render());
    this.#show();
  }

  #show() {
    this.#view?.leave();
    this.#view = null;
    const main = this.#shell.main;
    if (!this.#session.isSignedIn) {
      showSignIn(main, this.#session);
      return;
    }

    const { path: [name = this.#shell.home, ...rest], query } = currentPlace();
    const View = views[name];
    if (!View) {
      go([this.#shell.home]);
      return;
    }

    this.#shell.mark(name);
    fill(main);
    this.#view = new View({ main, session: this.#session, reviews: this.#reviews, uploads: this.#uploads });
    this.#view.enter(rest, query);
    this.#arrive();
  }

  // Moves focus to the new view, for screen readers; not for the first view, where the page starts anyway.
  #arrive() {
    if (this.#hasArrived) {
      scrollTo(0, 0);
      this.#shell.main.focus({ preventScroll: true });
    }

    this.#hasArrived = true;
  }

  // Keeps the view with its drafts, except what needs a token.
  #signedOut() {
    this.#view?.leave();
    this.#view = null;
    fill(document.getElementById('app'), this.#shell.render());
    showSignIn(this.#shell.main, this.#session, { again: true });
  }

  #signOut() {
    this.#session.signOut();
    this.#render();
  }

  async #prefer(name, value) {
    if (name === 'theme') {
      applyTheme();
    } else if (name === 'language' && value !== language()) {
      await useLanguage(value);
      this.#render();
    }
  }
}

new App().start().catch(error => {
  const message = h('p.bad', { role: 'alert' }, `The console cannot start: ${error.message}`);
  fill(document.getElementById('app'), h('main.sign-in', {}, h('h1', {}, 'Review console'), message));
});
