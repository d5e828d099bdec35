/** What an address can carry: names with one value, several, or none. */
export type AddressQuery = Readonly<
  Record<string, string | number | boolean | readonly (string | number)[] | null | undefined>
>;

/** The three files of a process's raw record. */
export const recordFiles = ['compiled', 'versioned', 'releases'] as const;
export type RecordFile = (typeof recordFiles)[number];

/** Formats of a download of contracts. */
export const exportFormats = ['csv', 'jsonl', 'xlsx'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** The empty files of planned purchases. */
export const purchaseTemplates = ['csv', 'xlsx'] as const;
export type PurchaseTemplate = (typeof purchaseTemplates)[number];

/** Formats of a figure of a case, and of its map. */
export const caseFigureFormats = ['csv', 'svg'] as const;
export type CaseFigureFormat = (typeof caseFigureFormats)[number];
export const caseMapFormats = ['owm', 'svg', 'csv'] as const;
export type CaseMapFormat = (typeof caseMapFormats)[number];

/** Every address of the site. Nothing else writes a path. */
export const paths = {
  home: () => '/',
  contracts: (query: AddressQuery = {}) => `/contracts${queryText(query)}`,
  contract: (id: string) => `/contracts/${encodeURIComponent(id)}`,
  contractCase: (id: string) => `/contracts/${encodeURIComponent(id)}/case`,
  contractChecks: (id: string) => `/contracts/${encodeURIComponent(id)}/checks`,
  caseChecks: (id: string) => `/decisions/${encodeURIComponent(id)}/checks`,
  caseEvidence: (id: string, query: AddressQuery = {}) =>
    `/decisions/${encodeURIComponent(id)}/evidence${queryText(query)}`,
  contractsExport: (format: ExportFormat, query: AddressQuery = {}) =>
    `/api/v1/contracts/export${queryText({ format, ...query })}`,
  process: (ocid: string) => `/processes/${encodeURIComponent(ocid)}`,
  processRecord: (ocid: string, file: RecordFile) => `/processes/${encodeURIComponent(ocid)}/${file}.json`,
  processReview: (query: AddressQuery = {}) => `/processes/review${queryText(query)}`,
  processDecide: (query: AddressQuery = {}) => `/processes/decide${queryText(query)}`,
  processDecisions: (query: AddressQuery = {}) => `/processes/decisions${queryText(query)}`,
  buyers: (query: AddressQuery = {}) => `/buyers${queryText(query)}`,
  buyer: (id: string) => `/buyers/${encodeURIComponent(id)}`,
  suppliers: (query: AddressQuery = {}) => `/suppliers${queryText(query)}`,
  supplier: (id: string) => `/suppliers/${encodeURIComponent(id)}`,
  spend: (query: AddressQuery = {}) => `/spend${queryText(query)}`,
  spendReconcile: (query: AddressQuery = {}) => `/spend/reconcile${queryText(query)}`,
  market: (query: AddressQuery = {}) => `/market${queryText(query)}`,
  marketSegment: (id: string, query: AddressQuery = {}) =>
    `/market/segments/${encodeURIComponent(id)}${queryText(query)}`,
  marketRenewals: (query: AddressQuery = {}) => `/market/renewals${queryText(query)}`,
  marketRenewalsCalendar: (query: AddressQuery = {}) => `/market/renewals.ics${queryText(query)}`,
  marketCompetition: (query: AddressQuery = {}) => `/market/competition${queryText(query)}`,
  marketGrowth: (query: AddressQuery = {}) => `/market/growth${queryText(query)}`,
  marketFrameworks: (query: AddressQuery = {}) => `/market/frameworks${queryText(query)}`,
  marketExposure: (query: AddressQuery = {}) => `/market/exposure${queryText(query)}`,
  products: (query: AddressQuery = {}) => `/products${queryText(query)}`,
  product: (id: string) => `/products/${encodeURIComponent(id)}`,
  vendors: (query: AddressQuery = {}) => `/vendors${queryText(query)}`,
  vendor: (id: string) => `/vendors/${encodeURIComponent(id)}`,
  vendorFigures: (query: AddressQuery = {}) =>
    `/api/v1/vendors/figures${queryText({ format: 'csv', ...query })}`,
  productFigures: (query: AddressQuery = {}) =>
    `/api/v1/products/figures${queryText({ format: 'csv', ...query })}`,
  marketFigures: (query: AddressQuery) => `/api/v1/market/figures${queryText({ format: 'csv', ...query })}`,
  organisationFigures: (query: AddressQuery) =>
    `/api/v1/organisations/figures${queryText({ format: 'csv', ...query })}`,
  pipeline: (query: AddressQuery = {}) => `/pipeline${queryText(query)}`,
  pipelineForecast: (query: AddressQuery = {}) => `/pipeline/forecast${queryText(query)}`,
  pipelineExport: (format: ExportFormat, query: AddressQuery = {}) =>
    `/api/v1/pipeline/export${queryText({ format, ...query })}`,
  pipelineReleases: (query: AddressQuery = {}) => `/api/v1/pipeline/releases${queryText(query)}`,
  pipelineFigures: (query: AddressQuery) =>
    `/api/v1/pipeline/figures${queryText({ format: 'csv', ...query })}`,
  purchases: (query: AddressQuery = {}) => `/pipeline/purchases${queryText(query)}`,
  purchaseAdd: () => '/pipeline/purchases/add',
  purchaseChange: (id: string) => `/pipeline/purchases/${encodeURIComponent(id)}/change`,
  purchaseWithdraw: (id: string) => `/pipeline/purchases/${encodeURIComponent(id)}/withdraw`,
  purchaseUpload: () => '/pipeline/purchases/upload',
  purchaseTemplate: (format: PurchaseTemplate) => `/pipeline/purchases/template/plan.${format}`,
  organisationReview: (query: AddressQuery = {}) => `/organisations/review${queryText(query)}`,
  organisationDecide: (query: AddressQuery = {}) => `/organisations/decide${queryText(query)}`,
  organisationDecisions: (query: AddressQuery = {}) => `/organisations/decisions${queryText(query)}`,
  organisationKeys: (id: string) => `/organisations/${encodeURIComponent(id)}/keys`,
  cases: (query: AddressQuery = {}) => `/decisions${queryText(query)}`,
  caseNew: (query: AddressQuery = {}) => `/decisions/new${queryText(query)}`,
  caseTasks: (id: string, query: AddressQuery = {}) =>
    `/decisions/${encodeURIComponent(id)}${queryText(query)}`,
  caseEdit: (id: string, part: string, query: AddressQuery = {}) =>
    `/decisions/${encodeURIComponent(id)}/edit/${part}${queryText(query)}`,
  caseItem: (id: string, part: string, item: string, query: AddressQuery = {}) =>
    `/decisions/${encodeURIComponent(id)}/edit/${part}/${encodeURIComponent(item)}${queryText(query)}`,
  caseVersions: (id: string, query: AddressQuery = {}) =>
    `/decisions/${encodeURIComponent(id)}/versions${queryText(query)}`,
  caseCompare: (id: string, query: AddressQuery = {}) =>
    `/decisions/${encodeURIComponent(id)}/compare${queryText(query)}`,
  caseSign: (id: string, query: AddressQuery = {}) =>
    `/decisions/${encodeURIComponent(id)}/sign${queryText(query)}`,
  caseRecord: (id: string, number: number, query: AddressQuery = {}) =>
    `/decisions/${encodeURIComponent(id)}/records/${number}${queryText(query)}`,
  caseRecordFile: (id: string, number: number) =>
    `/decisions/${encodeURIComponent(id)}/records/${number}/record.json`,
  caseReview: (id: string, query: AddressQuery = {}) =>
    `/decisions/${encodeURIComponent(id)}/review${queryText(query)}`,
  casePack: (id: string) => `/decisions/${encodeURIComponent(id)}/pack`,
  caseFile: (id: string, query: AddressQuery = {}) =>
    `/decisions/${encodeURIComponent(id)}/case.yaml${queryText(query)}`,
  route: (id: string) => `/routes/${encodeURIComponent(id)}`,
  routeChecks: () => '/routes/checks',
  routeDoors: (query: AddressQuery = {}) => `/routes/doors${queryText(query)}`,
  routes: (query: AddressQuery = {}) => `/routes${queryText(query)}`,
  routesTimetable: (query: AddressQuery = {}) => `/routes/timetable${queryText(query)}`,
  routesTimetableCsv: (query: AddressQuery = {}) => `/routes/timetable.csv${queryText(query)}`,
  routesTimetableIcs: (query: AddressQuery = {}) => `/routes/timetable.ics${queryText(query)}`,
  segments: () => '/segments',
  segmentCheck: () => '/segments/check',
  segmentDiff: (id: string, query: AddressQuery = {}) =>
    `/segments/${encodeURIComponent(id)}/diff${queryText(query)}`,
  segmentEdit: (id: string, query: AddressQuery = {}) =>
    `/segments/${encodeURIComponent(id)}/edit${queryText(query)}`,
  segmentEditPart: (id: string, part: string) =>
    `/segments/${encodeURIComponent(id)}/edit/${encodeURIComponent(part)}`,
  segmentHistory: (id: string) => `/segments/${encodeURIComponent(id)}/history`,
  segmentPlaybook: (id: string, query: AddressQuery = {}) =>
    `/segments/${encodeURIComponent(id)}/playbook${queryText(query)}`,
  segmentPlaybookFile: (id: string, query: AddressQuery = {}) =>
    `/segments/${encodeURIComponent(id)}/playbook.yaml${queryText(query)}`,
  segmentQuality: () => '/segments/quality',
  segmentTodayFigures: (query: AddressQuery) =>
    `/api/v1/segments/today-figures${queryText({ format: 'csv', ...query })}`,
  segmentQualityFigures: (query: AddressQuery) =>
    `/api/v1/segments/quality-figures${queryText({ format: 'csv', ...query })}`,
  strategies: () => '/strategies',
  strategy: (buyer: string, query: AddressQuery = {}) =>
    `/strategies/${encodeURIComponent(buyer)}${queryText(query)}`,
  strategyEdit: (buyer: string, query: AddressQuery = {}) =>
    `/strategies/${encodeURIComponent(buyer)}/edit${queryText(query)}`,
  indicators: (query: AddressQuery = {}) => `/indicators${queryText(query)}`,
  indicatorsFile: (query: AddressQuery = {}) => `/indicators.csv${queryText(query)}`,
  data: () => '/data',
  about: () => '/about',
  accessibility: () => '/accessibility',
  corrections: (page?: string) => `/corrections${queryText({ page })}`,
  correctionReceived: (page: string) => `/corrections/received${queryText({ page })}`,
  api: () => '/api/v1/openapi.json',
  methods: () => '/methods',
  method: (id: string) => `/methods/${encodeURIComponent(id)}`,
  caseResult: (id: string, query: AddressQuery = {}) =>
    `/decisions/${encodeURIComponent(id)}/result${queryText(query)}`,
  caseFigureFile: (id: string, figure: string, format: CaseFigureFormat, query: AddressQuery = {}) =>
    `/decisions/${encodeURIComponent(id)}/figures/${encodeURIComponent(figure)}.${format}${queryText(query)}`,
  caseMap: (id: string, query: AddressQuery = {}) =>
    `/decisions/${encodeURIComponent(id)}/map${queryText(query)}`,
  caseMapFile: (id: string, format: CaseMapFormat, query: AddressQuery = {}) =>
    `/decisions/${encodeURIComponent(id)}/map/map.${format}${queryText(query)}`,
  asset: (version: string, name: string) => `/assets/${version}/${name}`,
} as const;

/** The same addresses as the router reads them. */
export const routePatterns = {
  home: '/',
  contracts: '/contracts',
  contract: '/contracts/:id',
  contractCase: '/contracts/:id/case',
  contractChecks: '/contracts/:id/checks',
  caseChecks: '/decisions/:id/checks',
  caseEvidence: '/decisions/:id/evidence',
  process: '/processes/:ocid',
  processRecord: '/processes/:ocid/:file',
  processReview: '/processes/review',
  processDecide: '/processes/decide',
  processDecisions: '/processes/decisions',
  buyers: '/buyers',
  buyer: '/buyers/:id',
  suppliers: '/suppliers',
  supplier: '/suppliers/:id',
  spend: '/spend',
  spendReconcile: '/spend/reconcile',
  market: '/market',
  marketSegment: '/market/segments/:id',
  marketRenewals: '/market/renewals',
  marketRenewalsCalendar: '/market/renewals.ics',
  marketCompetition: '/market/competition',
  marketGrowth: '/market/growth',
  marketFrameworks: '/market/frameworks',
  marketExposure: '/market/exposure',
  products: '/products',
  product: '/products/:id',
  vendors: '/vendors',
  vendor: '/vendors/:id',
  pipeline: '/pipeline',
  pipelineForecast: '/pipeline/forecast',
  purchases: '/pipeline/purchases',
  purchaseAdd: '/pipeline/purchases/add',
  purchaseChange: '/pipeline/purchases/:id/change',
  purchaseWithdraw: '/pipeline/purchases/:id/withdraw',
  purchaseUpload: '/pipeline/purchases/upload',
  purchaseTemplate: '/pipeline/purchases/template/:file',
  organisationReview: '/organisations/review',
  organisationDecide: '/organisations/decide',
  organisationDecisions: '/organisations/decisions',
  organisationKeys: '/organisations/:id/keys',
  cases: '/decisions',
  caseNew: '/decisions/new',
  caseTasks: '/decisions/:id',
  caseEdit: '/decisions/:id/edit/:part',
  caseItem: '/decisions/:id/edit/:part/:item',
  caseVersions: '/decisions/:id/versions',
  caseCompare: '/decisions/:id/compare',
  caseSign: '/decisions/:id/sign',
  caseRecord: '/decisions/:id/records/:number',
  caseRecordFile: '/decisions/:id/records/:number/record.json',
  caseReview: '/decisions/:id/review',
  casePack: '/decisions/:id/pack',
  caseFile: '/decisions/:id/case.yaml',
  route: '/routes/:id',
  routeChecks: '/routes/checks',
  routeDoors: '/routes/doors',
  routes: '/routes',
  routesTimetable: '/routes/timetable',
  routesTimetableCsv: '/routes/timetable.csv',
  routesTimetableIcs: '/routes/timetable.ics',
  segments: '/segments',
  segmentCheck: '/segments/check',
  segmentDiff: '/segments/:id/diff',
  segmentEdit: '/segments/:id/edit',
  segmentEditPart: '/segments/:id/edit/:part',
  segmentHistory: '/segments/:id/history',
  segmentPlaybook: '/segments/:id/playbook',
  segmentPlaybookFile: '/segments/:id/playbook.yaml',
  segmentQuality: '/segments/quality',
  strategies: '/strategies',
  strategy: '/strategies/:buyer',
  strategyEdit: '/strategies/:buyer/edit',
  indicators: '/indicators',
  indicatorsFile: '/indicators.csv',
  data: '/data',
  about: '/about',
  accessibility: '/accessibility',
  corrections: '/corrections',
  correctionReceived: '/corrections/received',
  methods: '/methods',
  method: '/methods/:id',
  caseResult: '/decisions/:id/result',
  caseFigureFile: '/decisions/:id/figures/:file',
  caseMap: '/decisions/:id/map',
  caseMapFile: '/decisions/:id/map/:file',
  asset: '/assets/:version/:name',
} as const;

/**
 * A query string: several values of a name are repeated, empty ones are left out.
 *
 * @example queryText({ q: 'cloud hosting', status: ['live', 'ended'] }) // '?q=cloud+hosting&status=live&status=ended'
 */
export function queryText(query: AddressQuery): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    const values = Array.isArray(value) ? value : [value];
    for (const one of values) {
      if (one !== undefined && one !== null && one !== '') parameters.append(name, String(one));
    }
  }
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}
