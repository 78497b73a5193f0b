/** Where a meeting is. `held` and `cancelled` are ends. */
export const meetingStatuses = ['planned', 'held', 'cancelled'] as const;
export type MeetingStatus = (typeof meetingStatuses)[number];

export const meetingMoves = {
  hold: { from: 'planned', to: 'held' },
  cancel: { from: 'planned', to: 'cancelled' },
} as const satisfies Record<string, { from: MeetingStatus; to: MeetingStatus }>;
export type MeetingMove = keyof typeof meetingMoves;

/** The status after the move; undefined when it cannot be made from there. */
export function moveMeeting(status: MeetingStatus, move: MeetingMove): MeetingStatus | undefined {
  const { from, to } = meetingMoves[move];
  return status === from ? to : undefined;
}

type Written = { readonly status: MeetingStatus; readonly summarySentAt: string | null };

/** Whether what is agreed can be written: until it has been sent, which is what both sides go by from then on. */
export function mayWriteSteps({ status, summarySentAt }: Written): boolean {
  return status !== 'cancelled' && summarySentAt === null;
}
