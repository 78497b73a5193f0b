import type { DemoReleases } from './demo-releases.ts';
import { type DemoVisit, visitAs } from './demo-visit.ts';
import { acceptInvitation } from './features/account/accept-invitation.ts';
import { signOut } from './features/account/sign-out.ts';
import { answerDemoFirm, openEarlierDemoFirm } from './features/assessments/open-demo-firm.ts';
import type { DemoParts } from './features/demo/routes.ts';
import { signInAsDemoPerson } from './features/demo/sign-in-as-demo-person.ts';
import { claimFirm } from './features/firms/claim-firm.ts';
import { giveConsent } from './features/firms/give-consent.ts';
import { inviteToFirm } from './features/firms/invite-to-firm.ts';
import { startFirmResponse } from './features/firms/start-firm-response.ts';
import type { DemoPerson } from './platform/content/demo-people.ts';
import type { Context } from './platform/context.ts';
import { sha256Hex } from './platform/identifier.ts';

/* The demo's firm comes about the way a real one does, by the use cases of several features. */

/** What the provider of the demo's advisor is let in for, so that there is something to see. */
const consent = { purpose: 'result', wordingVersion: 'result-3', language: 'sv' } as const;

function personOf(context: Context, code: string): DemoPerson {
  const person = context.bundle.demoPeople.find((each) => each.code === code);
  if (person === undefined) throw new Error(`the demo has no ${code}`);
  return person;
}

async function makeFirm(context: Context, owner: DemoVisit): Promise<void> {
  const { responseId, key } = await openEarlierDemoFirm(context);
  const claiming = { ...owner.as('app'), accessKey: sha256Hex(key), responseId };
  const { firmId } = await claimFirm(context, claiming, { account: owner.account, responseId });
  await answerAgain(context, owner, firmId);
  const receiver = personOf(context, 'advisor').place;
  const given = { ...consent, firmId, receiver };
  await giveConsent(context, owner.as('member'), given);
  const { email } = personOf(context, 'respondent');
  const invitation = { firmId, email, role: 'respondent', language: 'sv' } as const;
  await inviteToFirm(context, owner.as('member'), owner.account, invitation);
}

/** A second round, so that there is a change to read. */
async function answerAgain(context: Context, owner: DemoVisit, firmId: string): Promise<void> {
  const { formCode, language, profile, answers } = context.bundle.demoFirm;
  const { responseId } = await startFirmResponse(context, owner.as('member'), { firmId, formCode, language, profile });
  await answerDemoFirm(context, { ...owner.as('app'), responseId }, { responseId, answers });
}

async function joinFirm(context: Context): Promise<void> {
  const person = personOf(context, 'respondent');
  const { session, account } = await signInAsDemoPerson(context, person, { sessionKey: '', device: '–' });
  const [invitation] = account.invitations;
  if (invitation === undefined) return;
  const access = { surface: 'identity', sessionKey: sha256Hex(session.secret) } as const;
  const joined = await acceptInvitation(context, access, { invitationId: invitation.invitationId, name: person.name });
  await signOut(context, { surface: 'identity', sessionKey: sha256Hex(joined.session.secret) });
}

async function prepareFirm(context: Context): Promise<void> {
  const owner = await visitAs(context, personOf(context, 'owner'));
  if (owner.account.roles.length === 0) {
    await makeFirm(context, owner);
    await joinFirm(context);
  }
  // Nobody was there: no such session is left among those of the person.
  await signOut(context, owner.as('identity'));
}

export function demoPartsOf(context: Context, releases: Pick<DemoReleases, 'tell'>): DemoParts {
  let prepared: Promise<void> | undefined;
  return {
    // Once for the server; whoever comes meanwhile waits for it, and a failure is tried again.
    prepareFirm: () => {
      prepared ??= prepareFirm(context).catch((error: unknown) => {
        prepared = undefined;
        throw error;
      });
      return prepared;
    },
    tellReleases: releases.tell,
    listMails: () =>
      (context.demoMailbox?.list() ?? []).map(({ sentAt, ...mail }) => ({ ...mail, sentAt: sentAt.toISOString() })),
  };
}
