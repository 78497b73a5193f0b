import type { Principal } from '#shared/domain/access/permissions.ts';
import type { Language } from '#shared/domain/language.ts';

/** Who is signed in, as the session's own row says at this moment. */
export type Account = Principal & {
  readonly sessionId: string;
  readonly personId: string;
  readonly email: string;
  readonly name: string | null;
  readonly language: Language;
  /** Has proved who it is a moment ago. */
  readonly isFresh: boolean;
};
