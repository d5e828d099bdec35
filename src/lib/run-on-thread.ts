import { parentPort, Worker, workerData } from 'node:worker_threads';
import { AppError, type ErrorCode } from './errors.ts';

/** What a thread says: how far it is, and once how it ended. */
type Message =
  | { done: number }
  | { answer: unknown }
  | { refusal: { code: ErrorCode; message: string; fields: Record<string, string> } }
  | { fault: string };

/** How a question is watched. */
export type Watch = {
  /** Ends the thread at once. */
  signal: AbortSignal;
  /** Called with how many parts are done. */
  onProgress?: (done: number) => void;
};

/**
 * Asks a question of a thread of its own and ends the thread, however it goes: long computing stops nobody else. What the
 * thread refuses is refused here, what fails there fails here.
 *
 * @param entry file of the thread, which calls {@link answerOnThread}
 * @throws AppError what the thread refused
 * @example await runOnThread(new URL('./solve-worker.ts', import.meta.url), question, { signal })
 */
export async function runOnThread<Answer>(
  entry: URL,
  question: unknown,
  { signal, onProgress }: Watch,
): Promise<Answer> {
  signal.throwIfAborted();
  const worker = new Worker(entry, { workerData: question });
  const ended = Promise.withResolvers<Answer>();
  const stop = (): void => ended.reject(signal.reason);
  signal.addEventListener('abort', stop);
  worker.on('message', (message: Message) => {
    if ('done' in message) onProgress?.(message.done);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the entry answers, typed by who asks
    else if ('answer' in message) ended.resolve(message.answer as Answer);
    else if ('fault' in message) ended.reject(new Error(`The thread failed: ${message.fault}`));
    else ended.reject(refusalOf(message.refusal));
  });
  worker.on('error', (cause) => ended.reject(new Error('The thread has failed.', { cause })));
  worker.on('exit', () => ended.reject(new Error('The thread has ended without an answer.')));
  try {
    return await ended.promise;
  } finally {
    signal.removeEventListener('abort', stop);
    await worker.terminate();
  }
}

function refusalOf({
  code,
  message,
  fields,
}: {
  code: ErrorCode;
  message: string;
  fields: Record<string, string>;
}): AppError {
  return new AppError(code, message, { fields });
}

/**
 * The other side of {@link runOnThread}: answers the one question that this thread was started with.
 *
 * @example await answerOnThread(async (question: Question) => solve(question));
 */
export async function answerOnThread<Question>( // oxlint-disable-line typescript/no-unnecessary-type-parameters -- each entry names what it is given
  work: (question: Question, progress: (done: number) => void) => Promise<unknown>,
): Promise<void> {
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- given by who started the thread
    say({ answer: await work(workerData as Question, (done) => say({ done })) });
  } catch (error) {
    if (error instanceof AppError)
      say({ refusal: { code: error.code, message: error.message, fields: { ...error.fields } } });
    else say({ fault: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

function say(message: Message): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread of this process, no window
  parentPort?.postMessage(message);
}
