import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CampaignStanding, stateOn } from '#shared/domain/campaign/campaign-state.ts';
import { type DueMail, dueMail, foreseenReminders, type InvitedFirm } from '#shared/domain/campaign/due-mail.ts';
import { addDays } from '#shared/domain/edition/civil-day.ts';

const first = '2026-03-02';
const dayAt = (offset: number): string => addDays(first, offset);

const campaign: CampaignStanding = {
  opensOn: first,
  closesOn: dayAt(20),
  graceDays: 3,
  reminderDays: [dayAt(8), dayAt(15)],
  isOpened: true,
  isEnded: false,
};
const untouched: InvitedFirm = { invitedOn: null, remindedFor: null, hasFinished: false, isOutOfReach: false };
const on = (offset: number) => ({ day: dayAt(offset), isNight: false });

describe('the mail that is due', () => {
  it('is the invitation from the first day, and each reminder on its day', () => {
    const invited = { ...untouched, invitedOn: first };
    expect(dueMail(campaign, untouched, on(-1))).toBeUndefined();
    expect(dueMail(campaign, untouched, on(0))).toEqual({ kind: 'invitation' });
    expect(dueMail(campaign, invited, on(7))).toBeUndefined();
    expect(dueMail(campaign, invited, on(8))).toEqual({ kind: 'reminder', reminderDay: dayAt(8) });
    expect(dueMail(campaign, { ...invited, remindedFor: dayAt(8) }, on(14))).toBeUndefined();
    expect(dueMail(campaign, { ...invited, remindedFor: dayAt(8) }, on(15))).toEqual({
      kind: 'reminder',
      reminderDay: dayAt(15),
    });
  });

  it('is one reminder when several days have passed, and none for a day before the firm was invited', () => {
    expect(dueMail(campaign, { ...untouched, invitedOn: first }, on(16))).toEqual({
      kind: 'reminder',
      reminderDay: dayAt(15),
    });
    expect(dueMail(campaign, { ...untouched, invitedOn: dayAt(10) }, on(12))).toBeUndefined();
  });

  it('is the invitation once more where the organiser wants it, by day and as long as firms are invited', () => {
    const again = { ...untouched, invitedOn: first, isAskedAgain: true };
    expect(dueMail(campaign, again, on(3))).toEqual({ kind: 'invitation' });
    expect(dueMail(campaign, again, { ...on(3), isNight: true })).toBeUndefined();
    expect(dueMail(campaign, again, on(21))).toBeUndefined();
    expect(dueMail(campaign, { ...again, isOutOfReach: true }, on(3))).toBeUndefined();
    expect(dueMail(campaign, { ...again, hasFinished: true }, on(3))).toBeUndefined();
  });
});

/** What may happen to one firm and to the call, in any order, day by day. */
const step = fc.record({
  isNight: fc.boolean(),
  happens: fc.constantFrom(
    'nothing',
    'nothing',
    'finishes',
    'says-no',
    'bounces',
    'call-ends',
    'dates-move',
    'worker-is-down',
  ),
  shift: fc.integer({ min: -3, max: 6 }),
});

type Life = { readonly call: CampaignStanding; readonly firm: InvitedFirm };
type Sent = DueMail & { readonly day: string; readonly isNight: boolean; readonly state: string } & Pick<Life, 'firm'>;
type Step = { readonly isNight: boolean; readonly happens: string; readonly shift: number };

const outOfReach = ({ call, firm }: Life): Life => ({ call, firm: { ...firm, isOutOfReach: true } });
const changes: Readonly<Record<string, (life: Life, shift: number) => Life>> = {
  finishes: ({ call, firm }) => ({ call, firm: { ...firm, hasFinished: true } }),
  'says-no': outOfReach,
  bounces: outOfReach,
  'call-ends': ({ call, firm }) => ({ call: { ...call, isEnded: true }, firm }),
  'dates-move': ({ call, firm }, shift) => ({
    call: { ...call, reminderDays: call.reminderDays.map((each) => addDays(each, shift)) },
    firm,
  }),
};

const noted = (firm: InvitedFirm, mail: DueMail, day: string): InvitedFirm =>
  mail.kind === 'invitation' ? { ...firm, invitedOn: day } : { ...firm, remindedFor: mail.reminderDay };

function live(steps: readonly Step[], reminderOffsets: readonly number[]): Sent[] {
  let life: Life = { call: { ...campaign, reminderDays: reminderOffsets.map(dayAt) }, firm: untouched };
  const sent: Sent[] = [];
  for (const [offset, { isNight, happens, shift }] of steps.entries()) {
    const day = dayAt(offset - 2);
    life = changes[happens]?.(life, shift) ?? life;
    // The worker looks many times a day, unless it is down.
    for (let looks = happens === 'worker-is-down' ? 0 : 3; looks > 0; looks -= 1) {
      const mail = dueMail(life.call, life.firm, { day, isNight });
      if (mail === undefined) continue;
      sent.push({ ...mail, day, isNight, state: stateOn(life.call, day), firm: life.firm });
      life = { ...life, firm: noted(life.firm, mail, day) };
    }
  }
  return sent;
}

const histories = fc.tuple(
  fc.array(step, { minLength: 1, maxLength: 45 }),
  fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 4 }),
);

describe('whatever happens', () => {
  it('no firm is invited twice, or reminded twice for a day, or written to twice in a day', () => {
    fc.assert(
      fc.property(histories, ([steps, offsets]) => {
        const sent = live(steps, offsets);
        const reminderDays = sent.flatMap((mail) => (mail.kind === 'reminder' ? [mail.reminderDay] : []));
        expect(sent.filter(({ kind }) => kind === 'invitation').length).toBeLessThanOrEqual(1);
        expect(new Set(reminderDays).size).toBe(reminderDays.length);
        expect(new Set(sent.map(({ day }) => day)).size).toBe(sent.length);
      }),
    );
  });

  it('nobody is written to who has finished, has said no or cannot be reached, at night, or once the call has closed', () => {
    fc.assert(
      fc.property(histories, ([steps, offsets]) => {
        for (const { firm, isNight, state } of live(steps, offsets)) {
          expect(firm.hasFinished || firm.isOutOfReach).toBe(false);
          expect(isNight).toBe(false);
          expect(state).toBe('open');
        }
      }),
    );
  });
});

describe('the reminders that are foreseen', () => {
  it('count by day who would be written to if nobody finished until then', () => {
    const firms = [
      untouched,
      { ...untouched, invitedOn: first },
      { ...untouched, invitedOn: first, remindedFor: dayAt(8) },
      { ...untouched, invitedOn: first, hasFinished: true },
      { ...untouched, invitedOn: first, isOutOfReach: true },
      { ...untouched, invitedOn: dayAt(8) },
    ].map((firm) => ({ ...firm, count: 1 }));
    expect(foreseenReminders(campaign, firms, dayAt(8))).toEqual([
      { day: dayAt(8), firms: 1 },
      { day: dayAt(15), firms: 4 },
    ]);
    expect(foreseenReminders(campaign, firms, dayAt(21))).toEqual([]);
    expect(foreseenReminders({ ...campaign, isEnded: true }, firms, dayAt(8))).toEqual([]);
  });
});
