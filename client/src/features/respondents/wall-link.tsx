import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Respondents } from '#shared/contracts/respondents.ts';
import { formatDate } from '../../lib/format.ts';
import { useAction } from '../../lib/use-action.ts';
import { useDone } from '../../lib/use-done.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { ActionDialog } from '../../ui/dialog/action-dialog.tsx';
import { CopyField } from '../../ui/field/copy-field.tsx';
import { SelectField } from '../../ui/field/select-field.tsx';
import { DoneNotice } from '../../ui/notice/done-notice.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { QrCode } from '../../ui/qr-code/qr-code.tsx';
import { sendNewLink, sendTakingLinkBack } from './api.ts';
import { knownWallLink, knowWallLink } from './known-wall-links.ts';

export type WallLinkProps = {
  responseId: string;
  respondents: Respondents;
  onChange: (respondents: Respondents) => void;
};
type Link = Respondents['links'][number];

const choices = [5, 10, 20, 30, 40, 50];
/** As many as a shift and its leader; whoever comes by the link says which role they have. */
const usualMost = 20;

/** The one link that lets people in, if there is one, and its secret where this page still has it. */
export function useActiveLink(respondents: Respondents): { link: Link; url: string | undefined } | undefined {
  const link = respondents.links.find(({ state }) => state === 'active');
  return link && { link, url: knownWallLink(link.respondentLinkId) };
}

function HowMany({ most, atMost, onChange }: { most: number; atMost: number; onChange: (most: number) => void }) {
  const { t } = useLingui();
  return (
    <SelectField
      name="most-respondents"
      label={t`How many may come in by it?`}
      hint={t`When as many have come in, the link closes to others.`}
      options={choices
        .filter((choice) => choice <= atMost)
        .map((choice) => ({ value: String(choice), label: t`${choice} people` }))}
      value={String(most)}
      onChange={({ currentTarget }) => onChange(Number(currentTarget.value))}
    />
  );
}

function ActiveLink({ link, url }: { link: Link; url: string | undefined }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { opened, mostRespondents, expiresAt } = link;
  const until = formatDate(new Date(expiresAt), language);
  const isFull = opened >= mostRespondents;
  return (
    <>
      <p>
        <Plural
          value={opened}
          one={`# person of at most ${mostRespondents} has come in. The link goes until ${until}.`}
          other={`# people of at most ${mostRespondents} have come in. The link goes until ${until}.`}
        />
      </p>
      {isFull && (
        <p>
          <strong>
            <Trans>The link is full and lets nobody more in. If more are to answer, make a new one.</Trans>
          </strong>
        </p>
      )}
      {url === undefined && !isFull && (
        <p>
          <Trans>
            The poster on the wall goes on. Its square cannot be shown here again, since the secret in it is not kept.
            If the poster is gone, make a new one.
          </Trans>
        </p>
      )}
      {url !== undefined && (
        <>
          <QrCode text={url} label={t`QR code that leads to the link`} />
          <CopyField
            name="wall-link"
            label={t`Link for everybody`}
            hint={t`Print the poster for the wall, show the square at a meeting, or send the link in your own chat. It stands here until the page is closed or loaded anew.`}
            value={url}
          />
        </>
      )}
    </>
  );
}

type Asked = 'new' | 'back' | null;

/** One link for several, to show on the wall or at a meeting. */
export function WallLink({ responseId, respondents, onChange }: WallLinkProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const action = useAction(useProblemWords());
  const asking = useAction(useProblemWords());
  const done = useDone();
  const [most, setMost] = useState(Math.min(usualMost, respondents.mostRespondents));
  const [asked, setAsked] = useState<Asked>(null);
  const active = useActiveLink(respondents);
  const make = async () => {
    const made = await sendNewLink(responseId, { mostRespondents: most, language });
    const link = made.respondents.links.find(({ state }) => state === 'active');
    if (link !== undefined && made.url !== null) knowWallLink(link.respondentLinkId, made.url);
    onChange(made.respondents);
    done.say(t`The link is made. Print the poster, or copy the link.`);
  };
  const takeBack = async ({ respondentLinkId }: Link) => {
    onChange(await sendTakingLinkBack(responseId, respondentLinkId));
    done.say(t`The link lets nobody more in.`);
  };
  const howMany = <HowMany most={most} atMost={respondents.mostRespondents} onChange={setMost} />;
  if (active === undefined) {
    return (
      <>
        <DoneNotice done={done} />
        {howMany}
        <FaultNotice fault={action.fault} />
        <ButtonRow>
          <Button variant="secondary" isBusy={action.isBusy} onClick={() => action.run(make)}>
            <Trans>Make a link</Trans>
          </Button>
        </ButtonRow>
      </>
    );
  }
  const { link, url } = active;
  return (
    <>
      <DoneNotice done={done} />
      <ActiveLink link={link} url={url} />
      <ButtonRow>
        {url !== undefined && (
          <Button variant="secondary" onClick={() => window.print()}>
            <Trans>Print the poster</Trans>
          </Button>
        )}
        <Button variant={url === undefined ? 'secondary' : 'quiet'} onClick={() => setAsked('new')}>
          <Trans>New poster</Trans>
        </Button>
        <Button variant="quiet" onClick={() => setAsked('back')}>
          <Trans>Let nobody more in</Trans>
        </Button>
      </ButtonRow>
      <ActionDialog
        isOpen={asked !== null}
        title={asked === 'new' ? <Trans>Make a new poster?</Trans> : <Trans>Let nobody more in by the link?</Trans>}
        confirm={asked === 'new' ? <Trans>Close the old one and make a new</Trans> : <Trans>Let nobody more in</Trans>}
        action={asking}
        onConfirm={async () => {
          await takeBack(link);
          if (asked === 'new') await make();
        }}
        onClose={() => setAsked(null)}
      >
        <ul>
          <li>
            <Trans>The poster that is up, and every copy of the link, lets nobody more in.</Trans>
          </li>
          <li>
            <Trans>Whoever has come in already goes on as before.</Trans>
          </li>
        </ul>
        {asked === 'new' && howMany}
      </ActionDialog>
    </>
  );
}
