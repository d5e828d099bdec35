import { z } from 'zod';
import {
  changePart,
  parsePart,
  partItems,
  placeOfPath,
  playbookParts,
  isSection,
  type PartItem,
  type PlaybookPart,
} from '../../../../app/segments/playbook-parts.ts';
import { livePlaybook, savePlaybook, type StoredPlaybook } from '../../../../app/segments/playbook-store.ts';
import { editedByField, editNoteField } from '../../../../app/segments/playbook-version-views.ts';
import { authoredPlaybooks } from '../../../../app/segments/playbooks.ts';
import { AppError } from '../../../../lib/errors.ts';
import { paths, routePatterns } from '../../../paths.ts';
import type { Page, PageAnswer, PageRequest } from '../../_page.ts';
import { playbookCrumbs, segmentAsked } from '../playbook/playbook-address.ts';
import { presentItems, presentKnown, type FieldFault } from './present-form.ts';
import { fieldsOf, keptItems, readPartForm, type TypedItem, type TypedPart } from './read-form.ts';

/** The parts of a playbook, each with the page on which it is edited. */
export const playbookEditPage: Page = {
  method: 'GET',
  pattern: routePatterns.segmentEdit,
  async answer(request) {
    const { context, query, words } = request;
    const segment = segmentAsked(request);
    const stored = await livePlaybook(context, segment);
    const { overview: text, parts: headings } = words.playbookEditing;
    const name = words.market.segmentNames[segment];
    const saved = Number(query['saved']?.[0] ?? Number.NaN);
    return {
      kind: 'page',
      template: 'pages/segments/edit/overview.njk',
      view: {
        title: text.title(name),
        banner: bannerOf(request, stored, saved),
        warnings: stored.warnings,
        command: words.playbookEditing.overview.command(stored.newest),
        parts: playbookParts.map((part) => ({
          text: headings[part],
          href: paths.segmentEditPart(segment, part),
          note: isSection(part)
            ? text.paragraphs(stored.playbook.sections[part].length)
            : part === 'checks'
              ? text.checks(stored.playbook.ownChecks)
              : null,
        })),
        fileHref: paths.segmentPlaybookFile(segment),
        historyHref: paths.segmentHistory(segment),
        playbookHref: paths.segmentPlaybook(segment),
      },
      title: text.title(name),
      section: 'market',
      crumbs: playbookCrumbs(segment, words),
      isIndexed: false,
    };
  },
};

function bannerOf({ query, words }: PageRequest, { newest, playbook }: StoredPlaybook, saved: number) {
  const { overview: text } = words.playbookEditing;
  if (query['same'] !== undefined)
    return { type: null, title: text.unchangedTitle, text: text.unchanged, href: null };
  if (!Number.isInteger(saved) || saved < 2 || saved > newest) return null;
  const href = paths.segmentDiff(playbook.segment, { from: saved - 1, to: saved });
  return { type: 'success', title: text.savedTitle, text: text.saved(saved), href };
}

/** The form of a part as it stands. */
export const playbookPartFormPage: Page = {
  method: 'GET',
  pattern: routePatterns.segmentEditPart,
  async answer(request) {
    const { part, stored } = await askedPart(request);
    const items = partItems(stored.playbook, stored.text, part).map(asTyped);
    const typed = { items: withBlank(part, items), by: '', note: '', seen: stored.newest };
    return showPart(request, { part, stored, typed, faults: [] });
  },
};

/** Saves a part as the next version, or shows the form again with everything that has to be put right. */
export const playbookPartPage: Page = {
  method: 'POST',
  pattern: routePatterns.segmentEditPart,
  async answer(request) {
    const { context, form, words } = request;
    const { part, stored } = await askedPart(request);
    const typed = readPartForm(form, part);
    const kept = keptItems(typed);
    const { segment } = stored.playbook;
    const show = (faults: FieldFault[], newest = stored.newest): PageAnswer =>
      showPart(request, { part, stored: { ...stored, newest }, typed, faults });
    if (typed.seen !== stored.newest) return show([]);
    const saving = savingInput.safeParse(emptyLeftOut({ by: typed.by, note: typed.note }));
    if (!saving.success)
      return show(
        saving.error.issues.map(({ path, message }) => ({ item: null, field: String(path[0]), message })),
      );
    const text = changePart(
      stored.text,
      part,
      kept.map(({ fields }) => fields),
    );
    if (sameItems(partItems(stored.playbook, stored.text, part), kept))
      return { kind: 'redirect', to: paths.segmentEdit(segment, { same: 'yes' }), status: 303 };
    try {
      const saved = await savePlaybook(context, segment, { text, seen: typed.seen, ...saving.data });
      return { kind: 'redirect', to: paths.segmentEdit(segment, { saved: saved.version }), status: 303 };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.code === 'changed-meanwhile') return show([], (await livePlaybook(context, segment)).newest);
      if (error.code !== 'bad-request') throw error;
      const { elsewhere } = words.playbookEditing.form;
      return show(
        Object.entries(error.fields).map(([path, message]) => {
          const place = placeOfPath(part, path);
          const item = place === null ? undefined : kept[place.item];
          return place === null || item === undefined
            ? { item: null, field: '', message: elsewhere(path, message) }
            : { item: item.index, field: place.field, message };
        }),
      );
    }
  },
};

const savingInput = z.object({ by: editedByField, note: editNoteField });

function emptyLeftOut(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== ''));
}

function sameItems(before: readonly PartItem[], kept: readonly TypedItem[]): boolean {
  return textOf(before) === textOf(kept.map(({ fields }) => fields));
}

function textOf(items: readonly PartItem[]): string {
  return JSON.stringify(
    items.map((item) => Object.entries(item).toSorted(([one], [other]) => (one < other ? -1 : 1))),
  );
}

async function askedPart(request: PageRequest): Promise<{ part: PlaybookPart; stored: StoredPlaybook }> {
  const segment = segmentAsked(request);
  const part = parsePart(request.params['part'] ?? '');
  if (part === null) throw new AppError('not-found', request.words.errors.notFoundLead);
  return { part, stored: await livePlaybook(request.context, segment) };
}

function asTyped(fields: Readonly<Record<string, string>>, index: number): TypedItem {
  return { index, fields, isRemoved: false, place: '' };
}

/** Room for one more. */
function withBlank(part: PlaybookPart, items: TypedItem[]): TypedItem[] {
  if (part === 'about') return items;
  const blank = Object.fromEntries(fieldsOf(part).map((name) => [name, name === 'outcome' ? 'advise' : '']));
  return [...items, asTyped(blank, items.length)];
}

type Shown = {
  part: PlaybookPart;
  stored: StoredPlaybook;
  typed: TypedPart;
  faults: readonly FieldFault[];
};

function showPart({ context, words }: PageRequest, { part, stored, typed, faults }: Shown): PageAnswer {
  const { form: text, parts: headings } = words.playbookEditing;
  const { playbook, newest } = stored;
  const { segment } = playbook;
  const isBehind = typed.seen !== newest;
  const known = presentKnown(part, authoredPlaybooks(context.reference).knowledge);
  const models = context.reference.deliveryModels;
  const errors = [
    ...(isBehind ? [{ text: text.changedMeanwhile(typed.seen, newest) }] : []),
    ...faults.map(({ item, field, message }) => ({
      text: message,
      ...(field !== '' && { href: item === null ? `#${field}` : `#i${item}-${field}` }),
    })),
  ];
  const name = words.market.segmentNames[segment];
  return {
    kind: 'page',
    template: 'pages/segments/edit/part.njk',
    view: {
      segment: name,
      heading: headings[part],
      lead: isSection(part) ? text.markdown : text.plainText,
      action: paths.segmentEditPart(segment, part),
      // Whoever sends the form again has been told what changed.
      seen: newest,
      changesHref:
        isBehind && typed.seen < newest ? paths.segmentDiff(segment, { from: typed.seen, to: newest }) : null,
      errors,
      items: presentItems({ part, playbook, items: typed.items, faults, models }, words),
      by: typed.by,
      byError: faults.find(({ item, field }) => item === null && field === 'by')?.message ?? null,
      note: typed.note,
      noteError: faults.find(({ item, field }) => item === null && field === 'note')?.message ?? null,
      cancelHref: paths.segmentEdit(segment),
      known: [
        { title: text.facts, items: known.facts },
        { title: text.sources, items: known.sources },
      ].filter(({ items }) => items.length > 0),
    },
    title: text.title(headings[part], name),
    status: isBehind ? 409 : errors.length > 0 ? 400 : 200,
    hasError: errors.length > 0,
    section: 'market',
    crumbs: [
      ...playbookCrumbs(segment, words),
      { text: words.playbookEditing.overview.title(name), href: paths.segmentEdit(segment) },
    ],
    isIndexed: false,
    isPrivate: true,
  };
}
