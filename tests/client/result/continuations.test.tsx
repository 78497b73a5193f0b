import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useLocation } from 'react-router';
import { afterEach, expect, test, vi } from 'vitest';
import { Continuations, EarlierResult } from '#client/src/features/result/continuations.tsx';
import { problemOf } from '#server/platform/http/problem-details.ts';
import { responseIdSchema } from '#shared/contracts/identifiers.ts';
import { responseId, submittedResponse } from '../submitted-response.ts';
import { resultOf, showWithResult } from './result-fixture.tsx';

const name = (sv: string) => ({ sv, en: `${sv} (en)` });
const digital = {
  addedForm: 'digital',
  name: name('Digital mognad'),
  minutes: 12,
  newItems: 29,
  carriedAnswers: 87,
  carriedScored: 42,
};
const process = {
  addedForm: 'process',
  name: name('Processmognad'),
  minutes: 9,
  newItems: 17,
  carriedAnswers: 15,
  carriedScored: 15,
};

const newResponseId = '4b8f5f0e-3f55-4a51-8d1c-2f6f1f0a9a44';
const continued = { ...submittedResponse, responseId: newResponseId, status: 'open', continuesFormCode: 'quick' };

const fetched = vi.fn<typeof fetch>();
afterEach(() => {
  vi.unstubAllGlobals();
  fetched.mockReset();
});

function Address() {
  return <output>{useLocation().pathname}</output>;
}

function open(replies: readonly Response[] = [], continuations = [digital, process]) {
  for (const reply of replies) fetched.mockResolvedValueOnce(reply);
  vi.stubGlobal('fetch', fetched);
  const page = (
    <>
      <Continuations />
      <Address />
    </>
  );
  showWithResult(page, resultOf({ continuations }));
}
const goOn = () => userEvent.click(screen.getByRole('button', { name: 'Gå vidare med: Digital mognad' }));

test('says nothing when there is nothing more to ask', () => {
  showWithResult(<Continuations />);

  expect(screen.queryByRole('region')).toBeNull();
});

test('offers every form with what it takes and what comes along', () => {
  open();

  const part = within(screen.getByRole('region', { name: 'Gå djupare där det betyder något för er' }));

  expect(part.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual([
    'Digital mognad',
    'Processmognad',
  ]);
  expect(
    part.getByText(
      '29 frågor till, ungefär 12 minuter. 42 av era svar följer med, och det ni har sagt som inte ger poäng.',
    ),
  ).toBeDefined();
  expect(part.getByText('17 frågor till, ungefär 9 minuter. 15 av era svar följer med.')).toBeDefined();
  expect(part.getByText(/Det här resultatet står kvar/)).toBeDefined();
});

test.each([
  [1, 1, '1 av era svar följer med.'],
  [3, 0, 'Det ni har sagt som inte ger poäng följer med.'],
  [0, 0, 'Inget av era svar följer med.'],
])('of %i answers that come along, %i of them scored, says: %s', (carriedAnswers, carriedScored, words) => {
  open([], [{ ...digital, newItems: 1, minutes: 1, carriedAnswers, carriedScored }]);

  expect(screen.getByText(`1 fråga till, ungefär 1 minut. ${words}`)).toBeDefined();
});

test('goes on to the new response, in the language of the page', async () => {
  open([Response.json(continued, { status: 201 })]);

  await goOn();

  expect(await screen.findByText(`/översikt/${newResponseId}`)).toBeDefined();
  const [address, init] = fetched.mock.calls[0] ?? [];
  expect([init?.method, address]).toEqual(['POST', `/api/responses/${responseId}/continuations`]);
  expect(JSON.parse(String(init?.body))).toEqual({ addedForm: 'digital', language: 'sv' });
});

test('is begun once, however often one presses', async () => {
  fetched.mockReturnValue(new Promise(() => undefined));
  open();

  await goOn();
  await goOn();

  expect(fetched).toHaveBeenCalledOnce();
});

test('that could not be begun says why, and can be tried again', async () => {
  const refusal = Response.json(problemOf('service-unavailable', 'r-1'), { status: 503 });
  open([refusal, Response.json(continued, { status: 201 })]);
  await goOn();
  expect((await screen.findByRole('alert')).textContent).toMatch(/Tjänsten kan inte svara/);

  await goOn();

  expect(await screen.findByText(`/översikt/${newResponseId}`)).toBeDefined();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('a result that builds on another shows the way back to that one, and no other result does', () => {
  const result = resultOf();
  const response = {
    ...result.response,
    continuesFormCode: 'quick',
    continuesResponseId: responseIdSchema.parse(responseId),
  };
  showWithResult(<EarlierResult />, { ...result, response });

  expect(screen.getByRole('link', { name: 'Se det resultatet' }).getAttribute('href')).toBe(`/result/${responseId}`);

  cleanup();
  showWithResult(<EarlierResult />);
  expect(screen.queryByRole('link')).toBeNull();
});
