import { describe, expect, it } from 'vitest';
import { AppError } from '../lib/errors.ts';
import type { SettingsDeclaration } from './toolkit-settings.ts';
import { readSettings } from './toolkit-settings.ts';

const known: SettingsDeclaration = {
  '': { properties: { currency: 'text' } },
  R003: { properties: { threshold: 'whole', procurement_methods: 'codes' } },
  'R003.procurement_method_details': { names: 'whole' },
  R024: { properties: { threshold: 'decimal' } },
  R028: { properties: {} },
  defaults: { properties: { party_roles: 'switch' } },
};

const read = (text: string) => readSettings(text, 'settings.ini', known);

function refusal(text: string): string {
  try {
    read(text);
  } catch (error) {
    if (error instanceof AppError && error.code === 'bad-request') return error.message;
    throw error;
  }
  throw new Error('It was taken.');
}

describe('the settings of the toolkit', () => {
  it('hold texts, lists, numbers, switches and tables', () => {
    const settings = read(
      'currency = GBP\n[R003]\nthreshold = 10\nprocurement_methods = open|selective|\n[R003.procurement_method_details]\nurgent = 5\n[R024]\nthreshold = .05\n[defaults]\nparty_roles = On\n',
    );
    expect(settings.text('', 'currency')).toBe('GBP');
    expect(settings.number('R003', 'threshold')).toBe(10);
    expect(settings.codes('R003', 'procurement_methods')).toEqual(new Set(['open', 'selective']));
    expect(settings.names('R003.procurement_method_details')).toEqual(new Map([['urgent', '5']]));
    expect(settings.number('R024', 'threshold')).toBe(0.05);
    expect(settings.isOn('defaults', 'party_roles')).toBe(true);
  });

  it('are null where they are left out, and a section is there even without properties', () => {
    const settings = read('[R028]');
    expect(settings.has('R028')).toBe(true);
    expect(settings.has('R003')).toBe(false);
    expect(settings.number('R003', 'threshold')).toBeNull();
    expect(settings.codes('R003', 'procurement_methods')).toBeNull();
    expect(settings.isOn('defaults', 'party_roles')).toBe(false);
  });

  it.each([
    [
      '[R003]\ntreshold = 5',
      'settings.ini line 2: there is no setting "treshold" in [R003]. Did you mean "threshold"?',
    ],
    [
      'curency = GBP',
      'settings.ini line 1: there is no setting "curency" before the first section. Did you mean "currency"?',
    ],
    ['[R030]', 'settings.ini line 1: there is no section [R030]. Did you mean [R003]?'],
    [
      '[R003]\nzebra = 5',
      'settings.ini line 2: there is no setting "zebra" in [R003]. It can be: threshold, procurement_methods.',
    ],
    [
      '[R028]\nthreshold = 5',
      'settings.ini line 2: there is no setting "threshold" in [R028]. It takes none.',
    ],
    [
      '[R003]\nconstructor = 5',
      'settings.ini line 2: there is no setting "constructor" in [R003]. It can be: threshold, procurement_methods.',
    ],
    [
      '[R003]\nthreshold = 1.5',
      'settings.ini line 2: "threshold" in [R003] must be a whole number, not "1.5".',
    ],
    [
      '[R024]\nthreshold = 5 ; percent',
      'settings.ini line 2: "threshold" in [R024] must be a number, such as 0.05, not "5 ; percent".',
    ],
    [
      '[defaults]\nparty_roles = perhaps',
      'settings.ini line 2: "party_roles" in [defaults] must be true or false, not "perhaps".',
    ],
    [
      '[R003.procurement_method_details]\nurgent = soon',
      'settings.ini line 2: "urgent" in [R003.procurement_method_details] must be a whole number, not "soon".',
    ],
    ['[R003\n', 'settings.ini line 1 begins a section, but has no closing bracket.'],
  ])('%j is refused with what to do', (text, message) => {
    expect(refusal(text)).toBe(message);
  });
});
