import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerOptions } from 'smtp-server';
import { vi } from 'vitest';

/** What the server says to a command: a reply code, or nothing at all for as long as it lasts. */
type Answer = number | 'silence' | undefined;

export type MailServer = {
  readonly port: number;
  readonly url: string;
  /** The messages it has taken over, in their order, as they came and as a mail program reads them. */
  readonly mails: readonly (ParsedMail & { readonly raw: string })[];
  /** How many times it was given a message, taken over or not. */
  readonly givenCount: number;
  /** Bytes of messages it was given, whole or not. */
  readonly byteCount: number;
  /** What it answers from now on; it takes everything unless told otherwise. */
  readonly answers: { greeting?: Answer; recipient?: Answer; message?: Answer };
  /** Resolves once it has taken over so many. */
  untilTaken(count: number): Promise<void>;
  untilGiven(count: number): Promise<void>;
  close(): Promise<void>;
};

export type MailServerOptions = Pick<SMTPServerOptions, 'key' | 'cert' | 'secure' | 'onAuth'> & {
  readonly port?: number;
  readonly hasTls?: boolean;
};

const withinMs = 20_000;

function reply(answer: Answer, done: (error?: Error | null) => void): void {
  if (answer === 'silence') return;
  if (answer === undefined) done();
  else done(Object.assign(new Error('so it was told to answer'), { responseCode: answer }));
}

async function readAll(stream: SMTPServerDataStream, onBytes: (count: number) => void): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    onBytes(chunk.length);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** A mail server that answers as it is told, and keeps what it is given. Real SMTP over a real socket. */
export async function startMailServer(options: MailServerOptions = {}): Promise<MailServer> {
  const { port = 0, hasTls = false, ...own } = options;
  const answers: MailServer['answers'] = {};
  const mails: (ParsedMail & { raw: string })[] = [];
  let givenCount = 0;
  let byteCount = 0;
  const server = new SMTPServer({
    ...own,
    authOptional: own.onAuth === undefined,
    disabledCommands: [...(hasTls ? [] : ['STARTTLS']), ...(own.onAuth === undefined ? ['AUTH'] : [])],
    disableReverseLookup: true,
    closeTimeout: 100,
    onConnect: (_session, done) => reply(answers.greeting, done),
    onRcptTo: (_address, _session, done) => reply(answers.recipient, done),
    onData: (stream, _session, done) => {
      const take = async () => {
        const raw = await readAll(stream, (count) => {
          byteCount += count;
        });
        givenCount += 1;
        if (answers.message === undefined) mails.push({ ...(await simpleParser(raw)), raw: raw.toString() });
        reply(answers.message, done);
      };
      take().catch(done);
    },
  });
  // A client that goes away in the middle is what some tests are about.
  server.on('error', () => undefined);
  const listening = server.listen(port, '127.0.0.1');
  await once(listening, 'listening');
  const { port: actual } = listening.address() as AddressInfo;
  const until = (isSo: () => boolean) => vi.waitUntil(isSo, { timeout: withinMs, interval: 20 });
  return {
    port: actual,
    url: `${own.secure === true ? 'smtps' : 'smtp'}://localhost:${actual}`,
    mails,
    get givenCount() {
      return givenCount;
    },
    get byteCount() {
      return byteCount;
    },
    answers,
    untilTaken: async (count) => {
      await until(() => mails.length >= count);
    },
    untilGiven: async (count) => {
      await until(() => givenCount >= count);
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
