import { sql } from 'kysely';
import type { Register } from '../register.ts';
import type { PricedContractRow } from './benchmarks.ts';

/** A buyer that holds one of the numbers or carries one of the names. */
export type BuyerNamesRow = { organisation_id: string; name: string; other_names: string[]; keys: string[] };

/** Buyers that may be one of several bodies, by number or name. Whether each is one is the caller's to check. */
export async function listBuyersKnownAs(
  register: Register,
  keys: readonly string[],
  nameKeys: readonly string[],
): Promise<BuyerNamesRow[]> {
  const { rows } = await sql<BuyerNamesRow>`
    with found as (
      select organisation_id from organisation_key where key = any(${[...keys, ...nameKeys]}::text[])
      union
      select k.organisation_id from organisation_link l
      join organisation_evidence e using (evidence_id)
      join organisation_key k on k.key = any(e.keys)
      where l.link = any(${[...nameKeys]}::text[])
    )
    ${buyerNames} from found join organisation o using (organisation_id)
    join organisation_summary s on s.organisation_id = o.organisation_id and s.side = 'buyer'
    order by o.organisation_id`.execute(register.read);
  return rows;
}

/** One buyer with everything that it is known as. */
export async function getBuyerNames(
  register: Register,
  organisationId: string,
): Promise<BuyerNamesRow | null> {
  const { rows } = await sql<BuyerNamesRow>`
    ${buyerNames} from organisation o where o.organisation_id = ${organisationId}`.execute(register.read);
  return rows[0] ?? null;
}

const buyerNames = sql`
  select o.organisation_id, o.name, o.other_names,
    array(select key from organisation_key k where k.organisation_id = o.organisation_id and k.key not like 'name:%' order by key) as keys`;

/** A contract with its price and the users that it gives. */
export type UsedContractRow = PricedContractRow & { user_count: number | null };

const columns = sql`m.contract_id, m.segment, m.buyer_type, m.buyer_id, m.stage, m.is_framework_agreement, m.net_pence,
  m.start_on, m.end_on, u.user_count`;

/** Counted contracts of a segment, a kind of buyer, a product or all of them, signed or awarded from a day on. */
export async function listUsedContracts(
  register: Register,
  {
    segment,
    buyerType,
    product,
  }: { segment: string | null; buyerType: string | null; product: string | null },
  from: string,
): Promise<UsedContractRow[]> {
  const ofBuyerType = buyerType === null ? sql`true` : sql`m.buyer_type = ${buyerType}`;
  const ofSegment = segment === null ? sql`true` : sql`m.segment = ${segment}`;
  const ofProduct =
    product === null
      ? sql`true`
      : sql`m.contract_id in (select contract_id from market_product where product_id = ${product} and place in ('title', 'lot'))`;
  const { rows } = await sql<UsedContractRow>`
    select ${columns} from market_contract m left join market_user_count u using (contract_id)
    where ${ofSegment} and ${ofBuyerType} and ${ofProduct} and m.is_counted and m.dated_on >= ${from}::date`.execute(
    register.read,
  );
  return rows;
}

/** One contract with its price and the users that it gives, and the products that its title or a lot names. */
export async function getUsedContract(
  register: Register,
  contractId: string,
): Promise<(UsedContractRow & { products: string[] }) | null> {
  const { rows } = await sql<UsedContractRow & { products: string[] }>`
    select ${columns}, array(select product_id from market_product p where p.contract_id = m.contract_id
      and p.place in ('title', 'lot') order by product_id) as products
    from market_contract m left join market_user_count u using (contract_id)
    where m.contract_id = ${contractId}`.execute(register.read);
  return rows[0] ?? null;
}
