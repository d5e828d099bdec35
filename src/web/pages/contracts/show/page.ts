import { findPriceBenchmark } from '../../../../app/benchmarks/price.ts';
import { findSizeBenchmark } from '../../../../app/benchmarks/price-per-size.ts';
import { showContract } from '../../../../app/contracts/show-contract.ts';
import { presentBenchmark } from '../../../components/present-benchmark.ts';
import { presentSizeBenchmark } from '../../../components/present-size-benchmark.ts';
import { paths, routePatterns } from '../../../paths.ts';
import type { Page } from '../../_page.ts';
import { readQuery } from '../../read-query.ts';
import { namesPerson, presentContractPage } from './present.ts';

/** One contract: summary, notices, amounts, parties, route and everything else the notices say. */
export const contractPage: Page = {
  method: 'GET',
  pattern: routePatterns.contract,
  async answer({ context, params, query, words }) {
    const asked = readQuery(showContract, showContract.input, { ...query, id: [params['id'] ?? ''] });
    const contract = await showContract.run(context, asked);
    if (contract.redirectTo !== null)
      return { kind: 'redirect', to: paths.contract(contract.redirectTo), status: 301 };
    // What isn't digital is roads and meals alike: no market, and nothing to compare a price with.
    const isCompared = contract.segment !== 'not-digital';
    const [benchmark, bySize] = await Promise.all([
      isCompared ? findPriceBenchmark(context, { contract: contract.id }) : null,
      isCompared ? findSizeBenchmark(context, { contract: contract.id }) : null,
    ]);
    return {
      kind: 'page',
      template: 'pages/contracts/show/page.njk',
      view: {
        ...presentContractPage(contract, words),
        benchmark: benchmark === null ? null : presentBenchmark(benchmark, words),
        bySize: bySize === null ? null : presentSizeBenchmark(bySize, words),
      },
      title: contract.title,
      section: 'contracts',
      crumbs: [
        { text: words.layout.home, href: paths.home() },
        { text: words.layout.contracts, href: paths.contracts() },
      ],
      isIndexed: !namesPerson(contract),
    };
  },
};
