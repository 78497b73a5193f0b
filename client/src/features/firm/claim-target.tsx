import { Trans, useLingui } from '@lingui/react/macro';
import type { FirmSummary } from '#shared/contracts/firms.ts';
import type { ResponseDocument } from '#shared/contracts/responses.ts';
import { formatOrganisationNumber } from '#shared/domain/firm/organisation-number.ts';
import { listInWords } from '#shared/domain/wording/list-in-words.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { useRoleWords } from '../../lib/use-role-words.ts';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { RadioGroup } from '../../ui/field/radio-group.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { useFirmName } from './use-firm-name.ts';

/** The choice of a firm of its own; any other is the id of a firm there is. */
export const ownFirm = 'own';
export const targetField = 'claimTarget';

/** Those whose number the answers carry too. Numbers of firms that the person has no part in are not looked at. */
function withSameNumber(firms: readonly FirmSummary[], { organisationNumber }: ResponseDocument): FirmSummary[] {
  return organisationNumber === null ? [] : firms.filter((firm) => firm.organisationNumber === organisationNumber);
}

function SameNumber({ names }: { names: string }) {
  return (
    <Notice tone="warning">
      <p>
        <Trans>The answers have the same organisation number as {names}, to which you belong already.</Trans>
      </p>
    </Notice>
  );
}

/** Answers never change firm, so that those for a firm there is are begun from that firm. */
function StartThere({ name, href }: { name: string; href: string }) {
  return (
    <Notice title={<Trans>Start the answers for {name} from its page</Trans>}>
      <p>
        <Trans>
          These answers were begun outside {name} and cannot be moved there. Begun from its page they stand beside those
          of your colleagues, and what {name} has decided about who sees them holds. Nothing has been saved under your
          e-mail now.
        </Trans>
      </p>
      <ButtonRow>
        <ButtonLink to={href}>
          <Trans>To {name}</Trans>
        </ButtonLink>
      </ButtonRow>
    </Notice>
  );
}

function SeparateFirm({ names }: { names: string }) {
  return (
    <Notice tone="warning" title={<Trans>It becomes a separate firm</Trans>}>
      <p>
        <Trans>
          It stands beside {names}, also where the name is the same: with people, consents and results of its own. Your
          colleagues do not see it before you invite them, and two firms cannot be joined afterwards.
        </Trans>
      </p>
    </Notice>
  );
}

/** By what one tells a firm from another of the same name, or of none. */
function useFirmMark(): (firm: FirmSummary) => string {
  const { t } = useLingui();
  const roleWords = useRoleWords();
  return ({ organisationNumber, role }) => {
    if (organisationNumber === null) return roleWords.role(role);
    const number = formatOrganisationNumber(organisationNumber);
    return t`Organisation number ${number}`;
  };
}

type ClaimTargetProps = {
  response: ResponseDocument;
  /** Those that the person belongs to; at least one. */
  firms: readonly FirmSummary[];
  /** What has been chosen; empty as long as nothing has. */
  target: string;
  error: string | undefined;
  /** The answers are being saved: it is too late for another choice. */
  isSettled: boolean;
  hrefOf: (firmId: string) => string;
  onChoose: (target: string) => void;
};

/** Asks whoever belongs to a firm already which firm the answers are about, and says what follows from either. */
export function ClaimTarget(props: ClaimTargetProps) {
  const { response, firms, target, error, isSettled, hrefOf, onChoose } = props;
  const { t } = useLingui();
  const language = useLanguage();
  const nameOf = useFirmName();
  const markOf = useFirmMark();
  const namesOf = (those: readonly FirmSummary[]) => listInWords(those.map(nameOf), language);
  const same = withSameNumber(firms, response);
  const chosen = firms.find(({ firmId }) => firmId === target);
  return (
    <>
      {same.length > 0 && <SameNumber names={namesOf(same)} />}
      <RadioGroup
        name={targetField}
        legend={t`Which firm are the answers about?`}
        options={[
          ...firms.map((firm) => ({ value: firm.firmId, label: nameOf(firm), hint: markOf(firm) })),
          { value: ownFirm, label: t`Another firm, which is not here yet` },
        ]}
        value={target}
        error={error}
        disabled={isSettled}
        onChange={(event) => onChoose(event.currentTarget.value)}
      />
      <div role="status">
        {chosen !== undefined && <StartThere name={nameOf(chosen)} href={hrefOf(chosen.firmId)} />}
        {target === ownFirm && <SeparateFirm names={namesOf(firms)} />}
      </div>
    </>
  );
}
