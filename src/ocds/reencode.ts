import { AppError } from '../lib/errors.ts';

/** The decoder of an encoding by the name that the web or Python has for it. */
function decoderOf(name: string): InstanceType<typeof TextDecoder> {
  const label = name.replaceAll('_', '-').toLowerCase();
  try {
    return new TextDecoder(label === 'latin-1' ? 'latin1' : label.replace(/^utf-8-sig$/, 'utf-8'), {
      fatal: true,
    });
  } catch (cause) {
    throw new AppError(
      'bad-request',
      `There is no encoding "${name}". Name one such as utf-8, iso-8859-1, windows-1252 or utf-16le.`,
      { cause },
    );
  }
}

/**
 * What turns bytes of an encoding into UTF-8; null where they are UTF-8 already. Latin-1 is read as windows-1252, as the
 * web does.
 *
 * @throws AppError bad-request for an encoding that isn't known
 * @example reencoder('utf-8') // null
 */
export function reencoder(
  name: string,
): ((chunks: AsyncIterable<Uint8Array>) => AsyncGenerator<Uint8Array>) | null {
  if (decoderOf(name).encoding === 'utf-8') return null;
  return async function* reencode(chunks) {
    const decoder = decoderOf(name);
    for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }));
    yield Buffer.from(decoder.decode());
  };
}
