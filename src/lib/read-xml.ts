import sax from 'sax';

/** What a reader of XML is told. Names come without their prefix. */
export type XmlHandlers = {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
};

/**
 * Reads XML that arrives piece by piece and tells the handlers; after every piece it pauses, so that what was collected
 * can be passed on. Nothing outside the document is ever loaded.
 *
 * @throws Error where it is no well-formed XML
 * @example for await (const _ of readXml(bytes, { open: (name) => names.push(name) })) yield* names.splice(0);
 */
export async function* readXml(
  chunks: AsyncIterable<Uint8Array>,
  handlers: XmlHandlers,
): AsyncGenerator<void> {
  const parser = sax.parser(true);
  const decoder = new TextDecoder('utf-8');
  // Handlers of this parser are members; it knows no listeners.
  Object.assign(parser, {
    onerror(error: Error) {
      throw error;
    },
    onopentag({ name, attributes }: sax.Tag) {
      handlers.open?.(localName(name), attributes);
    },
    ontext: (text: string) => handlers.text?.(text),
    oncdata: (text: string) => handlers.text?.(text),
    onclosetag: (name: string) => handlers.close?.(localName(name)),
  });
  for await (const chunk of chunks) {
    parser.write(decoder.decode(chunk, { stream: true }));
    yield;
  }
  parser.write(decoder.decode()).close();
  yield;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
