import type { Config } from '../config.ts';
import type { Clock } from './clock.ts';
import type { ContentBundle } from './content/content-bundle.ts';
import type { PublishedContent } from './content/published-content.ts';
import type { Database } from './database/transaction.ts';
import type { Identifiers } from './identifier.ts';
import type { OidcProvider } from './identity/oidc.ts';
import type { Sealing } from './identity/sealing.ts';
import type { DemoMailbox } from './mail/demo-mailbox.ts';

/** What every use case is given; nothing in a feature reaches for a clock, a pool or a file by itself. */
export type Context = {
  readonly config: Config;
  readonly database: Database;
  readonly clock: Clock;
  readonly identifiers: Identifiers;
  /** Published versions as they stand in the database. */
  readonly published: PublishedContent;
  /** Content that ships as files and has no versions: municipalities, names, consent wordings. */
  readonly bundle: ContentBundle;
  readonly sealing: Sealing;
  /** The organisation's own sign-in; undefined when the site has none. */
  readonly oidc: OidcProvider | undefined;
  /** Tells the worker, once a transaction is committed, that there may be mail to send. */
  readonly wakeWorker: () => void;
  /** Where a demo's mail goes; undefined on every real site, and where there is a mail server. */
  readonly demoMailbox: DemoMailbox | undefined;
};
