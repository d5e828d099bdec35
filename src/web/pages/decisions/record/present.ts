import type { StoredCase } from '../../../../app/decisions/case-store.ts';
import type { StoredRecord } from '../../../../app/decisions/record/record-store.ts';
import { recordFileName } from '../../../../app/decisions/record/record-views.ts';
import { methods } from '../../../../domain/methods/methods.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { fact } from '../../../components/facts.ts';
import { paths } from '../../../paths.ts';

/** What verifying came to. */
type Verified = { isConfirmed: boolean; says: readonly string[] } | null;

/** A record as its page shows it. */
export function presentRecord(
  { id, document }: StoredCase,
  { number, record }: StoredRecord,
  verified: Verified,
  words: Catalogue,
) {
  const { decisionRecord: text } = words;
  const [verdict, ...findings] = verified?.says ?? [];
  return {
    title: text.title(number),
    unreadable: record === null ? text.unreadable : null,
    ...(record === null ? { facts: [], signatures: [], methods: [], figures: null } : presentContent(record, words)),
    verified: verified === null ? null : {
      tag: verified.isConfirmed ? { text: text.confirmed, colour: 'green' } : { text: text.notConfirmed, colour: 'red' },
      verdict,
      findings,
    },
    command: `npx sourcing decisions verify ${recordFileName({ case: id, number, marking: (record ?? document).marking })}`,
    verifyAction: paths.caseRecord(id, number),
    fileHref: paths.caseRecordFile(id, number),
    signHref: paths.caseSign(id),
  };
} // prettier-ignore

/** A method by its title, with its page; one that there is no longer by the name that the record gives it. */
function methodOf(id: string): { item: string; href: string | null } {
  const method = methods.find((one) => one.id === id);
  return method === undefined ? { item: id, href: null } : { item: method.title, href: paths.method(id) };
}

function presentContent(record: NonNullable<StoredRecord['record']>, words: Catalogue) {
  const { decisionRecord: text, signing, format } = words;
  const { number, previous, waitsFor, signatures, names } = record;
  return {
    facts: [
      ...fact(text.outcome, signing.outcomes[record.outcome]),
      ...fact(signing.stage, signing.stages[record.stage]),
      ...fact(text.waitsFor, waitsFor.length === 0 ? null : waitsFor.map((post) => ({ text: post }))),
      ...fact(signing.version, record.revision === null ? null : format.number(record.revision)),
      ...fact(text.madeAt, format.instant(record.madeAt)),
      ...fact(text.hash, record.hash, text.hashHint),
      ...fact(text.previous, previous === null ? text.first : text.previousText((number ?? 1) - 1, previous)),
      ...fact(text.documentHash, record.documentHash),
      ...fact(text.seed, text.seedText(record.seed, record.draws)),
    ],
    signatures: signatures.map((one) => ({
      act: signing.acts[one.action],
      who: signing.signatureOf(names[one.nameDigest]?.name ?? signing.erased, one.post),
      when: format.instant(one.signedAt),
      reasons: one.reasons,
      facts: [
        ...fact(signing.releases, one.releases),
        ...fact(signing.returns, one.returns),
        ...fact(
          signing.conditions,
          one.conditions.length === 0 ? null : one.conditions.map((each) => ({ text: each })),
        ),
      ],
    })),
    methods: [
      ...record.methods.map(({ id, version }) => ({ ...methodOf(id), version, use: text.methodUse })),
      ...record.reference.map(({ id, version, restsOn }) => ({
        item: text.referenceNames[id] ?? id,
        href: null,
        version,
        use: text.uses[restsOn],
      })),
    ],
    figures: record.figures.length === 0 ? null : text.figures(record.figures.length),
  };
}
