import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { createResumeLink, type ResponseDocument } from '#shared/contracts/responses.ts';
import { formatDate } from '../../lib/format.ts';
import { callEndpoint } from '../../lib/http/call-endpoint.ts';
import { useAction } from '../../lib/use-action.ts';
import { useFocusAfter } from '../../lib/use-focus-after.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { fieldId } from '../../ui/field/field.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Section } from '../../ui/page/section.tsx';
import { QrCode } from '../../ui/qr-code/qr-code.tsx';

const linkField = 'take-along';

type MadeLink = { url: string; expiresAt: string };

function LinkToTake({ url, expiresAt }: MadeLink) {
  const { t } = useLingui();
  const day = formatDate(new Date(expiresAt), useLanguage());
  return (
    <>
      <p>
        <Trans>
          Point the camera of your own phone at the code and keep the page that opens. It works until {day}. Whoever has
          the link can read and change the answers.
        </Trans>
      </p>
      <QrCode text={url} label={t`QR code for your answers`} />
      <TextField name={linkField} label={t`Your secret link`} value={url} readOnly />
    </>
  );
}

/** How the answers of the visit are reached from elsewhere, before the device forgets them. */
export function TakeAlong({
  response,
  claimHref,
  onTaken,
}: {
  response: ResponseDocument;
  claimHref: string;
  onTaken: () => void;
}) {
  const say = useProblemWords();
  const action = useAction(say);
  const [link, setLink] = useState<MadeLink>();
  const focusAfter = useFocusAfter();
  const make = async () => {
    setLink(await callEndpoint(createResumeLink, { params: { responseId: response.responseId } }));
    onTaken();
    focusAfter(() => document.getElementById(fieldId(linkField)));
  };
  return (
    <Section title={<Trans>Take your answers along</Trans>}>
      {response.isClaimed ? (
        <p>
          <Trans>The answers belong to your account. Sign in with the same address on any device to see them.</Trans>
        </p>
      ) : link !== undefined ? (
        <LinkToTake {...link} />
      ) : (
        <>
          <p>
            <Trans>Without this nobody can open the answers again, you neither.</Trans>
          </p>
          <ButtonRow>
            <Button isBusy={action.isBusy} onClick={() => action.run(make)}>
              <Trans>Show a code for your phone</Trans>
            </Button>
            <ButtonLink to={claimHref} variant="secondary">
              <Trans>Save under your e-mail</Trans>
            </ButtonLink>
          </ButtonRow>
          <FaultNotice fault={action.fault} />
        </>
      )}
    </Section>
  );
}
