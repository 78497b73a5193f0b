import { Trans } from '@lingui/react/macro';
import type { ContactRecord } from '#shared/contracts/contact-notes.ts';
import { lastContact } from '#shared/domain/contact/contact-note.ts';
import { formatDate } from '../../lib/format.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import { useContactWords } from './use-contact-words.ts';

/** Who was in touch last, from where and when, so that nobody calls twice. */
export function LastContact({ record }: { record: ContactRecord }) {
  const language = useLanguage();
  const localise = useLocalised();
  const words = useContactWords();
  const last = lastContact(record.notes);
  if (last === undefined) {
    return (
      <Notice title={<Trans>Last contact</Trans>}>
        <p>
          <Trans>No note that can be read here tells of a contact with the firm.</Trans>
        </p>
      </Notice>
    );
  }
  const on = formatDate(new Date(last.heldOn), language);
  const who = words.author(last);
  const organisation = localise(last.organisation);
  const kind = words.kind(last.kind);
  const { subject } = last;
  return (
    <Notice title={<Trans>Last contact</Trans>}>
      <p>
        <Trans>
          {on}: {who}, {organisation}. {kind}: {subject}
        </Trans>
      </p>
    </Notice>
  );
}
