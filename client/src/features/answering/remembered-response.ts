import * as z from 'zod/mini';
import { instrumentVersionIdSchema, responseIdSchema } from '#shared/contracts/identifiers.ts';
import { answeredCampaignSchema, respondentSchema, responseSchema } from '#shared/contracts/responses.ts';
import { pathProfileSchema } from '#shared/domain/firm/firm-profile.ts';
import { formCodeSchema } from '#shared/domain/instrument/codes.ts';
import { forgetStored, readStored, writeStored } from '../../lib/browser-storage.ts';

const name = 'response';
const keptName = 'response-offline';
const openedName = 'responses-opened';

/** What has to be known of a response to put its questions: nothing of who answers, and no answer. */
const answeredResponseSchema = z.object({
  responseId: responseIdSchema,
  instrumentVersionId: instrumentVersionIdSchema,
  formCode: formCodeSchema,
  status: responseSchema.shape.status,
  isSimulated: z.boolean(),
  isClaimed: z.boolean(),
  profile: pathProfileSchema,
  continuesFormCode: z.nullable(formCodeSchema),
  /** Of an organiser's call: what it is called, and until when. */
  campaign: z.optional(z.nullable(answeredCampaignSchema)),
  /** Of somebody who answers a part: which. */
  respondent: respondentSchema,
});
export type AnsweredResponse = z.infer<typeof answeredResponseSchema>;

/** The response last opened in this browser, to find back to without a link. The key to it is in a cookie, not here. */
export function readRememberedResponse(): string | undefined {
  return responseIdSchema.safeParse(readStored('local', name)).data;
}

/** The response whose questions open here without a network: the one last answered, until it is submitted. */
export function readKeptResponse(): AnsweredResponse | undefined {
  try {
    return answeredResponseSchema.safeParse(JSON.parse(readStored('local', keptName) ?? 'null')).data;
  } catch {
    return undefined;
  }
}

export function rememberResponse(response: AnsweredResponse): void {
  writeStored('local', name, response.responseId);
  if (response.status === 'open')
    writeStored('local', keptName, JSON.stringify(answeredResponseSchema.parse(response)));
}

const openedSchema = z.array(responseIdSchema);
type ResponseId = z.infer<typeof responseIdSchema>;
/** More than anybody opens in a browser before it is cleared; the oldest go. */
const mostOpened = 50;

/** Of which responses this browser has been given keys, as far as it knows: they end when it is left to others. */
export function readOpened(): ResponseId[] {
  try {
    return openedSchema.safeParse(JSON.parse(readStored('local', openedName) ?? '[]')).data ?? [];
  } catch {
    return [];
  }
}

export function noteOpened(responseId: string): void {
  const others = readOpened().filter((each) => each !== responseId);
  writeStored('local', openedName, JSON.stringify([...others, responseId].slice(-mostOpened)));
}

/** Its questions are no longer put here. */
export function forgetKeptResponse(responseId: string): void {
  if (readKeptResponse()?.responseId === responseId) forgetStored('local', keptName);
}

/** Whoever signs out leaves no questions behind that opened by signing in. What is not sent yet waits all the same. */
export function forgetClaimedResponse(): void {
  if (readKeptResponse()?.isClaimed === true) forgetStored('local', keptName);
}

/** Nothing of it is found back to from here. What has been opened since stays. */
export function forgetResponse(responseId: string): void {
  if (readRememberedResponse() === responseId) forgetStored('local', name);
  const others = readOpened().filter((each) => each !== responseId);
  if (others.length > 0) writeStored('local', openedName, JSON.stringify(others));
  else forgetStored('local', openedName);
  forgetKeptResponse(responseId);
}
