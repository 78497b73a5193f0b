import { Trans } from '@lingui/react/macro';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { AddressForm } from './address-form.tsx';
import { CodeForm } from './code-form.tsx';
import { maskEmail } from './mask-email.ts';
import styles from './sign-in.module.css';
import { type CodeSignInOptions, useCodeSignIn } from './use-code-sign-in.ts';
import { useSignInProblemWords } from './use-sign-in-problem-words.ts';

function FixedAddress({ email, isBusy, onAsk }: { email: string; isBusy: boolean; onAsk: () => void }) {
  const masked = maskEmail(email);
  return (
    <ButtonRow>
      <Button isBusy={isBusy} onClick={onAsk}>
        <Trans>Send a code to {masked}</Trans>
      </Button>
    </ButtonRow>
  );
}

/** Signing in by a code in the mail, one step after the other in the same place. */
export function CodeSignIn(options: CodeSignInOptions) {
  const { step, email, isBusy, failure, askFor, askAgain, startAnew, redeem } = useCodeSignIn(options);
  const say = useSignInProblemWords();
  const isFixed = options.email !== undefined;
  return (
    <div className={styles.form}>
      {step.kind === 'code' && step.isNew && (
        <Notice tone="success" role="status">
          <p>
            <Trans>A new code is on its way. The earlier one does not work any more.</Trans>
          </p>
        </Notice>
      )}
      {step.kind === 'address' && isFixed && (
        <FixedAddress email={email} isBusy={isBusy} onAsk={() => void askFor(email)} />
      )}
      {step.kind === 'address' && !isFixed && (
        <AddressForm email={email} isBusy={isBusy} onAsk={(address) => void askFor(address)} />
      )}
      {step.kind === 'code' && (
        <CodeForm
          sentTo={step.sentTo}
          codeInLink={options.codeInLink}
          isBusy={isBusy}
          onRedeem={(code) => void redeem(code)}
          onAskAgain={askAgain}
          onOtherAddress={isFixed ? undefined : startAnew}
        />
      )}
      {failure !== null && (
        <Notice tone="danger" role="alert">
          <p>{say(failure)}</p>
        </Notice>
      )}
    </div>
  );
}
