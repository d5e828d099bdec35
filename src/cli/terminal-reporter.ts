import { monotonicMs } from '../lib/clock.ts';
import type { Reporter } from '../app/context.ts';

/** Where messages go. Nothing of it is ever standard output, which belongs to the answer. */
export type MessageStream = {
  write(text: string): unknown;
  isTTY?: boolean | undefined;
  columns?: number | undefined;
};

/** A reporter that must be closed, so that a bar left on the screen is ended, and that knows what was left out. */
export type ClosableReporter = Reporter & { close(): void; skippedCount(): number };

type Progress = Parameters<Reporter['progress']>[0];
type Running = Progress & { startedMs: number; startedAt: number };

/** Messages about one input that are told in full; of a damaged file there may be one for every broken piece. */
const toldPerInput = 20;

/** On a screen the bar is redrawn ten times a second; in a log one line every five seconds is enough. */
const redrawMs = 100;
const logMs = 5_000;

/**
 * Tells a person how far things are: a bar on a terminal, a line every five seconds elsewhere, JSON Lines for machines.
 * Of the messages about one input ("page.json, line 3: …") the first twenty are told; closing tells how many more there were.
 *
 * @param now monotonic milliseconds
 */
export function terminalReporter(
  stream: MessageStream,
  isJson: boolean,
  now: () => number = monotonicMs,
): ClosableReporter {
  const isBar = !isJson && stream.isTTY === true;
  const pauseMs = isBar ? redrawMs : isJson ? 1_000 : logMs;
  let running: Running | null = null;
  let shownMs = now();
  let isDrawn = false;
  let skipped = 0;
  const messagesByInput = new Map<string, number>();
  const tell = (message: string): void => {
    if (isDrawn) stream.write('\r\u001B[K');
    isDrawn = false;
    stream.write(isJson ? `${JSON.stringify({ warning: message })}\n` : `${message}\n`);
  };
  const show = (state: Running, end: string): void => {
    shownMs = now();
    const speed = speedOf(state, now());
    if (isJson) {
      stream.write(`${JSON.stringify({ progress: { ...publicState(state), ...speed } })}\n`);
    } else {
      const text = progressText(state, speed, isBar);
      stream.write(isBar ? `\r\u001B[K${text.slice(0, (stream.columns ?? 80) - 1)}${end}` : `${text}\n`);
      isDrawn = isBar && end === '';
    }
  };
  const finish = (): void => {
    if (running !== null && (isDrawn || isJson)) show(running, '\n');
    running = null;
  };
  const close = (): void => {
    finish();
    for (const [input, count] of messagesByInput)
      if (count > toldPerInput) tell(`… and ${number(count - toldPerInput)} more in ${input}`);
    messagesByInput.clear();
  };
  return {
    warn: (message) => {
      const input = inputNamed(message);
      const count = (messagesByInput.get(input ?? '') ?? 0) + 1;
      if (input !== null) messagesByInput.set(input, count);
      if (input === null || count <= toldPerInput) tell(message);
    },
    skipped: (count) => {
      skipped += count;
    },
    skippedCount: () => skipped,
    progress: (state) => {
      if (running !== null && running.label !== state.label) finish();
      const isFirst = running === null;
      running = {
        ...state,
        startedMs: running?.startedMs ?? now(),
        startedAt: running?.startedAt ?? state.done,
      };
      if ((isFirst && isBar) || now() - shownMs >= pauseMs) show(running, '');
    },
    close,
  };
}

/** The input that a message begins with, as every message about a piece of one does; null for any other. */
function inputNamed(message: string): string | null {
  return /^(.+?), line \d+: /.exec(message)?.[1] ?? null;
}

function publicState(state: Running): Progress {
  return { label: state.label, done: state.done, total: state.total, unit: state.unit };
}

type Speed = { ratePerSecond: number | null; secondsLeft: number | null };

/** Rate since the work with this label began, and what is left at that rate; null until it can be told. */
function speedOf(state: Running, nowMs: number): Speed {
  const seconds = (nowMs - state.startedMs) / 1000;
  const done = state.done - state.startedAt;
  if (seconds < 0.5 || done <= 0) return { ratePerSecond: null, secondsLeft: null };
  const rate = done / seconds;
  const left = state.total === null ? null : Math.max(0, Math.ceil((state.total - state.done) / rate));
  return { ratePerSecond: Number(rate.toPrecision(3)), secondsLeft: left };
}

function progressText(state: Running, speed: Speed, isBar: boolean): string {
  const share = state.total === null || state.total === 0 ? null : Math.min(1, state.done / state.total);
  const bar = share === null || !isBar ? '' : ` [${'#'.repeat(Math.round(share * 24)).padEnd(24, '-')}]`;
  const percent = share === null ? '' : ` ${Math.floor(share * 100)} %`;
  const count = state.total === null ? number(state.done) : `${number(state.done)} of ${number(state.total)}`;
  const rate = speed.ratePerSecond === null ? '' : ` · ${number(speed.ratePerSecond)}/s`;
  const left = speed.secondsLeft === null ? '' : ` · ${duration(speed.secondsLeft)} left`;
  return `${state.label}${bar}${percent} · ${count} ${state.unit}${rate}${left}`;
}

function number(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: value < 10 ? 1 : 0 });
}

function duration(seconds: number): string {
  if (seconds < 90) return `${seconds} s`;
  return seconds < 5_400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3_600).toFixed(1)} h`;
}
