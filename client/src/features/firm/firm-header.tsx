import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { FirmSummary } from '#shared/contracts/firms.ts';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { SimulatedFirmTag } from '../../ui/tag/simulated-tag.tsx';

type FirmHeaderProps = {
  firm: Pick<FirmSummary, 'name' | 'isSimulated'>;
  /** Of the page about something of the firm; null on the page of the firm itself. */
  title: string | null;
  lead?: ReactNode;
  hasFaults?: boolean | undefined;
};

/** The heading of the pages of a firm; a simulated one is labelled on each. */
export function FirmHeader({ firm, title, lead, hasFaults }: FirmHeaderProps) {
  const { t } = useLingui();
  const name = firm.name ?? t`Our firm`;
  return (
    <PageHeader
      title={title ?? name}
      documentTitle={title === null ? t`Our firm` : `${title}, ${name}`}
      eyebrow={title === null ? firm.name !== null && <Trans>Our firm</Trans> : name}
      lead={lead}
      hasFaults={hasFaults}
    >
      {firm.isSimulated && (
        <p>
          <SimulatedFirmTag />
        </p>
      )}
    </PageHeader>
  );
}
