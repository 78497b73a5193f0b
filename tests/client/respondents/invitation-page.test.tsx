import { i18n } from '@lingui/core';
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import type * as z from 'zod/mini';
import { InvitationPage } from '#client/src/features/respondents/invitation-page.tsx';
import { messages } from '#client/src/features/respondents/locales/sv.po';
import * as contract from '#shared/contracts/respondents.ts';
import { getResponse, type responseSchema } from '#shared/contracts/responses.ts';
import { answering, FakeEndpoints } from '../fake-endpoints.ts';
import { responseId, submittedResponse } from '../submitted-response.ts';
import { show } from '../ui/show.tsx';

const key = 'k'.repeat(43);
const opened = '3b671a64-40d5-491e-99b0-da01ff1f3343';

const invitation: z.input<typeof contract.respondentInvitationSchema> = {
  kind: 'link',
  firmName: 'Smedjan AB',
  isSimulated: false,
  role: null,
  instrumentVersionId: submittedResponse.instrumentVersionId,
  formCode: 'quick',
  parts: [
    { role: 'office', part: ['D1'], questions: 3 },
    { role: 'operator', part: ['PM1'], questions: 1 },
  ],
  language: 'sv',
  isOpen: true,
};
/** What somebody began in this browser. */
const begun: z.input<typeof responseSchema> = {
  ...submittedResponse,
  status: 'open',
  respondent: { role: 'operator', part: ['PM1'], doneAt: null, countsAlone: false },
};

let server: FakeEndpoints;
const closeFormer = vi.fn(async (_responseId: string, _isAnyhow: boolean) => 0);
beforeEach(() => {
  i18n.load('sv', messages);
  closeFormer.mockClear();
  server = new FakeEndpoints([
    answering(contract.previewRespondent, () => invitation),
    answering(contract.openRespondent, () => ({ responseId: opened })),
    answering(getResponse, () => begun),
  ]);
});

async function open({ remembered, address = `/#key=${key}` }: { remembered?: string; address?: string } = {}) {
  const hrefs = { method: '/metod', overview: (id: string) => `/responses/${id}/overview` };
  show(
    <InvitationPage
      hrefs={hrefs}
      remembered={remembered}
      keptHere={responseId}
      closeFormer={closeFormer}
      whoSeesWhat={<p>Så syns svaren</p>}
    />,
    'sv',
    address,
  );
  await screen.findByRole('heading', { level: 1 });
  return userEvent.setup();
}
const begin = () => screen.findByRole('button', { name: 'Till frågorna' });
const choice = () => within(screen.getByRole('group', { name: 'Får dina svar räknas där få har svarat?' }));

test('nothing is chosen beforehand, and what is missing is said at its field, which gets the focus', async () => {
  const user = await open();
  await user.click(await begin());
  screen.getByText('Välj det som ligger närmast.');
  screen.getByText('Välj ja eller nej.');
  expect(screen.queryAllByRole('radio', { checked: true })).toEqual([]);
  await waitFor(() => expect(document.activeElement?.getAttribute('name')).toBe('role'));
  expect(server.sent(contract.openRespondent)).toEqual([]);

  await user.click(screen.getByRole('radio', { name: /Operatör/ }));
  screen.getByText('Du får 1 fråga. Det finns inget rätt svar: säg som det är i dag.');
  await user.click(await begin());
  await waitFor(() => expect(document.activeElement?.getAttribute('name')).toBe('counts-alone'));
  expect(server.sent(contract.openRespondent)).toEqual([]);
});

test.each([
  ['Ja', true],
  ['Nej', false],
])('%s is sent with what opens the answers', async (word, countsAlone) => {
  const user = await open();
  await begin();
  await user.click(screen.getByRole('radio', { name: /Kontor/ }));
  await user.click(choice().getByRole('radio', { name: new RegExp(`^${word}`) }));
  await user.click(await begin());
  await waitFor(() =>
    expect(server.sent(contract.openRespondent).map(({ body }) => body)).toEqual([
      { key, language: 'sv', role: 'office', countsAlone },
    ]),
  );
});

test('says what is seen of the answers', async () => {
  await open();
  await begin();
  screen.getByText('Så syns svaren');
});

test('who was here before is asked for, and their answers open only when one says so twice', async () => {
  const user = await open({ remembered: responseId });
  await screen.findByText('Var det du som började svara här?');
  expect(screen.queryByRole('button', { name: 'Till frågorna' })).toBeNull();
  expect(screen.queryByRole('link', { name: /egna svar/ })).toBeNull();

  await user.click(screen.getByRole('button', { name: 'Ja, det var jag' }));
  screen.getByText('Då visas allt som har svarats. Öppna bara om det var du som gav svaren.');
  expect(closeFormer).not.toHaveBeenCalled();
});

test('somebody else closes the answers of who was here, and begins', async () => {
  const user = await open({ remembered: responseId });
  await user.click(await screen.findByRole('button', { name: 'Nej, jag är någon annan' }));
  await screen.findByText('Svaren som gavs här är stängda. Nu kan du börja.');
  expect(closeFormer.mock.calls).toEqual([[responseId, false]]);
  await begin();
});

test('while answers of the one before could not be sent nothing is said to be closed, nor does anybody begin', async () => {
  closeFormer.mockResolvedValueOnce(2).mockResolvedValueOnce(2);
  const user = await open({ remembered: responseId });
  await user.click(await screen.findByRole('button', { name: 'Nej, jag är någon annan' }));
  await screen.findByText('2 svar som gavs här gick inte att skicka');
  screen.getByText(/Svaren är inte stängda än/);
  expect(screen.queryByRole('button', { name: 'Till frågorna' })).toBeNull();

  await user.click(screen.getByRole('button', { name: 'Stäng dem ändå' }));
  await screen.findByText(/ingen öppnar dem härifrån\. Det som inte gick att skicka väntar/);
  expect(closeFormer.mock.calls).toEqual([
    [responseId, false],
    [responseId, true],
  ]);
  await begin();
});

test('where they cannot be closed it is said, and nobody begins on top of them', async () => {
  closeFormer.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  const user = await open({ remembered: responseId });
  await user.click(await screen.findByRole('button', { name: 'Nej, jag är någon annan' }));
  await screen.findByRole('alert');
  expect(screen.queryByRole('button', { name: 'Till frågorna' })).toBeNull();
});

test('an invitation that was opened before says so, and leads to the answers in the browser where that was', async () => {
  server.refused.set(contract.previewRespondent.name, 'invitation-opened');
  const user = await open({ remembered: responseId });
  await screen.findByText('Inbjudan är redan öppnad');
  screen.getByText(/Var det inte du som öppnade den, säg det till den som bjöd in dig/);
  screen.getByText(/be den som bjöd in dig om en ny länk/);
  await user.click(await screen.findByRole('button', { name: 'Fortsätt i den här webbläsaren' }));
  screen.getByText('Då visas allt som har svarats. Öppna bara om det var du som gav svaren.');
});

test('in another browser there is nothing to go on with', async () => {
  server.refused.set(contract.previewRespondent.name, 'invitation-opened');
  await open();
  await screen.findByText('Inbjudan är redan öppnad');
  expect(screen.queryByRole('button')).toBeNull();
});

test('who has closed their answers here is thanked, and the next one told how to begin', async () => {
  await open({ address: '/#closed' });
  screen.getByRole('heading', { level: 1, name: 'Tack, dina svar är stängda här' });
  screen.getByText('Nästa som ska svara skannar koden på väggen eller öppnar sin egen länk.');
});

test.each([
  ['kept=2', '2 svar är inte sparade, utan finns kvar', false],
  ['dropped=1', '1 svar gick inte att spara och slängdes, som du valde.', true],
  ['late=1', '1 svar kom efter att företaget hade skickat in', true],
])(
  'what is not saved is said where the answers are closed, and only then that nothing is left: %s',
  async (left, said, isClean) => {
    await open({ address: `/#closed&${left}` });
    screen.getByText(new RegExp(said));
    expect(screen.queryByText(/Det du svarade är sparat/)).toBeNull();
    expect(screen.queryByText(/Inget av det du svarade finns kvar/) !== null).toBe(isClean);
  },
);

test('a link that is full is said to be, and there is nothing left to try', async () => {
  server.refused.set(contract.openRespondent.name, 'respondent-link-full');
  const user = await open();
  await begin();
  await user.click(screen.getByRole('radio', { name: /Kontor/ }));
  await user.click(choice().getByRole('radio', { name: /^Nej/ }));
  await user.click(await begin());
  await screen.findByRole('alert');
  expect(screen.queryByRole('button', { name: 'Till frågorna' })).toBeNull();
});

test('without a network what was begun here is offered, and opens only to who says that it is theirs', async () => {
  server.refused.set(contract.previewRespondent.name, 'no-reply');
  const user = await open();
  await user.click(await screen.findByRole('button', { name: 'Fortsätt i den här webbläsaren' }));
  screen.getByText('Då visas allt som har svarats. Öppna bara om det var du som gav svaren.');
});
