import { expect, it } from 'vitest';
import { markedFileName } from './marked-file-name.ts';

it('begins with the marking, in letters that every file system takes', () => {
  expect(markedFileName({ level: 'OFFICIAL-SENSITIVE', descriptor: 'PERSONAL' }, ['permits', 'record', 2], 'json')).toBe(
    'OFFICIAL-SENSITIVE-PERSONAL-permits-record-2.json',
  );
  expect(markedFileName({ level: 'OFFICIAL' }, ['permits', 'obc for release'], 'html')).toBe(
    'OFFICIAL-permits-obc-for-release.html',
  );
}); // prettier-ignore
