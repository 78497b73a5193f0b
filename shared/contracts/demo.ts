import * as z from 'zod/mini';
import { localisedTextSchema } from '../domain/language.ts';
import { defineEndpoint } from './endpoint.ts';
import { roleSchema } from './people.ts';
import { timestampSchema } from './timestamps.ts';
import { accountSchema } from './visitor.ts';

/* These endpoints exist on the embedded database in demo mode, and nowhere else. */

export const demoPersonSchema = z.object({
  /** What it is signed in as by. */
  code: z.string(),
  name: z.string(),
  role: roleSchema,
  placeName: localisedTextSchema,
  about: localisedTextSchema,
});
export type DemoPerson = z.infer<typeof demoPersonSchema>;

export const listDemoPeople = defineEndpoint({
  name: 'listDemoPeople',
  method: 'GET',
  path: '/api/demo/people',
  summary: 'The made-up people of the demo',
  access: 'public',
  responses: { 200: z.object({ people: z.array(demoPersonSchema) }) },
});

export const signInAsDemoPerson = defineEndpoint({
  name: 'signInAsDemoPerson',
  method: 'POST',
  path: '/api/demo/sessions',
  summary: 'Opens a session as one of them',
  access: 'public',
  body: z.strictObject({ code: z.string().check(z.maxLength(60)) }),
  responses: { 201: accountSchema },
});

export const demoMailSchema = z.object({
  mailId: z.uuid(),
  sentAt: timestampSchema,
  recipient: z.string(),
  subject: z.string(),
  text: z.string(),
});
export type DemoMail = z.infer<typeof demoMailSchema>;

export const listDemoMails = defineEndpoint({
  name: 'listDemoMails',
  method: 'GET',
  path: '/api/demo/mails',
  summary: 'The mail the demo has sent, which went nowhere else',
  access: 'public',
  responses: { 200: z.object({ mails: z.array(demoMailSchema) }) },
});

export const demoReleasesToComeSchema = z.object({
  /** Still to be published; none when no more will be. */
  left: z.int(),
  of: z.int(),
});
export type DemoReleasesToCome = z.infer<typeof demoReleasesToComeSchema>;

export const tellDemoReleases = defineEndpoint({
  name: 'tellDemoReleases',
  method: 'GET',
  path: '/api/demo/releases',
  summary: 'How many of the releases that the demo begins with are still being built',
  access: 'public',
  responses: { 200: demoReleasesToComeSchema },
});
