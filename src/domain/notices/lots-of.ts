import type { JsonObject } from '../../lib/json.ts';
import { cleanText } from './clean-title.ts';
import type { FactsReader } from './facts-reader.ts';
import { booleanAt, objectAt, objectsAt, textAt } from './json-fields.ts';
import type { Lot } from './process-facts.ts';

/**
 * The lots of `tender.lots[]`.
 *
 * Suitability is published only where it is true (`lots[].suitability.sme`, UK1–5 and UK13); Contracts Finder says it
 * of the whole tender (`tender.suitability.sme`, earlier `tender.xClassifications.isSuitableForSme`).
 *
 * @example lotsOf(compiled, reader)[0]?.endOn // '2028-03-31'
 */
export function lotsOf(compiled: JsonObject, reader: FactsReader): Lot[] {
  const tender = objectAt(compiled, 'tender');
  const whole = objectAt(tender, 'suitability');
  const old = objectAt(tender, 'xClassifications');
  const lots: Lot[] = [];
  for (const [index, lot] of objectsAt(tender, 'lots').entries()) {
    const path = `tender.lots[${index}].contractPeriod`;
    const period = objectAt(lot, 'contractPeriod');
    const suitability = objectAt(lot, 'suitability') ?? whole;
    lots.push({
      lotId: textAt(lot, 'id') ?? String(index + 1),
      title: cleanText(textAt(lot, 'title')),
      description: cleanText(textAt(lot, 'description')),
      status: textAt(lot, 'status'),
      startOn: reader.day(period, 'startDate', path),
      endOn: reader.day(period, 'endDate', path),
      maxEndOn: reader.day(period, 'maxExtentDate', path),
      isSuitableForSme: booleanAt(suitability, 'sme') ?? booleanAt(old, 'isSuitableForSme'),
      isSuitableForVcse: booleanAt(suitability, 'vcse') ?? booleanAt(old, 'isSuitableForVco'),
    });
  }
  return lots;
}
