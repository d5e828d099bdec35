import { segmentPhrase } from '../../domain/segments/segment-phrase.ts';
import { moneyText } from '../contracts/amount-text.ts';
import { countText } from '../count-text.ts';
import { textSection, textTable } from '../text-form.ts';
import { strategySections, type StrategySection, type StrategyView } from './views.ts';

/** Headings of the parts. */
export const strategyHeadings: Readonly<Record<StrategySection, string>> = {
  aim: 'What this is',
  position: 'Where the money goes',
  practice: 'Where practice differs from the playbooks',
  renewals: 'What ends, and the approach',
  actions: 'What we will do',
};

/** A strategy as text: who keeps it, its parts, and the table of commitments. */
export function strategyAsText({ evidence, texts, marking, kept, edited }: StrategyView): string {
  const { buyer, asOf, mix } = evidence;
  const state =
    kept === null
      ? 'Written from the register; nobody has kept it yet.'
      : `Version ${kept.revision} of ${kept.newest}, saved ${kept.savedAt.slice(0, 16).replace('T', ' ')} UTC by ${kept.savedBy}; ${edited.length === 0 ? 'no part edited' : `${countText(edited.length, 'part')} edited`}.`;
  return [
    `Digital sourcing strategy of ${buyer.name} (${marking}), figures of ${asOf}\n${state}`,
    ...strategySections.map((section) => textSection(strategyHeadings[section], texts[section])),
    textSection(
      'Committed by segment and delivery model',
      textTable(
        mix.map(({ segment, model, contracts, pence }) => [
          segmentPhrase(segment),
          model?.name ?? 'model not told',
          countText(contracts, 'contract'),
          moneyText(pence, 'GBP'),
        ]),
      ),
    ),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
