import { Trans } from '@lingui/react/macro';
import { useLocalised } from '../../lib/use-language.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Section } from '../../ui/page/section.tsx';
import { regionPackAddress } from './api.ts';
import { PackLinks } from './pack-links.tsx';
import styles from './releases.module.css';
import { useReleaseFiles } from './use-release-files.ts';

type RegionPacksProps = { organisationId: string; number: number };

/** The region's own copies of the papers for a meeting. */
export function RegionPacks({ organisationId, number }: RegionPacksProps) {
  const localise = useLocalised();
  const problemWords = useProblemWords();
  const { files, failure } = useReleaseFiles(number);
  return (
    <div className={styles.downloads}>
      <Section
        title={<Trans>Papers for the regions' own meetings</Trans>}
        lead={
          <Trans>
            Each has what the papers for everybody have, and besides it a chapter on which steps of the strategy have
            started, since when and with what, and on the sums of the portfolio by source of money and S3 area, as they
            stand today. The first page says whose copy it is and of which day. Only analysts of the regions can fetch
            them.
          </Trans>
        }
      >
        {failure !== null && (
          <FaultNotice fault={problemWords(failure)} title={<Trans>The papers could not be listed</Trans>} />
        )}
        <ul>
          {(files?.meetingPacks ?? []).map(({ audience, name }) => (
            <li key={audience}>
              <PackLinks
                name={localise(name)}
                addressIn={(language) => regionPackAddress({ organisationId, number }, audience, language)}
              >
                <Trans>{localise(name)}, with follow-up (PDF)</Trans>
              </PackLinks>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
