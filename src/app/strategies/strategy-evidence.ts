import {
  countEndless,
  listRunningContracts,
  readContractFacts,
  type ContractPlace,
} from '../../db/queries/buyer-contracts.ts';
import { getOrganisationRow } from '../../db/queries/organisations.ts';
import { committedGap } from '../../domain/market/committed-value.ts';
import { coverageOf } from '../../domain/market/coverage.ts';
import { financialYearOf } from '../../domain/market/financial-year.ts';
import type { MarketContract } from '../../domain/market/market-contract.ts';
import type { ProcessFacts } from '../../domain/notices/process-facts.ts';
import { parsePassage } from '../../domain/segments/playbook/sections.ts';
import type { Playbook } from '../../domain/segments/playbook/playbook.ts';
import { digitalSegmentIds, type DigitalSegmentId } from '../../domain/segments/segment.ts';
import { commitmentMix } from '../../domain/strategies/commitment-mix.ts';
import { contractModel } from '../../domain/strategies/contract-model.ts';
import {
  practiceDifferences,
  type CheckedContract,
  type PracticeDifference,
} from '../../domain/strategies/practice-differences.ts';
import { renewalUrgency } from '../../domain/strategies/renewal-urgency.ts';
import { addMonths } from '../../lib/add-months.ts';
import { londonDayOf } from '../../lib/days.ts';
import { AppError } from '../../lib/errors.ts';
import type { Context } from '../context.ts';
import { listRenewals } from '../market/renewals.ts';
import type { RenewalItem } from '../market/renewals-view.ts';
import {
  checkFactsOfContract,
  textsOfContract,
  type ProcessContract,
} from '../segments/check-facts-of-contract.ts';
import { livePlaybooks, type StoredPlaybook } from '../segments/playbook-store.ts';
import { segmentMarkets, unknownMarket } from '../segments/segment-market.ts';
import type { DifferenceView, RenewalPlan, StrategyEvidence } from './views.ts';

/** Contracts that are checked at most: the largest of a body that has more. */
const mostChecked = 400;
const renewalMonths = 24;
const mostRenewals = 100;
const contractsNamed = 5;
const stepsShown = 3;
const modelsShown = 2;

/**
 * What the register shows of a body’s digital sourcing: what it is committed to by segment and delivery model, where its contracts differ
 * from the playbooks, and what ends within two years with the approach that the playbook of its segment recommends.
 *
 * @param buyerId id of an organisation that buys
 * @throws AppError `not-found` where there is no such buyer
 */
export async function strategyEvidence(context: Context, buyerId: string): Promise<StrategyEvidence> {
  const register = await context.register();
  const organisation = await getOrganisationRow(register, buyerId, 'buyer');
  if (organisation === null || organisation.is_person_likely)
    throw new AppError(
      'not-found',
      `No buyer has the id ${buyerId}. Search for it with \`sourcing buyers find\`.`,
    );
  const today = londonDayOf(context.clock.now());
  const fromYear = financialYearOf(today);
  const until = addMonths(today, renewalMonths);
  const scope = { buyerId, segments: digitalSegmentIds, from: today };
  const [running, endless, { items }] = await Promise.all([
    listRunningContracts(register.read, scope),
    countEndless(register.read, scope),
    listRenewals.run(context, listRenewals.input.parse({ buyer: buyerId, limit: mostRenewals })),
  ]);
  const found = await readContractFacts(
    register.read,
    running.map(({ contractId }) => contractId),
  );
  const contracts = joined(running, found);
  const modelNames = new Map(context.reference.deliveryModels.map(({ id, name }) => [id, name]));
  const playbooks = await livePlaybooks(context);
  const checked = await checkLargest(context, contracts, { playbooks, today });
  const titles = new Map(running.map(({ contractId, title }) => [contractId, title]));
  const renewals = items.filter(({ endOn }) => endOn <= until);
  return {
    buyer: { id: buyerId, name: organisation.name },
    asOf: today,
    fromYear,
    running: running.length,
    endless,
    coverage: coverageOf(running, committedGap),
    mix: mixOf(contracts, fromYear, modelNames),
    checked: checked.length,
    differences: practiceDifferences(checked).map((one) => presentDifference(one, titles)),
    until,
    renewals: renewals.flatMap((renewal) => planOf(renewal, { playbooks, checked, today, modelNames }) ?? []),
    renewalsFound: renewals.length,
  };
}

/** A running contract with what its notices say; null where its process doesn’t hold it any more. */
type Running = { contract: MarketContract; segment: DigitalSegmentId; found: ProcessContract | null };

function joined(
  running: readonly MarketContract[],
  { places, facts }: { places: readonly ContractPlace[]; facts: ReadonlyMap<string, ProcessFacts> },
): Running[] {
  const placeOf = new Map(places.map((place) => [place.contractId, place]));
  return running.flatMap((contract) => {
    const segment = digitalSegmentIds.find((id) => id === contract.segment);
    if (segment === undefined) return [];
    const place = placeOf.get(contract.contractId);
    const process = place === undefined ? undefined : facts.get(place.ocid);
    const own = process?.contracts.find(
      (one) => one.awardId === place?.awardId && one.contractId === place.awardContractId,
    );
    const isHeld = process !== undefined && own !== undefined;
    return [{ contract, segment, found: isHeld ? { process, contract: own } : null }];
  });
}

function mixOf(
  contracts: readonly Running[],
  fromYear: number,
  names: ReadonlyMap<string, string>,
): StrategyEvidence['mix'] {
  const read = contracts.map(({ contract, segment, found }) => {
    const { title, lots, descriptions } =
      found === null ? { title: contract.title, lots: [], descriptions: [] } : textsOfContract(found);
    const model = contractModel(segment, [title, ...lots, ...descriptions])?.model ?? null;
    return { ...contract, segment, model };
  });
  return commitmentMix(read, fromYear).map(({ model, ...part }) => ({
    ...part,
    model: model === null ? null : { id: model, name: names.get(model) ?? model },
  }));
}

type LivePlaybooks = ReadonlyMap<DigitalSegmentId, StoredPlaybook>;

async function checkLargest(
  context: Context,
  contracts: readonly Running[],
  { playbooks, today }: { playbooks: LivePlaybooks; today: string },
): Promise<CheckedContract<DigitalSegmentId>[]> {
  const markets = await segmentMarkets(context);
  const largest = contracts
    .toSorted((one, other) => (other.contract.netPence ?? 0) - (one.contract.netPence ?? 0))
    .slice(0, mostChecked);
  return largest.flatMap(({ contract, segment, found }) => {
    const playbook = playbooks.get(segment)?.playbook;
    if (found === null || playbook === undefined) return [];
    const results = checkFactsOfContract(found, playbook, {
      market: markets.get(segment) ?? unknownMarket,
      today,
      vendors: context.reference.vendors,
    });
    return [{ id: contract.contractId, segment, results }];
  });
}

function presentDifference(
  { segments, check, fired, judged, notStated }: PracticeDifference<DigitalSegmentId>,
  titles: ReadonlyMap<string, string>,
): DifferenceView {
  return {
    segments,
    id: check.id,
    outcome: check.outcome,
    title: check.title,
    because: check.because,
    act: check.act,
    passage: check.passage,
    fired: fired.length,
    judged,
    notStated,
    contracts: fired.slice(0, contractsNamed).map((id) => ({ id, title: titles.get(id) ?? id })),
  };
}

type Known = {
  playbooks: LivePlaybooks;
  checked: readonly CheckedContract<DigitalSegmentId>[];
  today: string;
  modelNames: ReadonlyMap<string, string>;
};

/** Null where the renewal isn’t digital, or its playbook can’t be read. */
function planOf(
  renewal: RenewalItem,
  { playbooks, checked, today, modelNames }: Known,
): RenewalPlan | null {
  const segment = digitalSegmentIds.find((id) => id === renewal.segment);
  const playbook = segment === undefined ? undefined : playbooks.get(segment)?.playbook;
  if (segment === undefined || playbook === undefined) return null;
  const ids = new Set(renewal.contracts.map(({ id }) => id));
  const own = checked.filter(({ id }) => ids.has(id));
  const fired = practiceDifferences(own).map(({ check }) => ({
    text: check.act,
    from: 'check' as const,
    passage: check.passage,
  }));
  return {
    renewal,
    segment,
    urgency: renewalUrgency(renewal.decision?.on ?? null, today),
    steps: [...fired, ...generalSteps(playbook)].slice(0, stepsShown),
    models: playbook.sections.models.slice(0, modelsShown).flatMap(({ model, text }) =>
      model === null ? [] : [{ id: model, name: modelNames.get(model) ?? model, when: text }],
    ),
  };
} // prettier-ignore

/** What the playbook tells a team to do in every contract of its segment: its own levers, then the terms to have. */
function generalSteps({ sections }: Playbook): RenewalPlan['steps'] {
  const levers = sections.levers.filter(({ by }) => by === 'team');
  return [
    ...levers.map((one) => ({ ...one, section: 'levers' })),
    ...sections.terms.map((one) => ({ ...one, section: 'terms' })),
  ].map(({ id, text, section }) => {
    const passage = id === null ? section : `${section}.${id}`;
    return { text, from: 'playbook', passage: parsePassage(passage) === null ? section : passage };
  });
}
