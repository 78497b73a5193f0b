import * as account from '#shared/contracts/account.ts';
import * as demo from '#shared/contracts/demo.ts';
import * as notices from '#shared/contracts/notices.ts';
import * as factor from '#shared/contracts/second-factor.ts';
import * as signIn from '#shared/contracts/sign-in.ts';
import { getSite } from '#shared/contracts/site.ts';
import { type AccountDocument, getVisitor } from '#shared/contracts/visitor.ts';
import { answering, FakeEndpoints, Refusal } from '../fake-endpoints.ts';
import { accountOf, at, both, sessionOf, uuid } from './account-fixture.ts';

export const rightCode = 'ABCD2345';
export const appCode = '123456';
export const recoveryCodes = ['AAAA-1111', 'BBBB-2222'];
export const secret = 'JBSWY3DPEHPK3PXP';

/** What a passkey is to sign, as the library wants it. */
const challenge = { challenge: 'AAAA', rpId: 'localhost', allowCredentials: [] };
const creation = {
  challenge: 'AAAA',
  rp: { id: 'localhost', name: 'Måttstock' },
  user: { id: 'AAAA', name: 'kim', displayName: 'Kim' },
  pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
};

/** The server as one's own account sees it. */
export class FakeAccountSite {
  /** Null when nobody is signed in. */
  account: AccountDocument | null;
  /** Whom a code, a passkey or the provider lets in. */
  readonly person: AccountDocument;
  isDemo = false;
  oidc: { sv: string; en: string } | null = null;
  sessions = [sessionOf(1, 'Firefox, Linux', true), sessionOf(2, 'Safari, iOS')];
  factors: factor.Factors = { authenticatorSince: null, recoveryCodesLeft: 0, passkeys: [], identities: [] };
  mails: demo.DemoMail[] = [];
  notices: notices.NoticeChoice = notices.usualNotices;
  /** Whether the session was opened so long ago that changes ask for proof. */
  isStale = false;
  readonly server: FakeEndpoints;

  constructor(person = accountOf(), { isSignedIn = true } = {}) {
    this.person = person;
    this.account = isSignedIn ? person : null;
    this.server = new FakeEndpoints([...this.#signInRoutes(), ...this.#accountRoutes(), ...this.#factorRoutes()]);
  }

  get #current(): AccountDocument {
    if (this.account === null) throw new Refusal('sign-in-required');
    return this.account;
  }

  #fresh(): AccountDocument {
    if (this.isStale) throw new Refusal('verification-required');
    return this.#current;
  }

  #change(changes: Partial<AccountDocument>): AccountDocument {
    this.account = { ...this.#current, ...changes };
    return this.account;
  }

  #letIn(): AccountDocument {
    this.account ??= this.person;
    this.isStale = false;
    return this.account;
  }

  #raise(): AccountDocument {
    this.isStale = false;
    return this.#change({ secondFactor: { ...this.#current.secondFactor, isShown: true } });
  }

  #codes() {
    this.factors = { ...this.factors, authenticatorSince: at, recoveryCodesLeft: recoveryCodes.length };
    return { account: this.#raise(), recoveryCodes };
  }

  #settle(invitationId: string): AccountDocument {
    return this.#change({
      invitations: this.#current.invitations.filter((each) => each.invitationId !== invitationId),
    });
  }

  #signInRoutes() {
    return [
      answering(getSite, () => ({
        isDemo: this.isDemo,
        hasDemoPeople: this.isDemo,
        instrumentVersionId: uuid('4', 1),
        forms: [],
        scoring: { minimumShareAnswered: 0.6, bands: [] },
      })),
      answering(signIn.getSignInMethods, () => ({ oidc: this.oidc, hasDemoPeople: this.isDemo })),
      answering(signIn.requestSignInCode, () => ({ expiresAt: new Date(Date.now() + 600_000).toISOString() })),
      answering(signIn.redeemSignInCode, ({ body }) => {
        if (body.code !== rightCode) throw new Refusal('code-not-accepted');
        return this.#letIn();
      }),
      answering(signIn.beginPasskeySignIn, () => ({ options: challenge })),
      answering(signIn.finishPasskeySignIn, () => this.#letIn()),
      answering(signIn.beginOidcSignIn, () => ({ url: 'javascript:alert(1)' })),
      answering(signIn.finishOidcSignIn, () => this.#letIn()),
      answering(demo.listDemoPeople, () => ({
        people: [
          {
            code: 'advisor',
            name: 'Karin Sundin',
            role: 'advisor' as const,
            placeName: both('Klustret'),
            about: both('Ser.'),
          },
          {
            code: 'owner',
            name: 'Maria Ek',
            role: 'owner' as const,
            placeName: both('Verkstaden'),
            about: both('Äger.'),
          },
        ],
      })),
      answering(demo.signInAsDemoPerson, () => this.#letIn()),
      answering(demo.listDemoMails, () => ({ mails: this.mails })),
    ];
  }

  #accountRoutes() {
    return [
      answering(getVisitor, () => ({ account: this.account })),
      answering(account.changeAccount, ({ body }) => this.#change(body)),
      answering(account.signOut, () => {
        this.account = null;
        return { isSignedOut: true };
      }),
      answering(account.listSessions, () => this.#listed()),
      answering(account.endSession, ({ params }) => {
        this.sessions = this.sessions.filter(({ sessionId }) => sessionId !== params.sessionId);
        return this.#listed();
      }),
      answering(account.endOtherSessions, () => {
        this.sessions = this.sessions.filter(({ isThisOne }) => isThisOne);
        return this.#listed();
      }),
      answering(account.acceptInvitation, ({ params, body }) => {
        this.#change({ name: body.name });
        return this.#settle(params.invitationId);
      }),
      answering(notices.getNoticeChoice, () => this.notices),
      answering(notices.changeNoticeChoice, ({ body }) => {
        this.notices = body;
        return body;
      }),
      answering(account.declineInvitation, ({ params }) => this.#settle(params.invitationId)),
      answering(account.getPersonalData, () => ({
        format: 'mattstock-personal-data-1' as const,
        madeAt: at,
        account: this.#fresh(),
        sessions: this.sessions,
        passkeys: [],
        identities: [],
        firms: [],
        notices: null,
        advising: [],
        earlierContacts: [],
        campaignInvitations: [],
        doings: [],
      })),
    ];
  }

  #listed() {
    if (this.account === null) throw new Refusal('sign-in-required');
    return { sessions: this.sessions };
  }

  #factorRoutes() {
    return [
      answering(factor.listFactors, () => {
        if (this.account === null) throw new Refusal('sign-in-required');
        return this.factors;
      }),
      answering(factor.showSecondFactor, ({ body }) => {
        if (body.code !== appCode && !recoveryCodes.includes(body.code)) throw new Refusal('code-not-accepted');
        return this.#raise();
      }),
      answering(factor.beginAuthenticator, () => {
        this.#fresh();
        return { authenticatorId: uuid('8', 1), secret, uri: `otpauth://totp/kim?secret=${secret}` };
      }),
      answering(factor.confirmAuthenticator, ({ body }) => {
        if (body.code !== appCode) throw new Refusal('code-not-accepted');
        return this.#codes();
      }),
      answering(factor.removeAuthenticator, () => {
        this.#fresh();
        this.factors = { ...this.factors, authenticatorSince: null, recoveryCodesLeft: 0 };
        return this.factors;
      }),
      answering(factor.renewRecoveryCodes, () => {
        this.#fresh();
        return this.#codes();
      }),
      answering(factor.beginPasskey, () => {
        this.#fresh();
        return { options: creation };
      }),
      answering(factor.addPasskey, ({ body }) => {
        const added = { passkeyId: uuid('9', 1), name: body.name, createdAt: at, lastUsedAt: null };
        this.factors = { ...this.factors, passkeys: [...this.factors.passkeys, added] };
        this.#raise();
        return this.factors;
      }),
      answering(factor.removePasskey, () => {
        this.factors = { ...this.factors, passkeys: [] };
        return this.factors;
      }),
      answering(factor.beginPasskeyStepUp, () => ({ options: challenge })),
      answering(factor.finishPasskeyStepUp, () => this.#raise()),
      answering(factor.beginOidcLink, () => ({ url: 'javascript:alert(1)' })),
      answering(factor.finishOidcLink, () => this.factors),
      answering(factor.removeIdentity, () => {
        this.factors = { ...this.factors, identities: [] };
        return this.factors;
      }),
    ];
  }
}
