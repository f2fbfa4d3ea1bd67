// The required labels that an AI video lacks, each with the clause that requires it. Pure.

const saysAi = ['confirmed', 'possible', 'suspected'];

const visible = {
  missing: { what: 'explicit', clause: 'GB 45438-2025 §5.4; Measures art. 4(4)' },
  incomplete: { what: 'elements', clause: 'GB 45438-2025 §5.4 a)' },
  notAtStart: { what: 'atStart', clause: 'GB 45438-2025 §5.4; Measures art. 4(4)' },
  tooShort: { what: 'duration', clause: 'GB 45438-2025 §5.4' },
  flickering: { what: 'continuity', clause: 'GB 45438-2025 §5.4' },
  illegible: { what: 'legibility', clause: 'GB 45438-2025 §5.4' },
  undersized: { what: 'height', clause: 'GB 45438-2025 §5.4' },
};

/** @returns {{what: string, clause: string}[]} */
export function missingOf(shown, report) {
  if (!saysAi.includes(shown.decision?.origin ?? report.origin)) {
    return [];
  }

  const implicit = report.findings.some(finding => finding.kind === 'aigcLabel')
    ? null
    : { what: 'implicit', clause: 'GB 45438-2025 §6.1; Measures art. 5' };
  return [visible[shown.explicitLabel?.compliance], implicit].filter(Boolean);
}
