import { describe, expect, it } from 'vitest';
import { namesSection, releaseOf } from './release-category.ts';

const dissent = { id: 'dissent', title: 'Dissent' } as const;
const benefits = { id: 'benefits', title: 'Benefits and their owners' } as const;

describe('the release of a section', () => {
  it('is found by its id, its title, or words of it', () => {
    expect(namesSection('dissent', dissent)).toBe(true);
    expect(namesSection('Scores and dissent', dissent)).toBe(true);
    expect(namesSection('Benefits and their owners', benefits)).toBe(true);
    expect(namesSection('Cost lines', dissent)).toBe(false);
    // A part of a word is no word.
    expect(namesSection('Dissentient voices', dissent)).toBe(false);
  });

  it('is the strictest that the case says, and nothing where it says nothing', () => {
    const release = [
      { section: 'Dissent', category: 'publish' as const },
      { section: 'Scores and dissent', category: 'on-request' as const },
    ];
    expect(releaseOf(dissent, release)?.category).toBe('on-request');
    expect(releaseOf(benefits, release)).toBeNull();
  });
});
