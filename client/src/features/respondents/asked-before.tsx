import { Trans, useLingui } from '@lingui/react/macro';
import type { Respondent } from '#shared/contracts/respondents.ts';
import { isAskedNow } from '#shared/domain/respondents/asked-before.ts';
import { useRespondentRoleWords } from '../../lib/use-respondent-role-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { RecordList, RecordMeta, RecordParts } from '../../ui/record/record.tsx';
import { Tag } from '../../ui/tag/tag.tsx';

export type AskedBeforeProps = {
  former: readonly Respondent[];
  now: readonly Respondent[];
  canMail: boolean;
  /** Fills the form in; nothing is sent by it. */
  onChoose: (former: Respondent) => void;
};

/** Whom the firm asked the last time, so that nobody is written anew. Each is invited by a press of the form's own. */
export function AskedBefore({ former, now, canMail, onChoose }: AskedBeforeProps) {
  const { t } = useLingui();
  const words = useRespondentRoleWords();
  if (former.length === 0) return null;
  return (
    <>
      <h3>
        <Trans>Ask the same as last time</Trans>
      </h3>
      <p>
        <Trans>Choose one, and the form below is filled in. Nothing is sent before you press Invite.</Trans>
      </p>
      <RecordList>
        {former.map((person) => {
          const { respondentId, role, email } = person;
          const label = person.label ?? '';
          return (
            <li key={respondentId}>
              <RecordParts>
                <p>{label}</p>
                <RecordMeta>
                  {words[role].name}
                  {canMail && email !== null && ` · ${email}`}
                </RecordMeta>
                {isAskedNow(person, now) ? (
                  <p>
                    <Tag>
                      <Trans>Asked now</Trans>
                    </Tag>
                  </p>
                ) : (
                  <ButtonRow>
                    <Button variant="secondary" aria-label={t`Fill in ${label}`} onClick={() => onChoose(person)}>
                      <Trans>Fill in</Trans>
                    </Button>
                  </ButtonRow>
                )}
              </RecordParts>
            </li>
          );
        })}
      </RecordList>
      <h3>
        <Trans>Who is invited</Trans>
      </h3>
    </>
  );
}
