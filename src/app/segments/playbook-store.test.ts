import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { recordingReporter, testContext } from '../../../test/support/context.ts';
import { describeOnDatabases, type TestDatabase } from '../../../test/support/database.ts';
import { addPlaybookVersion } from '../../db/queries/playbook-versions.ts';
import { AppError } from '../../lib/errors.ts';
import { sha256Hex } from '../../lib/hash.ts';
import type { Context } from '../context.ts';
import { checkSegment } from './check.ts';
import { compareSegments } from './compare.ts';
import { diffPlaybook } from './diff-playbook.ts';
import { editPlaybook } from './edit-playbook.ts';
import { showPlaybookHistory } from './playbook-history.ts';
import { livePlaybook } from './playbook-store.ts';
import { showPlaybook } from './playbook.ts';
import { restorePlaybook } from './restore-playbook.ts';

const segment = 'emerging-technology' as const;

async function refusalOf(work: Promise<unknown>): Promise<AppError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('It was not refused.');
}

describe('without a database', () => {
  it('the playbooks that come with the program are shown', async () => {
    const shown = await showPlaybook.run(testContext(), { segment });
    expect(shown).toMatchObject({ segment, version: 1, savedAt: null, warnings: [] });
  });
});

describeOnDatabases('editing a playbook', (open) => {
  let database: TestDatabase;
  let file: string;
  const context = (text?: string): Context =>
    testContext({ register: database.register, ...(text !== undefined && { stdin: [text] }) });
  const edit = async (from: string | RegExp, to: string, saving: { seen?: number; by?: string } = {}) => {
    const { text } = await livePlaybook(context(), segment);
    const changed = text.replace(from, to);
    expect(changed).not.toBe(text);
    return editPlaybook.run(context(changed), { file: '-', ...saving });
  };
  const scope = async (version?: number): Promise<string> => {
    const asked = version === undefined ? { segment } : { segment, revision: version };
    const shown = await showPlaybook.run(context(), asked);
    return shown.sections[0]?.paragraphs[0]?.text ?? '';
  };

  beforeEach(async () => {
    database = await open();
    file = (await livePlaybook(context(), segment)).text;
  });

  it('begins with the file that comes with the program', async () => {
    const { versions, warnings } = await showPlaybookHistory.run(context(), { segment });
    expect(versions).toEqual([{ version: 1, savedAt: null, savedBy: null, note: null, isLive: true }]);
    expect(warnings).toEqual([]);
  });

  it('counts at once, with who saved it and why in the history', async () => {
    await scope();
    const saved = await edit('Pilots, prototypes', 'Trials, prototypes', { by: 'Head of the centre' });
    expect(saved).toMatchObject({ segment, version: 2, savedBy: 'Head of the centre' });
    expect(await scope()).toMatch(/^Trials, prototypes/u);
    expect(await scope(1)).toMatch(/^Pilots, prototypes/u);
    const { versions } = await showPlaybookHistory.run(context(), { segment });
    expect(versions.map(({ version, savedBy, isLive }) => [version, savedBy, isLive])).toEqual([
      [2, 'Head of the centre', true],
      [1, null, false],
    ]);
  });

  it('changes checks and comparisons too', async () => {
    const draft = `A pilot of translation\n${'We buy a pilot of new technology. '.repeat(4)}`;
    const asked = { draft: '-', segment } as const;
    const before = await checkSegment.run(context(draft), asked);
    expect(before.findings.map(({ title }) => title)).toContain('No stages');
    await edit('title: No stages', 'title: Nothing goes in stages');
    const after = await checkSegment.run(context(draft), asked);
    expect(after.findings.map(({ title }) => title)).toContain('Nothing goes in stages');
    const { segments } = await compareSegments.run(context(), {});
    expect(segments.find(({ id }) => id === segment)?.version).toBe(2);
    expect(segments).toHaveLength(14);
  });

  it('is refused with path and line where it is wrong, and what stands goes on', async () => {
    const refusal = await refusalOf(edit('Pilots, prototypes', 'Pilots <script>alert(1)</script>'));
    expect(refusal.code).toBe('bad-request');
    const line = file.slice(0, file.indexOf('judgement: >-')).split('\n').length;
    expect(refusal.message).toContain(`line ${line}, sections.scope[0].judgement: `);
    expect(Object.keys(refusal.fields)).toEqual(['sections.scope[0].judgement']);
    expect((await showPlaybookHistory.run(context(), { segment })).versions).toHaveLength(1);
  });

  it('is refused where somebody saved another version meanwhile', async () => {
    await edit('Pilots, prototypes', 'Trials, prototypes', { seen: 1 });
    const refusal = await refusalOf(edit('Trials, prototypes', 'Tests, prototypes', { seen: 1 }));
    expect(refusal.code).toBe('changed-meanwhile');
    expect(await scope()).toMatch(/^Trials/u);
  });

  it('of two at once takes one', async () => {
    const done = await Promise.allSettled([
      edit('Pilots, prototypes', 'Trials, prototypes', { seen: 1 }),
      edit('Pilots, prototypes', 'Tests, prototypes', { seen: 1 }),
    ]);
    expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await showPlaybookHistory.run(context(), { segment })).versions).toHaveLength(2);
  });

  it('shows what changed word by word', async () => {
    await edit('Pilots, prototypes', 'Trials, prototypes');
    const { from, to, changes } = await diffPlaybook.run(context(), { segment });
    expect([from, to]).toEqual([1, 2]);
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({ place: 'What it is, and what it isn’t', kind: 'changed' });
    expect(changes[0]?.parts.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'removed', text: 'Pilots' },
      { kind: 'added', text: 'Trials' },
    ]);
  });

  it('has nothing to compare where nobody edited', async () => {
    expect((await refusalOf(diffPlaybook.run(context(), { segment }))).message).toContain('none before it');
  });

  it('restores an earlier version as a new one', async () => {
    await edit('Pilots, prototypes', 'Trials, prototypes');
    const saved = await restorePlaybook.run(context(), { segment, revision: 1 });
    expect(saved).toMatchObject({ version: 3, note: 'Version 1 again.' });
    expect(await scope()).toMatch(/^Pilots/u);
    expect((await livePlaybook(context(), segment)).text).toBe(file);
    const refusal = await refusalOf(restorePlaybook.run(context(), { segment, revision: 1 }));
    expect(refusal.message).toContain('nothing to restore');
    expect((await refusalOf(restorePlaybook.run(context(), { segment, revision: 9 }))).code).toBe(
      'not-found',
    );
  });

  it('keeps the last good version live where a later one no longer fits, and says so', async () => {
    await edit('Pilots, prototypes', 'Trials, prototypes');
    const content = file.replace('summary:', 'sumary: wrong\nsummary:');
    const row = { segment, version: 3, content, content_hash: sha256Hex(content) };
    const saved = { saved_at: '2026-11-01T12:00:00Z', saved_by: 'another program', note: null };
    await database.register.write(async (transaction) =>
      addPlaybookVersion(transaction, { ...row, ...saved }),
    );
    expect(await scope()).toMatch(/^Trials/u);
    const { warnings, versions } = await showPlaybookHistory.run(context(), { segment });
    expect(warnings[0]).toContain('Version 3 doesn’t fit this program: line 2, sumary: ');
    expect(versions.map(({ version, isLive }) => [version, isLive])).toEqual([
      [3, false],
      [2, true],
      [1, false],
    ]);
    expect((await refusalOf(showPlaybook.run(context(), { segment, revision: 3 }))).code).toBe(
      'input-unreadable',
    );
    const reporter = recordingReporter();
    const { segments } = await compareSegments.run(
      testContext({ register: database.register, reporter }),
      {},
    );
    expect(segments).toHaveLength(14);
  });

  it('never changes or takes away a version', async () => {
    await edit('Pilots, prototypes', 'Trials, prototypes');
    await expect(
      database.register.write(async (transaction) =>
        sql`update playbook_version set content = ''`.execute(transaction),
      ),
    ).rejects.toThrow();
    await expect(
      database.register.write(async (transaction) => sql`delete from playbook_version`.execute(transaction)),
    ).rejects.toThrow();
  });

  it('says when a review is due, and that the text changed since', async () => {
    await edit('Pilots, prototypes', 'Trials, prototypes');
    const today = await showPlaybook.run(context(), { segment });
    expect(today).toMatchObject({ isReviewDue: false, reviewDueOn: '2027-05-23' });
    const later = testContext({ register: database.register, now: '2027-06-01T12:00:00Z' });
    expect(await showPlaybook.run(later, { segment })).toMatchObject({ isReviewDue: true });
  });
});
