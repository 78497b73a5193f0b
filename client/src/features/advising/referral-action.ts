import type { LocalisedText } from '#shared/domain/language.ts';
import {
  isEnded,
  type MoveDemand,
  moveRules,
  movesFrom,
  type ProviderMove,
  type ReferralMove,
  type ReferralStatus,
} from '#shared/domain/referral/referral-states.ts';

/** A firm through the organisation that it lets in: whom something is done with. */
export type Target = {
  /** Of its row: the request where there is one. */
  readonly key: string;
  readonly organisationId: string;
  readonly firmId: string;
  readonly firmName: string;
};

/** A request as it was seen by whoever acts on it. */
export type RequestTarget = Target & {
  readonly referralId: string;
  readonly revision: number;
  readonly status: ReferralStatus;
  readonly packageCode: string;
  /** Who has it now, by the name that the catalogue knows too. */
  readonly provider: LocalisedText;
};

/** What has to be said with some moves, and may be with others. */
export type Saying = {
  readonly reason?: string | undefined;
  readonly note?: string | undefined;
  readonly outcome?: string | undefined;
  readonly receiver?: string | undefined;
};

export type ReferralAction =
  | { readonly kind: 'move'; readonly move: ProviderMove; readonly saying: Saying }
  | { readonly kind: 'assign'; readonly personId: string | null; readonly name: string | null };

/** What is done, and with whom. To remind takes no request. */
export type RequestDeed = { readonly action: ReferralAction; readonly targets: readonly RequestTarget[] };
export type Deed = RequestDeed | { readonly action: { readonly kind: 'remind' }; readonly targets: readonly Target[] };
export type Action = Deed['action'];

const isProviderMove = (move: ReferralMove): move is ProviderMove => move !== 'withdraw';

/** What the provider can do with all of them. */
export function movesForAll(targets: readonly RequestTarget[]): ProviderMove[] {
  const [first, ...others] = targets;
  if (first === undefined) return [];
  return movesFrom(first.status, 'provider')
    .filter(isProviderMove)
    .filter((move) => others.every(({ status }) => movesFrom(status, 'provider').includes(move)));
}

/** Whether anything can be done with it still. */
export const isOpen = ({ status }: Pick<RequestTarget, 'status'>): boolean => !isEnded(status);

/** What has to be said with the move, and is asked for first. */
export const demandsOf = (move: ProviderMove): readonly MoveDemand[] => moveRules[move].demands;
