import {
  closeOrganisation,
  disablePerson,
  endOrganisationMembership,
  getOrganisation,
  inviteToOrganisation,
  listAuditEvents,
  listOrganisations,
  listOutbox,
  listPeople,
  resendMail,
  resetFactors,
  revokeOrganisationInvitation,
  verifyAuditLog,
} from '#shared/contracts/coordination.ts';
import { auditActions } from '#shared/domain/access/audit-actions.ts';
import { type CallInput, type CallOutput, callEndpoint } from '../../lib/http/call-endpoint.ts';

export type Outbox = CallOutput<typeof listOutbox>;
export type AuditLog = CallOutput<typeof listAuditEvents>;
export type AuditEvent = AuditLog['events'][number];
export type Verification = CallOutput<typeof verifyAuditLog>;
export type NewInvitation = CallInput<typeof inviteToOrganisation>['body'];

export const fetchOrganisations = async () => (await callEndpoint(listOrganisations, {})).organisations;

export const fetchOrganisation = (organisationId: string) =>
  callEndpoint(getOrganisation, { params: { organisationId } });

export const sendClosure = (organisationId: string, isClosed: boolean) =>
  callEndpoint(closeOrganisation, { params: { organisationId }, body: { isClosed } });

export const sendInvitation = (organisationId: string, body: NewInvitation) =>
  callEndpoint(inviteToOrganisation, { params: { organisationId }, body });

export const sendRevocation = (organisationId: string, invitationId: string) =>
  callEndpoint(revokeOrganisationInvitation, { params: { organisationId, invitationId } });

export const sendMembershipEnd = (organisationId: string, membershipId: string) =>
  callEndpoint(endOrganisationMembership, { params: { organisationId, membershipId } });

export const fetchPeople = async () => (await callEndpoint(listPeople, {})).people;

export const sendLock = (personId: string, isDisabled: boolean) =>
  callEndpoint(disablePerson, { params: { personId }, body: { isDisabled } });

export const sendFactorReset = (personId: string) => callEndpoint(resetFactors, { params: { personId } });

export const fetchOutbox = () => callEndpoint(listOutbox, {});

export const sendResend = (mailId: string) => callEndpoint(resendMail, { params: { mailId } });

/** The page of the log that the address asks for; a number that is none asks for the newest. */
export function fetchAuditLog(search: URLSearchParams): Promise<AuditLog> {
  const before = Number(search.get('before'));
  const action = auditActions.find((each) => each === search.get('action'));
  return callEndpoint(listAuditEvents, {
    query: {
      ...(Number.isInteger(before) && before >= 1 ? { before } : {}),
      ...(action === undefined ? {} : { action }),
    },
  });
}

export const sendVerification = () => callEndpoint(verifyAuditLog, {});
