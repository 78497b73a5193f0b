import type { Action } from './actions.ts';
import { needsSecondFactor, type Role } from './roles.ts';

/**
 * How far a permission reaches. `own`: the firm or organisation in which the role is held. `own-answers`: of that firm,
 * what one has answered oneself. `consenting`: the firms that let the provider in, one purpose at a time. `all`: the
 * whole site, which never includes what firms have answered.
 */
export const scopes = ['own', 'own-answers', 'consenting', 'all'] as const;
export type Scope = (typeof scopes)[number];

/** Somebody without an account, with the key of one response in the browser. */
export const keyHolder = 'key-holder';
export type Actor = Role | typeof keyHolder;

type Permissions = Readonly<Partial<Record<Action, Scope>>>;

const ofRespondent: Permissions = {
  answer: 'own-answers',
  'read-result': 'own-answers',
  'read-firm': 'own',
  'read-access-log': 'own',
  'leave-firm': 'own',
};
const ofAdvisor: Permissions = {
  'read-shared-firm': 'consenting',
  'handle-referrals': 'consenting',
  'read-achievement': 'own',
  'keep-contacts': 'consenting',
  'read-editions': 'all',
  'manage-editions': 'own',
  'place-firms': 'consenting',
  'review-firm': 'consenting',
  'edit-packages': 'own',
  'run-campaigns': 'own',
};

/** What each may do. Whatever is not in this table is denied. */
export const permissions: Readonly<Record<Actor, Permissions>> = {
  'key-holder': {
    answer: 'own-answers',
    'read-result': 'own-answers',
    'request-contact': 'own',
    'share-result': 'own',
    'claim-firm': 'own',
  },
  respondent: ofRespondent,
  owner: {
    ...ofRespondent,
    'read-result': 'own',
    'request-contact': 'own',
    'share-result': 'own',
    'change-firm': 'own',
    'give-consent': 'own',
    'manage-members': 'own',
    'request-erasure': 'own',
    'read-contacts': 'own',
    'answer-placement': 'own',
    'reply-to-review': 'own',
  },
  advisor: ofAdvisor,
  manager: { ...ofAdvisor, 'manage-provider': 'own' },
  analyst: {
    'read-release': 'all',
    'build-release': 'own',
    'edit-population': 'own',
    'read-follow-up': 'all',
    'keep-follow-up': 'own',
    'run-campaigns': 'own',
  },
  editor: { 'edit-instrument': 'all', 'edit-packages': 'all', 'edit-rules': 'all' },
  administrator: {
    'manage-organisations': 'all',
    'read-audit-log': 'all',
    'read-outbox': 'all',
    'decide-erasure': 'all',
  },
};

export type HeldRole = { readonly role: Role; readonly placeId: string };

/** Who somebody is for the question what they may do. */
export type Principal = { readonly roles: readonly HeldRole[]; readonly hasSecondFactor: boolean };

export type Ruling = 'allowed' | 'second-factor-missing' | 'denied';

/**
 * The scope in which the actor may do it; undefined when not at all, and for every word that the table does not know.
 */
export function scopeOf(actor: Actor, action: Action): Scope | undefined {
  return Object.hasOwn(permissions, actor) && Object.hasOwn(permissions[actor], action)
    ? permissions[actor][action]
    : undefined;
}

/**
 * Whether one of the person's roles allows the action, in the place if one is given (a firm's or an organisation's
 * identifier). `second-factor-missing` when it would with a second factor. Which rows it reaches is decided by the
 * database's own policies; this says whether the door opens at all.
 */
export function judge(principal: Principal, action: Action, placeId?: string): Ruling {
  const fitting = principal.roles.filter(
    (held) => scopeOf(held.role, action) !== undefined && (placeId === undefined || held.placeId === placeId),
  );
  if (fitting.length === 0) return 'denied';
  const isProved = fitting.some(({ role }) => principal.hasSecondFactor || !needsSecondFactor(role));
  return isProved ? 'allowed' : 'second-factor-missing';
}
