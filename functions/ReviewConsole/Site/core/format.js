// Formats numbers and times in the user's language.
import { language, t } from './i18n.js';

const steps = [['day', 86400], ['hour', 3600], ['minute', 60]];

/** Such as 'in 3 hours' or '5 minutes ago'. */
export function relative(iso, now = Date.now()) {
  const seconds = (Date.parse(iso) - now) / 1000;
  const format = new Intl.RelativeTimeFormat(language(), { numeric: 'auto', style: 'short' });
  for (const [unit, length] of steps) {
    if (Math.abs(seconds) >= length) {
      return format.format(Math.trunc(seconds / length), unit);
    }
  }

  return Math.abs(seconds) < 10 ? t('time.now') : format.format(Math.trunc(seconds), 'second');
}

export function dateTime(iso) {
  return new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'medium' }).format(new Date(iso));
}

/** The time of day. */
export function clock(date) {
  return new Intl.DateTimeFormat(language(), { timeStyle: 'medium' }).format(date);
}

/** Day and time in short form. */
export function shortDateTime(iso) {
  const form = { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
  return new Intl.DateTimeFormat(language(), form).format(new Date(iso));
}

/** A duration in seconds, such as '2 d 3 h' or '45 s'. */
export function span(seconds) {
  const units = [['d', 86400], ['h', 3600], ['min', 60], ['s', 1]];
  const first = units.findIndex(([, length]) => seconds >= length);
  if (first < 0) {
    return t('unit.s', { n: 0 });
  }

  // From ten minutes on, seconds are irrelevant.
  const count = seconds >= 600 && first === 2 ? 1 : 2;
  const parts = [];
  let rest = seconds;
  for (const [unit, length] of units.slice(first, first + count)) {
    const whole = Math.floor(rest / length);
    rest -= whole * length;
    if (whole > 0) {
      parts.push(t(`unit.${unit}`, { n: whole }));
    }
  }

  return parts.join(' ');
}

/** A position in a video, such as 1:02.5. */
export function position(seconds) {
  const tenths = Math.round(seconds * 10);
  const rest = ((tenths % 600) / 10).toFixed(tenths % 10 === 0 ? 0 : 1);
  return `${Math.floor(tenths / 600)}:${rest.padStart(rest.includes('.') ? 4 : 2, '0')}`;
}

export function bytes(count) {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];
  const power = Math.min(Math.floor(Math.log10(Math.max(count, 1)) / 3), units.length - 1);
  return new Intl.NumberFormat(language(), { style: 'unit', unit: units[power], maximumFractionDigits: 1 }).format(count / 1000 ** power);
}

export function number(value) {
  return new Intl.NumberFormat(language()).format(value);
}

export function percent(share, digits = 1) {
  return new Intl.NumberFormat(language(), { style: 'percent', maximumFractionDigits: digits }).format(share);
}

/** Gets the seconds of a .NET TimeSpan in its JSON form, [d.]hh:mm:ss[.fffffff]. */
export function timeSpan(text) {
  const match = /^(-)?(?:(\d+)\.)?(\d+):(\d+):(\d+(?:\.\d+)?)$/.exec(text ?? '');
  if (!match) {
    return null;
  }

  const [, sign, days = 0, hours, minutes, seconds] = match;
  const total = Number(days) * 86400 + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return sign ? -total : total;
}
