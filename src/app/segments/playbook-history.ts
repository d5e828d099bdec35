import { z } from 'zod';
import { digitalSegmentIds } from '../../domain/segments/segment.ts';
import { operation } from '../operation.ts';
import { textTable } from '../text-form.ts';
import { hasOtherFile, livePlaybook, playbookVersions } from './playbook-store.ts';
import { playbookField, playbookVersionView } from './playbook-version-views.ts';

/** Lists the versions of a playbook. */
export const showPlaybookHistory = operation({
  id: 'segments.history',
  summary: 'List the versions of a playbook, the newest first: who saved which, when and why.',
  kind: 'read',
  access: 'public',
  surfaces: ['api', 'cli'],
  positional: 'segment',
  input: z.strictObject({ segment: playbookField }),
  output: z.object({
    segment: z.enum(digitalSegmentIds),
    versions: z.array(playbookVersionView),
    /** Why newer versions aren’t the one that counts. */
    warnings: z.array(z.string()),
  }),
  present: ({ versions, warnings }) =>
    [
      textTable([
        ['version', 'saved', 'by', 'why', ''],
        ...versions.map(({ version, savedAt, savedBy, note, isLive }) => [
          String(version),
          savedAt === null ? '' : `${savedAt.slice(0, 16).replace('T', ' ')} UTC`,
          savedBy ?? 'comes with the program',
          note,
          isLive ? 'counts now' : '',
        ]),
      ]),
      ...warnings,
    ].join('\n\n'),
  run: async (context, { segment }) => {
    const [live, versions, isFileOther] = await Promise.all([
      livePlaybook(context, segment),
      playbookVersions(context, segment),
      hasOtherFile(context, segment),
    ]);
    return {
      segment,
      versions: versions.map(({ version, saved }) => ({
        version,
        savedAt: saved?.at ?? null,
        savedBy: saved?.by ?? null,
        note: saved?.note ?? null,
        isLive: version === live.version,
      })),
      warnings: isFileOther
        ? [
            ...live.warnings,
            `The file that comes with this program says something else than any of these versions. "sourcing segments edit reference/segments/${segment}.yaml" makes it the newest.`,
          ]
        : live.warnings,
    };
  },
});
