import { Trans } from '@lingui/react/macro';
import { formatQuote } from '../../lib/format.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { useWishWords } from '../../lib/use-wish-words.ts';
import { RecordList, RecordMeta, RecordParts } from '../../ui/record/record.tsx';
import type { SharedFirm } from './api.ts';
import { isOpen } from './referral-action.ts';
import { TimeLeftTag } from './request-state.tsx';
import { useAdvisingWords } from './use-advising-words.ts';

/** The requests that are not ended, a line or two each. */
export function OpenRequests({ requests }: { requests: SharedFirm['requests'] }) {
  const language = useLanguage();
  const localise = useLocalised();
  const words = useAdvisingWords();
  const wishWords = useWishWords();
  const open = requests?.filter(isOpen) ?? [];
  if (open.length === 0) {
    return (
      <p>
        <Trans>The firm has no open request with you.</Trans>
      </p>
    );
  }
  return (
    <RecordList>
      {open.map(({ referralId, packageName, status, answerDueAt, message, wishedEdition }) => (
        <li key={referralId}>
          <RecordParts>
            <p>
              {localise(packageName)} {status === 'chosen' && <TimeLeftTag answerDueAt={answerDueAt} />}
            </p>
            <RecordMeta>
              {words.status(status)}
              {message !== null && `: ${formatQuote(message, language)}`}
            </RecordMeta>
            {wishedEdition !== null && (
              <RecordMeta>
                <Trans>Wishes the group: {wishWords(wishedEdition)}</Trans>
              </RecordMeta>
            )}
          </RecordParts>
        </li>
      ))}
    </RecordList>
  );
}
