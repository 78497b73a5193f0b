import { expect, test } from 'vitest';
import type * as z from 'zod/mini';
import { fetchAskedBefore } from '#client/src/features/respondents/api.ts';
import { firmSchema, getFirm } from '#shared/contracts/firms.ts';
import { listRespondents, type respondentsSchema } from '#shared/contracts/respondents.ts';
import { responseSchema } from '#shared/contracts/responses.ts';
import { answering, FakeEndpoints, Refusal } from '../fake-endpoints.ts';
import { submittedResponse } from '../submitted-response.ts';

const firmId = '5a1f2c77-8d9e-4f10-9a3b-6c7d8e9f0a1b';
const [older, last, other, now] = [1, 2, 3, 4].map((n) => `1b671a64-40d5-491e-99b0-da01ff1f334${n}`);
const response = responseSchema.parse({ ...submittedResponse, responseId: now, firmId, status: 'open' });

type Respondent = z.input<typeof respondentsSchema>['respondents'][number];
const respondent = (changes: Partial<Respondent>): Respondent => ({
  respondentId: crypto.randomUUID(),
  label: 'Lars',
  email: null,
  role: 'operator',
  language: 'sv',
  part: ['PM1'],
  cameByLink: false,
  state: 'done',
  answered: 1,
  asked: 1,
  createdAt: '2026-02-03T14:32:00.000Z',
  expiresAt: '2026-03-03T14:32:00.000Z',
  doneAt: null,
  remindedAt: null,
  canBeReminded: false,
  canBeRenewed: false,
  ...changes,
});

function serve(asked: (responseId: string) => Respondent[]) {
  const round = (responseId: string | undefined, formCode: string, submittedAt: string | null) => ({
    ...{ responseId, formCode, submittedAt, status: submittedAt === null ? 'open' : 'submitted' },
    ...{ startedAt: '2026-01-01T08:00:00.000Z', isYours: true },
  });
  return new FakeEndpoints([
    answering(getFirm, () =>
      firmSchema.parse({
        firmId,
        name: 'Smedjan AB',
        organisationNumber: null,
        isSimulated: false,
        role: 'owner',
        responses: [
          round(now, 'quick', null),
          round(last, 'quick', '2026-06-01T08:00:00.000Z'),
          round(older, 'quick', '2026-01-01T08:00:00.000Z'),
          round(other, 'deep', '2026-07-01T08:00:00.000Z'),
        ],
        profile: submittedResponse.profile,
        members: [],
        erasureAskedAt: null,
        invitations: [],
      }),
    ),
    answering(listRespondents, ({ params }) => ({
      leadRole: 'management' as const,
      respondents: asked(params.responseId),
      links: [],
      dimensions: ['PM1'],
      mostRespondents: 50,
      isOpen: false,
      canMail: true,
    })),
  ]);
}

test('are those of the last round of the form who have a name and were not taken back', async () => {
  const server = serve(() => [
    respondent({}),
    respondent({ label: 'Eva', state: 'expired' }),
    respondent({ label: 'Olle', state: 'taken-back' }),
    respondent({ label: null, cameByLink: true }),
  ]);
  expect((await fetchAskedBefore(response)).map(({ label }) => label)).toEqual(['Lars', 'Eva']);
  expect(server.sent(listRespondents).map(({ params }) => params)).toEqual([{ responseId: last }]);
});

test('are nobody without an account, and where they cannot be told', async () => {
  const server = serve(() => {
    throw new Refusal('not-found');
  });
  expect(await fetchAskedBefore(response)).toEqual([]);
  expect(await fetchAskedBefore({ ...response, firmId: null })).toEqual([]);
  expect(server.sent(getFirm)).toHaveLength(1);
});
