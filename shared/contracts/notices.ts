import * as z from 'zod/mini';
import { defineEndpoint } from './endpoint.ts';

/** When whoever works for a provider is written to about a new request. */
export const newRequestNotices = ['at-once', 'daily', 'never'] as const;
export type NewRequestNotice = (typeof newRequestNotices)[number];

export const noticeChoiceSchema = z.strictObject({
  newRequests: z.enum(newRequestNotices),
  /** In the morning, Monday to Friday, when an answer is overdue. */
  isToldOfOverdue: z.boolean(),
});
export type NoticeChoice = z.infer<typeof noticeChoiceSchema>;

/** What holds for who has not chosen. */
export const usualNotices: NoticeChoice = { newRequests: 'at-once', isToldOfOverdue: true };

export const getNoticeChoice = defineEndpoint({
  name: 'getNoticeChoice',
  method: 'GET',
  path: '/api/account/notices',
  summary: 'Which mails about requests the person wants, as somebody who works for a provider',
  access: 'account',
  responses: { 200: noticeChoiceSchema },
});

export const changeNoticeChoice = defineEndpoint({
  name: 'changeNoticeChoice',
  method: 'PUT',
  path: '/api/account/notices',
  summary: 'Chooses which mails about requests one wants',
  access: 'account',
  body: noticeChoiceSchema,
  responses: { 200: noticeChoiceSchema },
});
