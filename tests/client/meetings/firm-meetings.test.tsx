import { i18n } from '@lingui/core';
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { FirmMeetings } from '#client/src/features/meetings/firm-meetings.tsx';
import { messages as swedish } from '#client/src/features/meetings/locales/sv.po';
import { dropFirmStep, tickFirmStep } from '#shared/contracts/firm-meetings.ts';
import { meetingSchema } from '#shared/contracts/meetings.ts';
import { firmId } from '../advising/advising-fixture.ts';
import { answering, FakeEndpoints } from '../fake-endpoints.ts';
import { show } from '../ui/show.tsx';
import { meetingOf, stepOf } from './fake-meetings.ts';

afterEach(() => vi.unstubAllGlobals());

const steps = [
  stepOf('aaaaaaaaaa', { what: 'Mäta ställtiden', dueOn: '2026-03-01' }),
  stepOf('bbbbbbbbbb', { what: 'Boka studiebesök', owner: 'provider' }),
];

function open(...meetings: ReturnType<typeof meetingOf>[]) {
  i18n.load('sv', swedish);
  const loaded = meetings.map((meeting) => meetingSchema.parse(meeting));
  return show(<FirmMeetings loaded={loaded} firm={{ firmId, name: 'Smedjan AB' }} />);
}

test('says that there are no meetings, and when there will be', () => {
  open();

  expect(screen.getByText('Inga möten än')).toBeTruthy();
});

test('the firm ticks off its own by the keyboard; what the provider does it only reads', async () => {
  const server = new FakeEndpoints([
    answering(tickFirmStep, ({ params }) => ({
      meetings: [
        meetingOf({
          status: 'held',
          steps: steps.map((step) =>
            step.key === params.stepKey ? { ...step, doneAt: '2026-02-12T09:00:00.000Z' } : step,
          ),
        }),
      ],
    })),
  ]);
  open(meetingOf({ status: 'held', steps }));
  expect(screen.getAllByRole('checkbox')).toHaveLength(1);
  expect(screen.getByText('Boka studiebesök')).toBeTruthy();

  screen.getByRole('checkbox', { name: 'Mäta ställtiden' }).focus();
  await userEvent.keyboard(' ');

  expect(await screen.findByText(/senast 1 mars 2026. Gjort 12 februari 2026/)).toBeTruthy();
  expect(server.sent(tickFirmStep)).toMatchObject([
    { params: { firmId, stepKey: 'aaaaaaaaaa' }, body: { isDone: true } },
  ]);
});

test('a tick that is not saved is not shown as done, and says so', async () => {
  const server = new FakeEndpoints([answering(tickFirmStep, () => ({ meetings: [] }))]);
  server.refused.set('tickFirmStep', 'no-reply');
  open(meetingOf({ status: 'held', steps }));
  const box = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Mäta ställtiden' });
  await userEvent.click(box);

  expect(await screen.findByRole('alert')).toBeTruthy();
  expect(box.checked).toBe(false);
});

test('a step that was sent is dropped with a reason, and stands there with it', async () => {
  const dropped = { at: '2026-02-12T09:00:00.000Z', by: 'firm', reason: 'Maskinen är såld.' } as const;
  const sent = { status: 'held', summarySentAt: '2026-02-10T11:00:00.000Z' } as const;
  const server = new FakeEndpoints([
    answering(dropFirmStep, ({ params }) => ({
      meetings: [
        meetingOf({
          ...sent,
          steps: steps.map((step) => (step.key === params.stepKey ? { ...step, dropped } : step)),
        }),
      ],
    })),
  ]);
  open(meetingOf({ ...sent, steps }));
  await userEvent.click(screen.getByRole('button', { name: 'Stryk: Boka studiebesök' }));
  const dialog = within(screen.getByRole('dialog'));
  await userEvent.click(dialog.getByRole('button', { name: 'Stryk' }));
  expect(await dialog.findByText(/Skriv varför med några ord/)).toBeTruthy();

  await userEvent.type(dialog.getByLabelText('Varför det stryks'), dropped.reason);
  await userEvent.click(dialog.getByRole('button', { name: 'Stryk' }));

  expect(await screen.findByText('Struket 12 februari 2026 av Smedjan AB: ”Maskinen är såld.”')).toBeTruthy();
  expect(server.sent(dropFirmStep)).toMatchObject([
    { params: { stepKey: 'bbbbbbbbbb' }, body: { reason: dropped.reason } },
  ]);
  expect(screen.queryByRole('button', { name: 'Stryk: Boka studiebesök' })).toBeNull();
});

test('what has not been sent yet is not dropped', () => {
  open(meetingOf({ status: 'held', steps }));

  expect(screen.queryByRole('button', { name: /^Stryk/ })).toBeNull();
});
