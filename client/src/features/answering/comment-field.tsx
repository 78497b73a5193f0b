import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import type { Item } from '#shared/domain/instrument/item.ts';
import { Details } from '../../ui/details/details.tsx';
import { TextAreaField } from '../../ui/field/text-area-field.tsx';
import { useAnswering } from './answering-context.tsx';

const maximumLength = 1000;
/** A pause in typing long enough to be one. */
const pauseMs = 800;

/** A note to the answer, for oneself or the adviser. Saved in pauses and when one leaves, also by leaving the page. */
export function CommentField({ item }: { item: Item }) {
  const { t } = useLingui();
  const { answers, give } = useAnswering();
  const saved = answers[item.code];
  const [comment, setComment] = useState(saved?.comment ?? '');
  const isTooLong = comment.length > maximumLength;
  const isUnsaved = comment !== (saved?.comment ?? '') && !isTooLong;

  const save = () => {
    if (isUnsaved) give(item.code, { value: saved?.value ?? null, comment });
  };
  const latestSave = useRef(save);
  latestSave.current = save;

  useEffect(() => {
    if (!isUnsaved || comment === '') return;
    const timer = setTimeout(() => latestSave.current(), pauseMs);
    return () => clearTimeout(timer);
  }, [isUnsaved, comment]);
  useEffect(() => () => latestSave.current(), []);

  return (
    <Details summary={<Trans>Add a comment</Trans>} isOpenAtFirst={comment !== ''}>
      <TextAreaField
        name={`${item.code}.comment`}
        label={t`Comment`}
        isOptional
        hint={<Trans>For yourselves, and for an adviser you choose to meet. It does not affect the score.</Trans>}
        rows={3}
        value={comment}
        maximumLength={maximumLength}
        error={isTooLong ? t`At most ${maximumLength} characters.` : undefined}
        onChange={(event) => setComment(event.currentTarget.value)}
        onBlur={save}
      />
    </Details>
  );
}
