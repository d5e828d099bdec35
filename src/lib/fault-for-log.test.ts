import { expect, it } from 'vitest';
import { faultForLog } from './fault-for-log.ts';

it('keeps where and why, and not the row that a database refused', () => {
  const refused = Object.assign(new Error('new row violates check constraint "decision_case_marking"'), {
    code: '23514',
    constraint: 'decision_case_marking',
    detail: 'Failing row contains (local, permits, £487,321 was offered).',
    where: 'SQL statement "insert into decision_case values (£487,321)"',
  });
  const kept = faultForLog(new Error('A case was not kept.', { cause: refused }));
  expect(kept).toMatchObject({
    type: 'Error',
    message: 'A case was not kept.',
    cause: { code: '23514', constraint: 'decision_case_marking' },
  });
  expect(kept.stack).toContain('fault-for-log.test.ts');
  expect(JSON.stringify(refused)).toContain('487,321');
  expect(JSON.stringify(kept)).not.toContain('487,321');
});

it('ends where causes go round in a circle, and tells what is no error', () => {
  const circle: Error = new Error('again');
  circle.cause = circle;
  expect(JSON.stringify(faultForLog(circle)).match(/"again"/gu)).toHaveLength(6);
  expect(faultForLog('a text').message).toBe('a text');
  expect(faultForLog(null)).toMatchObject({ type: 'object', message: 'null' });
});
