import type { Mutant } from './mutant.ts';

const agreeing = ['tests/api/lists-agree.test.ts'];
const replies = ['tests/api/replies.test.ts'];

/** Of what replies say, to whom, and whether they agree with each other. */
export const replyMutants: readonly Mutant[] = [
  {
    fault: 'T13',
    name: 'whatever a row has goes out with a response',
    file: 'shared/contracts/responses.ts',
    find: 'export const responseSchema = z.object({',
    replacement: 'export const responseSchema = z.looseObject({',
    tests: replies,
  },
  {
    fault: 'T13',
    name: 'replies go out as they come, not as they are described',
    file: 'server/app.ts',
    find: '  app.setSerializerCompiler(serializerCompiler);\n',
    replacement: '  app.setSerializerCompiler(() => (data) => JSON.stringify(data));\n',
    tests: replies,
  },
  {
    fault: 'T13',
    name: 'the hint at an address is the address',
    file: 'migrations/0011-create-outbox.sql',
    find: "(left(recipient, 1) || '***@' || split_part(recipient, '@', 2)) stored",
    replacement: '(recipient) stored',
    tests: ['tests/api/coordination-outbox.test.ts'],
  },
  {
    fault: 'T13',
    name: 'a fault of ours is told with its message',
    file: 'server/platform/http/problem-details.ts',
    find: 'return sendProblem(reply, { ...members, ...problem });',
    replacement: 'return sendProblem(reply, { ...members, ...problem, title: error.message });',
    tests: ['tests/api/platform.test.ts'],
  },
  {
    fault: 'T26',
    name: 'the address of a response is enough to open it, whatever key is shown',
    file: 'migrations/0013-claim-firms.sql',
    find: "      and (r.person_id = person or (m.role = 'owner' and r.status = 'submitted'));\n  end if;\n",
    replacement:
      "      and (r.person_id = person or (m.role = 'owner' and r.status = 'submitted'));\n  end if;\n  if found_response is null then\n    select r.* into found_response from responses r\n    where r.response_id = nullif(current_setting('mattstock.response_id', true), '')::uuid;\n  end if;\n",
    tests: ['tests/api/forged-keys.test.ts'],
  },
  {
    fault: 'T27',
    name: 'somebody with two roles is counted twice',
    file: 'server/features/coordination/organisation-repository.ts',
    find: 'select count(distinct m.person_id)::integer from memberships m',
    replacement: 'select count(*)::integer from memberships m',
    tests: agreeing,
  },
  {
    fault: 'T27',
    name: 'looks of somebody who is gone are counted and not listed',
    file: 'server/features/firms/consent-repository.ts',
    find: 'left join people p on p.person_id = e.person_id\n        where e.firm_id',
    replacement: 'join people p on p.person_id = e.person_id\n        where e.firm_id',
    tests: agreeing,
  },
  {
    fault: 'T27',
    name: 'a firm that asks for contact opens and is not in the list',
    file: 'server/features/advising/repository.ts',
    find: "      from consents c\n      join firms f on f.firm_id = c.firm_id\n      join organisations o on o.kind = 'provider' and o.code = c.provider_code\n      group by",
    replacement:
      "      from consents c\n      join firms f on f.firm_id = c.firm_id\n      join organisations o on o.kind = 'provider' and o.code = c.provider_code\n      where c.purpose <> 'contact'\n      group by",
    tests: agreeing,
  },
  {
    fault: 'T27',
    name: "the copy of an owner's data holds what colleagues have answered",
    file: 'server/features/account/data-repository.ts',
    find: 'where r.firm_id = f.firm_id and r.person_id = ${personId}',
    replacement: 'where r.firm_id = f.firm_id and ${personId}::text is not null',
    tests: agreeing,
  },
  {
    fault: 'T27',
    name: 'the file of a draft leaves out what has been said of its meaning',
    file: 'server/features/editing/exchange-yaml.ts',
    find: 'return stringify({ ...content, judged }',
    replacement: 'return stringify({ ...content, meanings: {}, judged }',
    tests: agreeing,
  },
];
