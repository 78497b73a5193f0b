import { Trans, useLingui } from '@lingui/react/macro';
import type { PersonSummary } from '#shared/contracts/coordination.ts';
import { formatDate } from '../../lib/format.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { useRoleWords } from '../../lib/use-role-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import styles from './coordination.module.css';

export function usePersonName(): (person: Pick<PersonSummary, 'name' | 'email'>) => string {
  const { t } = useLingui();
  return ({ name, email }) => name ?? email ?? t`Somebody without a name`;
}

function Roles({ roles }: { roles: PersonSummary['roles'] }) {
  const localise = useLocalised();
  const words = useRoleWords();
  if (roles.length === 0) {
    return (
      <p className={styles.muted}>
        <Trans>No role now</Trans>
      </p>
    );
  }
  return roles.map(({ role, organisationName }) => (
    <p key={role + organisationName.sv}>
      {words.role(role)}, {localise(organisationName)}
    </p>
  ));
}

type PersonRowProps = { person: PersonSummary; isYou: boolean; onLock: () => void; onReset: () => void };

function Actions({ person, onLock, onReset }: Omit<PersonRowProps, 'isYou'>) {
  const { t } = useLingui();
  const name = usePersonName()(person);
  return (
    <div className={styles.actions}>
      {person.isDisabled ? (
        <Button variant="secondary" onClick={onLock} aria-label={t`Unlock the account of ${name}`}>
          <Trans>Unlock</Trans>
        </Button>
      ) : (
        <Button variant="secondary" onClick={onLock} aria-label={t`Lock the account of ${name}`}>
          <Trans>Lock</Trans>
        </Button>
      )}
      <Button variant="secondary" onClick={onReset} aria-label={t`Reset sign-in for ${name}`}>
        <Trans>Reset sign-in</Trans>
      </Button>
    </div>
  );
}

/** One person with the roles held, and whether the account is open. */
export function PersonRow({ isYou, ...row }: PersonRowProps) {
  const { person } = row;
  const language = useLanguage();
  const name = usePersonName()(person);
  const since = formatDate(new Date(person.createdAt), language);
  return (
    <li className={styles.row}>
      <div>
        <p>
          <strong>{name}</strong>{' '}
          {isYou && (
            <Tag>
              <Trans>You</Trans>
            </Tag>
          )}
          {person.isDisabled && (
            <Tag tone="warning">
              <Trans>Locked</Trans>
            </Tag>
          )}
        </p>
        {person.name !== null && person.email !== null && <p className={styles.muted}>{person.email}</p>}
        <p className={styles.muted}>
          <Trans>account since {since}</Trans>
        </p>
      </div>
      <div>
        <Roles roles={person.roles} />
      </div>
      {!isYou && <Actions {...row} />}
    </li>
  );
}
