// One case: the video, all findings and the moderator's actions.
import { fill, h, refill } from '../core/dom.js';
import { t } from '../core/i18n.js';
import { poll } from '../core/poll.js';
import { explain, fileName, loading, refreshTimes, skeleton } from '../core/parts.js';
import { Freshness, failure, isFinal } from '../core/freshness.js';
import { announce } from '../core/announce.js';
import { bindKeys } from '../core/keyboard.js';
import { go } from '../core/router.js';
import { beginCase, beginStrictly, hold, spare, spared } from '../core/wellness.js';
import { preference } from '../core/preferences.js';
import { claimsOnStart, decided, isOnWalk, lastQueue, lookAhead, see, step } from '../queue/walk.js';
import { caseHeader } from './header.js';
import { changesBetween } from './changes.js';
import { Player } from './player.js';
import { Timeline } from './timeline.js';
import { Frames } from './frames.js';
import { momentsOf } from './moments.js';
import { whySection } from './why.js';
import { proposalOf } from './measured.js';
import { reportSection } from './report.js';
import { visibleSection } from './visible.js';
import { safetySection } from './safety.js';
import { submissionSection } from './submission.js';
import { detectorsSection } from './detectors.js';
import { Takedown } from './takedown.js';
import { History } from './history.js';
import { Related } from './related.js';
import { RawEvidence } from './raw.js';
import { ActionPanel } from './actions.js';

const interval = 3000;

export class CaseView {
  #main;
  #session;
  #reviews;
  #caseId;
  #current = null;
  #etag = null;
  #evidence = null;
  #poll;
  #endings = [];
  #header = h('header.case-head', {}, skeleton(2));
  #left = h('span.left.hint', { role: 'status' });
  #made = lastQueue().made;
  #claims = false;
  #fresh;
  #why = h('div');
  #submission = h('div');
  #takedown;
  #findings = h('div.stack', {}, loading());
  #player;
  #timeline;
  #frames;
  #history;
  #actions;

  constructor({ main, session, reviews }) {
    this.#main = main;
    this.#session = session;
    this.#reviews = reviews;
  }

  async enter([caseId]) {
    this.#caseId = caseId;
    beginCase();
    this.#player = new Player(() => this.#reviews.of(caseId, 'playback'));
    this.#timeline = new Timeline(this.#player);
    this.#frames = new Frames(this.#reviews, caseId, this.#player);
    this.#history = new History(this.#reviews, caseId);
    this.#claims = claimsOnStart(caseId) && this.#session.canModerate;
    decided(null);
    this.#actions = new ActionPanel({
      session: this.#session, reviews: this.#reviews, caseId, onChanged: () => this.#poll.now(),
      onDecided: verdict => this.#afterDecision(verdict), isOnWalk: isOnWalk(caseId),
    });
    this.#takedown = new Takedown(this.#reviews, caseId, this.#session, () => this.#poll.now());
    this.#layout();
    this.#bind();
    this.#poll = poll(() => this.#refresh(), interval);
    this.#poll.now();
    this.#loadEvidence();
    this.#count();
  }

  leave() {
    beginCase();
    this.#poll?.stop();
    this.#endings.forEach(end => end());
    this.#player?.stop();
    this.#frames?.stop();
    this.#actions?.stop();
  }

  #layout() {
    const page = h('div.case', {});
    this.#fresh = new Freshness(page, () => this.#poll.now());
    fill(this.#main, this.#fresh.element, fill(page,
      this.#header,
      h('div.watch', {}, this.#player.element, this.#timeline.element, this.#frames.element),
      h('aside.decide', { 'aria-label': t('case.actions') },
        this.#actions.element, this.#takedown.element, this.#why, this.#submission, new Related(this.#reviews, this.#caseId).element),
      h('div.found', {}, this.#findings),
      h('div.around', {}, this.#history.element, new RawEvidence(this.#reviews, this.#caseId).element)));
  }

  #bind() {
    this.#endings.push(
      bindKeys({
        c: { label: t('keys.claim'), run: () => this.#actions.toggleClaim() },
        a: { label: t('keys.approve'), run: () => this.#actions.choose('approve') },
        l: { label: t('keys.approveWithLabel'), run: () => this.#actions.choose('approveWithLabel') },
        r: { label: t('keys.reject'), run: () => this.#actions.choose('reject') },
        ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8, 9].map(number =>
          [number, { label: t('keys.reason'), listed: number === 1 && '1 – 9', run: () => this.#actions.chooseReason(number) }])),
        y: { label: t('keys.propose'), run: () => this.#propose() },
        e: { label: t('keys.escalate'), run: () => this.#actions.escalate() },
        i: { label: t('keys.ask'), run: () => this.#actions.ask() },
        u: { label: t('keys.undo'), run: () => this.#actions.undo() },
        n: { label: t('keys.next'), run: () => this.#next() },
        s: { label: t('keys.next'), listed: false, run: () => this.#next() },
        Space: { label: t('keys.play'), run: () => this.#player.toggle() },
        p: { label: t('keys.play'), run: () => this.#player.toggle() },
        j: { label: t('keys.nextFinding'), run: () => this.#timeline.jump(1) },
        k: { label: t('keys.previousFinding'), run: () => this.#timeline.jump(-1) },
        v: { label: t('keys.hold'), run: () => hold(true), end: () => hold(false) },
        b: { label: t('keys.blur'), run: () => spare('blur', !spared('blur')) },
        g: { label: t('keys.grey'), run: () => spare('grey', !spared('grey')) },
        m: { label: t('keys.mute'), run: () => spare('muted', !spared('muted')) },
      }));
  }

  async #refresh() {
    try {
      const answer = await this.#read();
      if (answer !== null) {
        this.#etag = answer.etag;
        this.#show(answer.value);
      }

      this.#fresh.good();
    } catch (error) {
      this.#fail(error);
      return;
    }

    this.#actions.tick();
    refreshTimes(this.#main);
  }

  #fail(error) {
    if (this.#poll.isStopped) {
      // The page has another view by now, or that of the sign-in.
      return;
    }

    if (isFinal(error)) {
      this.#poll.pause();
      this.#player.stop();
    }

    if (this.#current !== null) {
      this.#fresh.failed(error);
    } else {
      fill(this.#main, failure(error, () => this.#again()));
    }
  }

  #again() {
    this.#layout();
    this.#poll.now();
    this.#loadEvidence();
  }

  // A case that was never in review can be displayed too.
  async #read() {
    try {
      return await this.#reviews.get(this.#caseId, this.#etag);
    } catch (error) {
      if (error.status !== 404) {
        throw error;
      }

      const found = await this.#reviews.case(this.#caseId, this.#etag);
      return found && { ...found, value: { case: found.value, approveReasons: [], approveWithLabelReasons: [], rejectReasons: [] } };
    }
  }

  #show(next) {
    const before = this.#current;
    this.#current = next;
    const { case: shown } = next;
    if (before === null && isAboutSafety(shown)) {
      beginStrictly();
    }

    document.title = `${shown.submission.title ?? shown.upload.name} · ${t('title')}`;
    const { claim, ...review } = shown.review ?? {};
    refill(this.#header, { ...shown, review }, () => caseHeader(shown, {
      filters: lastQueue().filters, left: this.#left, made: this.#made, next: () => this.#next(),
    }));
    refill(this.#submission, [shown.submission, shown.pastDeclarations], () => submissionSection(shown));
    this.#takedown.show(shown);
    this.#actions.show(next, this.#etag);
    this.#explain();
    this.#history.refresh();
    if (before) {
      changesBetween(before.case.review, shown.review, this.#session.subject).forEach(text => announce(text));
    } else {
      this.#showFindings();
    }

    if (this.#claims) {
      this.#claims = false;
      this.#actions.claimIfFree();
    }

    // The video may have moved to another container, where its URL is no longer valid.
    if (before?.case.location?.container !== shown.location?.container) {
      this.#player.load();
    }
  }

  // Drawn again once the evidence is there, and when a decision is no longer possible.
  #explain() {
    const { case: shown, approveReasons, approveWithLabelReasons, rejectReasons, labelOptions } = this.#current;
    const use = this.#actions.canDecide ? proposed => this.#actions.propose(proposed) : null;
    const data = [shown.decision, shown.shadowDecision, shown.explicitLabel, shown.safety, Boolean(this.#evidence), use === null,
      approveReasons, approveWithLabelReasons, rejectReasons, labelOptions];
    refill(this.#why, data, () => whySection(this.#current, this.#evidence, {
      jump: seconds => this.#player.seek(seconds), picture: file => this.#frames.addressOf(file), use,
    }));
  }

  #propose() {
    const proposed = this.#current && this.#actions.canDecide ? proposalOf(this.#current) : null;
    if (proposed) {
      this.#actions.propose(proposed);
    }
  }

  async #loadEvidence() {
    const read = async file => {
      try {
        return await this.#reviews.evidence(this.#caseId, file);
      } catch {
        return null;
      }
    };
    const files = ['labels.json', 'explicit-labels.json', 'frames.json', 'safety-frames.json'];
    const [labels, visible, frames, safety] = await Promise.all(files.map(read));
    this.#evidence = { labels, visible, frames, safety };
    this.#showFindings();
  }

  #showFindings() {
    if (!this.#current || !this.#evidence) {
      return;
    }

    const { case: shown } = this.#current;
    const { labels, visible, frames, safety } = this.#evidence;
    const jump = seconds => this.#player.seek(seconds);
    this.#timeline.show(momentsOf(shown, visible), labels);
    this.#frames.show(frames, visible, safety);
    this.#explain();
    fill(this.#findings,
      visibleSection(shown, visible, jump), reportSection(shown, labels), safetySection(shown, jump), detectorsSection(shown));
  }

  // How many are left after this one.
  async #count() {
    try {
      const { left, more } = await lookAhead(this.#reviews, this.#caseId, this.#session.subject);
      this.#left.textContent = t('case.left', { n: more ? `${left}+` : left });
    } catch {
      this.#left.textContent = '';
    }
  }

  async #next() {
    see(this.#caseId);
    try {
      const { next } = await lookAhead(this.#reviews, this.#caseId, this.#session.subject);
      await this.#actions.leaveClaim();
      if (next) {
        step(next);
        go(['case', next.caseId]);
      } else {
        announce(t('queue.end'));
        go(['queue'], lastQueue().filters);
      }
    } catch (error) {
      announce(explain(error), 'bad');
    }
  }

  // The decision stays within reach: the next page names it.
  async #afterDecision(verdict) {
    if (isOnWalk(this.#caseId) && preference('andNext')) {
      const { submission, upload } = this.#current.case;
      decided({ caseId: this.#caseId, verdict, name: submission.title || fileName(upload.name) });
      await this.#next();
    }
  }
}

function isAboutSafety({ safety, decision }) {
  return safety?.state === 'unsafe' || /^(unsafe|safety)-/.test(decision?.reason ?? '');
}
