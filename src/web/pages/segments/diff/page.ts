import { diffPlaybook } from '../../../../app/segments/diff-playbook.ts';
import { playbookVersions } from '../../../../app/segments/playbook-store.ts';
import { paths, routePatterns } from '../../../paths.ts';
import type { Page } from '../../_page.ts';
import { readQuery } from '../../read-query.ts';
import { playbookCrumbs, segmentAsked } from '../playbook/playbook-address.ts';

/** What changed between two versions of a playbook, word by word. */
export const playbookDiffPage: Page = {
  method: 'GET',
  pattern: routePatterns.segmentDiff,
  async answer(request) {
    const { context, query, words } = request;
    const segment = segmentAsked(request);
    const asked = readQuery(diffPlaybook, diffPlaybook.input, { ...query, segment: [segment] });
    const [{ from, to, changes }, versions] = await Promise.all([
      diffPlaybook.run(context, asked),
      playbookVersions(context, segment),
    ]);
    const { diff: text } = words.playbookEditing;
    const title = text.title(words.market.segmentNames[segment]);
    const places = [...new Set(changes.map(({ place }) => place))];
    const choices = (chosen: number) =>
      versions.map(({ version }) => ({
        value: version,
        text: words.format.number(version),
        isChosen: version === chosen,
      }));
    return {
      kind: 'page',
      template: 'pages/segments/diff/page.njk',
      view: {
        title,
        lead: changes.length === 0 ? text.same(from, to) : text.lead(from, to),
        action: paths.segmentDiff(segment),
        from: choices(from),
        to: choices(to),
        places: places.map((place) => ({
          place,
          changes: changes
            .filter((change) => change.place === place)
            .map(({ kind, parts }) => ({ kind: text.kinds[kind], parts })),
        })),
        historyHref: paths.segmentHistory(segment),
      },
      title,
      section: 'market',
      crumbs: [
        ...playbookCrumbs(segment, words),
        {
          text: words.playbookEditing.history.title(words.market.segmentNames[segment]),
          href: paths.segmentHistory(segment),
        },
      ],
      isIndexed: false,
    };
  },
};
