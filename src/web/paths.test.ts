import { expect, test } from 'vitest';
import { paths, queryText, routePatterns } from './paths.ts';

const addresses: Record<keyof typeof paths, readonly string[]> = {
  home: [paths.home()],
  contracts: [
    paths.contracts(),
    paths.contracts({ q: 'cloud & "hosting"', buyerType: ['nhs', 'education'] }),
  ],
  contract: [paths.contract('k3j9 ß/?')],
  contractsExport: [paths.contractsExport('csv', { status: ['live'] })],
  process: [paths.process('ocds-b5fd17/a b')],
  processRecord: [paths.processRecord('ocds-h6vhtk-06d60b', 'compiled')],
  buyers: [paths.buyers({ q: 'council', sort: 'name' })],
  buyer: [paths.buyer('GB-1')],
  suppliers: [paths.suppliers()],
  supplier: [paths.supplier('GB-2')],
  spend: [paths.spend({ supplier: 'water' })],
  spendReconcile: [paths.spendReconcile({ buyer: 'GB-1' })],
  processReview: [paths.processReview({ skip: 25 })],
  processDecide: [paths.processDecide({ action: 'join', one: 'ocds-a', other: 'ocds-b' })],
  processDecisions: [paths.processDecisions()],
  organisationReview: [paths.organisationReview({ skip: 25 })],
  organisationDecide: [paths.organisationDecide({ action: 'merge', one: 'a', other: 'b' })],
  organisationDecisions: [paths.organisationDecisions()],
  organisationKeys: [paths.organisationKeys('GB-3')],
  market: [paths.market({ buyerType: ['nhs'], prices: 'real' })],
  marketSegment: [paths.marketSegment('cloud-hosting', { from: 2024 })],
  marketRenewals: [paths.marketRenewals({ quarter: '2027-Q1' })],
  marketRenewalsCalendar: [paths.marketRenewalsCalendar({ buyer: 'b1' })],
  marketCompetition: [paths.marketCompetition()],
  marketGrowth: [paths.marketGrowth()],
  marketFrameworks: [paths.marketFrameworks({ open: 'false' })],
  marketExposure: [paths.marketExposure({ group: 'microsoft' })],
  products: [paths.products({ q: 'a b' })],
  product: [paths.product('sap-s-4hana')],
  vendors: [paths.vendors({ q: 'a b' })],
  vendor: [paths.vendor('hewlett-packard-enterprise')],
  vendorFigures: [paths.vendorFigures({ id: 'microsoft', chart: 'ends' })],
  productFigures: [paths.productFigures({ id: 'azure' })],
  marketFigures: [paths.marketFigures({ chart: 'committed', segment: ['cyber-security'] })],
  pipeline: [paths.pipeline({ segment: ['cyber-security'], year: 2027 })],
  pipelineForecast: [paths.pipelineForecast()],
  pipelineExport: [paths.pipelineExport('csv', { source: ['entered'] })],
  pipelineReleases: [paths.pipelineReleases({ buyer: 'b1' })],
  pipelineFigures: [paths.pipelineFigures({ chart: 'years' })],
  purchases: [paths.purchases({ withdrawn: true, skip: 50 })],
  purchaseAdd: [paths.purchaseAdd()],
  purchaseChange: [paths.purchaseChange('p1')],
  purchaseWithdraw: [paths.purchaseWithdraw('p1')],
  purchaseUpload: [paths.purchaseUpload()],
  purchaseTemplate: [paths.purchaseTemplate('csv'), paths.purchaseTemplate('xlsx')],
  segments: [paths.segments()],
  segmentPlaybook: [paths.segmentPlaybook('cloud-hosting')],
  segmentQuality: [paths.segmentQuality()],
  indicators: [paths.indicators({ segment: 'cyber-security' })],
  indicatorsFile: [paths.indicatorsFile({ buyerType: 'nhs' })],
  data: [paths.data()],
  about: [paths.about()],
  accessibility: [paths.accessibility()],
  corrections: [paths.corrections(), paths.corrections('/contracts/abc')],
  correctionReceived: [paths.correctionReceived('/data')],
  api: [paths.api()],
  asset: [paths.asset('0a1b2c', 'site.css')],
};

test('every address of the site is as people have bookmarked it', () => {
  expect(addresses).toMatchSnapshot();
});

test('every page has a pattern that the router reads', () => {
  const missing = Object.keys(paths).filter((name) => !(name in routePatterns));
  expect(missing).toEqual([
    'contractsExport',
    'vendorFigures',
    'productFigures',
    'marketFigures',
    'pipelineExport',
    'pipelineReleases',
    'pipelineFigures',
    'api',
  ]);
});

test('empty values leave no trace in an address', () => {
  expect(queryText({ q: '', status: [], cursor: undefined, ocid: null })).toBe('');
});
