import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useLocation } from 'react-router';
import { Notice } from '../../ui/notice/notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';

const told = (hash: string): URLSearchParams => new URLSearchParams(hash.slice(1));

/** Whether the page is opened by somebody who has just closed their answers. */
export const isClosedHere = (hash: string): boolean => told(hash).has('closed');

/** Whoever answered has left the browser to the next one. What is not saved is told by the address that they came by. */
export function ClosedHere() {
  const { t } = useLingui();
  const { hash } = useLocation();
  const count = (what: string) => Math.max(0, Number(told(hash).get(what)) || 0);
  const [kept, dropped, late] = [count('kept'), count('dropped'), count('late')];
  const isWhole = kept + dropped + late === 0;
  return (
    <Page>
      <PageHeader
        title={t`Thank you, your answers are closed here`}
        lead={isWhole ? t`What you answered is saved. Nothing of it is left in this browser.` : undefined}
      />
      {!isWhole && (
        <Notice tone="warning" role="status" title={<Trans>Not everything that you answered is saved</Trans>}>
          {kept > 0 && (
            <p>
              <Plural
                value={kept}
                one="# answer is not saved, but kept in this browser. It is sent if you come in here again by a link of your own or a new invitation."
                other="# answers are not saved, but kept in this browser. They are sent if you come in here again by a link of your own or a new invitation."
              />
            </p>
          )}
          {dropped > 0 && (
            <p>
              <Plural
                value={dropped}
                one="# answer could not be saved and was thrown away, as you chose."
                other="# answers could not be saved and were thrown away, as you chose."
              />
            </p>
          )}
          {late > 0 && (
            <p>
              <Plural
                value={late}
                one="# answer came after the firm had submitted, and is neither counted nor kept."
                other="# answers came after the firm had submitted, and are neither counted nor kept."
              />
            </p>
          )}
          {kept === 0 && (
            <p>
              <Trans>Nothing of what you answered is left in this browser.</Trans>
            </p>
          )}
        </Notice>
      )}
      <p>
        <Trans>The next one who is to answer scans the code on the wall, or opens a link of their own.</Trans>
      </p>
    </Page>
  );
}
