import type { RespondentState } from './respondent-state.ts';

type Asked = { readonly label: string | null; readonly email: string | null; readonly state: RespondentState };

const called = (label: string | null): string => (label ?? '').trim().toLowerCase();

/** Whom the firm asked, as somebody it calls by name, and would ask again: not who was taken back, or came by a link unnamed. */
export const askedByName = <Former extends Asked>(former: readonly Former[]): readonly Former[] =>
  former.filter(({ label, state }) => called(label) !== '' && state !== 'taken-back');

/** Whether somebody of the time before is among those asked now: by the address, or by what the firm calls them. */
export function isAskedNow(former: Asked, now: readonly Asked[]): boolean {
  return now.some(
    ({ label, email, state }) =>
      state !== 'taken-back' &&
      ((former.email !== null && email === former.email) || called(label) === called(former.label)),
  );
}
