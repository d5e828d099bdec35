import type { CaseDocument } from '../case-parts/case-document.ts';
import type { ObservedFacts } from '../review-triggers.ts';
import { documentHash } from './document-hash.ts';
import type { NamedVersion } from './method-versions.ts';

/** What is known today beside the document. */
export type Today = {
  on: string;
  methods: readonly NamedVersion[];
  reference: readonly NamedVersion[];
  /** P80 of the cash of the recommended option, where the present version was worked out; pounds. */
  p80: number | null;
  /** What the register shows of the incumbent; null where nobody has looked. */
  incumbentEvents: readonly string[] | null;
  /** Of the route, where the register holds it; null where nobody has looked. */
  route: { name: string; endsOn: string | null; isAvailable: boolean } | null;
  /** The last day that the register gives the present contract, options included; null where it gives none. */
  presentEndsOn: string | null;
  /** When a contract of the procedure that the case names was awarded; null where none is known. */
  awardedOn: string | null;
};

/**
 * What has been seen of a signed case since: by its present version where that differs from the signed one, by days that passed, by
 * reference data, and by the register. What nobody has looked at is left out.
 *
 * @param signed the document as it was signed
 * @param present as it stands
 * @example observeCase(signed, present, today).volumes // undefined: the case is as it was
 */
export function observeCase(signed: CaseDocument, present: CaseDocument, today: Today): ObservedFacts {
  const { on, methods, reference, p80, incumbentEvents, route, awardedOn } = today;
  const readyOn = present.options.find(({ id }) => id === present.recommendation?.option)?.readyOn;
  const bridgedUntil = latest(present.need.present?.endsOn ?? null, today.presentEndsOn);
  const vacantPosts = vacantPostsOf(signed, present, on);
  const isChanged = documentHash(signed) !== documentHash(present);
  const { market, need } = present;
  return {
    on,
    versions: [
      ...methods.map(({ id, version }) => ({ what: `The method “${id}”`, version })),
      ...reference.map(({ id, version }) => ({ what: `The reference data “${id}”`, version })),
    ],
    lapsedConditions: lapsedConditions(present, on),
    bodyChange: bodyChange(signed, present, on),
    ...(isChanged && { volumes: need.volumes.map(({ name, perYear }) => ({ name, perYear })) }),
    ...(isChanged && p80 !== null && { p80 }),
    ...(market?.credibleSuppliers !== undefined && { credibleSuppliers: market.credibleSuppliers }),
    ...(incumbentEvents !== null && { incumbentEvents }),
    ...(route !== null && { route }),
    ...(readyOn !== undefined && bridgedUntil !== null && { readyOn, bridgedUntil }),
    ...(vacantPosts !== null && { vacantPosts }),
    ...(awardedOn !== null && { awardedOn }),
  };
}

function latest(one: string | null, other: string | null): string | null {
  return one === null || (other !== null && other > one) ? other : one;
}

/**
 * A team that isn’t in post by its test, and posts that were named when it was signed and are no longer; null where the case tells
 * nothing of either.
 */
function vacantPostsOf(
  signed: CaseDocument,
  present: CaseDocument,
  on: string,
): { post: string; neededOn: string }[] | null {
  const tests = present.tests.filter(
    ({ option, test }) => test === 'team-in-post' && option === present.recommendation?.option,
  );
  const gone = signed.roles
    .filter(({ role }) => !present.roles.some((one) => one.role === role))
    .map(({ role, post }) => ({
      post: `The ${role.replaceAll('-', ' ')} (${post}), no longer named,`,
      neededOn: on,
    }));
  if (tests.length === 0 && gone.length === 0) return null;
  const open = tests.filter(({ result }) => result === 'condition' || result === 'unknown');
  return [
    ...gone,
    ...open.flatMap(({ by }) => (by === undefined ? [] : [{ post: 'The team of its option', neededOn: by }])),
  ];
}

/** Conditions of tests of the recommended option that weren’t met by their day. */
function lapsedConditions({ tests, recommendation }: CaseDocument, on: string): string[] {
  return tests
    .filter(({ option, result, by }) => option === recommendation?.option && result === 'condition' && by !== undefined && by < on)
    .map(({ treatment, test, by }) => `${treatment ?? test} (by ${by ?? ''})`);
} // prettier-ignore

/** A change of the body that nobody knew when it was signed, or that has come. */
function bodyChange(
  signed: CaseDocument,
  present: CaseDocument,
  on: string,
): { on: string; into: string } | null {
  const { changesOn } = present.buyer;
  if (changesOn === undefined) return null;
  const isNews = changesOn !== signed.buyer.changesOn || changesOn <= on;
  return isNews ? { on: changesOn, into: 'another body' } : null;
}
