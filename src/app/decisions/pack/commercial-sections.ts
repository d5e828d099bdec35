import {
  bullets,
  paragraph,
  type PackBlock,
  type PackSection,
} from '../../../domain/decisions/pack/pack-document.ts';
import { compositionPrices } from '../../../domain/decisions/pack/price-secrets.ts';
import { isOf } from '../../../domain/decisions/case-years.ts';
import { testName } from '../case-names.ts';
import { listText, pointsText, poundsText, shareText } from '../figure-text.ts';
import { marketSentence } from './summary-section.ts';
import type { PackMatter } from './pack-matter.ts';
import { ended, gapText, uncertainPounds } from './pack-words.ts';

type Test = PackMatter['document']['tests'][number];

/** Whether the market was looked at and asked, and what it said. */
export function marketSection(matter: PackMatter): PackSection {
  const { document, source } = matter;
  const { market } = document;
  return {
    id: 'market',
    title: 'Market engagement and market health',
    blocks: [
      paragraph(marketSentence(matter)),
      {
        kind: 'facts',
        rows: [
          {
            name: 'What was heard',
            text: market?.heard === undefined ? 'Nobody has written it down.' : ended(market.heard),
          },
          { name: 'Engagement notice', text: market?.notice ?? 'No notice is named.' },
        ],
      },
      { kind: 'heading', text: 'What the register shows' },
      ...(source.evidence === undefined || source.evidence.length === 0
        ? [paragraph('No figures of the register are attached to this case.')]
        : bullets(source.evidence.map((text) => ({ text })))),
    ],
  };
}

/** How it is bought and run. */
export function routeSection({ document }: PackMatter): PackSection {
  const { route } = document;
  return {
    id: 'route',
    title: 'Route and contract',
    blocks:
      route === undefined
        ? [paragraph('Nobody has recorded a route to market or a contract strategy.')]
        : [
            {
              kind: 'facts',
              rows: [
                { name: 'Route', text: ended(route.route) },
                {
                  name: 'Why this route',
                  text: route.because === undefined ? 'Nobody has said.' : ended(route.because),
                },
                {
                  name: 'Charging, risk and indicators',
                  text: route.contract === undefined ? 'Nobody has said.' : ended(route.contract),
                },
                { name: 'Staff transfer (TUPE)', text: testsText(document, 'staff-transfer') },
                { name: 'Off-payroll work (IR35)', text: testsText(document, 'off-payroll') },
              ],
            },
          ],
  };
}

function testsText(document: PackMatter['document'], wanted: Test['test']): string {
  const own = document.tests.filter(({ test }) => test === wanted);
  if (own.length === 0) return 'No test of it is recorded.';
  return own
    .map(({ option, result, evidence }) => {
      const name = document.options.find(({ id }) => id === option)?.name ?? option;
      return `${name}: ${result}${evidence === undefined ? '.' : `. ${ended(evidence)}`}`;
    })
    .join('\n');
}

/** The end of the present contract, what bridges to the new one, and on which ground in law. */
export function interimSection({ document, option }: PackMatter): PackSection {
  const { need, tests, options } = document;
  const ends = need.present?.endsOn;
  const usual = options.find(({ role }) => role === 'business-as-usual')?.id;
  const lawful = tests.filter(
    ({ test, option: id }) => test === 'lawful' && (id === usual || id === option?.id),
  );
  const late = tests.filter(({ test, option: id }) => test === 'delivered-in-time' && id === option?.id);
  const ready = option?.readyOn;
  return {
    id: 'interim',
    title: 'The present contract, and any interim use of it',
    blocks: [
      paragraph(
        ends === undefined
          ? 'The case doesn’t say when the present contract ends.'
          : ready === undefined
            ? `The present contract ends on ${ends}.`
            : `The present contract ends on ${ends}; the option that is put forward is ready on ${ready}, ${ready === ends ? 'the same day' : `${gapText(ready, ends)} that`}.`,
      ),
      paragraph(
        need.present?.regime === undefined
          ? 'Nobody has recorded the law under which the present contract was let, which governs any extension.'
          : `It was let under: ${ended(need.present.regime)}`,
      ),
      ...(lawful.length + late.length === 0
        ? [paragraph('No test says whether it is lawful, or whether it can be delivered in time.')]
        : bullets([...lawful, ...late].map((test) => ({ text: testSentence(document, test) })))),
      paragraph(
        'A bridge needs a ground in law beside its price: an option in the contract, a permitted modification or a short new call-off. Where none is named above, nobody has recorded one.',
      ),
    ],
  };
}

/** A test as a sentence or two. */
export function testSentence({ options }: Pick<PackMatter['document'], 'options'>, one: Test): string {
  const { option, test, result, evidence, treatment, owner, by } = one;
  const name = options.find(({ id }) => id === option)?.name ?? option;
  const says = {
    pass: 'passes',
    fail: 'fails',
    condition: 'passes, on a condition,',
    unknown: 'is not known to pass',
  }[result];
  const done = treatment === undefined ? '' : ` To be done: ${ended(treatment)}`;
  const who = owner === undefined ? '' : ` ${owner}${by === undefined ? '' : `, by ${by}`}.`;
  return `${name} ${says} the test “${testName(test)}”${evidence === undefined ? '; no evidence is recorded.' : `: ${ended(evidence)}`}${done}${who}`;
}

/** Risks with a price, and who answers for them. */
export function riskSection({ document, option }: PackMatter): PackSection {
  const own = option === null ? [] : document.costs.risks.filter(({ options }) => isOf(options, option.id));
  return {
    id: 'risk-allocation',
    title: 'Risks and who bears them',
    blocks: [
      own.length === 0
        ? paragraph('Nobody has listed a risk of the option that is put forward.')
        : {
            kind: 'table',
            caption: 'Risks of the option that is put forward',
            head: ['Risk', 'Chance', 'If it happens', 'Year', 'Owner', 'Treatment'],
            numeric: [1],
            rows: own.map(({ label, probability, impact, year, owner, treatment }) => ({
              cells: [
                label,
                shareText(probability),
                uncertainPounds(impact),
                year,
                owner ?? 'Nobody',
                treatment ?? 'None recorded',
              ],
            })),
          },
      paragraph(
        'Owners are ours. Which of these risks a contract would put on the supplier is told, as far as anybody has, under “Route and contract”.',
      ),
    ],
  };
}

/** How it ends. */
export function exitSection({ document, option }: PackMatter): PackSection {
  return {
    id: 'exit',
    title: 'Exit, data and intellectual property',
    blocks: [
      {
        kind: 'facts',
        rows: [
          {
            name: 'How the contract ends',
            text: document.route?.exit === undefined ? 'Nobody has said.' : ended(document.route.exit),
          },
          {
            name: 'How the option ends',
            text: option?.exit === undefined ? 'Nobody has said.' : ended(option.exit),
          },
          {
            name: 'What it closes off',
            text: option?.closesOff === undefined ? 'Nobody has said.' : ended(option.closesOff),
          },
          { name: 'Has the exit been tried', text: testsText(document, 'exit-tested') },
        ],
      },
    ],
  };
}

/** The best combinations of models by component. */
export function compositionSection({ run, names }: PackMatter): PackSection {
  const { composition, modelNames } = run;
  const best = composition?.best ?? [];
  const [first] = best;
  const model = (id: string): string => modelNames[id] ?? id;
  const blocks: PackBlock[] =
    composition === null || first === undefined
      ? [
          paragraph(
            'The case doesn’t say what each part alone would cost and be worth, or no combination keeps the limits.',
          ),
        ]
      : [
          paragraph(
            `${composition.kind === 'proven' ? 'Nothing within the limits of budget and staff is better than the first of these; that is proven.' : 'The time ran out: there may be better combinations than these.'} ${first.isMixed ? 'It mixes delivery models.' : 'It takes one delivery model throughout.'}`,
          ),
          {
            kind: 'table',
            caption: 'The best combinations of delivery models',
            head: ['Part', ...best.map((_, at) => `${at + 1}.`)],
            numeric: [],
            rows: first.parts.map(({ component }, at) => ({
              cells: [names.component(component), ...best.map(({ parts }) => model(parts[at]?.model ?? ''))],
            })),
          },
          {
            kind: 'table',
            caption: 'What they are worth, cost and need',
            head: [
              'Combination',
              'Points (mean of parts)',
              'Cost',
              'Of that joining unlike models',
              'Of that extra suppliers',
              'Our own staff',
              'Suppliers',
            ],
            numeric: [1, 2, 3, 4, 5, 6],
            rows: best.map((one, at) => ({
              cells: [
                `${at + 1}.`,
                pointsText(one.value),
                poundsText(one.cost),
                poundsText(one.interfaceCost),
                poundsText(one.supplierCost),
                pointsText(one.staff),
                String(one.suppliers),
              ],
              rests: [[compositionPrices]],
            })),
            note: 'Not expressed: the budget of each year, and how uncertain these figures are. Points of all parts count alike.',
          },
        ];
  return { id: 'composition', title: 'The mixed economy by component', blocks };
}

/** Legal implications for members. */
export function legalSection({ document, names }: PackMatter): PackSection {
  const wanted = ['lawful', 'subsidy', 'staff-transfer', 'data-protection', 'off-payroll'];
  const own = document.tests.filter(({ test }) => wanted.includes(test));
  const lead = document.roles.filter(({ role }) => role === 'legal').map(({ post }) => post);
  const without = document.options.filter(
    ({ id, shortlisted }) =>
      shortlisted && !own.some(({ option, test }) => option === id && test === 'lawful'),
  );
  return {
    id: 'legal',
    title: 'Legal implications',
    blocks: [
      ...(own.length === 0
        ? [paragraph('No test of law is recorded.')]
        : bullets(own.map((test) => ({ text: testSentence(document, test) })))),
      ...(without.length === 0
        ? []
        : [
            paragraph(
              `Nobody has recorded whether ${listText(without.map(({ id }) => names.option(id)))} ${without.length === 1 ? 'is' : 'are'} lawful.`,
            ),
          ]),
      paragraph(
        lead.length === 0
          ? 'Nobody is named for legal advice.'
          : `${listText(lead)} ${lead.length === 1 ? 'answers' : 'answer'} for legal advice.`,
      ),
    ],
  };
}
