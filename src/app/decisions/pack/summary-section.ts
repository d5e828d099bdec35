import type { PackFact, PackSection } from '../../../domain/decisions/pack/pack-document.ts';
import { reasonText } from '../appraisal-text.ts';
import { listText, pointsText, poundsText, shareText } from '../figure-text.ts';
import { figureName } from '../money-text.ts';
import { askedApprovals, requestText } from './approval-words.ts';
import { fundingSentences } from './funding-words.ts';
import { moneyOf, totalOf, type PackMatter } from './pack-matter.ts';
import { changeSentence } from './change-sentence.ts';
import { numberWords } from './number-words.ts';
import { capitalised, ended, readinessText, stageNames, uncertainPounds } from './pack-words.ts';
import { verificationText } from './verification-text.ts';

/** The decision on one page: what a committee asks first, answered in its order. */
export function summarySection(matter: PackMatter): PackSection {
  const { document, plan, stage } = matter;
  return {
    id: 'decision-summary',
    title: 'Decision summary',
    blocks: [
      { kind: 'paragraph', text: plan.asks },
      ...(document.stage === stage
        ? []
        : [
            {
              kind: 'notice' as const,
              text: `The case stands at the ${stageNames[document.stage]}. This pack is laid out for the ${stageNames[stage]}.`,
            },
          ]),
      ...readyNotice(matter),
      {
        kind: 'facts',
        rows: [
          { name: 'What you are asked', text: requestText(matter) },
          recommended(matter),
          { name: 'If nothing is done', text: ended(document.need.ifNothing), tellsOf: ['present'] },
          cost(matter),
          funding(matter),
          benefit(matter),
          delivered(matter),
          { name: 'Has the market been asked', text: marketSentence(matter), tellsOf: ['market'] },
          risk(matter),
          { name: 'Who checked the model', text: verificationText(matter) },
          changes(matter),
          { name: 'What happened last time', text: lastTime(matter), tellsOf: ['approvals'] },
          { name: 'What is released now', text: released(matter), tellsOf: ['approvals'] },
          { name: 'What comes back', text: returned(matter), tellsOf: ['approvals'] },
        ],
      },
    ],
  };
}

function readyNotice({ run, names }: PackMatter): PackSection['blocks'] {
  const reasons = [...new Set((run.appraisal?.reasons ?? []).map((reason) => reasonText(reason, names)))];
  if (run.appraisal !== null && reasons.length === 0) return [];
  return [
    {
      kind: 'notice',
      text: 'Not ready for approval. What stands below is what can be said so far. To be settled first:',
    },
    { kind: 'list', items: reasons.map((text) => ({ text })) },
  ];
}

function recommended({ document, run, names }: PackMatter): PackFact {
  const indicated = run.appraisal?.indicated ?? null;
  const method =
    indicated === null
      ? 'The method indicates nothing yet.'
      : `The method indicates ${names.option(indicated.option)}: ${pointsText(indicated.value)} of 100 points.`;
  const { recommendation } = document;
  if (recommendation === undefined)
    return { name: 'Recommended option', text: `No officer has recommended an option. ${method}` };
  const officer = `${recommendation.post} recommends ${names.option(recommendation.option)}.`;
  if (indicated === null) return { name: 'Recommended option', text: `${officer} ${method}` };
  return indicated.option === recommendation.option
    ? {
        name: 'Recommended option',
        text: `${officer} The method indicates the same: ${pointsText(indicated.value)} of 100 points.`,
      }
    : {
        name: 'Recommended option',
        text: `${officer} ${method} The two differ; the officer’s reasons are given under “The officer’s recommendation”.`,
      };
}

function cost({ document, run, option }: PackMatter): PackFact {
  const money = moneyOf(run.money, option?.id ?? null);
  if (money === null || option === null)
    return { name: 'What it costs', text: 'Nobody can say yet: its costs could not be worked out.' };
  const { years, priceBase } = document.appraisal;
  const { p50, p80 } = money.cost;
  return {
    name: 'What it costs',
    text:
      `${poundsText(p50.value)} at P50 and ${poundsText(p80.value)} at P80: present value over ${numberWords(years)} ${years === 1 ? 'year' : 'years'} at ${priceBase} prices, without VAT.\n` +
      `In cash, with VAT that is not recovered: ${poundsText(money.cash.p50.value)} at P50 and ${poundsText(money.cash.p80.value)} at P80.`,
    rests: [
      ...totalOf(document, [option.id], 'economic').rests,
      ...totalOf(document, [option.id], 'cash').rests,
    ],
    tellsOf: ['appraisal', 'money-financial'],
  };
}

function funding(matter: PackMatter): PackFact {
  const { document, option } = matter;
  return {
    name: 'Is it funded',
    text: fundingSentences(matter).join('\n'),
    ...(option === null ? {} : totalOf(document, [option.id], 'cash')),
    tellsOf: ['funding'],
  };
}

function benefit({ document, run, option }: PackMatter): PackFact {
  const name = 'What we get';
  const outcomes = listText([...new Set(document.need.outcomes.map(({ owner }) => owner ?? 'nobody'))]);
  const outcome = `${capitalised(numberWords(document.need.outcomes.length))} ${document.need.outcomes.length === 1 ? 'outcome is' : 'outcomes are'} promised, owned by ${outcomes}.`;
  const money = moneyOf(run.money, option?.id ?? null);
  if (option === null || money === null || money.benefits === null)
    return { name, text: `${outcome} No benefit in money is claimed.` };
  const owners = [
    ...new Set(
      document.benefits
        .filter(({ options }) => options === 'all' || options.includes(option.id))
        .map(({ realisedBy }) => realisedBy ?? 'nobody'),
    ),
  ];
  return {
    name,
    text: `${outcome}\nBenefits in money are worth ${poundsText(money.benefits.p50.value)} at P50 (present value), to be confirmed by ${listText(owners)}.`,
    tellsOf: ['benefits'],
  };
}

function delivered({ document, option }: PackMatter): PackFact {
  const name = 'Can it be delivered in time';
  const { neededBy } = document.need;
  if (option === null) return { name, text: `It is needed by ${neededBy}. No option is put forward yet.` };
  const own = document.tests.filter(
    ({ option: id, test }) => id === option.id && (test === 'delivered-in-time' || test === 'team-in-post'),
  );
  const tests = own.flatMap(({ result, treatment, owner, by }) =>
    result === 'condition'
      ? [
          `Condition: ${ended(treatment ?? 'nobody has written it down')} ${owner ?? 'Nobody'}${by === undefined ? ', no day set' : `, by ${by}`}.`,
        ]
      : [],
  );
  const ready =
    option.readyOn === undefined
      ? `It is needed by ${neededBy}. Nobody has said when it would be ready.`
      : `Ready on ${option.readyOn}, ${readinessText(document.need, option.readyOn)} (${neededBy}).`;
  return {
    name,
    text: [ready, ...tests].join('\n'),
    tellsOf: ['delivery'],
  };
}

/** What was done to ask suppliers, in a sentence or two. */
export function marketSentence({ document }: PackMatter): string {
  const { market } = document;
  if (market === undefined) return 'Nobody has recorded whether suppliers were asked.';
  const on = market.on === undefined ? '' : ` on ${market.on}`;
  const asked =
    market.engaged === 'yes'
      ? `Yes${on === '' ? '' : `,${on}`}.`
      : market.engaged === 'planned'
        ? `Not yet; it is planned${market.on === undefined ? '' : ` for ${market.on}`}.`
        : 'No.';
  const count =
    market.credibleSuppliers === undefined
      ? 'Nobody has said how many suppliers are credible.'
      : `${capitalised(numberWords(market.credibleSuppliers))} ${market.credibleSuppliers === 1 ? 'supplier is' : 'suppliers are'} thought credible.`;
  return `${asked} ${count}`;
}

function risk({ document, run, option }: PackMatter): PackFact {
  const name = 'Biggest risk';
  if (option === null) return { name, text: 'No option is put forward yet.' };
  const own = document.costs.risks
    .filter(({ options }) => options === 'all' || options.includes(option.id))
    .map((one) => ({ ...one, worst: one.probability * (worstOf(one.impact) ?? 0) }))
    .toSorted((one, other) => other.worst - one.worst);
  const [first] = own;
  const [bar] = moneyOf(run.money, option.id)?.tornado ?? [];
  const moves =
    bar === undefined
      ? []
      : [
          `What moves the cost most is “${figureName(document, bar.id)}”: the whole costs ${poundsText(bar.lowMean)} on average where it turns out lowest, and ${poundsText(bar.highMean)} where it turns out highest.`,
        ];
  const told =
    first === undefined
      ? 'Nobody has listed a risk of this option.'
      : `“${first.label}”: a chance of ${shareText(first.probability)}, ${uncertainPounds(first.impact)}, if it happens. ${first.owner ?? 'Nobody'} owns it.`;
  return {
    name,
    text: [...moves, told].join('\n'),
    ...totalOf(document, [option.id], 'economic'),
    tellsOf: ['risk-allocation'],
  };
}

function worstOf(impact: PackMatter['document']['costs']['risks'][number]['impact']): number | undefined {
  return typeof impact === 'number' ? impact : (impact.high ?? impact.p90 ?? impact.mean);
}

function changes({ document, run, names }: PackMatter): PackFact {
  const name = 'What would change the answer';
  const { appraisal } = run;
  if (appraisal?.indicated === null || appraisal === null) return { name, text: 'Nothing is indicated yet.' };
  const { indicated } = appraisal;
  const told = appraisal.changes
    .filter(({ kind }) => kind === 'price-per-point' || kind === 'cost' || kind === 'weight')
    .slice(0, 3)
    .map((change) => changeSentence(change, indicated, names));
  return {
    name,
    text: told.length === 0 ? 'No single change that was looked at would.' : told.join('\n'),
    tellsOf: ['switching'],
    ...totalOf(
      document,
      document.options.filter(({ shortlisted }) => shortlisted).map(({ id }) => id),
      'economic',
    ),
  };
}

function lastTime({ document }: PackMatter): string {
  const before = document.approvals.filter(({ status }) => status === 'given' || status === 'refused');
  const told = before.map(
    ({ approver, stage, status, on, releases }) =>
      `${approver} ${status === 'given' ? 'approved' : 'refused'} it at the ${stageNames[stage]}${on === undefined ? '' : ` on ${on}`}${releases === undefined ? '' : `, releasing ${releases}`}.`,
  );
  const outcome = 'The case doesn’t say how earlier decisions of this kind turned out.';
  return [...(told.length === 0 ? ['No earlier approval of this case is recorded.'] : told), outcome].join(
    '\n',
  );
}

function released(matter: PackMatter): string {
  const told = askedApprovals(matter).flatMap(({ releases }) =>
    releases === undefined ? [] : [ended(releases)],
  );
  return told.length === 0 ? 'Nobody has said what this approval would release.' : told.join('\n');
}

function returned(matter: PackMatter): string {
  const told = askedApprovals(matter).flatMap(({ returns }) =>
    returns === undefined ? [] : [ended(returns)],
  );
  return told.length === 0 ? 'Nobody has said what comes back, and when.' : told.join('\n');
}
