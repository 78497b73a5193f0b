import { Trans, useLingui } from '@lingui/react/macro';
import type { Member } from '#shared/contracts/people.ts';
import { formatDate } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { useRoleWords } from '../../lib/use-role-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import styles from './firm.module.css';

/** What somebody goes by: the name, or the address until there is one. */
export function useMemberName(): (member: Pick<Member, 'name' | 'email'>) => string {
  const { t } = useLingui();
  return ({ name, email }) => name ?? email ?? t`Somebody without a name`;
}

function EndButton({ member, onEnd }: { member: Member; onEnd: () => void }) {
  const { t } = useLingui();
  const name = useMemberName()(member);
  if (member.isYou) {
    return (
      <Button variant="secondary" onClick={onEnd}>
        <Trans>Leave the firm</Trans>
      </Button>
    );
  }
  return (
    <Button variant="secondary" onClick={onEnd} aria-label={t`End the access of ${name}`}>
      <Trans>End the access</Trans>
    </Button>
  );
}

function MemberRow({ member, onEnd }: { member: Member; onEnd: (() => void) | undefined }) {
  const language = useLanguage();
  const roleWords = useRoleWords();
  const nameOf = useMemberName();
  const since = formatDate(new Date(member.since), language);
  return (
    <li className={styles.row}>
      <div>
        <p className={styles.name}>
          {nameOf(member)}
          {member.isYou && (
            <Tag tone="info">
              <Trans>This is you</Trans>
            </Tag>
          )}
        </p>
        <p className={styles.about}>
          {roleWords.role(member.role)}. <Trans>Since {since}.</Trans>
          {member.name !== null && member.email !== null && <> {member.email}</>}
        </p>
      </div>
      {onEnd !== undefined && <EndButton member={member} onEnd={onEnd} />}
    </li>
  );
}

/** The people of the firm; who is responsible for it may end what somebody may. */
export function MemberList({
  members,
  onEnd,
}: {
  members: readonly Member[];
  onEnd: ((member: Member) => void) | undefined;
}) {
  return (
    <ul className={styles.list}>
      {members.map((member) => (
        <MemberRow
          key={member.membershipId}
          member={member}
          onEnd={onEnd === undefined ? undefined : () => onEnd(member)}
        />
      ))}
    </ul>
  );
}
