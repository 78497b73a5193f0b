/**
 * Where a run of a package is. `planned`: thought of, and takes no firms yet. `open`: takes firms. `confirmed`: there are
 * enough of them, and it will be held. The rest are ends: `completed` and `cancelled`.
 */
export const editionStatuses = ['planned', 'open', 'confirmed', 'completed', 'cancelled'] as const;
export type EditionStatus = (typeof editionStatuses)[number];

/** What its provider can do with it. */
export const editionMoves = ['open', 'confirm', 'complete', 'cancel'] as const;
export type EditionMove = (typeof editionMoves)[number];

type EditionMoveRule = { readonly from: readonly EditionStatus[]; readonly to: EditionStatus };

/** The whole life of an edition. Whatever is not in this table cannot happen; an end is never left. */
export const editionMoveRules: Readonly<Record<EditionMove, EditionMoveRule>> = {
  open: { from: ['planned'], to: 'open' },
  confirm: { from: ['open'], to: 'confirmed' },
  complete: { from: ['confirmed'], to: 'completed' },
  cancel: { from: ['planned', 'open', 'confirmed'], to: 'cancelled' },
};

/** The status after the move; undefined when it cannot be made from there. */
export function moveEdition(status: EditionStatus, move: EditionMove): EditionStatus | undefined {
  const { from, to } = editionMoveRules[move];
  return from.includes(status) ? to : undefined;
}

/** What can be done from there, in the order of the table; nothing at an end. */
export function editionMovesFrom(status: EditionStatus): readonly EditionMove[] {
  return editionMoves.filter((move) => moveEdition(status, move) !== undefined);
}

/** Whether firms can be placed in it, and be put on its waiting list. */
export function takesFirms(status: EditionStatus): boolean {
  return status === 'open' || status === 'confirmed';
}

/** Whether nothing more can happen to it. */
export function isEditionOver(status: EditionStatus): boolean {
  return editionMovesFrom(status).length === 0;
}

/** Why an edition is cancelled. */
export const cancelReasons = ['too-few-firms', 'no-capacity', 'merged', 'other'] as const;

/** How full an edition is. `invited` are asked and hold a place until they answer; `placed` take part, or have. */
export type Takings = {
  readonly places: number;
  readonly minimumGroup: number;
  readonly invited: number;
  readonly placed: number;
};

export function placesTaken({ invited, placed }: Pick<Takings, 'invited' | 'placed'>): number {
  return invited + placed;
}

export function placesLeft({ places, ...taken }: Pick<Takings, 'places' | 'invited' | 'placed'>): number {
  return Math.max(0, places - placesTaken(taken));
}

/** How many more must say yes for the group to be large enough. */
export function firmsMissing({ minimumGroup, placed }: Pick<Takings, 'minimumGroup' | 'placed'>): number {
  return Math.max(0, minimumGroup - placed);
}

/**
 * What keeps a move from being made that its status allows; undefined when nothing does. `today`: ISO date. `waitsFor`:
 * how many firms take part whose outcome has not been said yet.
 */
export function moveObstacle(
  move: EditionMove,
  edition: Takings & { readonly startsOn: string; readonly waitsFor: number },
  today: string,
): 'group-too-small' | 'not-begun' | 'firms-not-completed' | undefined {
  if (move === 'confirm' && firmsMissing(edition) > 0) return 'group-too-small';
  if (move === 'complete' && edition.startsOn > today) return 'not-begun';
  return move === 'complete' && edition.waitsFor > 0 ? 'firms-not-completed' : undefined;
}
