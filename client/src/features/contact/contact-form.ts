import { type ContactRequest, contactRequestSchema } from '#shared/contracts/referrals.ts';

/** The form as it is typed. */
export type ContactForm = {
  firmName: string;
  contactName: string;
  email: string;
  telephone: string;
  message: string;
  /** Empty: no group in particular. */
  wishedEditionId: string;
  hasConsented: boolean;
};
export type ContactField = keyof ContactForm;

export type ReadContact =
  | { readonly ok: true; readonly request: ContactRequest }
  | { readonly ok: false; readonly fields: readonly ContactField[] };

/** Reads the form by the contract's own schema: what the server would refuse is refused here. */
export function readContactForm(
  form: ContactForm,
  fixed: Pick<ContactRequest, 'packageCode' | 'consentWordingVersion'>,
): ReadContact {
  const { telephone, message, email, wishedEditionId, ...rest } = form;
  const parsed = contactRequestSchema.safeParse({
    ...rest,
    ...fixed,
    email: email.trim(),
    ...(telephone.trim() === '' ? {} : { telephone: telephone.trim() }),
    ...(message.trim() === '' ? {} : { message }),
    ...(wishedEditionId === '' ? {} : { wishedEditionId }),
  });
  if (parsed.success) return { ok: true, request: parsed.data };
  return { ok: false, fields: parsed.error.issues.map(({ path }) => String(path[0]) as ContactField) };
}
