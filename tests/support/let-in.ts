import type { TestApp } from './test-app.ts';

/** Lets a provider see the results of the firms behind some answers, but for some that have one of them each. */
export async function letSeeAllBut(
  { admin }: Pick<TestApp, 'admin'>,
  provider: string,
  { answers, left }: { readonly answers: readonly string[]; readonly left: number },
): Promise<void> {
  await admin.query(
    `with firms as (
       select s.firm_id, count(*) as answers from submissions s
       where s.submission_id = any ($2::uuid[]) and not exists (select 1 from consents c
         where c.firm_id = s.firm_id and c.purpose = 'result' and c.provider_code = $1)
       group by s.firm_id
     ),
     kept as (select firm_id from firms where answers = 1 order by firm_id limit $3)
     insert into consents (consent_id, firm_id, purpose, provider_code, wording_version, language)
     select gen_random_uuid(), firm_id, 'result', $1, 'result-1', 'sv' from firms
     where firm_id not in (select firm_id from kept)`,
    [provider, answers, left],
  );
}
