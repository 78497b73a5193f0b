import { useLingui } from '@lingui/react/macro';
import { ContentsLinks } from '../../ui/navigation/page-contents.tsx';
import { useImportanceBoxes } from './importance-boxes.tsx';
import { useNextSteps } from './next-steps.tsx';
import { useResult } from './result-context.tsx';
import { useMaySetTargets } from './targets.tsx';

/** The main parts of the firm's own result, in the order of the page. */
export function ResultContents() {
  const { t } = useLingui();
  const { result } = useResult();
  const { steps, isAllReached } = useNextSteps();
  const boxes = useImportanceBoxes();
  const maySetTargets = useMaySetTargets();
  const parts = [
    { id: 'strengths', name: t`What you are good at` },
    ...(steps.length > 0 ? [{ id: 'steps', name: t`Three next steps` }] : []),
    ...(isAllReached ? [{ id: 'steps', name: t`Next steps` }] : []),
    { id: 'together', name: t`Technology and ways of working together` },
    { id: 'support', name: t`Support that fits` },
    ...(boxes === null ? [] : [{ id: 'importance', name: t`What matters to you, against your level` }]),
    { id: 'areas', name: t`Every area` },
    ...(maySetTargets ? [{ id: 'targets', name: t`Your own targets` }] : []),
    ...(result.agreement === null ? [] : [{ id: 'agreement', name: t`Where you see it differently` }]),
    ...(result.continuations.length > 0 ? [{ id: 'deeper', name: t`Go deeper where it matters to you` }] : []),
    { id: 'numbers', name: t`The numbers in one place` },
    { id: 'comparison', name: t`Compared with others` },
    { id: 'receipt', name: t`Receipt` },
  ];
  return <ContentsLinks label={t`On this page`} parts={parts} />;
}
