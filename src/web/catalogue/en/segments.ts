import type { SegmentId } from '../../../domain/segments/segment.ts';
import type { Format } from '../format.ts';

/** Names of the segments on pages. */
export const segmentNames: Record<SegmentId, string> = {
  'cloud-hosting': 'Cloud hosting',
  'productivity-platforms': 'Productivity platforms',
  'back-office-systems': 'Back-office systems',
  'sector-systems': 'Sector systems',
  'systems-integration': 'Systems integration',
  'digital-delivery': 'Digital delivery',
  'digital-specialists': 'Digital specialists',
  'managed-it-services': 'Managed IT services',
  'devices-hardware': 'Devices and hardware',
  'networks-telecoms': 'Networks and telecoms',
  'cyber-security': 'Cyber security',
  'data-analytics-ai': 'Data, analytics and AI',
  'automation-integration': 'Automation and integration',
  'emerging-technology': 'Emerging technology',
  'not-digital': 'Not digital',
};

const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** Words about market segments. */
export const segmentWords = (format: Format) => {
  const notices = (count: number): string =>
    `${format.number(count)} ${format.plural(count, { one: 'notice', other: 'notices' })}`;
  return {
    fact: 'Market segment',
    because: (reasons: readonly string[]) =>
      reasons.length === 0
        ? 'Nothing in the notice is known to speak for it.'
        : `Because ${reasons.join('; ')}.`,
    sure: (probability: number, second: string) =>
      `Such answers are right in about ${percent(probability)} of cases. Next best: ${second}.`,
    chosen: (by: string, day: string, reason: string) => `Chosen by ${by} on ${day}: ${reason}`,
    modelSaid: (segment: string) => `The model says ${segment}.`,
    dataLink: 'How good the market segments are',
    qualityLink: 'How good these answers are',
    percent,
    notices,
    title: 'How good the market segments are',
    lead: (count: number) =>
      `A model gives each process a market segment by what its notices say. This is how often it was right on ${notices(count)} that people had labelled and that it had not seen. An answer that the readers would also accept counts as right.`,
    digitalF1: 'Digital or not',
    digitalNote: (low: string, high: string) => `F1, 95% interval ${low} to ${high}`,
    accuracy: 'Right segment',
    accuracyNote: (low: string, high: string) => `of digital notices, 95% interval ${low} to ${high}`,
    calibrationError: 'Calibration error',
    calibrationErrorNote: (low: string, high: string) =>
      `mean distance of probability and share right, 95% interval ${low} to ${high}`,
    bySegment: {
      title: 'By segment',
      description: 'How many labelled notices each segment has, and how many of them were answered rightly.',
      heads: ['Segment', 'Labelled notices', 'Right'],
      note: 'Where a segment has few labelled notices its share says little: one more or less would move it far. Systems integration had none.',
    },
    confusion: {
      title: 'What is taken for what',
      description: 'A row for each label, a column for each answer, in notices.',
      head: 'Label',
      note: 'Mean over repeats of the measurement, so that cells need not be whole. An answer that the readers would also accept stands in the column of the label.',
    },
    calibration: {
      title: 'Whether probabilities come true',
      description: 'Of the answers given with a probability in each range, the share that was right.',
      series: ['Share right'],
      heads: ['Probability given', 'Notices', 'Mean probability', 'Share right'],
      range: (from: number, to: number) => `${percent(from)} to ${percent(to)}`,
      bar: (share: string, range: string, count: string) => `${share} right of ${count} given ${range}`,
      note: 'Ranges without an answer are left out. Notices are means over repeats of the measurement.',
    },
    method:
      'Five-fold cross-validation, ten repeats: each notice was answered by a model that had been fitted and calibrated without it.',
    overrides:
      'Whoever runs this installation can choose another segment for a process, with the reason. That choice counts and stays when notices come in again; the page of the process shows both.',
  };
};
