import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useLocation } from 'react-router';
import { afterEach, expect, test, vi } from 'vitest';
import { Continuations } from '#client/src/features/result/continuations.tsx';
import { problemOf } from '#server/platform/http/problem-details.ts';
import { responseId, submittedResponse } from '../submitted-response.ts';
import { resultOf, showWithResult } from './result-fixture.tsx';

const name = (sv: string) => ({ sv, en: `${sv} (en)` });
const digital = { addedForm: 'digital', name: name('Digital mognad'), minutes: 12, newItems: 29, carriedAnswers: 21 };
const process = { addedForm: 'process', name: name('Processmognad'), minutes: 9, newItems: 17, carriedAnswers: 15 };

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

function open(replies: readonly Response[] = []) {
  for (const reply of replies) fetched.mockResolvedValueOnce(reply);
  vi.stubGlobal('fetch', fetched);
  const page = (
    <>
      <Continuations />
      <Address />
    </>
  );
  showWithResult(page, resultOf({ continuations: [digital, process] }));
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
  expect(part.getByText('29 frågor till, ungefär 12 minuter. 21 av era svar följer med.')).toBeDefined();
  expect(part.getByText('17 frågor till, ungefär 9 minuter. 15 av era svar följer med.')).toBeDefined();
  expect(part.getByText(/Det här resultatet står kvar/)).toBeDefined();
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
