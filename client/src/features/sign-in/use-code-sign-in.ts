import { useState } from 'react';
import type { AccountDocument } from '#shared/contracts/visitor.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { sendCode, sendCodeRequest } from './api.ts';
import { maskEmail } from './mask-email.ts';
import { forgetPendingCode, readPendingCode, rememberPendingCode } from './pending-code.ts';

type Step =
  | { readonly kind: 'address' }
  /** `sentTo` is masked after a reload, and not known when a link was opened in a browser that has not asked. */
  | { readonly kind: 'code'; readonly sentTo: string | undefined; readonly isNew: boolean };

export type CodeSignInOptions = {
  /** The one address to prove, where somebody is signed in already. */
  readonly email?: string | undefined;
  readonly codeInLink?: string | undefined;
  readonly onCodeSent?: (() => void) | undefined;
  readonly onSignedIn: (account: AccountDocument) => void;
};

function firstStep({ email, codeInLink }: CodeSignInOptions): Step {
  const sentTo = readPendingCode()?.sentTo;
  const isOurs = sentTo !== undefined && (email === undefined || sentTo === maskEmail(email));
  if (!isOurs && codeInLink === undefined) return { kind: 'address' };
  return { kind: 'code', sentTo: isOurs ? sentTo : undefined, isNew: false };
}

/** From an address to a session, by a code that only this browser can use. */
export function useCodeSignIn(options: CodeSignInOptions) {
  const language = useLanguage();
  const [email, setEmail] = useState(options.email ?? '');
  const [step, setStep] = useState<Step>(() => firstStep(options));
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);

  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    setFailure(null);
    try {
      await work();
    } catch (error) {
      setFailure(error);
    }
    setBusy(false);
  };
  const askFor = (address: string) =>
    run(async () => {
      const { expiresAt } = await sendCodeRequest(address, language);
      rememberPendingCode({ sentTo: maskEmail(address), until: expiresAt });
      options.onCodeSent?.();
      setEmail(address);
      setStep({ kind: 'code', sentTo: address, isNew: step.kind === 'code' });
    });
  const startAnew = () => {
    forgetPendingCode();
    setFailure(null);
    setStep({ kind: 'address' });
  };
  /** After a reload the address is not known any more, and has to be given again. */
  const askAgain = () => (email === '' ? startAnew() : void askFor(email));
  const redeem = (code: string) =>
    run(async () => {
      const account = await sendCode(code);
      forgetPendingCode();
      options.onSignedIn(account);
    });
  return { step, email, isBusy, failure, askFor, askAgain, startAnew, redeem };
}
