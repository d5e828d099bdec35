import { z } from 'zod';
import { keepYoungGenerationSmall } from '../../lib/young-generation.ts';
import { quantile, quartiles } from '../../maths/quantile.ts';
import { tukeyFences } from '../../maths/tukey-fences.ts';
import { IndicatorCalculator } from '../../ocds/indicators/indicator-calculator.ts';
import { streamOperation } from '../operation.ts';
import { readCompiledReleases } from './compiled-releases.ts';
import { filesField } from './toolkit-inputs.ts';
import { ToolkitNotices } from './toolkit-notices.ts';
import { readSettingsFile, settingsField } from './toolkit-settings-file.ts';

/** `ocdscardinal indicators`: one row, an object of group → id → code → number. */
export const indicators = streamOperation({
  id: 'ocds.indicators',
  summary: 'Calculate review indicators from OCDS compiled releases.',
  kind: 'stream',
  access: 'public',
  surfaces: ['cli'],
  positional: 'files',
  input: z.object({
    files: filesField,
    settings: settingsField,
    count: z.boolean().default(false).describe('Tell the number of results of each group.'),
    meta: z.boolean().default(true).describe('Add the quartiles and fences that were used, under "Meta".'),
    map: z.boolean().default(false).describe('Add who took part in which process, under "Maps".'),
  }),
  run: async function* run(context, { files, settings, count, meta, map }) {
    keepYoungGenerationSmall();
    const notices = new ToolkitNotices(context.reporter);
    const calculator = new IndicatorCalculator({
      settings: await readSettingsFile(settings),
      statistics: { quartiles, quantile, fences: tukeyFences },
      map,
      onWarning: notices.warn.bind(notices),
    });
    const lines = readCompiledReleases(context, files, notices, ({ release }) => calculator.add(release));
    for await (const _ of lines) continue;
    notices.close(true);
    const { answer, counts } = calculator.finish({ meta });
    yield answer;
    if (count) for (const [group, found] of counts) context.reporter.warn(`${group}: ${found}`);
  },
});
