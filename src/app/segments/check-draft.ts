import { classify } from '../../domain/segments/classify.ts';
import type { ProcessFacts } from '../../domain/notices/process-facts.ts';
import type { Facts } from '../../domain/segments/checks/condition.ts';
import { factNames, facts } from '../../domain/segments/checks/facts.ts';
import { factsOfDraft } from '../../domain/segments/checks/facts-of-draft.ts';
import { factsOfTender } from '../../domain/segments/checks/facts-of-tender.ts';
import { marketFacts } from '../../domain/segments/checks/market-facts.ts';
import { productFacts } from '../../domain/segments/checks/product-facts.ts';
import { runChecks } from '../../domain/segments/checks/run-checks.ts';
import { isDigital, type DigitalSegmentId } from '../../domain/segments/segment.ts';
import { AppError } from '../../lib/errors.ts';
import { streamInput } from '../../ocds/input.ts';
import type { Context } from '../context.ts';
import { processFactsOf } from '../notices/process-facts-of.ts';
import { ToolkitNotices } from '../ocds/toolkit-notices.ts';
import type { CheckReport } from './check-views.ts';
import { factValueText } from './fact-text.ts';
import { livePlaybook } from './playbook-store.ts';
import { presentChecks } from './present-checks.ts';
import type { ReadDraft } from './read-draft.ts';
import { readProcesses } from './read-processes.ts';
import { segmentMarkets, unknownMarket } from './segment-market.ts';

/** Characters that a draft has at least: fewer say nothing that could be checked. */
const leastCharacters = 80;
/** Characters that a draft has at most. */
const mostCharacters = 2_000_000;

/** A draft as it was read: what it states, and what its market is found by. */
type Draft = { title: string; facts: Facts; process: ProcessFacts; text: string };

/**
 * What a playbook says of a draft tender: plain text, or a release of the Open Contracting Data Standard.
 *
 * @param asked the segment; null takes the likeliest by what the draft says
 * @throws AppError `bad-request` where the text is too short or too long, or in no digital segment; `input-unreadable` where
 * JSON holds no release
 */
export async function checkDraft(
  context: Context,
  { text, notRead }: ReadDraft,
  asked: DigitalSegmentId | null,
): Promise<CheckReport> {
  const trimmed = text.trim();
  if (trimmed.length < leastCharacters || trimmed.length > mostCharacters)
    throw new AppError(
      'bad-request',
      `The draft has ${trimmed.length} characters; one that can be checked has ${leastCharacters} to ${mostCharacters}.`,
    );
  const draft = /^[[{]/u.test(trimmed)
    ? await readRelease(context, trimmed)
    : readPlainText(context, trimmed);
  const found = classify(draft.process, context.reference.segments);
  const segment = asked ?? found.segment;
  if (!isDigital(segment))
    throw new AppError(
      'bad-request',
      'By what it says the draft buys nothing digital, so that no playbook is for it. Name one with --segment.',
    );
  const [{ playbook }, markets] = await Promise.all([
    livePlaybook(context, segment),
    segmentMarkets(context),
  ]);
  const texts = {
    title: draft.title,
    lots: draft.process.lots.flatMap(({ title }) => title ?? []),
    descriptions: [draft.text],
  };
  const results = runChecks(playbook.checks, {
    ...draft.facts,
    ...productFacts(texts, context.reference.vendors),
    ...marketFacts(markets.get(segment) ?? unknownMarket),
  });
  const likely = `by its words; such answers are right in about ${Math.round(found.probability * 100)}% of cases, next best: ${found.second.replaceAll('-', ' ')}.`;
  return {
    subject: draft.title,
    kind: 'draft',
    segments: [
      {
        id: segment,
        because: asked === null ? likely : 'chosen.',
        isReviewed: playbook.status === 'reviewed',
      },
    ],
    stated: statedOf(draft.facts),
    notRead,
    ...presentChecks([{ playbook, option: null, results }]),
  };
}

/** What a draft was read to state. That it says nothing about a term is no statement of it, and stands in the findings. */
function statedOf(found: Facts): CheckReport['stated'] {
  return factNames.flatMap((name) => {
    const reading = found[name];
    if (reading === undefined || reading.value === false) return [];
    const { label } = facts[name];
    return [{ name, label, value: factValueText(facts[name], reading.value), evidence: reading.evidence }];
  });
}

/** Plain text: its first line is its title. */
function readPlainText(context: Context, text: string): Draft {
  const [first = '', ...rest] = text.split(/\r?\n/u);
  const title = first.slice(0, 200);
  const tender = { title, description: rest.join('\n') === '' ? text : rest.join('\n') };
  const release = {
    ocid: 'draft',
    id: 'draft',
    date: context.clock.now().toISOString(),
    tag: ['tender'],
    tender,
  };
  return {
    title,
    facts: factsOfDraft(text),
    process: processFactsOf([release], context.reference),
    text,
  };
}

/** A release, a list or a package of them; the first process counts. */
async function readRelease(context: Context, text: string): Promise<Draft> {
  const notices = new ToolkitNotices(context.reporter);
  const input = streamInput('the draft', () => bytesOf(text));
  for await (const process of readProcesses([input], context.reference, notices, context.signal)) {
    const words = [process.description, ...process.lots.map(({ description }) => description)];
    return { title: process.title, facts: factsOfTender(process), process, text: words.join('\n') };
  }
  throw new AppError(
    'input-unreadable',
    'The draft is JSON, but holds no release with an ocid. Give a release, a package of releases, or plain text.',
  );
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(Buffer.from(text));
}
