// The view of users who are not signed in.
import { fill, h } from '../core/dom.js';
import { t } from '../core/i18n.js';
import { currentPlace } from '../core/router.js';

export function showSignIn(main, session, { again = false } = {}) {
  const isMine = currentPlace().path[0] === 'my';
  const hint = !session.isConfigured ? t('signIn.notConfigured')
    : session.failure ? t('signIn.failed', { reason: session.failure })
    : again ? t('signIn.again') : t(isMine ? 'signIn.my' : 'signIn.hint');
  const button = h('button.primary', {
    type: 'button', disabled: !session.isConfigured, on: { click: () => leave(button, session) },
  }, t('signIn'));
  fill(main, h('section.sign-in', {}, h('h1', {}, t(isMine ? 'nav.my' : 'title')), h('p', {}, hint), button));
  button.focus();
}

async function leave(button, session) {
  button.disabled = true;
  try {
    await session.signIn();
  } catch {
    button.disabled = false;
    button.after(h('p.bad', { role: 'alert' }, t('signIn.unreachable')));
  }
}
