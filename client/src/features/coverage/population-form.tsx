import { zodResolver } from '@hookform/resolvers/zod';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import * as z from 'zod/mini';
import { largestFileBytes, type TableFile } from '#shared/contracts/table-file.ts';
import { countAt, type PopulationUnit, populationUnits } from '#shared/domain/coverage/population.ts';
import { populationTemplate } from '#shared/domain/coverage/population-template.ts';
import { counties } from '#shared/domain/firm/firm-profile.ts';
import { formatNumber } from '../../lib/format.ts';
import { saveTextFile } from '../../lib/save-text-file.ts';
import { tableFileOf } from '../../lib/table-file.ts';
import { today } from '../../lib/today.ts';
import { useAction } from '../../lib/use-action.ts';
import { useFirmWords } from '../../lib/use-firm-words.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Details } from '../../ui/details/details.tsx';
import { FileField } from '../../ui/field/file-field.tsx';
import { RadioGroup } from '../../ui/field/radio-group.tsx';
import { SelectField } from '../../ui/field/select-field.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { ExternalLink } from '../../ui/link/external-link.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Table } from '../../ui/table/table.tsx';
import { type FileReport, sendFile, sendPopulation } from './api.ts';
import styles from './coverage.module.css';
import { LeftOutList } from './left-out-list.tsx';
import { FileTooLarge, useCoverageWords } from './use-coverage-names.ts';

type Opened = { readonly name: string; readonly file: TableFile; readonly report: FileReport };

const formSchema = z.object({
  unit: z.enum(populationUnits),
  source: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
  sourceUrl: z.union([z.literal(''), z.url({ protocol: /^https$/ }).check(z.maxLength(500))]),
});

function Faults({ report }: { report: FileReport }) {
  const words = useCoverageWords();
  const { faults, faultCount } = report;
  const shown = faults.length;
  return (
    <Notice tone="danger" role="status" title={<Trans>The table cannot be taken in</Trans>}>
      <p>
        <Trans>
          Mend the file and choose it again. Nothing is taken of a faulty table: a sum that misses a row is worth less
          than none.
        </Trans>
      </p>
      <ul>
        {faults.map((fault) => (
          <li key={`${fault.code} ${fault.row} ${fault.text}`}>{words.fault(fault)}</li>
        ))}
      </ul>
      {shown < faultCount && (
        <p>
          <Trans>The first {shown} are shown.</Trans>
        </p>
      )}
    </Notice>
  );
}

/** What would be taken in, before it is. */
function Preview({ report }: { report: FileReport }) {
  const { t } = useLingui();
  const words = useCoverageWords();
  const language = useLanguage();
  const firmWords = useFirmWords();
  const { cells } = report;
  const { surely: number, secretRows } = countAt(cells, {});
  const shown = formatNumber(number, language);
  return (
    <>
      <Notice
        tone="info"
        role="status"
        title={
          secretRows > 0 ? (
            <Plural value={number} one={`At least ${shown} in the table`} other={`At least ${shown} in the table`} />
          ) : (
            <Plural value={number} one={`${shown} in the table`} other={`${shown} in the table`} />
          )
        }
      >
        <p>
          <Trans>Compare with the source before you take it in.</Trans>
        </p>
      </Notice>
      <Table
        caption={t`What the table holds`}
        rows={[...counties]}
        rowKey={(county) => county}
        columns={[
          { key: 'county', header: t`County`, isRowHeader: true, cell: (county) => firmWords.county(county) },
          {
            key: 'number',
            header: t`Number`,
            isNumeric: true,
            cell: (county) => words.counted(countAt(cells, { county })),
          },
        ]}
      />
      <LeftOutList leftOut={report.leftOut} />
    </>
  );
}

/** Where the tables lie (Företagsdatabasen, FDB). */
const sourceAddress = 'https://www.statistikdatabasen.scb.se/pxweb/sv/ssd/START__NV__NV0101/';

/** Where a table is fetched and what it has to look like; for those without one, a table to fill in. */
function WhatItTakes() {
  const fillIn = () => {
    const lastYear = Number(today().slice(0, 4)) - 1;
    saveTextFile('foretag-att-fylla-i.csv', 'text/csv', populationTemplate(lastYear));
  };
  return (
    <Details summary={<Trans>Where the table is found, and how it has to look</Trans>}>
      <p>
        <ExternalLink href={sourceAddress}>
          <Trans>The business register at Statistics Sweden, in Swedish</Trans>
        </ExternalLink>
      </p>
      <ul>
        <li>
          <Trans>One row has the headings. That of the place begins with region, län or kommun.</Trans>
        </li>
        <li>
          <Trans>
            That of the branch begins with näringsgren, SNI or bransch, and each row with a code of SNI 2007.
          </Trans>
        </li>
        <li>
          <Trans>That of the size begins with storlek, as storleksklass does.</Trans>
        </li>
        <li>
          <Trans>
            The numbers have a column for each year, or one column for the year (år) and one for the number.
          </Trans>
        </li>
      </ul>
      <p>
        <Trans>
          Numbers ordered from Statistics Sweden in another shape can be written into a table that has all the rows.
        </Trans>
      </p>
      <ButtonRow>
        <Button variant="secondary" onClick={fillIn}>
          <Trans>Download a table to fill in (CSV)</Trans>
        </Button>
      </ButtonRow>
    </Details>
  );
}

export type StoredTable = { readonly unit: PopulationUnit; readonly year: number };
type PopulationFormProps = { organisationId: string; onStored: (table: StoredTable) => Promise<void> };

/** Takes a table in, step by step: what it holds, where it comes from, and only then keeps it. */
export function PopulationForm({ organisationId, onStored }: PopulationFormProps) {
  const { t } = useLingui();
  const words = useCoverageWords();
  const reading = useAction(words.problem);
  const storing = useAction(words.problem);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [stored, setStored] = useState(0);
  const form = useForm({
    resolver: zodResolver(formSchema),
    defaultValues: { unit: 'firms' as const, source: '', sourceUrl: '' },
  });
  const { errors } = form.formState;
  const [year, setYear] = useState<number | null>(null);
  const read = (name: string, given: File | TableFile, wanted: number | null) =>
    reading.run(async () => {
      if (given instanceof File && given.size > largestFileBytes) throw new FileTooLarge();
      const file = given instanceof File ? await tableFileOf(given) : given;
      const report = await sendFile(organisationId, { file, year: wanted });
      setOpened({ name, file, report });
      setYear(wanted ?? report.years[0] ?? null);
      if (wanted === null && report.unit !== null) form.setValue('unit', report.unit as 'firms');
    });
  const send = form.handleSubmit(({ unit, source, sourceUrl }) =>
    storing.run(async () => {
      if (opened === null || year === null) return;
      const body = { file: opened.file, year, unit, source, sourceUrl: sourceUrl === '' ? null : sourceUrl };
      await sendPopulation(organisationId, body);
      setOpened(null);
      setStored(stored + 1);
      form.reset();
      await onStored({ unit, year });
    }),
  );
  const isGood = opened !== null && opened.report.faultCount === 0;
  return (
    <div className={styles.part}>
      <FileField
        key={stored}
        name="population-file"
        label={t`Table from Statistics Sweden (SCB)`}
        hint={t`XLSX or CSV from the database, with a column each for region, industry (SNI 2007) and size class and one for each year. All three counties, whole or by all their municipalities, all of manufacturing (10–33) and all sizes, also rows with nobody. At most 2 MB.`}
        accept=".xlsx,.csv"
        isBusy={reading.isBusy}
        isKept
        onFile={(file) => {
          // What another file held must not be stored as this one, should it not be readable.
          setOpened(null);
          read(file.name, file, null);
        }}
      />
      <WhatItTakes />
      <FaultNotice fault={reading.fault} />
      {opened !== null && (
        <>
          {opened.report.years.length > 1 && (
            <SelectField
              name="year"
              label={t`Year`}
              width="half"
              value={String(year)}
              options={opened.report.years.map((each) => ({ value: String(each), label: String(each) }))}
              onChange={({ currentTarget: { value } }) => read(opened.name, opened.file, Number(value))}
            />
          )}
          {isGood ? <Preview report={opened.report} /> : <Faults report={opened.report} />}
        </>
      )}
      {isGood && (
        <form noValidate className={styles.part} onSubmit={(event) => void send(event)}>
          <RadioGroup
            {...form.register('unit')}
            legend={t`What the table counts`}
            hint={t`A firm is a legal entity, a workplace an address. They are never compared with each other.`}
            options={populationUnits.map((unit) => ({ value: unit, label: words.unit(unit) }))}
          />
          <TextField
            {...form.register('source')}
            label={t`Source`}
            hint={t`As it is to stand beside the figures, for example: SCB, Företagsdatabasen, november 2025`}
            error={
              errors.source === undefined ? undefined : t`Write where the table comes from, at most 200 characters.`
            }
          />
          <TextField
            {...form.register('sourceUrl')}
            label={t`Address of the source`}
            isOptional
            type="url"
            error={errors.sourceUrl === undefined ? undefined : t`Write an address that begins with https://`}
          />
          <FaultNotice fault={storing.fault} title={<Trans>The table was not taken in</Trans>} />
          <ButtonRow>
            <Button type="submit" isBusy={storing.isBusy}>
              <Trans>Take in the table</Trans>
            </Button>
          </ButtonRow>
        </form>
      )}
    </div>
  );
}
