import {
  recordFormat,
  type DecisionRecord,
  type RecordContent,
} from '../../src/domain/decisions/record/decision-record.ts';
import { documentHash } from '../../src/domain/decisions/record/document-hash.ts';
import { methodVersions } from '../../src/domain/decisions/record/method-versions.ts';
import { nameDigest, sealNames } from '../../src/domain/decisions/record/seal-names.ts';
import { sealRecord } from '../../src/domain/decisions/record/seal-record.ts';
import { interchangeJson } from '../../src/lib/interchange-json.ts';
import { isObject } from '../../src/lib/json.ts';
import { caseWith, smallCase } from './sourcing-case.ts';

const salt = '00112233445566778899aabbccddeeff';

/**
 * A small sealed record with two names and parts exchanged.
 *
 * @example recordWith({ number: 2, previous: first.hash }).number // 2
 */
export function recordWith(parts: Partial<RecordContent> = {}): DecisionRecord {
  const roles = [...smallCase.roles, { role: 'legal', post: 'Lawyer', name: 'Lee Gal' }];
  const document = caseWith({ roles });
  const sealed = sealNames(document, () => salt);
  const plain = interchangeJson(sealed.document);
  const signer = { name: 'Cy Chair', salt };
  const content: RecordContent = {
    format: recordFormat,
    case: document.id,
    title: document.title,
    body: { id: 'local', name: 'This installation' },
    number: 1,
    previous: null,
    stage: 'outline',
    outcome: 'approved',
    waitsFor: [],
    revision: 3,
    marking: document.marking,
    madeAt: '2026-11-01T12:00:00.000Z',
    document: isObject(plain) ? plain : {},
    documentHash: documentHash(document),
    seed: 1,
    draws: 1000,
    methods: methodVersions(),
    reference: [{ id: 'deflators', version: '2026', restsOn: 'results' }],
    figures: [{ query: 'segment=cloud-hosting', at: '2026-11-01T11:00:00.000Z', value: 12 }],
    problems: [],
    results: { money: { options: [{ option: 'product', p50: 1_500_000.25 }] } },
    signatures: [
      {
        action: 'approved',
        stage: 'outline',
        post: 'Investment committee',
        nameDigest: nameDigest(signer),
        authentication: 'name typed, not authenticated',
        reasons: 'Permits take too long, and this ends it.',
        considered: true,
        conditions: ['Hire two analysts'],
        releases: '£45,000',
        returns: null,
        revision: 3,
        documentHash: documentHash(document),
        signedAt: '2026-11-01T12:00:00.000Z',
      },
    ],
    ...parts,
  };
  return sealRecord(content, { ...sealed.names, [nameDigest(signer)]: signer });
}
