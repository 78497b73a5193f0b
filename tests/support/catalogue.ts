import type { LightMyRequestResponse } from 'fastify';
import { expect } from 'vitest';
import type { CatalogueDocument, PackageDraftDocument, PackageHistory } from '#shared/contracts/catalogue.ts';
import type { PackageDraft } from '#shared/domain/routing/drafting/package-draft.ts';
import type { Staff } from './people.ts';

export const ofPackageDraft = (packageDraftId: string, rest = '') => `/api/catalogue/drafts/${packageDraftId}${rest}`;
export const ofPackage = ({ organisationId }: Pick<Staff, 'organisationId'>, packageCode: string) =>
  `/api/catalogue/organisations/${organisationId}/packages/${packageCode}/drafts`;
export const ofNewPackage = ({ organisationId }: Pick<Staff, 'organisationId'>) =>
  `/api/catalogue/organisations/${organisationId}/drafts`;

export async function catalogueOf({ visitor }: Staff): Promise<CatalogueDocument> {
  const reply = await visitor.get('/api/catalogue');
  expect(reply.statusCode, reply.body.slice(0, 500)).toBe(200);
  return reply.json<CatalogueDocument>();
}

/** The organisation's draft of a package in use. */
export async function beginChange(staff: Staff, packageCode: string): Promise<PackageDraftDocument> {
  const reply = await staff.visitor.post(ofPackage(staff, packageCode), undefined);
  expect(reply.statusCode, reply.body.slice(0, 500)).toBe(201);
  return readPackageDraft(staff, reply.json<{ packageDraftId: string }>().packageDraftId);
}

export async function readPackageDraft({ visitor }: Staff, packageDraftId: string): Promise<PackageDraftDocument> {
  const reply = await visitor.get(ofPackageDraft(packageDraftId));
  expect(reply.statusCode, reply.body.slice(0, 500)).toBe(200);
  return reply.json<PackageDraftDocument>();
}

export function sendSave(
  { visitor }: Staff,
  draft: PackageDraftDocument,
  part: Partial<PackageDraft>,
  followsNewest = false,
): Promise<LightMyRequestResponse> {
  const { packageDraftId, revision, versionNumber } = draft;
  const content = { ...draft.content, ...part };
  return visitor.post(ofPackageDraft(packageDraftId, '/edits'), { revision, content, followsNewest, versionNumber });
}

/** The draft after an edit that must succeed. */
export async function saved(
  staff: Staff,
  draft: PackageDraftDocument,
  part: Partial<PackageDraft>,
  followsNewest = false,
): Promise<PackageDraftDocument> {
  const reply = await sendSave(staff, draft, part, followsNewest);
  expect(reply.statusCode, reply.body.slice(0, 500)).toBe(200);
  return reply.json<PackageDraftDocument>();
}

export const sendPackagePublication = (
  { visitor }: Staff,
  { packageDraftId, revision }: Pick<PackageDraftDocument, 'packageDraftId' | 'revision'>,
): Promise<LightMyRequestResponse> =>
  visitor.post(ofPackageDraft(packageDraftId, '/publication'), { revision, othersAsked: true });

/** The number of the version that came of it. */
export async function publishedPackage(staff: Staff, draft: PackageDraftDocument): Promise<number> {
  const reply = await sendPackagePublication(staff, draft);
  expect(reply.statusCode, reply.body.slice(0, 1000)).toBe(201);
  return reply.json<{ versionNumber: number }>().versionNumber;
}

/** What keeps the draft from being published, as `code field`. */
export async function packageIssuesOf(staff: Staff, draft: PackageDraftDocument): Promise<string[]> {
  const reply = await sendPackagePublication(staff, draft);
  expect(reply.statusCode, reply.body.slice(0, 500)).toBe(409);
  const { issues } = reply.json<{ issues: { code: string; field: string }[] }>();
  return issues.map(({ code, field }) => `${code} ${field}`);
}

export async function historyOf({ visitor }: Staff, packageCode: string): Promise<PackageHistory['changes']> {
  const reply = await visitor.get(`/api/catalogue/packages/${packageCode}/history`);
  expect(reply.statusCode, reply.body.slice(0, 500)).toBe(200);
  return reply.json<PackageHistory>().changes;
}
