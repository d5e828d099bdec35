import { livePlaybook, playbookVersion } from '../../../../app/segments/playbook-store.ts';
import { showPlaybook } from '../../../../app/segments/playbook.ts';
import { routePatterns } from '../../../paths.ts';
import type { Page } from '../../_page.ts';
import { readQuery } from '../../read-query.ts';
import { segmentAsked } from '../playbook/playbook-address.ts';

/** A playbook as its file of YAML, as it counts now or at one of its versions. */
export const playbookFilePage: Page = {
  method: 'GET',
  pattern: routePatterns.segmentPlaybookFile,
  async answer(request) {
    const { context, query } = request;
    const segment = segmentAsked(request);
    const { revision } = readQuery(showPlaybook, showPlaybook.input, { ...query, segment: [segment] });
    const { text } = await (revision === undefined
      ? livePlaybook(context, segment)
      : playbookVersion(context, segment, revision));
    return {
      kind: 'file',
      name: `${segment}.yaml`,
      contentType: 'application/yaml; charset=utf-8',
      body: text,
      isPrivate: true,
    };
  },
};
