import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { actRelease, factsFrom } from '../../../test/factories/process.ts';
import type { JsonObject } from '../../lib/json.ts';
import type { ProcessFacts } from '../notices/process-facts.ts';
import { classify, type Classification, decide, logOdds, probabilitiesOf } from './classify.ts';
import { describeReason } from './describe-reason.ts';
import { featuresOf } from './features-of.ts';
import { digitalSegmentIds, segmentIds, type SegmentId } from './segment.ts';
import { termIndex, type SegmentModel } from './segment-model.ts';

/** Weights: technology, then the segments named. */
function weights(digital: number, of: Partial<Record<SegmentId, number>> = {}): number[] {
  return [digital, ...digitalSegmentIds.map((id) => of[id] ?? 0)];
}

const calibration = { digitalSlope: 1, digitalShift: 0, segmentSlope: 1, answerSlope: 1, answerShift: 0 };
const model: SegmentModel = {
  version: 'test',
  spellings: new Map(),
  terms: termIndex([
    { key: 'term:patient record', label: 'patient record', words: ['patient', 'record'] },
    { key: 'term:patient', label: 'patient', words: ['patient'] },
    { key: 'term:hosting', label: 'hosting', words: ['hosting'] },
    { key: 'term:roof', label: 'roof', words: ['roof'] },
    { key: '', label: 'hosting of events', words: ['hosting', 'of', 'event'] },
  ]),
  passedOver: new Set(['renewal']),
  suppliers: termIndex([
    { key: 'supplier:acme', label: 'Acme', words: ['acme'] },
    {
      key: 'supplier:called software',
      label: 'a firm with “Software” in its name',
      words: ['called', 'software'],
    },
    { key: 'supplier:called care', label: 'a firm with “Care” in its name', words: ['called', 'care'] },
  ]),
  cpvLabels: new Map([
    ['48', 'software'],
    ['48814', 'medical information systems'],
    ['45', 'construction'],
  ]),
  weights: new Map([
    ['term:patient record', weights(2, { 'sector-systems': 3 })],
    ['term:patient', weights(-1, { 'sector-systems': 1 })],
    ['term:hosting', weights(2, { 'cloud-hosting': 3 })],
    ['term:roof', weights(-3)],
    ['cpv:48814', weights(2, { 'sector-systems': 2 })],
    ['cpv:45', weights(-3)],
    ['supplier:acme', weights(1, { 'cloud-hosting': 1 })],
  ]),
  bias: weights(-1),
  calibration,
};

const facts = (tender: JsonObject): ProcessFacts =>
  factsFrom([
    actRelease({
      tender: { legalBasis: { scheme: 'UKPGA', id: '2023/54' }, ...tender },
      parties: [{ id: 's', name: 'Acme Systems Ltd', roles: ['supplier'] }],
    }),
  ]);

describe('features', () => {
  test.each([
    ['Acme Software Ltd', ['supplier:acme']],
    ['Brook Care Software Limited', ['supplier:called software']],
    ['Software for Care Ltd', ['supplier:called care']],
    ['Called Hosting Ltd', []],
    ['Softwarehouse Unlimited', []],
  ])('of the supplier %s are %j: who is known, else what its name says', (name, expected) => {
    const given = factsFrom([
      actRelease({ tender: { title: 'Roof' }, parties: [{ id: 's', name, roles: ['supplier'] }] }),
    ]);
    const keys = featuresOf(given, model).map(({ key }) => key);
    expect(keys.filter((key) => key.startsWith('supplier:'))).toEqual(expected);
  });

  test('the longest expression counts, and its parts do not count again', () => {
    const keys = featuresOf(facts({ title: 'Patient Records' }), model).map(({ key }) => key);
    expect(keys).toContain('term:patient record');
    expect(keys).not.toContain('term:patient');
  });

  test('an expression without meaning takes its words out', () => {
    const keys = featuresOf(facts({ title: 'Hosting of events' }), model).map(({ key }) => key);
    expect(keys).not.toContain('term:hosting');
  });

  test('a title counts more than a description, an opening more than what comes after it', () => {
    const value = (tender: JsonObject): number =>
      featuresOf(facts(tender), model).find(({ key }) => key === 'term:hosting')?.value ?? 0;
    const title = value({ title: 'Hosting' });
    const opening = value({ title: 'A', description: 'We need hosting' });
    const late = value({ title: 'A', description: `${'word '.repeat(80)} hosting` });
    expect(title).toBeGreaterThan(opening);
    expect(opening).toBeGreaterThan(late);
    expect(late).toBeGreaterThan(0);
  });

  test('of a CPV code the longest known prefix counts', () => {
    const found = featuresOf(
      facts({ title: 'A', classification: { scheme: 'CPV', id: '48814200' } }),
      model,
    ).filter(({ kind }) => kind === 'cpv');
    expect(found.map(({ key }) => key)).toEqual(['cpv:48814']);
  });

  test('a supplier is known by the beginning of its name', () => {
    expect(featuresOf(facts({ title: 'A' }), model).map(({ key }) => key)).toContain('supplier:acme');
  });
});

const reasonsOf = ({ because, segment }: Classification): string[] =>
  because.map((reason) => describeReason(reason, segment));

describe('classifying', () => {
  test('the title and the code decide, and are named in plain words', () => {
    const found = classify(
      facts({ title: 'Patient record', classification: { scheme: 'CPV', id: '48814000' } }),
      model,
    );
    expect(found.segment).toBe('sector-systems');
    expect(reasonsOf(found).slice(0, 2)).toEqual([
      'the title says “patient record”',
      'CPV 48814 medical information systems',
    ]);
    expect(found.probability).toBeGreaterThan(0.5);
  });

  test('works are not digital, whoever supplies them', () => {
    const found = classify(
      facts({ title: 'Roof', classification: { scheme: 'CPV', id: '45261210' } }),
      model,
    );
    expect(found.segment).toBe('not-digital');
    expect(reasonsOf(found)).toEqual([
      'CPV 45 construction',
      'the title says “roof”',
      'nothing of technology in the title',
      'no CPV code of technology',
      'although the supplier is Acme',
    ]);
  });

  test('a notice that says nothing known gets what is missing as its reasons', () => {
    const found = classify(factsFrom([actRelease({ tender: { title: 'Lot 7' }, parties: [] })]), model);
    expect(found.segment).toBe('not-digital');
    expect(reasonsOf(found)).toEqual([
      'nothing of technology in the title',
      'no CPV code of technology',
      'nothing of technology in the description',
      'no supplier known for technology',
      'no framework for technology',
    ]);
    expect(found.second).not.toBe('not-digital');
  });

  test('a place where something spoke for the next best is not called empty', () => {
    const idle: SegmentModel = {
      ...model,
      weights: new Map([...model.weights, ['term:patient', weights(0, { 'sector-systems': 1 })]]),
    };
    const found = classify(factsFrom([actRelease({ tender: { title: 'Patient' }, parties: [] })]), idle);
    expect(found.segment).toBe('not-digital');
    expect(reasonsOf(found)).toContain('although the title says “patient”');
    expect(reasonsOf(found)).not.toContain('nothing of technology in the title');
  });

  test('five reasons are always given: what spoke against and what is missing is said as such', () => {
    const found = classify(facts({ title: 'Patient record', description: 'Not for the roof.' }), model);
    expect(found.segment).toBe('sector-systems');
    expect(reasonsOf(found)).toEqual([
      'the title says “patient record”',
      'the supplier is Acme',
      'although the description says “roof”',
      'although no known CPV code',
      'although no framework named',
    ]);
    expect(found.because.every(({ weight, role }) => weight > 0 === (role === 'for'))).toBe(true);
  });
});

describe('probabilities', () => {
  test('add up to one, and the answer and the next best are two segments', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -30, max: 30, noNaN: true }),
        fc.array(fc.double({ min: -30, max: 30, noNaN: true }), { minLength: 14, maxLength: 14 }),
        (digital, segments) => {
          const all = probabilitiesOf({ digital, segments }, calibration);
          expect([...all.values()].reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 9);
          expect([...all.keys()].toSorted()).toEqual([...segmentIds].toSorted());
          const answer = decide(all, calibration);
          expect(answer.second).not.toBe(answer.segment);
          expect(answer.probability).toBeGreaterThanOrEqual(0);
          expect(answer.probability).toBeLessThanOrEqual(1);
          expect(answer.segment === 'not-digital').toBe((all.get('not-digital') ?? 0) > 0.5);
        },
      ),
    );
  });

  test('a calibration that changes nothing leaves the probability as it is', () => {
    const all = probabilitiesOf(
      { digital: 1, segments: digitalSegmentIds.map((_, i) => i / 10) },
      calibration,
    );
    const { segment, probability } = decide(all, calibration);
    expect(probability).toBeCloseTo(all.get(segment) ?? -1, 9);
  });

  test('log odds stay finite at the ends', () => {
    expect(logOdds(0)).toBeCloseTo(-12.02, 1);
    expect(logOdds(1)).toBeCloseTo(12.02, 1);
  });
});
