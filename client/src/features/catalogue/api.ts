import * as catalogue from '#shared/contracts/catalogue.ts';
import * as rules from '#shared/contracts/rule-drafts.ts';
import * as whatIf from '#shared/contracts/what-if.ts';
import type { LocalisedText } from '#shared/domain/language.ts';
import type { PackageDraft } from '#shared/domain/routing/drafting/package-draft.ts';
import type { RuleChanges } from '#shared/domain/routing/rule-drafting/rule-changes.ts';
import { callEndpoint } from '../../lib/http/call-endpoint.ts';
import { ProblemError } from '../../lib/http/errors.ts';

const organisationOf = (organisationId: string) => ({ organisationId: organisationId as never });
const draftOf = (packageDraftId: string) => ({ params: { packageDraftId: packageDraftId as never } });

export const fetchCatalogue = () => callEndpoint(catalogue.getCatalogue, {});

export const sendNewPackage = (organisationId: string, name: LocalisedText) =>
  callEndpoint(catalogue.createPackageDraft, { params: organisationOf(organisationId), body: { name } });

export const sendChange = (organisationId: string, packageCode: string) =>
  callEndpoint(catalogue.changePackage, { params: { ...organisationOf(organisationId), packageCode } });

export const fetchPackageDraft = (packageDraftId: string) =>
  callEndpoint(catalogue.getPackageDraft, draftOf(packageDraftId));

export type Saved = { revision: number; content: PackageDraft; followsNewest: boolean; versionNumber: number };

export const sendPackageDraft = (packageDraftId: string, body: Saved) =>
  callEndpoint(catalogue.savePackageDraft, { ...draftOf(packageDraftId), body });

export const sendRemoval = (packageDraftId: string, revision: number) =>
  callEndpoint(catalogue.removePackageDraft, { ...draftOf(packageDraftId), body: { revision } });

export const sendPublication = (packageDraftId: string, revision: number, othersAsked: boolean) =>
  callEndpoint(catalogue.publishPackage, { ...draftOf(packageDraftId), body: { revision, othersAsked } });

export const fetchHistory = (packageCode: string, before?: number) =>
  callEndpoint(catalogue.getPackageHistory, { params: { packageCode }, query: before === undefined ? {} : { before } });

/** The draft as it stands, when the server refused because somebody else was there; undefined for every other failure. */
export function conflictIn(error: unknown): catalogue.PackageDraftDocument | undefined {
  if (!(error instanceof ProblemError) || error.code !== 'draft-conflict') return undefined;
  return catalogue.packageConflictSchema.safeParse(error.document).data?.draft;
}

export const fetchRules = () => callEndpoint(rules.getRules, {});

const ruleDraftOf = (ruleDraftId: string) => ({ params: { ruleDraftId: ruleDraftId as never } });

export const sendNewRuleDraft = () => callEndpoint(rules.createRuleDraft, {});

export const sendRuleDraft = (ruleDraftId: string, body: { revision: number; changes: RuleChanges }) =>
  callEndpoint(rules.saveRuleDraft, { ...ruleDraftOf(ruleDraftId), body });

export const sendRuleRemoval = (ruleDraftId: string, revision: number) =>
  callEndpoint(rules.removeRuleDraft, { ...ruleDraftOf(ruleDraftId), body: { revision } });

export const sendRulePublication = (ruleDraftId: string, body: { revision: number; versionNumber: number }) =>
  callEndpoint(rules.publishRules, { ...ruleDraftOf(ruleDraftId), body });

export const fetchWhatIf = (ruleDraftId: string) => callEndpoint(whatIf.getWhatIf, ruleDraftOf(ruleDraftId));

export const sendWhatIf = (ruleDraftId: string, body: { revision: number; versionNumber: number }) =>
  callEndpoint(whatIf.startWhatIf, { ...ruleDraftOf(ruleDraftId), body });

export const sendWhatIfStop = (ruleDraftId: string, whatIfRunId: string) =>
  callEndpoint(whatIf.stopWhatIf, {
    params: { ruleDraftId: ruleDraftId as never, whatIfRunId: whatIfRunId as never },
  });

/** The draft of the rules as it stands, when the server refused because somebody else was there. */
export function ruleConflictIn(error: unknown): rules.RuleDraft | undefined {
  if (!(error instanceof ProblemError) || error.code !== 'draft-conflict') return undefined;
  return rules.ruleConflictSchema.safeParse(error.document).data?.ruleDraft;
}
