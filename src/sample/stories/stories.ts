/** The ocid of a planted process: the same in every sample, whatever its seed and day. */
export function storyOcid(number: number): string {
  return `ocds-h6vhtk-sample-${number.toString(16).padStart(6, '0')}`;
}

/**
 * The three planted stories: names and ocids by which tests, the tour and screenshots find them.
 * Their dates move with the as-of day; names, sums and ocids never change.
 */
export const stories = {
  /** A licensing authority whose casework system ends in sixteen months without options. */
  tideway: {
    buyer: 'Tideway Licensing Authority',
    product: 'Keelstone Casework',
    supplier: 'Keelstone Software Limited',
    /** £7.4m over 48 months under PCR 2015. */
    contract: storyOcid(0xa01),
    /** Peers on the same product; the first ends in the same quarter. */
    peers: [
      { buyer: 'National Moorings Registry', ocid: storyOcid(0xa02) },
      { buyer: 'Harbour Pilots Board', ocid: storyOcid(0xa03) },
    ],
  },
  /** Five bodies that buy from one cloud vendor, directly and through two resellers. */
  commonCloud: {
    vendor: 'Nimbrel Cloud UK Limited',
    product: 'Nimbrel',
    resellers: ['Quaymark Technology Partners Limited', 'Larkspire Licensing PLC'],
    framework: storyOcid(0xb00),
    /** List spend a year in £m; months from the as-of day to the end. */
    bodies: [
      {
        buyer: 'Department for Household Payments',
        listSpendMillions: 46,
        endsInMonths: 16,
        ocid: storyOcid(0xb01),
      },
      { buyer: 'Civil Revenue Office', listSpendMillions: 34, endsInMonths: 20, ocid: storyOcid(0xb02) },
      { buyer: 'Border Records Agency', listSpendMillions: 14, endsInMonths: 14, ocid: storyOcid(0xb03) },
      {
        buyer: 'Ministry of Civil Protection',
        listSpendMillions: 7,
        endsInMonths: 22,
        ocid: storyOcid(0xb04),
      },
      {
        buyer: 'Halden Valley Hospitals NHS Foundation Trust',
        listSpendMillions: 4,
        endsInMonths: 18,
        ocid: storyOcid(0xb05),
      },
    ],
  },
  /** A district council's housing system, its peers, and a fair notice that a small firm won elsewhere. */
  marram: {
    buyer: 'Marram District Council',
    product: 'Dwellmark Housing',
    supplier: 'Dwellmark Housing Systems Limited',
    contract: storyOcid(0xc01),
    /** Homes managed and months from the as-of day to the end. */
    peers: [
      { buyer: 'Sallow Vale District Council', homes: 5_900, endsInMonths: 13, ocid: storyOcid(0xc02) },
      { buyer: 'Pennock Borough Council', homes: 9_100, endsInMonths: 18, ocid: storyOcid(0xc03) },
      { buyer: 'Coldhallow City Council', homes: 21_500, endsInMonths: 27, ocid: storyOcid(0xc04) },
      { buyer: 'Withymoor Homes', homes: 12_300, endsInMonths: 8, ocid: storyOcid(0xc05) },
    ],
    /** UK3, UK4, UK6, UK7 and UK11 of another council; lot 2 won by the small firm. */
    fairNotice: { buyer: 'Hallowmere Borough Council', ocid: storyOcid(0xc06) },
    smallFirm: 'Fieldlark Software Limited',
    smallFirmContracts: [storyOcid(0xc07), storyOcid(0xc08)],
  },
} as const;
