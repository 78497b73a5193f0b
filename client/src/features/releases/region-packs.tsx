import { Trans } from '@lingui/react/macro';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Section } from '../../ui/page/section.tsx';
import { regionPackAddress } from './api.ts';
import styles from './releases.module.css';
import { useReleaseFiles } from './use-release-files.ts';

type RegionPacksProps = { organisationId: string; number: number };

/** The region's own copies of the papers for a meeting. */
export function RegionPacks({ organisationId, number }: RegionPacksProps) {
  const localise = useLocalised();
  const language = useLanguage();
  const problemWords = useProblemWords();
  const { files, failure } = useReleaseFiles(number);
  return (
    <div className={styles.downloads}>
      <Section
        title={<Trans>Papers for the regions' own meetings</Trans>}
        lead={
          <Trans>
            As the papers for everybody, and which steps of the strategy have started, with what, and the sums of the
            portfolio, as they stand today. Only analysts of the regions can fetch them.
          </Trans>
        }
      >
        {failure !== null && (
          <FaultNotice fault={problemWords(failure)} title={<Trans>The papers could not be listed</Trans>} />
        )}
        <ul>
          {(files?.meetingPacks ?? []).map(({ audience, name, about }) => (
            <li key={audience}>
              <a href={regionPackAddress({ organisationId, number }, audience, language)} download>
                <Trans>{localise(name)}, with follow-up (PDF)</Trans>
              </a>
              . {localise(about)}
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
