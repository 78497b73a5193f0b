import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { OrganisationDocument } from '#shared/contracts/coordination.ts';
import type { Member } from '#shared/contracts/people.ts';
import { formatDate } from '../../lib/format.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { useRoleWords } from '../../lib/use-role-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { RowList } from '../../ui/list/row-list.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import { ActionDialog } from './action-dialog.tsx';
import { sendMembershipEnd } from './api.ts';
import styles from './coordination.module.css';

export type OrganisationPartProps = {
  organisation: OrganisationDocument;
  /** Says what has been done, once the organisation is shown as it is then. */
  onDone: (words: string) => Promise<void>;
};

function useMemberName(): (member: Member) => string {
  const { t } = useLingui();
  return ({ name, email }) => name ?? email ?? t`Somebody without a name`;
}

function MemberRow({ member, onEnd }: { member: Member; onEnd: () => void }) {
  const { t } = useLingui();
  const language = useLanguage();
  const words = useRoleWords();
  const name = useMemberName()(member);
  const since = formatDate(new Date(member.since), language);
  return (
    <li className={styles.row}>
      <div>
        <p>
          <strong>{name}</strong>{' '}
          {member.isYou && (
            <Tag>
              <Trans>You</Trans>
            </Tag>
          )}
        </p>
        {member.name !== null && member.email !== null && <p className={styles.muted}>{member.email}</p>}
      </div>
      <div>
        <p>{words.role(member.role)}</p>
        <p className={styles.muted}>
          <Trans>since {since}</Trans>
        </p>
      </div>
      <Button variant="secondary" onClick={onEnd} aria-label={t`End the membership of ${name}`}>
        <Trans>End</Trans>
      </Button>
    </li>
  );
}

/** What the end of a membership means for others than the person. */
function AlsoFalls({ member, members }: { member: Member; members: readonly Member[] }) {
  const count = member.fallingInvitationCount;
  const isLastManager =
    member.role === 'manager' &&
    !members.some(({ role, personId }) => role === 'manager' && personId !== member.personId);
  return (
    <>
      {count > 0 && (
        <p>
          <Plural
            value={count}
            one="# invitation that the person has sent, and nobody has taken up, stops working. It has to be sent again by somebody else."
            other="# invitations that the person has sent, and nobody has taken up, stop working. They have to be sent again by somebody else."
          />
        </p>
      )}
      {isLastManager && (
        <p>
          <strong>
            {member.isYou ? (
              <Trans>
                You are the last one here who can invite colleagues. Somebody else has to accept that role first, or an
                administrator ends yours.
              </Trans>
            ) : (
              <Trans>Nobody is left here who can invite colleagues. Only an administrator can then.</Trans>
            )}
          </strong>
        </p>
      )}
    </>
  );
}

function EndDialog({
  member,
  organisation,
  onDone,
  onClose,
}: OrganisationPartProps & { member: Member | null; onClose: () => void }) {
  const { t } = useLingui();
  const localise = useLocalised();
  const words = useRoleWords();
  const nameOf = useMemberName();
  const name = member === null ? '' : nameOf(member);
  const role = member === null ? '' : words.role(member.role);
  const place = localise(organisation.name);
  return (
    <ActionDialog
      isOpen={member !== null}
      title={t`End the membership of ${name}?`}
      confirm={<Trans>End the membership</Trans>}
      onConfirm={async () => member && sendMembershipEnd(organisation.organisationId, member.membershipId)}
      onClose={onClose}
      onDone={() => onDone(t`The membership of ${name} has ended.`)}
    >
      <p>
        {member?.isYou ? (
          <Trans>
            This is you. You lose the role “{role}” in {place} and are signed out everywhere, at once.
          </Trans>
        ) : (
          <Trans>
            {name} loses the role “{role}” in {place} and is signed out everywhere, at once.
          </Trans>
        )}
      </p>
      {member !== null && <AlsoFalls member={member} members={organisation.members} />}
      <p>
        <Trans>What has been done stays in the log. To come back takes a new invitation.</Trans>
      </p>
    </ActionDialog>
  );
}

/** Who works in the organisation, and the way to end that. */
export function MemberList({ organisation, onDone }: OrganisationPartProps) {
  const [asked, setAsked] = useState<Member | null>(null);
  if (organisation.members.length === 0) {
    return (
      <EmptyState title={<Trans>Nobody works here yet</Trans>}>
        <p>
          <Trans>Invite the first person below.</Trans>
        </p>
      </EmptyState>
    );
  }
  return (
    <>
      <RowList>
        {organisation.members.map((member) => (
          <MemberRow key={member.membershipId} member={member} onEnd={() => setAsked(member)} />
        ))}
      </RowList>
      <EndDialog member={asked} organisation={organisation} onDone={onDone} onClose={() => setAsked(null)} />
    </>
  );
}
