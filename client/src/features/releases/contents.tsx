import { useLingui } from '@lingui/react/macro';
import { PartLinks } from '../../ui/navigation/part-links.tsx';

type ContentsProps = {
  /** Not where one area alone is looked at. */
  hasFigures: boolean;
  hasCoverage: boolean;
};

/** The parts of the page of a release. */
export function Contents({ hasFigures, hasCoverage }: ContentsProps) {
  const { t } = useLingui();
  return (
    <PartLinks
      parts={[
        ...(hasFigures ? [{ id: 'figures', name: t`Figures by area` }] : []),
        { id: 'area', name: t`One area up close` },
        { id: 'time', name: t`Over time` },
        ...(hasCoverage ? [{ id: 'coverage', name: t`Coverage` }] : []),
        { id: 'files', name: t`Take it with you` },
      ]}
    />
  );
}
