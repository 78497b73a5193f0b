import { Trans, useLingui } from '@lingui/react/macro';
import type { Item } from '#shared/domain/instrument/item.ts';
import { useSaveInPauses } from '../../lib/use-save-in-pauses.ts';
import { Details } from '../../ui/details/details.tsx';
import { TextAreaField } from '../../ui/field/text-area-field.tsx';
import { useAnswering } from './answering-context.tsx';
import { useOwnPartWords } from './use-own-part-words.ts';
import { useTyped } from './use-typed.ts';

const maximumLength = 1000;

/** A note to the answer, for oneself or the adviser. Saved in pauses and when one leaves. */
export function CommentField({ item }: { item: Item }) {
  const { t } = useLingui();
  const { answers, give, session } = useAnswering();
  const own = useOwnPartWords();
  const { value = null, comment = '' } = answers[item.code] ?? {};
  const { typed, setTyped, isChanged } = useTyped(comment);
  const isTooLong = typed.length > maximumLength;
  const save = () => {
    if (isChanged && !isTooLong) give(item.code, { value, comment: typed });
  };
  useSaveInPauses(typed, save);

  return (
    <Details summary={<Trans>Add a comment</Trans>} isOpenAtFirst={comment !== ''}>
      <TextAreaField
        name={`${item.code}.comment`}
        label={t`Comment`}
        isOptional
        hint={
          session.response.respondent === null ? (
            <Trans>For yourselves, and for an adviser you choose to meet. It does not affect the score.</Trans>
          ) : (
            own.comment
          )
        }
        rows={3}
        value={typed}
        maximumLength={maximumLength}
        error={isTooLong ? t`At most ${maximumLength} characters.` : undefined}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={save}
      />
    </Details>
  );
}
