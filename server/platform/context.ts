import type { Config } from '../config.ts';
import type { Clock } from './clock.ts';
import type { ContentBundle } from './content/content-bundle.ts';
import type { PublishedContent } from './content/published-content.ts';
import type { Database } from './database/transaction.ts';
import type { Identifiers } from './identifier.ts';

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
};
