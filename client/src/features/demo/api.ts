import { listDemoMails, listDemoPeople, signInAsDemoPerson, tellDemoReleases } from '#shared/contracts/demo.ts';
import type { AccountDocument } from '#shared/contracts/visitor.ts';
import { callEndpoint } from '../../lib/http/call-endpoint.ts';

export const fetchPeople = async () => (await callEndpoint(listDemoPeople, {})).people;

export const fetchMails = async () => (await callEndpoint(listDemoMails, {})).mails;

export const fetchReleasesToCome = () => callEndpoint(tellDemoReleases, {});

export const sendDemoSignIn = (code: string): Promise<AccountDocument> =>
  callEndpoint(signInAsDemoPerson, { body: { code } });
