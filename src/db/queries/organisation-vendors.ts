import { sql } from 'kysely';
import type { Register } from '../register.ts';

/** The texts by which a supplier's contract names products. */
export type SoldTextRow = { contract_id: string; title: string; process_title: string; lots: string[] };

/** Texts of a supplier's newest contracts. */
export async function listSoldTexts(
  register: Register,
  organisationId: string,
  limit: number,
): Promise<SoldTextRow[]> {
  const { rows } = await sql<SoldTextRow>`
    select c.contract_id, c.title, p.title as process_title,
      array(select lot ->> 'title' from json_array_elements(p.facts -> 'lots') lot where lot ->> 'title' is not null) as lots
    from (select contract_id, ocid, title, dated_on from contract
      where supplier_ids @> array[${organisationId}::text] and main_ocid is null order by dated_on desc, contract_id desc limit ${limit}) c
    join process p on p.ocid = c.ocid
    order by c.dated_on desc, c.contract_id desc`.execute(register.read);
  return rows;
}

/** Organisations that hold one of the numbers or carry one of the names, with their contracts as suppliers. */
export type VendorOrganisationRow = {
  organisation_id: string;
  name: string;
  other_names: string[];
  keys: string[];
  contract_count: number;
};

/** Suppliers that may be one of a group's firms: by number, or by the beginning of a name. Whole names are the caller's to check. */
export async function listVendorOrganisations(
  register: Register,
  keys: readonly string[],
  nameKeys: readonly string[],
): Promise<VendorOrganisationRow[]> {
  const { rows } = await sql<VendorOrganisationRow>`
    with found as (
      select organisation_id from organisation_key where key = any(${[...keys, ...nameKeys]}::text[])
      union
      select k.organisation_id from organisation_link l
      join organisation_evidence e using (evidence_id)
      join organisation_key k on k.key = any(e.keys)
      where l.link = any(${[...nameKeys]}::text[])
    )
    select o.organisation_id, o.name, o.other_names, s.contract_count,
      array(select key from organisation_key k where k.organisation_id = o.organisation_id and k.key not like 'name:%' order by key) as keys
    from found join organisation o using (organisation_id)
    join organisation_summary s on s.organisation_id = o.organisation_id and s.side = 'supplier'
    where not o.is_person_likely
    order by s.contract_count desc, o.organisation_id limit 200`.execute(register.read);
  return rows;
}
