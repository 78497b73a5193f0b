import type { Mutant } from './mutant.ts';

const hostile = ['tests/api/hostile-input.test.ts'];
const inert = ['tests/browser/inert-markup.test.ts'];

/** Of what people write and send in: that none of it is ever a command, markup, a program or an errand. */
export const contentMutants: readonly Mutant[] = [
  {
    fault: 'T1',
    name: 'the name of a firm that starts is written into the statement',
    file: 'server/features/assessments/response-repository.ts',
    find: '${firm.expiresAt}, ${firm.organisationNumber}, ${firm.name}, ${firm.isSimulated})`',
    replacement:
      "${firm.expiresAt}, ${firm.organisationNumber}, ${firm.name === null ? null : SQL.unsafe(`'${firm.name}'`)}, ${firm.isSimulated})`",
    tests: hostile,
  },
  {
    fault: 'T1',
    name: 'the comment to an answer is written into the statement',
    file: 'server/features/assessments/answer-repository.ts',
    find: '${save.answer.comment}, ${save.baseRevision} + 1',
    replacement: "${SQL.unsafe(`'${save.answer.comment}'`)}, ${save.baseRevision} + 1",
    tests: hostile,
  },
  {
    fault: 'T1',
    name: 'an address that asks for a code is written into the statement',
    file: 'server/features/sign-in/repository.ts',
    find: 'where (email = ${request.email} or network',
    replacement: "where (email = ${SQL.unsafe(`'${request.email}'`)} or network",
    tests: hostile,
  },
  {
    fault: 'T3',
    name: 'a heading takes what it is given for markup',
    file: 'client/src/ui/page/page-heading.tsx',
    find: '    <h1 ref={heading} tabIndex={-1}>\n      {children}\n    </h1>',
    replacement: '    <h1 ref={heading} tabIndex={-1} dangerouslySetInnerHTML={{ __html: String(children) }} />',
    tests: inert,
    needsPages: true,
  },
  {
    fault: 'T3',
    name: 'scripts in the page itself may run',
    file: 'server/platform/http/security-headers.ts',
    find: 'scriptSrc: ["\'self\'"],',
    replacement: 'scriptSrc: ["\'self\'", "\'unsafe-inline\'"],',
    tests: ['tests/api/headers.test.ts'],
    needsPages: true,
  },
  {
    fault: 'T3',
    name: 'what a firm is called is a link in a mail',
    file: 'server/platform/mail/compose-mail.ts',
    find: 'const text = inertText(fact, longest[name]);',
    replacement: 'const text = fact.trim();',
    tests: ['tests/api/mail.test.ts'],
  },
  {
    fault: 'T4',
    name: 'the keys of a sheet that are not known are shown as markup',
    file: 'client/src/features/editing/files-panel.tsx',
    find: "        <p>\n          <Trans>Not in the draft:</Trans> {unknown.join(', ')}\n        </p>",
    replacement: "        <p dangerouslySetInnerHTML={{ __html: unknown.join(', ') }} />",
    tests: inert,
    needsPages: true,
  },
  {
    fault: 'T7',
    name: 'a file that was sent in is handed out to be shown, not saved',
    file: 'server/features/editing/routes.ts',
    find: '`attachment; filename="${name}"`',
    replacement: '`inline; filename="${name}"`',
    tests: ['tests/api/editing-translations.test.ts'],
  },
  {
    fault: 'T7',
    name: 'a workbook that is sent in is kept as a file',
    file: 'server/features/editing/exchange-translations.ts',
    find: '  const rows = await readRows(input.workbookBase64);\n',
    replacement:
      "  const { writeFile } = await import('node:fs/promises');\n  await writeFile('uploaded.xlsx', input.workbookBase64, 'base64');\n  const rows = await readRows(input.workbookBase64);\n",
    tests: ['tests/architecture/outgoing.test.ts'],
    needsPages: true,
  },
  {
    fault: 'T23',
    name: 'text that begins like a formula becomes one',
    file: 'server/features/editing/exchange-translations.ts',
    find: 'return { value: asWritten(value), type: String, wrap: true, ...style };',
    replacement:
      "return { value: asWritten(value), type: (value.startsWith('=') ? 'Formula' : String) as StringConstructor, wrap: true, ...style };",
    tests: ['tests/api/editing-translations.test.ts'],
  },
  {
    fault: 'T24',
    name: 'a firm is looked up at another site by the number it gives',
    file: 'server/features/assessments/firm-identity.ts',
    find: '  const checked = checkOrganisationNumber(input.organisationNumber);\n',
    replacement:
      '  void globalThis.fetch(`https://register.example/${input.organisationNumber}`);\n  const checked = checkOrganisationNumber(input.organisationNumber);\n',
    tests: ['tests/architecture/outgoing.test.ts'],
    needsPages: true,
  },
];
