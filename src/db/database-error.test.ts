import { describe, expect, it } from 'vitest';
import { AppError } from '../lib/errors.ts';
import { translateDatabaseError } from './database-error.ts';

const withCode = (code: string, message = 'failed'): Error => Object.assign(new Error(message), { code });

describe('a failure of the database', () => {
  it.each([
    [withCode('53100'), 'machine-resource', 'disk'],
    [withCode('57P01'), 'database-unavailable', 'was stopped'],
    [withCode('ECONNREFUSED'), 'database-unavailable', 'No database answers'],
    [withCode('28P01'), 'database-unavailable', 'user or password'],
    [withCode('3D000'), 'database-unavailable', 'create it first'],
    [withCode('53300'), 'database-unavailable', 'in use'],
    [withCode('ENOTFOUND'), 'database-unavailable', 'host'],
    [withCode('57014', 'canceling statement due to statement timeout'), 'database-unavailable', 'too long'],
    [new Error('Connection terminated unexpectedly'), 'database-unavailable', 'was stopped'],
    [new Error('timeout exceeded when trying to connect'), 'database-unavailable', 'in use'],
    [new AggregateError([withCode('ECONNREFUSED')]), 'database-unavailable', 'No database answers'],
  ])('becomes a refusal with what to do: %s', (cause, code, words) => {
    expect(translateDatabaseError(cause)).toMatchObject({
      code,
      message: expect.stringContaining(words),
      cause,
    });
  });

  it('stays what it is when it is a fault of the query, a cancelled one, or a refusal already', () => {
    const others = [
      withCode('23505'),
      withCode('57014', 'canceling statement due to user request'),
      new TypeError('x'),
    ];
    for (const cause of [...others, new AppError('not-found', 'Nothing.'), 'text']) {
      expect(translateDatabaseError(cause)).toBe(cause);
    }
  });
});
