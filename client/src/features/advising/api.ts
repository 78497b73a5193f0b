import { getSharedFirm, type LettingIn, listFirmsLettingIn } from '#shared/contracts/advising.ts';
import type { FormView } from '#shared/domain/instrument/view-form.ts';
import type { Language } from '#shared/domain/language.ts';
import { fetchForm } from '../../lib/fetch-form.ts';
import { type CallOutput, callEndpoint } from '../../lib/http/call-endpoint.ts';

export type SharedFirm = CallOutput<typeof getSharedFirm>;

/** The firms that let the advisor in. Nobody has looked at a firm by reading this. */
export async function fetchFirmsLettingIn(): Promise<LettingIn[]> {
  return (await callEndpoint(listFirmsLettingIn, {})).firms;
}

/** What the firm lets the organisation in for; undefined when it does not. */
export async function fetchLettingIn(organisationId: string, firmId: string): Promise<LettingIn | undefined> {
  const firms = await fetchFirmsLettingIn();
  return firms.find((each) => each.organisationId === organisationId && each.firmId === firmId);
}

export type LoadedSharedFirm = {
  firm: SharedFirm;
  lettingIn: LettingIn;
  /** The words of the newest result; null without one. */
  form: FormView | null;
  /** Tells one reading of the firm from the next. */
  loadedAt: number;
};

/** What the firm shares with the organisation, now. Each call is written down for the firm to see. */
export async function loadSharedFirm(
  organisationId: string,
  firmId: string,
  language: Language,
): Promise<LoadedSharedFirm | null> {
  const firm = await callEndpoint(getSharedFirm, { params: { organisationId, firmId } });
  const response = firm.newest?.response;
  const [lettingIn, form] = await Promise.all([
    fetchLettingIn(organisationId, firmId),
    response === undefined ? null : fetchForm(response.instrumentVersionId, response.formCode, language),
  ]);
  return lettingIn === undefined ? null : { firm, lettingIn, form, loadedAt: Date.now() };
}
