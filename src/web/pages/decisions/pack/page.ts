import { casePack, packFormats, type CasePack } from '../../../../app/decisions/pack/case-pack.ts';
import { packSource } from '../../../../app/decisions/pack/pack-source.ts';
import { runOfStored } from '../../../../app/decisions/run-of-stored.ts';
import { packReaders } from '../../../../domain/decisions/pack/pack-reader.ts';
import { AppError } from '../../../../lib/errors.ts';
import { caseOf, casePage, crumbOf } from '../../../components/case/case-page.ts';
import { paths, routePatterns } from '../../../paths.ts';
import type { Page, PageAnswer, PageRequest } from '../../_page.ts';
import { packVersions, presentPack, type PackFaults } from './present.ts';

/** The form that asks for whom a pack is, in which version and format. */
export const casePackFormPage: Page = {
  method: 'GET',
  pattern: routePatterns.casePack,
  answer: async (request) => showForm(request, {}),
};

/** The pack as a file; the case is worked out first where nobody has yet. */
export const casePackPage: Page = {
  method: 'POST',
  pattern: routePatterns.casePack,
  async answer(request) {
    const { context, form, words } = request;
    const reader = packReaders.find((one) => one === form['for']);
    const version = packVersions.find((one) => one === form['version']);
    const format = packFormats.find((one) => one === form['format']);
    if (reader === undefined || version === undefined || format === undefined) {
      const { faults } = words.casePack;
      return showForm(request, {
        ...(reader === undefined ? { for: faults.for } : {}),
        ...(version === undefined ? { version: faults.version } : {}),
        ...(format === undefined ? { format: faults.format } : {}),
      });
    }
    const { stored, run } = await runOfStored(context, request.params['id'] ?? '');
    const source = await packSource(context, stored);
    const wish = { for: reader, release: version === 'release', source };
    const made = await madeOrFaults(casePack(context, run, wish, [format]));
    if ('faults' in made) return showForm(request, made.faults);
    const [file] = made.files;
    if (file === undefined) throw new Error(`No file of the format ${format} was made.`);
    return { kind: 'file', name: file.name, contentType: file.type, body: file.bytes, isPrivate: true };
  },
};

/** A version for release that can’t be made is told beside the choice of version. */
async function madeOrFaults(making: Promise<CasePack>): Promise<CasePack | { faults: PackFaults }> {
  try {
    return await making;
  } catch (cause) {
    const version = cause instanceof AppError ? cause.fields['version'] : undefined;
    if (version === undefined) throw cause;
    return { faults: { version } };
  }
}

async function showForm(request: PageRequest, faults: PackFaults): Promise<PageAnswer> {
  const { words, form } = request;
  const stored = await caseOf(request);
  const { document } = stored;
  return casePage(
    {
      template: 'pages/decisions/pack/page.njk',
      view: {
        ...presentPack(document, { typed: form, faults }, words),
        action: paths.casePack(document.id),
      },
      title: `${words.casePack.title}: ${document.title}`,
      document,
      crumbs: [crumbOf(stored)],
      hasError: Object.keys(faults).length > 0,
    },
    words,
  );
}
