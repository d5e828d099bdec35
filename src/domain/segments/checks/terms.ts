import type { FactDeclaration } from './fact.ts';

/** Words that a text may say about a term of a contract. A match says that the term is spoken of, not that it is good. */
export type Term = { label: string; asks: string; words: RegExp };

/** A term, by what the words about it look like. */
function term(label: string, asks: string, words: RegExp): Term {
  return { label, asks, words };
}

/** Terms whose words are looked for in texts, by the name of their fact. */
export const terms = {
  'says-accessibility': term('words about accessibility', 'accessibility', /\bWCAG\b|\baccessib\w+/iu),
  'says-api': term('words about interfaces', 'open or documented interfaces', /\bAPIs?\b|application programming interface|(?:open|documented|published) interfaces?|interfaces? (?:are|is) (?:ours|open|documented|published)|behind (?:its|an|our) interface/iu),
  'says-audit': term('words about licence audits', 'audits of licences', /licen[cs]e audits?|audit (?:rights?|clauses?)|rights? (?:of|to) audit/iu),
  'says-audited-accounts': term('a demand for audited accounts', 'audited accounts', /audited (?:annual )?(?:accounts|financial statements)/iu),
  'says-benchmarking': term('words about benchmarking', 'benchmarking', /\bbenchmark\w*/iu),
  'says-bid-certificates': term('certificates asked for with the bid', 'certificates that must be held when bidding', /(?:ISO ?\/?(?:IEC ?)?(?:27001|9001|20000)|Cyber Essentials)[^.\n]{0,80}\b(?:at|with|by|before) (?:the )?(?:(?:time|date|point) of )?(?:bid|bidding|tender|submission)/iu),
  'says-bid-insurance': term('insurance asked for with the bid', 'insurance that must be in place when bidding', /(?:insurance|indemnity)[^.\n]{0,80}\b(?:at|with|by|before) (?:the )?(?:(?:time|date|point) of )?(?:bid|bidding|tender|submission)/iu),
  'says-break': term('words about a break', 'a break or termination on notice', /\bbreak (?:clause|point|option|after|at|in)\b|terminat\w+ (?:for convenience|on notice|at any time|without cause)|months?[’']? notice|notice (?:period|of termination)/iu),
  'says-carry-over': term('words about unused commitment', 'carrying over what was committed and not used', /\bcarry(?:ing)?[- ]?(?:over|forward)|carried (?:over|forward)|\broll(?:ed|ing)?[- ]?over/iu),
  'says-catalogue': term('words about a catalogue', 'a catalogue or price list', /\bcatalogues?\b|\bprice lists?\b/iu),
  'says-change-control': term('words about change control', 'changes and who prices them', /change (?:control|requests?|procedure)|variation procedure|impact assessments? of changes?/iu),
  'says-commitment': term('words about a commitment', 'committed spend or volume', /commit(?:ment|ted)\b|minimum (?:annual )?(?:spend|volume|order|quantity)/iu),
  'says-delivery-time': term('words about delivery times', 'how fast goods are delivered', /deliver(?:y|ed) (?:within|times?|in \d|lead|schedule)|\blead[- ]times?\b/iu),
  'says-design-authority': term('words about who owns the design', 'who owns architecture and design decisions', /design authority|architecture (?:is|remains|stays|owned|authority|board)|technical authority/iu),
  'says-disposal': term('words about disposal', 'wiping, return or disposal of equipment', /\bdispos(?:al|e|ed)\b|\bwip(?:e|ed|ing)\b|saniti[sz]\w+|data destruction|take[- ]back|\brecycl\w+/iu),
  'says-egress': term('words about taking data out', 'charges for taking data out', /\begress\b|data (?:transfer|export|extraction) (?:charges?|fees?|costs?)|charges? for (?:taking |moving )?data|data that leaves?/iu),
  'says-equivalent': term('“or equivalent”', 'equivalents of what it names', /\bor (?:an )?equivalent\b|functionally equivalent/iu),
  'says-evaluation': term('words about testing a model', 'accuracy, bias or evaluation of a model', /\baccuracy\b|\bbias(?:es)?\b|evaluation (?:gates?|sets?|data)|test sets?|hallucinat\w+/iu),
  'says-exit': term('words about exit', 'exit, handover or help with leaving', /\bexit (?:plan|management|strategy|assistance|support|schedule|clause|and transition|provisions?)|\bhand[- ]?over\b|off-?boarding|help (?:with|on) leaving|months of help/iu),
  'says-incident': term('words about incidents', 'detecting and reporting incidents', /incident (?:response|reporting|management|notification)|breach notif\w+|time to (?:detect|respond|patch|contain)/iu),
  'says-ip': term('words about ownership of what is made', 'who owns code and other results', /intellectual property|\bIPRs?\b|source code|ownership of (?:the )?(?:code|data|results|deliverables)|code is (?:ours|public|published)|open[- ]source/iu),
  'says-knowledge-transfer': term('words about knowledge transfer', 'handing knowledge to the client’s own people', /(?:knowledge|skills?) transfer|transfer of (?:knowledge|skills)|\bupskill\w*|(?:train|coach)(?:ing|es)? (?:of )?(?:our|the authority’s|client|in-house|internal) (?:staff|teams?|people)/iu),
  'says-kpis': term('words about performance indicators', 'performance indicators', /(?:key )?performance indicators?|\bKPIs?\b|indicators? (?:a|per|for each) lot/iu),
  'says-margin': term('words about the reseller’s margin', 'the margin of a reseller', /\bmargins?\b|\bmark[- ]?ups?\b|uplift on (?:cost|list)/iu),
  'says-milestones': term('words about milestones', 'payment by milestone or stage', /\bmilestones?\b|stage payments?|payment by (?:stage|result)|by stage of work/iu),
  'says-model-change': term('words about a change of model', 'what happens when a model changes or is withdrawn', /(?:model|version) (?:changes?|updates?|retirement|deprecation|withdrawal)|change of model|swap(?:ping)? (?:of )?models?/iu),
  'says-off-payroll': term('words about off-payroll work', 'off-payroll working', /\bIR35\b|off[- ]payroll/iu),
  'says-open-book': term('words about open book', 'open-book accounting', /open[- ]book/iu),
  'says-open-format': term('words about formats of data', 'getting data back in an open format', /open (?:data )?(?:formats?|standards?)|machine[- ]readable|\bCSV\b|\bJSON\b|full export|data (?:return|extraction|export)/iu),
  'says-outcomes': term('words about outcomes', 'outcomes or acceptance', /\boutcomes?\b|acceptance (?:criteria|tests?)|definition of done/iu),
  'says-portability': term('words about a trial elsewhere', 'portability, or a trial of running elsewhere', /\bportab\w+|run(?:ning)? elsewhere|tried elsewhere|second provider|rehears\w+|exit (?:test|trial)s?|trial of (?:leaving|moving)/iu),
  'says-price-cap': term('words about price rises', 'how far prices may rise', /\b(?:cap|caps|capped|ceiling)\b[^.\n]{0,40}\b(?:prices?|increases?|uplifts?|index\w*|rises?|rates?)|\b(?:prices?|price list|uplifts?|increases?|indexation|rises?|rates?)\b[^.\n]{0,40}\b(?:cap|capped|limited|held|fixed|frozen)\b|\bcapped rates?\b|\b(?:CPI|RPI)\b/iu),
  'says-prompt-payment': term('words about payment within 30 days', 'payment within 30 days', /30[- ]days?[^.\n]{0,40}(?:pay|invoice)|pa(?:y|id|yment)[^.\n]{0,50}30[- ]days?|prompt payment/iu),
  'says-public-references': term('references from public bodies only', 'references from public bodies', /(?:\b(?:two|three|four|five)\b|\b\d\b) (?:\w+ )?(?:public[- ]sector|council|local authority|NHS|government) (?:references?|contracts?|clients?|customers?)/iu),
  'says-rates': term('words about rates', 'a rate card or day rates', /\brate cards?\b|\bday rates?\b|\bSFIA\b|\bcapped rates?\b/iu),
  'says-scale-up': term('words about scaling up', 'what follows a pilot that works', /\bscal(?:e|ing)[- ]up\b|full roll[- ]?out|option to (?:extend to|scale|roll)|following a successful pilot/iu),
  'says-service-levels': term('words about service levels', 'service levels', /service[- ]levels?|\bSLAs?\b|\bavailability\b|uptime/iu),
  'says-small-firms': term('words about small firms', 'small firms or subcontractors', /\bSMEs?\b|small (?:and medium|firms?|business\w*|er firms)|subcontract\w*/iu),
  'says-step-in': term('words about step-in', 'stepping in', /\bstep(?:ping)?[- ]in\b/iu),
  'says-target-cost': term('words about sharing gain and pain', 'a target cost or a share of gain', /target (?:cost|price)|(?:gain|pain)[- ]?shar\w+/iu),
  'says-tenure': term('words about how long people stay', 'a limit on how long one person stays', /\btenure\b|maximum (?:assignment|engagement|length of)|(?:convert\w*|conversion|transfer\w*) to permanent|temporary[- ]to[- ]permanent/iu),
  'says-time-and-materials': term('words about time and materials', 'time and materials', /time and materials?|\bT&M\b/iu),
  'says-transfer': term('words about transfer to a successor', 'transfer to a successor body', /\bnovat\w+|\bassign(?:ment|able)\b|\btransferable\b|successor/iu),
  'says-true-down': term('words about reducing volumes', 'reducing seats or volumes within the term', /true[- ]?down|reduc\w+ (?:the )?(?:number of )?(?:licen[cs]es|seats|users|subscriptions|volumes?)|volume bands?/iu),
  'says-uncapped-liability': term('liability without a limit', 'liability without a limit', /(?:unlimited|uncapped) liabilit\w+|liabilit\w+ (?:is|shall be) (?:unlimited|uncapped)/iu),
  'says-usage-limit': term('words about limits of use', 'limits or alerts on use', /usage (?:caps?|limits?|alerts?)|spend(?:ing)? (?:caps?|limits?|alerts?)|budget alerts?|\bquotas?\b/iu),
  'says-volumes': term('volumes in numbers', 'how many users, devices, seats or transactions', /\b\d[\d,]*\s+(?:\w+\s+)?(?:users?|devices|seats|licen[cs]es|laptops|tablets|homes|properties|dwellings|transactions|applications|staff|employees|sites|servers)\b/iu),
  'says-warranty': term('words about warranty', 'warranty', /\bwarrant(?:y|ies)\b/iu),
} as const satisfies Record<string, Term>; // prettier-ignore

/** Name of a fact that is read in a text. */
export type TermName = keyof typeof terms;

/** The names of the facts that are read in texts. */
export const termNames = Object.keys(terms).filter((name): name is TermName => name in terms);

/**
 * A term as a declared fact.
 *
 * @example termFact(terms['says-egress']).type // 'yes-no'
 */
export function termFact({ label, asks }: Term): FactDeclaration {
  return {
    type: 'yes-no',
    label,
    meaning: `Whether the text has words about ${asks}. It says that the term is spoken of, not that it is good or agreed.`,
    from: {
      case: 'route.contract and route.exit, and what the option says of its exit; no only where the contract approach is written',
      contract:
        'title, description, lots and options of the notices; only yes, because notices leave terms out',
      draft: 'the text, or title, description and lots of the release',
    },
  };
}
