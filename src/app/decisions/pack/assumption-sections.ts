import { bullets, paragraph, type PackSection } from '../../../domain/decisions/pack/pack-document.ts';
import { listText, shareText } from '../figure-text.ts';
import type { PackMatter } from './pack-matter.ts';
import { ended, timingText, uncertainNumber, uncertainPounds, wordsOf } from './pack-words.ts';

/** The assumptions book: every cost line with its source, and how uncertainty is treated. */
export function assumptionSection({ document, names }: PackMatter): PackSection {
  const { costs, appraisal } = document;
  const groupName = (id: string): string => costs.groups.find((one) => one.id === id)?.name ?? id;
  return {
    id: 'assumptions',
    title: 'Assumptions book: cost lines',
    blocks: [
      costs.lines.length === 0
        ? paragraph('The case holds no cost lines.')
        : {
            kind: 'table',
            caption: 'Cost lines',
            head: [
              'Line',
              'Options',
              'Quantity',
              'Unit cost',
              'When',
              'VAT and budget',
              'Source',
              'Owner and confidence',
              'Disclosure of the price',
            ],
            numeric: [],
            rows: costs.lines.map((line) => ({
              cells: [
                line.label,
                line.options === 'all' ? 'All' : listText(line.options.map(names.option)),
                `${uncertainNumber(line.quantity)}${line.unit === undefined ? '' : ` × ${line.unit}`}`,
                `${uncertainPounds(line.unitCost)}${growthText(line.realGrowthPercent)}${line.fixedPrice ? '; fixed in cash' : ''}`,
                timingText(line.when),
                `${vatText(line.vat)}; ${line.budget}${line.sunk ? '; sunk' : ''}${line.transfer ? '; transfer' : ''}`,
                line.source ?? 'None given',
                `${line.owner ?? 'Nobody'}; ${line.confidence === undefined ? 'confidence not said' : `${line.confidence} confidence`}`,
                line.disclosure ?? 'Not recorded: owner only',
              ],
              rests: [[line.id]],
            })),
            note: `Unit costs are in pounds without VAT at ${appraisal.priceBase} prices. Three figures are a beta-PERT distribution unless the case says otherwise.`,
          },
      { kind: 'heading', text: 'How uncertainty is treated, once for each group' },
      ...(costs.treatments.length === 0
        ? [paragraph('Nobody has said how risk is treated in any cost group.')]
        : bullets(
            costs.treatments.map(({ group, options, method, upliftPercent, referenceClass, because }) => ({
              text: `${groupName(group)}${options === 'all' ? '' : ` (${listText(options.map(names.option))})`}: ${wordsOf(method)}${upliftPercent === undefined ? '' : ` of ${upliftPercent} per cent`}${referenceClass === undefined ? '' : ` “${wordsOf(referenceClass)}”`}. ${because === undefined ? 'Nobody has said why.' : ended(because)}`,
            })),
          )),
      { kind: 'heading', text: 'What moves together' },
      ...(costs.correlations.length === 0
        ? [paragraph('Lines are taken to vary independently; nobody has said what moves together.')]
        : bullets(
            costs.correlations.map(({ between: [one, other], rank }) => ({
              text:
                one === other
                  ? `Within ${groupName(one)}: rank correlation ${rank}.`
                  : `${groupName(one)} and ${groupName(other)}: rank correlation ${rank}.`,
            })),
          )),
    ],
  };
}

function growthText(percent: number): string {
  return percent === 0
    ? ''
    : `; ${percent > 0 ? '+' : '−'}${Math.abs(percent)} per cent a year beyond inflation`;
}

function vatText({
  treatment,
  ratePercent,
  rule,
}: PackMatter['document']['costs']['lines'][number]['vat']): string {
  const rate = treatment === 'outside-scope' ? '' : ` ${shareText(ratePercent / 100)}`;
  return `${wordsOf(treatment)}${rate}${rule === undefined ? '' : ` (${rule})`}`;
}
