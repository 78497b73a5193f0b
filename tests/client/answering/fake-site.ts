import { vi } from 'vitest';
import { accessKeySchema, instrumentVersionIdSchema } from '#shared/contracts/identifiers.ts';
import type { StoredAnswer } from '#shared/contracts/responses.ts';
import type { VersionChange } from '#shared/contracts/version-change.ts';
import type { Answer } from '#shared/domain/answers/answer.ts';
import type { LastAnswer } from '#shared/domain/answers/last-time.ts';
import type { FormView } from '#shared/domain/instrument/view-form.ts';
import { workshop } from '../../support/small-instrument.ts';

const instrumentVersionId = '1c9a6a1f-4066-4b62-9e2d-3a7a2a1bab22';
const versionId = instrumentVersionIdSchema.parse(instrumentVersionId);
const firmId = '5a1f2c77-8d9e-4f10-9a3b-6c7d8e9f0a1b';
export const resumeKey = accessKeySchema.parse('k'.repeat(43));

const at = '2026-02-03T14:32:00.000Z';
const receipt = {
  submissionId: '2d0b7b20-5177-4c73-8f3e-4b8b3b2cbc33',
  receiptNumber: 'ABCD-1234',
  submittedAt: at,
  answeredItems: 1,
  scoredItems: 3,
};

type Respondent = { role: string; part: readonly string[]; doneAt: string | null; countsAlone: boolean } | null;
type Reply = { status: number; body: unknown };
type Request = { method: string; path: string; body: Record<string, unknown>; headers: Record<string, string> };

const problem = (status: number, code: string, more: object = {}): Reply => ({
  status,
  body: { type: 'about:blank', title: code, status, code, requestId: 'r-1', ...more },
});

/** The server as the pages of one response see it. */
export function fakeSite(formOf: (language: string) => FormView) {
  const responseId = crypto.randomUUID();
  const answers = new Map<string, StoredAnswer>();
  const requests: Request[] = [];
  let isAway = false;
  let isFormKept = false;
  let isRefusing = false;
  let isMoved = false;
  let isReplyLost = false;
  let isClosed = false;
  let claimedFirmId: string | null = null;
  let continuesFormCode: string | null = null;
  let versionChange: VersionChange = {
    now: { instrumentVersionId: versionId, number: 1, publishedAt: at },
    fixedBy: null,
    newer: null,
    moves: [],
  };
  let lastTime: LastAnswer[] | 'missing' = [];
  let campaign: object | null = null;
  let respondent: Respondent = null;
  let isSubmitted = false;

  const store = (itemCode: string, answer: Answer) => {
    const revision = (answers.get(itemCode)?.revision ?? 0) + 1;
    const stored = { itemCode, answer, revision, answeredAt: at, isCarried: false };
    answers.set(itemCode, stored);
    return stored;
  };
  const save = (itemCode: string, body: { baseRevision: number; answer: Answer }): Reply => {
    if (isSubmitted) return problem(409, 'response-already-submitted');
    if (isRefusing) return problem(422, 'answer-not-accepted');
    if (isMoved) return problem(422, 'answer-not-accepted', { errors: [{ path: 'body/answer', code: 'asked-anew' }] });
    const current = answers.get(itemCode);
    if (current !== undefined && current.revision !== body.baseRevision)
      return problem(409, 'answer-conflict', { current });
    return { status: 200, body: store(itemCode, body.answer) };
  };
  const document = () => ({
    responseId,
    instrumentVersionId,
    formCode: 'quick',
    language: 'sv',
    status: 'open',
    isSimulated: false,
    isClaimed: claimedFirmId !== null,
    firmId: claimedFirmId,
    continuesFormCode,
    continuesResponseId: null,
    campaign,
    firmName: null,
    organisationNumber: null,
    profile: workshop,
    answers: [...answers.values()],
    startedAt: at,
    receipt: null,
    respondent,
  });
  /** What a respondent says of themselves, told back. */
  const note = (said: Partial<NonNullable<Respondent>>): Reply => {
    if (isSubmitted) return problem(409, 'response-already-submitted');
    if (respondent !== null) respondent = { ...respondent, ...said };
    return { status: 200, body: said };
  };
  const resume = (key: unknown): Reply =>
    key === resumeKey
      ? { status: 201, body: { responseId, status: 'open', isRespondent: respondent !== null } }
      : problem(404, 'not-found');
  const link = { url: `https://exempel.se/resume#key=${resumeKey}`, expiresAt: at };
  /** What a respondent says of themselves. */
  const saidBy = (last: string, body: Request['body']): Partial<NonNullable<Respondent>> | null => {
    if (last === 'done') return { doneAt: body['isDone'] === true ? at : null };
    return last === 'counts-alone' ? { countsAlone: body['countsAlone'] === true } : null;
  };
  const answerTo = ({ path, body }: Request): Reply => {
    const last = path.split('/').at(-1) ?? '';
    if (path.includes('/forms/')) return { status: 200, body: formOf(last) };
    if (isClosed && path.includes(responseId)) return problem(404, 'not-found');
    const said = saidBy(last, body);
    if (said !== null) return note(said);
    if (path.includes('/answers/')) return save(last, body as { baseRevision: number; answer: Answer });
    switch (last) {
      case 'version-change':
        return { status: 200, body: versionChange };
      case 'last-time':
        return lastTime === 'missing' ? problem(503, 'unavailable') : { status: 200, body: { answers: lastTime } };
      case 'submission':
        return { status: 201, body: receipt };
      case 'resume-links':
        return { status: 201, body: link };
      case 'closing-here':
        isClosed = true;
        return { status: 200, body: { isClosed: true } };
      case 'resumptions':
        return resume(body['key']);
      case responseId:
        return { status: 200, body: document() };
      default:
        return problem(404, 'not-found');
    }
  };

  vi.stubGlobal('fetch', async (address: string, init: RequestInit = {}) => {
    if (isAway && !(isFormKept && address.includes('/forms/'))) throw new TypeError('Failed to fetch');
    const request: Request = {
      method: init.method ?? 'GET',
      path: address,
      body: typeof init.body === 'string' ? JSON.parse(init.body) : {},
      headers: Object.fromEntries(new Headers(init.headers)),
    };
    requests.push(request);
    const { status, body } = answerTo(request);
    if (isReplyLost) throw new TypeError('Failed to fetch');
    return Response.json(body, { status });
  });

  return {
    responseId,
    answers,
    requests,
    answerElsewhere: store,
    /** An answer that came along from earlier forms. */
    bringAlong: (formCode: string, itemCode: string, answer: Answer) => {
      continuesFormCode = formCode;
      answers.set(itemCode, { ...store(itemCode, answer), isCarried: true });
    },
    /** The response goes over to another version, whose questions ask something else. */
    goOverElsewhere: () => {
      isMoved = true;
    },
    /** The questions can be answered on another version. */
    offerVersions: (moves: VersionChange['moves']) => {
      versionChange = { ...versionChange, moves };
    },
    /** The version stays as it is, though there may be a newer one. */
    fixVersion: (fixedBy: VersionChange['fixedBy'], newer: VersionChange['newer']) => {
      versionChange = { ...versionChange, fixedBy, newer, moves: [] };
    },
    /** The firm belongs to an account, and has answered before; `missing`: what it said cannot be fetched. */
    answeredBefore: (answers: LastAnswer[] | 'missing') => {
      claimedFirmId = firmId;
      lastTime = answers;
    },
    goAway: (away: boolean) => {
      isAway = away;
    },
    /** No network; the service worker has the form. */
    goOffline: (offline: boolean) => {
      isAway = offline;
      isFormKept = offline;
    },
    document,
    refuse: (refusing: boolean) => {
      isRefusing = refusing;
    },
    /** The answers come to belong to an account; what this browser held opens them no more, until it signs in. */
    claimElsewhere: () => {
      claimedFirmId = firmId;
      isClosed = true;
    },
    /** The firm answers a call, which takes answers until then. */
    answerCampaign: (refusesFrom: string, isOver = false) => {
      const organiserName = { sv: 'Compare', en: 'Compare' };
      campaign = {
        name: { sv: 'Nulägesmätning', en: 'Where we stand' },
        organiserName,
        closesOn: '2040-01-20',
        refusesFrom,
        isOver,
      };
    },
    /** Whoever answers has been asked for a part. */
    askForPart: (part: readonly string[]) => {
      respondent = { role: 'operator', part, doneAt: null, countsAlone: false };
    },
    submitElsewhere: () => {
      isSubmitted = true;
    },
    /** The session ends: the same to see from here. */
    endSession: () => {
      isClosed = true;
    },
    signIn: () => {
      isClosed = false;
    },
    loseReplies: (lost: boolean) => {
      isReplyLost = lost;
    },
  };
}
