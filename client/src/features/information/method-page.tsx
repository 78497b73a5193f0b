import { Trans, useLingui } from '@lingui/react/macro';
import type { Site } from '#shared/contracts/site.ts';
import { scoresInStatistics } from '#shared/domain/review/stand-beside.ts';
import { formatLevel, formatShare } from '../../lib/format.ts';
import { useFocusOnHash } from '../../lib/use-focus-on-hash.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { Link } from '../../ui/link/link.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Table } from '../../ui/table/table.tsx';

function Scale() {
  const { t } = useLingui();
  const rows = [
    { level: 0, name: t`Absent`, meaning: t`Not done, or never talked about.` },
    { level: 1, name: t`When needed`, meaning: t`Happens when somebody thinks of it or a customer demands it.` },
    { level: 2, name: t`Begun`, meaning: t`There is a way, in part of the firm. It is not followed up.` },
    { level: 3, name: t`Systematic`, meaning: t`Agreed, with an owner, in the whole firm, measured and adjusted.` },
    { level: 4, name: t`Leading`, meaning: t`Improved all the time, together with customers and suppliers.` },
  ];
  return (
    <Section
      title={<Trans>Five levels</Trans>}
      lead={
        <Trans>
          Every question has five answers in words. Read from the top and stop at the last line you have reached.
        </Trans>
      }
    >
      <Table
        caption={t`The levels`}
        columns={[
          { key: 'level', header: t`Level`, isNumeric: true, cell: (row) => row.level },
          { key: 'name', header: t`Word`, isRowHeader: true, cell: (row) => row.name },
          { key: 'meaning', header: t`Meaning`, cell: (row) => row.meaning },
        ]}
        rows={rows}
        rowKey={({ name }) => name}
      />
    </Section>
  );
}

/** The limits that firms are scored by today; left out while the server is away. */
function Limits({ scoring: { minimumShareAnswered, bands } }: { scoring: Site['scoring'] }) {
  const { t } = useLingui();
  const language = useLanguage();
  const localise = useLocalised();
  const share = formatShare(minimumShareAnswered, language);
  return (
    <>
      <p>
        <Trans>Fewer than {share} of the questions answered gives a range but no level.</Trans>
      </p>
      <Table
        caption={t`The bands`}
        columns={[
          { key: 'name', header: t`Word`, isRowHeader: true, cell: ({ name }) => localise(name) },
          { key: 'from', header: t`From level`, isNumeric: true, cell: ({ from }) => formatLevel(from, language) },
        ]}
        rows={bands}
        rowKey={({ code }) => code}
      />
    </>
  );
}

function Scoring({ scoring }: { scoring: Site['scoring'] | undefined }) {
  return (
    <Section title={<Trans>From answers to a level</Trans>}>
      <ul>
        <li>
          <Trans>
            An area's level is the mean of the points of its answered questions, 0–4. Times 25 it is shown as 0–100.
          </Trans>
        </li>
        <li>
          <Trans>
            "Don't know" and no answer are left out of the mean but widen the range: from the worst case to the best.
          </Trans>
        </li>
        <li>
          <Trans>"Not relevant to us" takes the question away, without loss or gain.</Trans>
        </li>
        <li>
          <Trans>
            The process level is decided by the weakest practice: every requirement of a level must hold before it is
            reached.
          </Trans>
        </li>
        <li>
          <Trans>
            There is no overall grade. A firm that is strong on average may still need help with security tomorrow.
          </Trans>
        </li>
      </ul>
      {scoring !== undefined && <Limits scoring={scoring} />}
    </Section>
  );
}

function Routing() {
  return (
    <Section title={<Trans>From needs to support</Trans>}>
      <ul>
        <li>
          <Trans>
            A need is the distance to the target level times how important you say the area is. What you wish for goes
            first.
          </Trans>
        </li>
        <li>
          <Trans>
            Fifteen rules look at several areas at once, such as "order in the processes before automation".
          </Trans>
        </li>
        <li>
          <Trans>
            The speciality of the provider decides before the county. A provider in another county is marked as such.
          </Trans>
        </li>
        <li>
          <Trans>
            At most three suggestions. A need that no package meets is said openly and recorded for the regions.
          </Trans>
        </li>
      </ul>
    </Section>
  );
}

/** Which score figures are made of, as the releases themselves take it. */
function ScoresInFigures() {
  return scoresInStatistics === 'selfRated' ? (
    <Trans>The regions' statistics are made of the firms' own levels, never of the reviewed ones.</Trans>
  ) : (
    <Trans>The regions' statistics are made of the reviewed levels.</Trans>
  );
}

function Reviewing() {
  return (
    <Section title={<Trans>When an adviser reviews</Trans>}>
      <ul>
        <li>
          <Trans>
            An adviser whom you let see the result may say another level, with a reason. You read it and can reply.
          </Trans>
        </li>
        <li>
          <Trans>
            The reviewed level is calculated by the same rules, with the adviser's levels in place of your answers. It
            stands beside your own level, never in its place.
          </Trans>
        </li>
        <li>
          <ScoresInFigures />
        </li>
      </ul>
    </Section>
  );
}

function Publishing({ releasesHref }: { releasesHref: string }) {
  return (
    <Section id="publishing" title={<Trans>How firms are protected in published figures</Trans>}>
      <ul>
        <li>
          <Trans>
            Only firms that have agreed to it are counted, each once with its newest answer in the period. Numbers of
            firms are rounded.
          </Trans>
        </li>
        <li>
          <Trans>
            A group with few firms is not shown, nor one that a single provider sees almost whole, nor one in which
            almost all are at one end of the scale.
          </Trans>
        </li>
        <li>
          <Trans>
            What is hidden must not come out by subtraction either, so other groups are hidden too: as few as will do.
            Hidden and empty look alike.
          </Trans>
        </li>
        <li>
          <Trans>
            Before anything is published we attack it by linear programming: how closely can each hidden number be
            worked out from everything that is shown? If one can, it is not published.
          </Trans>
        </li>
        <li>
          <Trans>
            What is published never changes. A new release that differs from an earlier one by few firms is not
            published.
          </Trans>
        </li>
        <li>
          <Trans>The limits are our proposal. Every release says by which version of them it was made.</Trans>
        </li>
      </ul>
      <p>
        <Link to={releasesHref}>
          <Trans>The published figures</Trans>
        </Link>
      </p>
    </Section>
  );
}

function Supporting() {
  return (
    <Section id="support" title={<Trans>Firms with and without support</Trans>}>
      <ul>
        <li>
          <Trans>
            A firm that took part in a package between two answers is laid beside one that did not, of the same branch,
            size and county, with answers of the same years and nearly the same level to begin with. Each is laid beside
            one at most, in as many pairs as can be, as near each other as can be.
          </Trans>
        </li>
        <li>
          <Trans>
            What is shown is how much more the first have risen, in the mean, with a 95 per cent interval over the
            pairs. Packages of few pairs are not shown, nor what would give them away.
          </Trans>
        </li>
        <li>
          <Trans>
            Firms choose support for themselves, so that a difference is no proof that it came of the package.
          </Trans>
        </li>
      </ul>
    </Section>
  );
}

export type MethodPageProps = {
  packagesHref: string;
  releasesHref: string;
  scoring: Site['scoring'] | undefined;
};

/** How scores and suggestions come about, in words; the exact rules are in the documentation. */
export function MethodPage({ packagesHref, releasesHref, scoring }: MethodPageProps) {
  useFocusOnHash();
  const { t } = useLingui();
  return (
    <Page>
      <PageHeader
        title={t`How we measure`}
        lead={t`Nothing here is secret. Every number in your result can be followed back to your answers.`}
      />
      <Scale />
      <Scoring scoring={scoring} />
      <Routing />
      <Reviewing />
      <Publishing releasesHref={releasesHref} />
      <Supporting />
      <Section title={<Trans>What it rests on, and what it does not</Trans>}>
        <p>
          <Trans>
            The nine digital areas are the perspectives of the strategy for industrial transformation in Norra
            Mellansverige. The six process areas interpret what the strategy calls process maturity. The four last ones
            follow its themes.
          </Trans>
        </p>
        <p>
          <Trans>
            The questions, points, limits and rules are proposals of this project. They have not been validated against
            how firms fare, and the answers are your own view. Treat the level as a start of a conversation.
          </Trans>
        </p>
        <p>
          <Link to={packagesHref}>
            <Trans>The support packages</Trans>
          </Link>
        </p>
      </Section>
    </Page>
  );
}
