import type { SectionDeclaration, SettingsDeclaration } from '../toolkit-settings.ts';
import type { Indicator } from './_indicator.ts';
import { r003 } from './r003.ts';
import { r018 } from './r018.ts';
import { r024 } from './r024.ts';
import { r025 } from './r025.ts';
import { r028 } from './r028.ts';
import { r030 } from './r030.ts';
import { r035 } from './r035.ts';
import { r036 } from './r036.ts';
import { r038 } from './r038.ts';
import { r048 } from './r048.ts';
import { r058 } from './r058.ts';

/** Every indicator, in the order of the codes. */
export const indicators: readonly Indicator[] = [
  r003,
  r018,
  r024,
  r025,
  r028,
  r030,
  r035,
  r036,
  r038,
  r048,
  r058,
];

/** What the settings of the indicators may hold, and those that concern all of them. */
export const indicatorSettings: SettingsDeclaration = {
  '': {
    properties: {
      currency: 'text',
      no_price_comparison_procurement_methods: 'codes',
      price_comparison_procurement_methods: 'codes',
    },
  },
  exclusions: { properties: { procurement_method_details: 'codes' } },
  ...Object.fromEntries(indicators.flatMap(sectionsOf)),
};

function sectionsOf({ code, properties, tables }: Indicator): [string, SectionDeclaration][] {
  const own: [string, SectionDeclaration] = [code, { properties }];
  const below = Object.entries(tables ?? {}).map(([name, kind]): [string, SectionDeclaration] => [
    `${code}.${name}`,
    { names: kind },
  ]);
  return [own, ...below];
}
