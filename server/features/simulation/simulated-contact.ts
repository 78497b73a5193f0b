import type { ContactKind } from '#shared/domain/contact/contact-note.ts';
import type { MeetingStatus } from '#shared/domain/meeting/meeting-states.ts';
import type { MeetingStep } from '#shared/domain/meeting/meeting-step.ts';
import type { ContactableFirm } from './contactable-repository.ts';

export type SimulatedNote = {
  readonly kind: ContactKind;
  /** On the day it happened. */
  readonly writtenAt: Date;
  readonly counterpart: string;
  readonly subject: string;
  readonly body: string;
};

export type SimulatedStep = MeetingStep & { readonly doneAt: Date | null };

export type SimulatedMeeting = {
  readonly status: MeetingStatus;
  readonly startsAt: Date;
  readonly minutes: number;
  readonly place: string;
  readonly link: string;
  readonly participants: string;
  readonly purpose: string;
  readonly plannedAt: Date;
  readonly statusSince: Date;
  readonly summarySentAt: Date | null;
  readonly steps: readonly SimulatedStep[];
};

/** What there has been between one firm and one provider, and what is to come. */
export type SimulatedContact = {
  readonly firm: ContactableFirm;
  readonly notes: readonly SimulatedNote[];
  readonly meetings: readonly SimulatedMeeting[];
};
