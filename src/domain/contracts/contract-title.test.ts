import { describe, expect, it } from 'vitest';
import { contractTitle } from './contract-title.ts';

describe('the title of a contract', () => {
  const of = (own: string | null, process: string, isOneOfSeveral = false): string =>
    contractTitle({ own, process, isOneOfSeveral });

  it('is its own, else that of its process', () => {
    expect(of('Hosting renewal', 'Hosting')).toBe('Hosting renewal');
    expect(of(null, 'Hosting')).toBe('Hosting');
  });

  it.each(['CSP26675', 'ORD2027134-6', 'PS 26/230'])('is that of its process where it is bare %s', (own) => {
    expect(of(own, 'Interlock boards')).toBe('Interlock boards');
  });

  it('stays a reference where the process has no better', () => {
    expect(of('CSP26675', 'ABC1')).toBe('CSP26675');
  });

  it('has the process’s before it where it names a part', () => {
    expect(of('Lot 4. Applications', 'Delivery Partnerships', true)).toBe(
      'Delivery Partnerships – Lot 4. Applications',
    );
    const long = `Placements for children ${'with complex needs '.repeat(5)}`.trim();
    expect(of('Lot 1 - Clothall', long, true)).toBe(`Lot 1 - Clothall – ${long}`);
    expect(of('Contract 1. Lot 1. Coaches', 'Coach Hire')).toBe('Coach Hire – Contract 1. Lot 1. Coaches');
    expect(of('Northport', 'Respiratory Infection Service', true)).toBe(
      'Respiratory Infection Service – Northport',
    );
  });

  it('stands alone where it already says what is bought', () => {
    expect(of('Voucher Service', 'Energy Adviser and Voucher Service', true)).toBe('Voucher Service');
    expect(of('Lift Maintenance - Lot 3', 'Lift Maintenance', true)).toBe('Lift Maintenance - Lot 3');
    expect(of('School Appeal Service', 'Admission Hearings')).toBe('School Appeal Service');
  });
});
