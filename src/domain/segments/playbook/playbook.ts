import type { Condition } from '../checks/condition.ts';
import type { DigitalSegmentId } from '../segment.ts';
import type { SectionId } from './sections.ts';

/** What a statement rests on: sources, by id, or the judgement of whoever wrote it. */
export type Basis = { kind: 'source'; sources: readonly string[] } | { kind: 'judgement' };

/** Who can pull a lever of negotiation, from the nearest to the farthest. */
export const leverHolders = ['team', 'department', 'centre'] as const;
export type LeverHolder = (typeof leverHolders)[number];

/** One paragraph, marked by what it rests on. */
export type Paragraph = {
  /** Name within its section, for links; null where nothing links to it alone. */
  id: string | null;
  /** What it is about, where its section lists named things: a mechanism, an indicator, a route. */
  name: string | null;
  text: string;
  basis: Basis;
  /** Of an indicator: how it is worked out. */
  formula: string | null;
  /** Of a lever: who can pull it. */
  by: LeverHolder | null;
  /** Of a related way to source: id of the delivery model. */
  model: string | null;
};

/** What a check says when it fires: advise, warn, or stop until somebody has dealt with it. */
export const outcomes = ['stop', 'warn', 'advise'] as const;
export type Outcome = (typeof outcomes)[number];

/** A check over the facts of a case, a contract or a draft. */
export type PlaybookCheck = {
  id: string;
  /** What is the matter when it fires. */
  title: string;
  when: Condition;
  outcome: Outcome;
  because: string;
  /** What to do about it. */
  act: string;
  basis: Basis;
  /** The passage that says more: a section, or a paragraph of it as `section.paragraph`. */
  passage: string;
};

/** A source, and how it was read. */
export type PlaybookSource = {
  id: string;
  title: string;
  publisher: string;
  /** Day or month of publication as far as it is known, for people. */
  date: string;
  /** `primary`: the source itself was read · `secondary`: somebody’s report of it · `unverified`: not read, check it first. */
  read: 'primary' | 'secondary' | 'unverified';
  note: string | null;
};

/** The playbook of one segment. */
export type Playbook = {
  segment: DigitalSegmentId;
  summary: string;
  /** Post of whoever answers for it; null while nobody does. */
  owner: string | null;
  /** Day on which it was last gone through. */
  reviewed: string;
  /** `unreviewed` until a named owner has read it. */
  status: 'unreviewed' | 'reviewed';
  sections: Readonly<Record<SectionId, readonly Paragraph[]>>;
  /** Its own checks, then those that hold in every segment. */
  checks: readonly PlaybookCheck[];
  /** How many of the checks are its own. */
  ownChecks: number;
  /** The sources that its paragraphs and checks name. */
  sources: readonly PlaybookSource[];
};
