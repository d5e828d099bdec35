import { beforeAll, describe, expect, it } from 'vitest';
import { packedCase, planted } from '../../../../test/factories/packed-case.ts';
import { caseWith } from '../../../../test/factories/sourcing-case.ts';
import { testContext } from '../../../../test/support/context.ts';
import { docxParts, wordsOfPart } from '../../../../test/support/docx-parts.ts';
import { htmlFaults } from '../../../../test/support/page.ts';
import { textsOf } from '../../../domain/decisions/pack/pack-document.ts';
import { packReaders } from '../../../domain/decisions/pack/pack-reader.ts';
import { unknownSections } from '../../../domain/decisions/pack/release-category.ts';
import type { CaseRun } from '../case-run.ts';
import { poundsText } from '../figure-text.ts';
import { workOut } from '../work-out.ts';
import { buildPack, buildReleasedPack } from './build-pack.ts';
import { casePack, type CasePack } from './case-pack.ts';

const context = testContext();
const { interestTest, approvals } = context.reference.decisions;
const document = caseWith(packedCase);
let run: CaseRun;

beforeAll(async () => {
  run = await workOut(context, document, []);
});

const packed = async (parts: Partial<Parameters<typeof casePack>[2]> = {}): Promise<CasePack> =>
  casePack(context, run, { for: 'obc', release: false, ...parts }, ['html', 'docx']);

/** Everything that a reader of either file could see, its properties and other parts included. */
async function seen(pack: CasePack): Promise<string> {
  const [html, docx] = pack.files;
  if (html === undefined || docx === undefined) throw new Error('A file is missing.');
  const parts = await docxParts(docx.bytes);
  return [
    new TextDecoder().decode(html.bytes),
    ...[...parts.values()].map(wordsOfPart),
    ...parts.values(),
  ].join('\n');
}

const words = [planted.legalAdvice, planted.dissent, planted.shortDissent, planted.scoreNote, planted.person];
const secrets = [...planted.price, ...words];

/** Which options’ whole-life costs a text states. */
function totalsSeen(text: string): Record<string, boolean> {
  return Object.fromEntries(
    (run.money?.options ?? []).map(({ option, cost }) => [option, text.includes(poundsText(cost.p50.value))]),
  );
}

describe('an evidence pack', () => {
  it('holds, in full, everything that the version for release keeps back', async () => {
    const text = await seen(await packed());
    const kept = ['£487,000', '£487,321', '£490k', '£0.5m', ...words];
    expect(kept.filter((secret) => !text.includes(secret))).toEqual([]);
    expect(totalsSeen(text)).toMatchObject({ product: true });
  });

  it.each(packReaders)('for %s is valid HTML with headings in order', async (reader) => {
    const { files } = await packed({ for: reader });
    expect(await htmlFaults(new TextDecoder().decode(files[0]?.bytes))).toEqual([]);
  });

  it('says what is missing where a case holds next to nothing, and invents nothing', () => {
    const bare = {
      ...run,
      document: caseWith(),
      money: null,
      appraisal: null,
      composition: null,
      rates: null,
    };
    const pack = buildPack(bare, { reader: 'obc', interestTest, approvals });
    const text = pack.chapters
      .flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks.flatMap(textsOf)))
      .join('\n');
    for (const said of [
      'No officer has recommended an option.',
      'The case names no budget',
      'Nobody has recorded whether suppliers were asked.',
      'Nobody has recorded a route to market or a contract strategy.',
      'No option has been tested.',
      'No dissenting view is recorded.',
      'No approval has been given yet',
      'Nobody has set a day on which the outcome is reviewed.',
    ])
      expect(text).toContain(said);
    expect(text).not.toMatch(/undefined|NaN|null|\[object/u);
  });

  it('carries the marking in the names of its files, and puts what is asked on its first page', async () => {
    const { files } = await packed();
    expect(files.map(({ name }) => name)).toEqual([
      'OFFICIAL-SENSITIVE-COMMERCIAL-permits-obc.html',
      'OFFICIAL-SENSITIVE-COMMERCIAL-permits-obc.docx',
    ]);
    const [summary] = buildPack({ ...run, document }, { reader: 'obc', interestTest, approvals }).chapters;
    const facts = summary?.sections[0]?.blocks.find(({ kind }) => kind === 'facts');
    expect(facts === undefined ? [] : textsOf(facts).filter((_, at) => at % 2 === 0)).toEqual([
      'What you are asked',
      'Recommended option',
      'If nothing is done',
      'What it costs',
      'Is it funded',
      'What we get',
      'Can it be delivered in time',
      'Has the market been asked',
      'Biggest risk',
      'Who checked the model',
      'What would change the answer',
      'What happened last time',
      'What is released now',
      'What comes back',
    ]);
  });

  it('shows a record with names that were typed, and what changed', () => {
    const source = {
      record: {
        number: 3,
        hash: 'ab12',
        on: '2026-11-20',
      },
      signatures: [{ meaning: 'verified', post: 'Analyst of another team', name: 'Q', on: '2026-11-19' }],
      changes: { since: 'version 2', changes: [{ path: 'title', what: 'Title', before: 'A', after: 'B' }] },
      evidence: ['Seven suppliers were seen winning similar work.'],
    };
    const pack = buildPack({ ...run, document }, { reader: 'obc', interestTest, approvals, source });
    const text = JSON.stringify(pack);
    expect(text).toContain(
      'Analyst of another team (Q; name typed, not authenticated) verified it on 19 November 2026.',
    );
    expect(text).toContain('SHA-256 ab12');
    expect(text).toContain('Compared with version 2.');
    expect(text).toContain('Seven suppliers were seen winning similar work.');
  });
});

describe('the approvals of a pack', () => {
  const textOf = (parts: Partial<typeof document>): string =>
    JSON.stringify(
      buildPack({ ...run, document: { ...document, ...parts } }, { reader: 'obc', interestTest, approvals }),
    );

  it('stand beside what the rules suggest, with those that the case has and those that it lacks', () => {
    const council = { ...document.buyer, type: 'local-government', changesOn: '2029-04-01' };
    const asked = {
      stage: 'outline' as const,
      approver: 'Cabinet',
      status: 'asked' as const,
      conditions: [],
    };
    const triage = { 'whole-life-value': 900_000, citizens: 'many' };
    const text = textOf({ buyer: council, approvals: [asked], triage });
    expect(text).toContain('Cabinet, outline stage: asked');
    expect(text).toContain(
      'Consent of the successor council is probably needed, and the case names no approval by the successor (shadow) authority: add it, or say in the case why it isn’t.',
    );
    expect(text).not.toContain('Key decision, in the forward plan is probably needed');
    expect(textOf({ buyer: council, approvals: [], triage })).toContain(
      'Key decision, in the forward plan is probably needed',
    );
  });

  it('are never said not to be needed', () => {
    expect(textOf({ approvals: [] })).toContain('That doesn’t mean that none is needed');
    expect(textOf({})).toContain('your own scheme of delegation and your finance team decide');
  });
});

describe('a version for release', () => {
  it('names nobody who signed, and tells what changed only by its part', async () => {
    const source = {
      signatures: [{ meaning: 'verified', post: 'Analyst', name: 'Vera Fier', on: '2026-11-19' }],
      changes: {
        since: 'record 1',
        changes: [
          {
            path: 'costs.lines[0].unitCost',
            what: 'Costs, lines, “Fee”, unit cost',
            before: '4711',
            after: '5',
          },
          {
            path: 'costs.lines[1].unitCost',
            what: 'Costs, lines, “Run”, unit cost',
            before: '1',
            after: '2',
          },
          { path: 'title', what: 'Title', before: 'A', after: 'B' },
        ],
      },
    };
    const full = await seen(await packed({ for: 'obc', source }));
    expect(['Vera Fier', '4711', 'unit cost'].filter((told) => !full.includes(told))).toEqual([]);
    const released = await seen(await packed({ for: 'obc', release: true, source }));
    expect(['Vera Fier', '4711', 'unit cost'].filter((told) => released.includes(told))).toEqual([]);
    expect(released).toContain('2 changes');
    expect(released).toContain('1 change');
  });

  it.each(packReaders)('for %s lets nothing out that is withheld, in HTML or in Word', async (reader) => {
    const text = await seen(await packed({ for: reader, release: true }));
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    // The whole of an option that has one line tells its price; what is published stays.
    expect(totalsSeen(text)).toEqual({ bau: true, minimum: true, product: false, build: true });
  });

  it('enters everything that it leaves out, and leaves out everything that it enters', () => {
    const question = { reader: 'obc' as const, interestTest, approvals };
    const full = buildPack({ ...run, document }, question);
    const { pack, schedule } = buildReleasedPack({ ...run, document }, question);
    const sections = (one: typeof pack): (typeof pack)['chapters'][number]['sections'][number][] =>
      one.chapters.filter(({ id }) => id !== 'schedule').flatMap(({ sections: own }) => own);
    const named = new Set<number>();
    for (const [at, section] of sections(pack).entries()) {
      const told = sections(full)[at]?.blocks ?? [];
      const before = new Set(told.flatMap(textsOf).flatMap((text) => text.split('\n')));
      for (const block of section.blocks) {
        if (block.kind === 'gap') {
          named.add(block.entry);
          continue;
        }
        for (const line of textsOf(block).flatMap((text) => text.split('\n'))) {
          const gap = /^Withheld \((\d+)\)$/u.exec(line);
          if (gap === null) expect(before).toContain(line);
          else named.add(Number(gap[1]));
        }
      }
    }
    expect([...named].toSorted((one, other) => one - other)).toEqual(schedule.map(({ number }) => number));
    expect(schedule.length).toBeGreaterThan(5);
  });

  it('isn’t made where the case wants something withheld that no section is called', async () => {
    const release = [...packedCase.release, { section: 'Minutes of the crypt', category: 'exempt' }];
    const lost = { ...run, document: caseWith({ ...packedCase, release }) };
    await expect(casePack(context, lost, { for: 'obc', release: true }, ['html'])).rejects.toThrow(
      'The case wants “Minutes of the crypt” withheld, and no section of a pack is called that.',
    );
    expect((await casePack(context, lost, { for: 'obc', release: false }, ['html'])).files.length).toBe(1);
  });

  it('finds every section that a pack has by words of its title', () => {
    const titles = packReaders.flatMap((reader) =>
      buildPack({ ...run, document }, { reader, interestTest, approvals }).chapters.flatMap(({ sections }) =>
        sections.map(({ title }) => title),
      ),
    );
    expect(unknownSections(titles.map((section) => ({ section, category: 'exempt' })))).toEqual([]);
    expect(unknownSections([{ section: 'Minutes', category: 'exempt' }])).toEqual(['Minutes']);
  });

  it('gives section, exemption, reason and review of what the case names', () => {
    const { schedule } = buildReleasedPack({ ...run, document }, { reader: 'obc', interestTest, approvals });
    expect(schedule).toContainEqual({
      number: expect.any(Number),
      reason: 'section',
      section: 'Dissent',
      category: 'on request',
      exemption: 'None: it can be asked for.',
      because: 'Advice before a decision',
      review: '2027-10-29',
      items: [{ name: 'the whole section', count: 1 }],
    });
    expect(new Set(schedule.map(({ reason }) => reason))).toEqual(
      new Set(['section', 'price', 'repeats', 'person']),
    );
  });

  it.each(packReaders)('for %s lets no price out in a name, a reason or over two lines', async (reader) => {
    const told = (where: string): string => `${where} at £487,321`;
    const named = caseWith({
      ...packedCase,
      title: told('Title'),
      buyer: { ...packedCase.buyer, name: told('Buyer') },
      options: packedCase.options.map((option) => ({ ...option, name: told(`Option ${option.id}`) })),
      criteria: packedCase.criteria.map((one, at) => ({ ...one, name: told(`Criterion ${at}`) })),
      components: packedCase.components.map((one) => ({ ...one, name: told(`Component ${one.id}`) })),
      costs: {
        ...packedCase.costs,
        lines: packedCase.costs.lines.map((line, at) => ({ ...line, label: told(`Line ${at}`) })),
        risks: packedCase.costs.risks.map((risk) => ({ ...risk, label: told('Risk') })),
      },
      tests: packedCase.tests.map((test) => ({ ...test, evidence: 'They ask\n£487,321\na year.' })),
      release: packedCase.release.map((one) => ({
        ...one,
        because: told('Because'),
        ...(one.category === 'exempt' && {
          exemption: told('Exemption'),
          section: `${one.section} £487,321`,
        }),
      })),
    });
    const question = { for: reader, release: true };
    const pack = await casePack(context, { ...run, document: named }, question, ['html', 'docx']);
    const text = await seen(pack);
    expect(text.split('\n').filter((line) => line.includes('487,321'))).toEqual([]);
    expect(JSON.stringify(pack.withheld)).not.toContain('487,321');
  });

  it('withholds nothing where everything may be published', async () => {
    const lines = packedCase.costs.lines.map((line) => ({ ...line, disclosure: 'published' }));
    const open = caseWith({
      ...packedCase,
      costs: { ...packedCase.costs, lines },
      roles: packedCase.roles.map(({ role, post }) => ({ role, post })),
      release: [],
    });
    const pack = await casePack(context, await workOut(context, open, []), { for: 'obc', release: true }, [
      'html',
    ]);
    expect(pack.withheld).toEqual([]);
    expect(new TextDecoder().decode(pack.files[0]?.bytes)).toContain(
      'Nothing is withheld from this version.',
    );
  });
});

describe('a pack for Word', () => {
  it('has real headings, heads that repeat, its language, marking and properties', async () => {
    const parts = await docxParts((await packed()).files[1]?.bytes ?? new Uint8Array());
    const body = parts.get('word/document.xml') ?? '';
    expect(body.match(/<w:pStyle w:val="Heading1"\/>/gu)?.length).toBe(7);
    expect(body).toContain('<w:pStyle w:val="Heading2"/>');
    expect(body.match(/<w:tblHeader\/>/gu)?.length).toBe(body.match(/<w:tbl>/gu)?.length);
    expect(parts.get('word/styles.xml')).toContain('w:val="en-GB"');
    const margins = [...parts].filter(([name]) => /word\/(?:header|footer)\d+\.xml/u.test(name));
    expect(margins.length).toBeGreaterThan(1);
    for (const [, xml] of margins) expect(xml).toContain('OFFICIAL-SENSITIVE COMMERCIAL');
    const properties = parts.get('docProps/core.xml') ?? '';
    expect(properties).toContain('<dc:title>Replace the permits service: Outline business case</dc:title>');
    expect(properties).toContain('<dc:creator>Harbour Authority</dc:creator>');
  });
});
