import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Publisher } from '../notices/process-facts.ts';
import { groupProcesses, pairText, type GroupDecisions, type GroupMember } from './group-processes.ts';

const member = (ocid: string, publisher: Publisher, contracts = 1): GroupMember => ({
  ocid,
  publisher,
  contracts,
});
const fts = member('f1', 'find-a-tender');
const finder = member('c1', 'contracts-finder');
const none: GroupDecisions = { same: [], apart: [] };
const pair = (one: string, other: string, score: number) => ({ one, other, score });

describe('counting a process of several portals once', () => {
  it('counts it under Find a Tender', () => {
    expect(groupProcesses([finder, fts], [pair('c1', 'f1', 0.95)], none)).toEqual(new Map([['c1', 'f1']]));
  });

  it('counts it where its contracts are, so that none is lost', () => {
    const tender = { ...fts, contracts: 0 };
    expect(groupProcesses([finder, tender], [pair('c1', 'f1', 0.95)], none)).toEqual(new Map([['f1', 'c1']]));
  });

  it('leaves alone what is less than sure', () => {
    expect(groupProcesses([finder, fts], [pair('c1', 'f1', 0.89)], none).size).toBe(0);
  });

  it('joins neither of two that are nearly as likely: they may be lots, or two years', () => {
    const members = [fts, finder, member('c2', 'contracts-finder')];
    expect(groupProcesses(members, [pair('c1', 'f1', 0.97), pair('c2', 'f1', 0.96)], none).size).toBe(0);
    expect(groupProcesses(members, [pair('c1', 'f1', 0.999), pair('c2', 'f1', 0.91)], none)).toEqual(
      new Map([['c1', 'f1']]),
    );
  });

  it('follows people: a rival that was kept apart stands in nobody’s way, and two of one portal can be joined', () => {
    const members = [fts, finder, member('c2', 'contracts-finder')];
    const pairs = [pair('c1', 'f1', 0.97), pair('c2', 'f1', 0.96)];
    expect(groupProcesses(members, pairs, { same: [], apart: [['c2', 'f1']] })).toEqual(
      new Map([['c1', 'f1']]),
    );
    expect(groupProcesses(members, [], { same: [['c1', 'c2']], apart: [] })).toEqual(new Map([['c2', 'c1']]));
  });

  it('keeps apart what people keep apart, whatever lies between', () => {
    const scottish = member('p1', 'public-contracts-scotland');
    const counted = groupProcesses(
      [fts, finder, scottish],
      [pair('c1', 'f1', 0.99), pair('f1', 'p1', 0.98), pair('c1', 'p1', 0.97)],
      { same: [], apart: [['c1', 'p1']] },
    );
    expect(counted).toEqual(new Map([['c1', 'f1']]));
  });

  it('holds for any input: the same in any order, one of a portal at most, mains counted themselves', () => {
    const portals: readonly Publisher[] = ['find-a-tender', 'contracts-finder', 'sell2wales'];
    const members = Array.from({ length: 9 }, (_, at) =>
      member(`m${at}`, portals[at % 3] ?? 'other', at % 2),
    );
    const anyPair = fc
      .tuple(fc.nat(8), fc.nat(8), fc.double({ min: 0.5, max: 1, noNaN: true }))
      .filter(([a, b]) => a % 3 !== b % 3)
      .map(([a, b, score]) => pair(`m${Math.min(a, b)}`, `m${Math.max(a, b)}`, score));
    const pairs = fc.uniqueArray(anyPair, {
      selector: ({ one, other }) => pairText(one, other),
      maxLength: 14,
    });
    fc.assert(
      fc.property(pairs, fc.nat(), (given, turn) => {
        const counted = groupProcesses(members, given, none);
        const turned = [...given.slice(turn % 7), ...given.slice(0, turn % 7)];
        expect(groupProcesses(members.toReversed(), turned, none)).toEqual(counted);
        for (const [ocid, main] of counted) {
          expect(counted.has(main)).toBe(false);
          const group = members.filter((one) => one.ocid === main || counted.get(one.ocid) === main);
          expect(new Set(group.map(({ publisher }) => publisher)).size).toBe(group.length);
          expect(group.map((one) => one.ocid)).toContain(ocid);
        }
      }),
    );
  });
});
