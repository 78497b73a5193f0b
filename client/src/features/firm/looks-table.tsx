import { Trans, useLingui } from '@lingui/react/macro';
import type { FirmAccess } from '#shared/contracts/firms.ts';
import { formatDate, formatTime } from '../../lib/format.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Table } from '../../ui/table/table.tsx';

type Look = FirmAccess['looks'][number];

function useMoment(): (at: string) => string {
  const { t } = useLingui();
  const language = useLanguage();
  return (at) => {
    const day = formatDate(new Date(at), language);
    const time = formatTime(new Date(at), language);
    return t`${day} at ${time}`;
  };
}

/** Every reading by somebody outside the firm, the newest first. */
export function LooksTable({ looks, lookCount }: Pick<FirmAccess, 'looks' | 'lookCount'>) {
  const { t } = useLingui();
  const localise = useLocalised();
  const momentOf = useMoment();
  if (looks.length === 0) {
    return (
      <EmptyState title={<Trans>Nobody has looked</Trans>}>
        <p>
          <Trans>As soon as somebody outside the firm reads anything of yours, it stands here.</Trans>
        </p>
      </EmptyState>
    );
  }
  const whatOf: Record<Look['what'], string> = {
    result: t`The results`,
    contact: t`The request for contact`,
    list: t`County, branch, size and levels, in a list (written down once a day)`,
    export: t`What the lists show, in a file that was fetched`,
    placement: t`Place in a group`,
    notes: t`Notes about contacts with us`,
  };
  const shown = looks.length;
  const rows = looks.map((look, index) => ({ ...look, key: `${look.at} ${index}` }));
  return (
    <>
      <Table
        caption={t`Every reading, the newest first`}
        columns={[
          { key: 'at', header: t`When`, cell: ({ at }: Look) => momentOf(at), isRowHeader: true },
          { key: 'organisation', header: t`Organisation`, cell: (look: Look) => localise(look.organisation) },
          {
            key: 'person',
            header: t`Person`,
            cell: ({ personName }: Look) => personName ?? t`Somebody whose account is erased`,
          },
          {
            key: 'what',
            header: t`What`,
            cell: ({ what }: Look) => whatOf[what],
          },
        ]}
        rows={rows}
        rowKey={({ key }) => key}
      />
      {looks.some(({ personName }) => personName === null) && (
        <p>
          <Trans>
            When somebody’s account is erased, their name goes with it. That somebody at the organisation looked, what
            at and when, stays here as long as the rest.
          </Trans>
        </p>
      )}
      {lookCount > shown && (
        <p>
          <Trans>
            The newest {shown} of {lookCount} are listed.
          </Trans>
        </p>
      )}
    </>
  );
}
