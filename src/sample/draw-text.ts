import type { Rng } from '../lib/rng.ts';
import type { Buyer } from './buyers.ts';
import { civil } from './calendar.ts';
import type { Day } from './calendar.ts';
import { between, drawFrom, element, happens, pick } from './draw.ts';
import type { Shape } from './process-plan.ts';
import type { SegmentText } from './tables.ts';
import { fill } from './world.ts';
import type { World } from './world.ts';

/** The words of one process. */
export type ProcessText = {
  title: string;
  description: string;
  hasBorrowedTitle: boolean;
  codes: { id: string; description: string }[];
  category: 'goods' | 'services' | 'works';
};

/** Draws title, description and codes of a process from its segment's words, with the faults of real notices. */
export function drawText(
  rng: Rng,
  world: World,
  use: { segment: string; buyer: Buyer; day: Day; shape: Shape },
): ProcessText {
  const segment = segmentText(world, use.segment);
  const templates = world.titles.get(use.segment);
  if (templates === undefined) throw new RangeError(`no texts for segment ${use.segment}`);
  const { year } = civil(use.day);
  const fitting = segment.forKind?.[use.buyer.kind] ?? segment;
  const product = pick(rng, fitting.products);
  const subject = pick(rng, fitting.subjects);
  const team = pick(rng, world.tables.texts.teams);
  const number = String(between(rng, 3, 60) * element([1, 5, 10, 50], between(rng, 0, 3)));
  const years = `${year}-${year + between(rng, 1, 4)}`;
  const slot = (name: string): string => {
    switch (name) {
      case 'product':
        return product;
      case 'subject':
        return subject;
      case 'team':
        return team;
      case 'number':
        return number;
      case 'years':
        return years;
      default:
        return use.buyer.shortName;
    }
  };
  const hasBorrowedTitle = use.segment !== 'not-digital' && happens(rng, world.tables.market.borrowing.share);
  let title = fill(pick(rng, templates.titles), slot);
  if (hasBorrowedTitle)
    title = `${title} ${pick(rng, ['and', 'including', 'with', '-'])} ${borrowedWord(rng, world, use.segment)}`;
  title = decorated(rng, title, year);
  const sentences: string[] = [fill(pick(rng, templates.sentences), slot)];
  if (happens(rng, 0.6)) {
    const second = fill(pick(rng, templates.sentences), slot);
    if (second !== sentences[0]) sentences.push(second);
  }
  const closings = between(rng, 0, 3);
  const first = between(rng, 0, world.closings.length - 1);
  for (let i = 0; i < closings; i += 1) sentences.push(fill(element(world.closings, first + i * 5), slot));
  return {
    title,
    description: withFaults(rng, world, sentences, use),
    hasBorrowedTitle,
    codes: drawCodes(rng, world, use.segment),
    category:
      segment.category === 'services' && use.segment === 'not-digital' && happens(rng, 0.4)
        ? pick(rng, ['goods', 'works'])
        : segment.category,
  };
}

function segmentText(world: World, segment: string): SegmentText {
  const text = world.tables.texts.segments[segment];
  if (text === undefined) throw new RangeError(`no texts for segment ${segment}`);
  return text;
}

function borrowedWord(rng: Rng, world: World, segment: string): string {
  const others = Object.keys(world.tables.texts.segments).filter(
    (id) => id !== segment && id !== 'not-digital',
  );
  return pick(rng, segmentText(world, pick(rng, others)).marks);
}

/** Reference numbers, years and endings that buyers put round a title. */
function decorated(rng: Rng, title: string, year: number): string {
  const style = rng.next();
  if (style < 0.05) return `C${between(rng, 100_000, 999_999)} - ${title}`;
  if (style < 0.08) return `DN${between(rng, 700_000, 899_999)} ${title}`;
  if (style < 0.1) return `${title} - AWARD`;
  if (style < 0.12) return `${title} ${year}`;
  if (style < 0.135) return `${title}  `;
  if (style < 0.15) return title.toUpperCase();
  return title;
}

function withFaults(
  rng: Rng,
  world: World,
  sentences: string[],
  use: { buyer: Buyer; shape: Shape },
): string {
  const { finderProcesses, legacyProcesses } = world.tables.market;
  const emailShare = use.shape === 'finder' ? finderProcesses.email : world.tables.parties.buyers.email;
  if (happens(rng, emailShare)) {
    const name = pick(rng, world.tables.names.people.given).toLowerCase();
    sentences.push(`Questions to ${name}.${pick(rng, ['procurement', 'tenders', 'contracts'])}@example.org.`);
  }
  if (use.shape === 'finder' && happens(rng, finderProcesses.literalLineBreak)) return sentences.join('rnrn');
  if (use.shape === 'finder' && happens(rng, finderProcesses.entities)) {
    return sentences.join(' ').replaceAll(' and ', ' &amp; ').replaceAll("'", '&#039;');
  }
  if (use.shape === 'legacy' && happens(rng, legacyProcesses.lineBreakTag)) return sentences.join('<br/>');
  return sentences.join(happens(rng, 0.25) ? '\n\n' : ' ');
}

/** One to three codes of the segment; now and then a code of the wrong kind, as real notices have. */
function drawCodes(rng: Rng, world: World, segment: string): { id: string; description: string }[] {
  const { codes } = world.tables.market;
  const isDigital = segment !== 'not-digital';
  const wrong = isDigital
    ? happens(rng, codes.digitalWithoutDigitalCode)
    : happens(rng, codes.otherWithDigitalCode);
  const found = new Map<string, string>();
  if (isDigital && wrong) {
    for (const [id, name] of nonDigitalCodes) found.set(id, name);
    const id = pick(rng, [...found.keys()]);
    return [{ id, description: found.get(id) ?? '' }];
  }
  if (isDigital && happens(rng, codes.catchAll)) {
    const id = pick(rng, Object.keys(world.tables.texts.catchAllCodes));
    found.set(id, world.tables.texts.catchAllCodes[id] ?? '');
  }
  const table = world.titles.get(segment)?.codes;
  const names = segmentText(world, segment).names;
  const wanted = found.size > 0 ? between(rng, 0, 1) : between(rng, 1, 2);
  if (table === undefined) throw new RangeError(`no codes for segment ${segment}`);
  for (let i = 0; i < wanted; i += 1) {
    const id = drawFrom(rng, table);
    found.set(id, names[id] ?? '');
  }
  if (!isDigital && wrong) found.set('48000000', 'Software package and information systems');
  return [...found].map(([id, description]) => ({ id, description }));
}

const nonDigitalCodes: readonly (readonly [string, string])[] = [
  ['79980000', 'Subscription services'],
  ['79410000', 'Business and management consultancy services'],
  ['73000000', 'Research and development services and related consultancy services'],
  ['51300000', 'Installation services of communications equipment'],
  ['79620000', 'Supply services of personnel including temporary staff'],
];
