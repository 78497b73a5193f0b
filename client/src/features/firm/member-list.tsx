import { Trans, useLingui } from '@lingui/react/macro';
import type { Member } from '#shared/contracts/people.ts';
import { formatDate } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { useRoleWords } from '../../lib/use-role-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
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

function RoleButton({ member, onChangeRole }: { member: Member; onChangeRole: () => void }) {
  const { t } = useLingui();
  const name = useMemberName()(member);
  return (
    <Button variant="secondary" onClick={onChangeRole} aria-label={t`Change the role of ${name}`}>
      <Trans>Change the role</Trans>
    </Button>
  );
}

type Ask = (member: Member) => void;
type MemberActions = { isOwner: boolean; onEnd: Ask; onChangeRole: Ask };

/** Everybody may leave; what others may do is the owners' to change. */
function MemberButtons({ member, isOwner, onEnd, onChangeRole }: MemberActions & { member: Member }) {
  if (!isOwner && !member.isYou) return null;
  return (
    <ButtonRow>
      {isOwner && <RoleButton member={member} onChangeRole={() => onChangeRole(member)} />}
      <EndButton member={member} onEnd={() => onEnd(member)} />
    </ButtonRow>
  );
}

function MemberRow({ member, ...actions }: MemberActions & { member: Member }) {
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
      <MemberButtons member={member} {...actions} />
    </li>
  );
}

/** The people of the firm, with what the reader may change about each. */
export function MemberList({ members, ...actions }: MemberActions & { members: readonly Member[] }) {
  return (
    <ul className={styles.list}>
      {members.map((member) => (
        <MemberRow key={member.membershipId} member={member} {...actions} />
      ))}
    </ul>
  );
}
