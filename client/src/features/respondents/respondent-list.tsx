import { Trans, useLingui } from '@lingui/react/macro';
import type { Respondent } from '#shared/contracts/respondents.ts';
import { formatDate } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { useRespondentRoleWords } from '../../lib/use-respondent-role-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Facts } from '../../ui/facts/facts.tsx';
import { RecordCard, RecordList } from '../../ui/record/record.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import type { NamedDimension } from './respondent-fields.tsx';

function State({ state }: { state: Respondent['state'] }) {
  switch (state) {
    case 'invited':
      return (
        <Tag>
          <Trans>Has not begun</Trans>
        </Tag>
      );
    case 'answering':
      return (
        <Tag>
          <Trans>Has begun</Trans>
        </Tag>
      );
    case 'done':
      return (
        <Tag tone="success">
          <Trans>Is done</Trans>
        </Tag>
      );
    case 'expired':
      return (
        <Tag>
          <Trans>Did not open in time</Trans>
        </Tag>
      );
    case 'taken-back':
      return (
        <Tag>
          <Trans>Invitation revoked</Trans>
        </Tag>
      );
  }
}

export type RespondentActions = {
  onChange: (respondent: Respondent) => void;
  onTakeBack: (respondent: Respondent) => void;
  onRemind: (respondent: Respondent) => void;
  onRenew: (respondent: Respondent) => void;
  onInviteAnew: (respondent: Respondent) => void;
};

/** Has begun by what was handed over, which opens once: without that browser there is no way back in. */
const mayBeLost = ({ state, email, cameByLink }: Respondent): boolean =>
  state === 'answering' && email === null && !cameByLink;

/** What each of them is called; who came by the link has no name, and is told from others of the role by a number. */
export function useRespondentName(all: readonly Respondent[]): (respondent: Respondent) => string {
  const { t } = useLingui();
  const words = useRespondentRoleWords();
  return ({ respondentId, label, role }) => {
    if (label !== null) return label;
    const { name } = words[role];
    const alike = all.filter((each) => each.label === null && each.role === role);
    const number = alike.findIndex((each) => each.respondentId === respondentId) + 1;
    return alike.length < 2 ? t`Came by the link: ${name}` : t`Came by the link: ${name}, number ${number}`;
  };
}

type CardProps = RespondentActions & {
  respondent: Respondent;
  name: string;
  dimensions: readonly NamedDimension[];
  isOpen: boolean;
};

function CardActions(props: Omit<CardProps, 'dimensions' | 'isOpen'>) {
  const { respondent, name, onChange, onTakeBack, onRemind, onRenew, onInviteAnew } = props;
  const { t } = useLingui();
  const isLostPerhaps = mayBeLost(respondent);
  return (
    <>
      {respondent.canBeReminded && (
        <p>
          <Trans>You can send one reminder, and no more.</Trans>
        </p>
      )}
      {isLostPerhaps && (
        <p>
          <Trans>
            The link opened once and has been used. If {name} has lost that device or browser, invite anew: {name} then
            answers from the start.
          </Trans>
        </p>
      )}
      <ButtonRow>
        <Button variant="secondary" aria-label={t`Change what ${name} is asked`} onClick={() => onChange(respondent)}>
          <Trans>Change</Trans>
        </Button>
        {respondent.canBeReminded && (
          <Button variant="secondary" aria-label={t`Remind ${name}`} onClick={() => onRemind(respondent)}>
            <Trans>Remind</Trans>
          </Button>
        )}
        {respondent.canBeRenewed && (
          <Button variant="secondary" aria-label={t`New link for ${name}`} onClick={() => onRenew(respondent)}>
            <Trans>New link</Trans>
          </Button>
        )}
        {isLostPerhaps && (
          <Button variant="quiet" aria-label={t`Invite ${name} anew`} onClick={() => onInviteAnew(respondent)}>
            <Trans>Invite anew</Trans>
          </Button>
        )}
        <Button variant="quiet" aria-label={t`Revoke the invitation of ${name}`} onClick={() => onTakeBack(respondent)}>
          <Trans>Revoke</Trans>
        </Button>
      </ButtonRow>
    </>
  );
}

function RespondentCard({ dimensions, isOpen, ...props }: CardProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const words = useRespondentRoleWords();
  const { respondent, name } = props;
  const { answered, asked, role, part, email, expiresAt, state, remindedAt } = respondent;
  const until = formatDate(new Date(expiresAt), language);
  const areas = dimensions.filter(({ value }) => part.includes(value)).map(({ label }) => label);
  const stands = isOpen && state !== 'taken-back';
  return (
    <RecordCard>
      <h3>{name}</h3>
      <p>
        <State state={state} />
      </p>
      <Facts
        facts={[
          { term: t`Answered`, detail: t`${answered} of ${asked} questions` },
          { term: t`Role`, detail: words[role].name },
          { term: t`Areas`, detail: areas.join(', ') },
          ...(email === null ? [] : [{ term: t`E-mail`, detail: email }]),
          ...(remindedAt === null
            ? []
            : [
                { term: t`Reminder`, detail: t`Sent ${formatDate(new Date(remindedAt), language)}. Only one is sent.` },
              ]),
          ...(state === 'invited' ? [{ term: t`Can be opened until`, detail: until }] : []),
        ]}
      />
      {stands && <CardActions {...props} />}
    </RecordCard>
  );
}

/** Everybody who answers beside the one who leads, in the order in which they were invited. Never what they answered. */
export function RespondentList({
  respondents,
  ...props
}: Omit<CardProps, 'respondent' | 'name'> & { respondents: readonly Respondent[] }) {
  const nameOf = useRespondentName(respondents);
  if (respondents.length === 0) {
    return (
      <EmptyState title={<Trans>Nobody is invited yet</Trans>}>
        <p>
          <Trans>
            You can answer everything yourself. When three others have answered the same question you also see where you
            see the firm differently.
          </Trans>
        </p>
      </EmptyState>
    );
  }
  return (
    <RecordList>
      {respondents.map((respondent) => (
        <li key={respondent.respondentId}>
          <RespondentCard respondent={respondent} name={nameOf(respondent)} {...props} />
        </li>
      ))}
    </RecordList>
  );
}
