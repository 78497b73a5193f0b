import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sha256Hex } from '#server/platform/identifier.ts';
import { takenFiles } from '#shared/domain/access/taken-files.ts';
import { startBody } from '../support/answering.ts';
import { letInBy } from '../support/contacts.ts';
import { providerCodes } from '../support/coordination.ts';
import { letIn, startFirmsApp, withdraw } from '../support/firms.ts';
import { untilWaiting } from '../support/meanwhile.ts';
import type { Owner, Signed, Staff } from '../support/people.ts';
import { newSession, organisationId, signedInAs, signedInMember, signedInOwner } from '../support/people.ts';
import { askForContact } from '../support/referrals.ts';
import type { TestApp } from '../support/test-app.ts';

/* What the database itself lets through, whatever the application on top of it asks for. */

let site: TestApp;
let application: pg.Client;
let provider: string;
let otherProvider: string;
let owner: Owner;
let advisor: Staff;
let stranger: Staff;

beforeAll(async () => {
  site = await startFirmsApp();
  [provider, otherProvider] = await providerCodes(site);
  application = new pg.Client({ connectionString: site.database.applicationUrl });
  await application.connect();
});
beforeEach(async () => {
  owner = await signedInOwner(site);
  advisor = await signedInAs(site, 'advisor', { organisation: provider });
  stranger = await signedInAs(site, 'advisor', { organisation: otherProvider });
});
afterAll(async () => {
  await application.end();
  await site.close();
});

type Session = Pick<Signed, 'sessionSecret'>;
type Run = (sql: string, values?: readonly unknown[]) => Promise<string>;

const policyRefusal = 'ExecWithCheckOptions';

/** What became of a statement: its rows, or by what it was refused. */
async function outcomeOf(sql: string, values: readonly unknown[] = []): Promise<string> {
  return application.query(sql, [...values]).then(
    ({ rowCount }) => `${rowCount} rows`,
    ({ code, constraint, routine }: { code?: string; constraint?: string; routine?: string }) =>
      constraint ?? (routine === policyRefusal ? 'refused by policy' : code === '42501' ? 'no right' : `fault ${code}`),
  );
}

/** One transaction as the application makes them, presenting the session. Whatever it did is rolled back by default. */
async function within<T>(
  surface: 'app' | 'member' | 'advisor',
  { sessionSecret }: Session,
  work: (run: Run) => Promise<T>,
  { ending = 'rollback', responseId = '' }: { ending?: 'rollback' | 'commit'; responseId?: string } = {},
): Promise<T> {
  await application.query('begin');
  await application.query(
    `select set_config('role', 'mattstock_' || $1, true), set_config('search_path', 'mattstock', true),
       set_config('mattstock.access_key', '', true), set_config('mattstock.session_key', $2, true),
       set_config('mattstock.response_id', $3, true)`,
    [surface, sha256Hex(sessionSecret), responseId],
  );
  try {
    return await work(outcomeOf);
  } finally {
    await application.query(ending);
  }
}

const lookSql = 'select 1 where look_at_firm($1, $2, $3, $4)';
const lookAt = (run: Run, organisation: string, purpose = 'result') =>
  run(lookSql, [owner.firmId, organisation, purpose, randomUUID()]);

const shared = ['assessments', 'responses', 'submissions', 'scores', 'suggestions'] as const;

/** How many rows of each table with a firm's results the transaction sees. */
async function countShared(run: Run): Promise<Record<string, string>> {
  const counts: Record<string, string> = {};
  for (const table of shared) {
    counts[table] = await run(`select 1 from ${table} where firm_id = $1`, [owner.firmId]);
  }
  return counts;
}

const nothing = Object.fromEntries(shared.map((table) => [table, '0 rows']));

describe('what the firm chose of its suggestions', () => {
  test('is written by whoever may speak for the firm, and by no colleague', async () => {
    const colleague = await signedInMember(site, owner.firmId, 'respondent');
    const begin = async ({ visitor }: Signed) => {
      const begun = await visitor.post(`/api/firms/${owner.firmId}/responses`, startBody());
      return begun.json<{ responseId: string }>().responseId;
    };
    const attempts = async (person: Signed) => {
      const responseId = await begin(person);
      return within(
        'app',
        person,
        async (run) => [
          await run('select 1 from responses where response_id = $1', [responseId]),
          await run(
            `insert into support_choices (firm_id, response_id, chosen, changed_at)
             values ($1, $2, '{"order":[],"declined":[],"asks":[]}', now())`,
            [owner.firmId, responseId],
          ),
        ],
        { responseId },
      );
    };

    expect(await attempts(owner)).toEqual(['1 rows', '1 rows']);
    expect(await attempts(colleague)).toEqual(['1 rows', 'refused by policy']);
  });
});

describe('an advisor', () => {
  test('reads nothing before having looked, even of a firm that lets the provider in', async () => {
    await letIn(owner, provider);
    await within('advisor', advisor, async (run) => {
      expect(await countShared(run)).toEqual(nothing);
      expect(await run('select 1 from referrals')).toBe('0 rows');
      expect(await run('select name from firms where firm_id = $1', [owner.firmId])).toBe('1 rows');
    });
  });

  test('reads what the firm chose, said of then and added only by a wording that names it', async () => {
    const begun = await owner.visitor.post(`/api/firms/${owner.firmId}/responses`, startBody());
    const { responseId: sinceId } = begun.json<{ responseId: string }>();
    await site.admin.query(
      `insert into support_choices (firm_id, response_id, chosen, changed_at)
       values ($1, $2, '{"order":[],"declined":[],"asks":[]}', now())`,
      [owner.firmId, owner.responseId],
    );
    await site.admin.query(
      `insert into crosswalk_answers (firm_id, response_id, row_code, step, revision) values ($1, $2, 'dii-speed', 1, 1)`,
      [owner.firmId, owner.responseId],
    );
    await site.admin.query(
      `insert into then_levels (firm_id, response_id, since_response_id, dimension_code, level, said_at)
       values ($1, $2, $3, 'D1', 1, now())`,
      [owner.firmId, owner.responseId, sinceId],
    );
    const tables = ['support_choices', 'crosswalk_answers', 'then_levels'];
    const readBy = async (wording: string) => {
      const consentId = await letInBy(owner, provider, wording);
      const counts = await within('advisor', advisor, async (run) => {
        expect(await lookAt(run, advisor.organisationId)).toBe('1 rows');
        expect(await run('select 1 from submissions where firm_id = $1', [owner.firmId])).not.toBe('0 rows');
        const found: string[] = [];
        for (const table of tables) found.push(await run(`select 1 from ${table} where firm_id = $1`, [owner.firmId]));
        return found;
      });
      await withdraw(owner, consentId);
      return counts;
    };
    const none = tables.map(() => '0 rows');

    expect(await readBy('result-1')).toEqual(none);
    expect(await readBy('result-2')).toEqual(none);
    // What another provider may read opens nothing here.
    await letInBy(owner, otherProvider, 'result-3');
    expect(await readBy('result-2')).toEqual(none);
    expect(await readBy('result-3')).toEqual(tables.map(() => '1 rows'));
  });

  test('has no way to what the firm aims at, by whatever wording and after having looked', async () => {
    await letInBy(owner, provider, 'result-3');
    await within('advisor', advisor, async (run) => {
      expect(await lookAt(run, advisor.organisationId)).toBe('1 rows');
      expect(await run('select 1 from firm_targets where firm_id = $1', [owner.firmId])).toBe('no right');
    });
  });

  test('reads that firm and no other after having looked, in that transaction only', async () => {
    await letIn(owner, provider);
    const other = await signedInOwner(site);
    await letIn(other, provider);
    await within(
      'advisor',
      advisor,
      async (run) => {
        expect(await lookAt(run, advisor.organisationId)).toBe('1 rows');
        const counts = await countShared(run);
        for (const table of ['assessments', 'responses', 'submissions']) expect(counts[table]).toBe('1 rows');
        expect(counts['scores']).not.toBe('0 rows');
        for (const table of shared) {
          expect(await run(`select 1 from ${table} where firm_id = $1`, [other.firmId]), table).toBe('0 rows');
        }
      },
      { ending: 'commit' },
    );
    await within('advisor', advisor, async (run) => expect(await countShared(run)).toEqual(nothing));
  });

  test('reads nothing by an old look of a transaction that had the same number before the database was restored', async () => {
    await letIn(owner, provider);
    await within('advisor', advisor, async (run) => {
      const { rows } = await application.query<{ id: string }>('select pg_current_xact_id()::text as id');
      await site.admin.query(
        `insert into access_events (access_event_id, firm_id, organisation_id, person_id, what, occurred_at, transaction_id)
         values ($1, $2, $3, $4, 'result', now() - interval '1 day', $5::text::xid8)`,
        [randomUUID(), owner.firmId, advisor.organisationId, advisor.personId, rows[0]?.id],
      );

      expect(new Set(Object.values(await countShared(run)))).toEqual(new Set(['0 rows']));
    });
  });

  test('who looks while the consent is withdrawn ends the look first, and reads nothing more after it', async () => {
    const consentId = await letIn(owner, provider);
    let isWithdrawn = false;
    let withdrawing = Promise.resolve();
    await within('advisor', advisor, async (run) => {
      expect(await lookAt(run, advisor.organisationId)).toBe('1 rows');
      withdrawing = withdraw(owner, consentId).then(() => {
        isWithdrawn = true;
      });
      await untilWaiting(site.admin, 1);
      expect((await countShared(run))['responses']).toBe('1 rows');
      expect(isWithdrawn).toBe(false);
    });
    await withdrawing;

    await within('advisor', advisor, async (run) => {
      expect(await lookAt(run, advisor.organisationId)).toBe('0 rows');
      expect(await countShared(run)).toEqual(nothing);
      expect(await run('select 1 from firms where firm_id = $1', [owner.firmId])).toBe('0 rows');
    });
  });

  test('is not let in to results by consent to contact, nor to contact by consent to results', async () => {
    await site.admin.query(
      `insert into consents (consent_id, firm_id, purpose, provider_code, wording_version, language)
       values ($1, $2, 'contact', $3, 'contact-1', 'sv')`,
      [randomUUID(), owner.firmId, provider],
    );
    await within('advisor', advisor, async (run) => {
      expect(await lookAt(run, advisor.organisationId, 'result')).toBe('0 rows');
      expect(await lookAt(run, advisor.organisationId, 'contact')).toBe('1 rows');
      expect(await countShared(run)).toEqual(nothing);
    });
    await letIn(owner, otherProvider);
    await within('advisor', stranger, async (run) => {
      expect(await lookAt(run, stranger.organisationId, 'contact')).toBe('0 rows');
      expect(await lookAt(run, stranger.organisationId, 'result')).toBe('1 rows');
      expect(await run('select 1 from referrals')).toBe('0 rows');
    });
  });

  test('of another provider is not let in, in whose name soever', async () => {
    await letIn(owner, provider);
    await within('advisor', stranger, async (run) => {
      for (const organisation of [stranger.organisationId, advisor.organisationId, randomUUID()]) {
        expect(await lookAt(run, organisation)).toBe('0 rows');
      }
      expect(await countShared(run)).toEqual(nothing);
      expect(await run('select 1 from firms where firm_id = $1', [owner.firmId])).toBe('0 rows');
      expect(await run('select 1 from consents where firm_id = $1', [owner.firmId])).toBe('0 rows');
    });
  });

  test('without a second factor, with an ended session or membership, or of a closed provider, reads nothing', async () => {
    await letIn(owner, provider);
    const expectNothing = (session: Session) =>
      within('advisor', session, async (run) => {
        expect(await lookAt(run, advisor.organisationId)).toBe('0 rows');
        expect(await countShared(run)).toEqual(nothing);
        expect(await run('select 1 from firms')).toBe('0 rows');
        expect(await run('select 1 from consents')).toBe('0 rows');
      });

    await expectNothing(await newSession(site, advisor.personId, { hasSecondFactor: false }));
    const ended = await newSession(site, advisor.personId, { hasSecondFactor: true, roles: ['advisor'] });
    await site.admin.query('update sessions set revoked_at = now() where session_id = $1', [ended.sessionId]);
    await expectNothing(ended);
    const idle = await newSession(site, advisor.personId, { hasSecondFactor: true, roles: ['advisor'] });
    await site.admin.query(`update sessions set last_seen_at = now() - interval '31 minutes' where session_id = $1`, [
      idle.sessionId,
    ]);
    await expectNothing(idle);
    const former = await signedInAs(site, 'advisor', { organisation: provider });
    await site.admin.query('update memberships set ended_at = now() where membership_id = $1', [former.membershipId]);
    await expectNothing(former);
    await site.admin.query('update organisations set closed_at = now() where code = $1', [provider]);
    await expectNothing(advisor);
    await site.admin.query('update organisations set closed_at = null');
  });

  test('sees that a firm has asked as long as its consent stands, and whom to ask for only after having looked', async () => {
    const { referralId, providerCode } = await askForContact(site, owner);
    const asked = await signedInAs(site, 'advisor', { organisation: providerCode });
    const isListed = 'select status, answer_due_at from referrals where referral_id = $1';
    const contact = 'select email from referral_contacts() where referral_id = $1';
    const accept = `update referrals set status = 'accepted' where referral_id = $1`;
    const event = `insert into referral_events (firm_id, referral_id, status, move, person_id, organisation_id)
      values ($1, $2, 'accepted', 'accept', $3, $4)`;
    const eventValues = [owner.firmId, referralId, asked.personId, asked.organisationId];
    await within('advisor', asked, async (run) => {
      expect(await run(isListed, [referralId])).toBe('1 rows');
      expect(await run(contact, [referralId])).toBe('0 rows');
      expect(await run(accept, [referralId])).toBe('0 rows');
      expect(await lookAt(run, asked.organisationId, 'contact')).toBe('1 rows');
      expect(await run(contact, [referralId])).toBe('1 rows');
      expect(await run(accept, [referralId])).toBe('1 rows');
      expect(await run(event, eventValues)).toBe('1 rows');
    });
    await within('advisor', asked, async (run) => expect(await run(event, eventValues)).toBe('refused by policy'));
    await within('advisor', stranger, async (run) => {
      expect(await run(isListed, [referralId])).toBe(providerCode === otherProvider ? '1 rows' : '0 rows');
    });
    await owner.visitor.post(`/api/responses/${owner.responseId}/referrals/${referralId}/withdrawal`);
    await within('advisor', asked, async (run) => expect(await run(isListed, [referralId])).toBe('0 rows'));
  });

  test('sorts by the facts of firms that share their results, and of no other', async () => {
    const summary = 'select county from firm_summaries where firm_id = $1';
    await within('advisor', advisor, async (run) => expect(await run(summary, [owner.firmId])).toBe('0 rows'));
    const cohort = await letIn(owner, provider, 'cohort');
    await within('advisor', advisor, async (run) => expect(await run(summary, [owner.firmId])).toBe('0 rows'));
    const result = await letIn(owner, provider);
    await within('advisor', advisor, async (run) => expect(await run(summary, [owner.firmId])).toBe('1 rows'));
    await within('advisor', stranger, async (run) => expect(await run(summary, [owner.firmId])).toBe('0 rows'));
    for (const consent of [cohort, result]) await withdraw(owner, consent);
    await within('advisor', advisor, async (run) => expect(await run(summary, [owner.firmId])).toBe('0 rows'));
  });

  test('opens nothing by having a firm in a list', async () => {
    await letIn(owner, provider);
    await within('advisor', advisor, async (run) => {
      await run('select note_listing(array[$1]::uuid[], $2)', [owner.firmId, advisor.organisationId]);
      expect(await countShared(run)).toEqual(nothing);
    });
  });

  test('writes nothing of a firm and forges no look', async () => {
    const consentId = await letIn(owner, provider);
    const forged = [randomUUID(), owner.firmId, advisor.organisationId, advisor.personId];
    const attempts: [string, unknown[]][] = [
      [
        'insert into access_events (access_event_id, firm_id, organisation_id, person_id, what) values ($1, $2, $3, $4, $5)',
        [...forged, 'result'],
      ],
      ['delete from access_events', []],
      ['update access_events set person_id = null', []],
      ['update consents set withdrawn_at = now() where consent_id = $1', [consentId]],
      [`update firms set name = 'x' where firm_id = $1`, [owner.firmId]],
      [`update referrals set email = 'x@y.se'`, []],
      ['select contact_name from referrals', []],
      ['select comment from answers', []],
      ['select person_id from responses', []],
    ];
    for (const [sql, values] of attempts) {
      await within('advisor', advisor, async (run) => expect(await run(sql, values), sql).toBe('no right'));
    }
  });
});

const consentSql = `insert into consents (consent_id, firm_id, purpose, provider_code, wording_version, language,
  person_id) values ($1, $2, $3, $4, 'result-1', 'sv', $5)`;
const consentValues = (person: Signed, purpose = 'result') => [
  randomUUID(),
  owner.firmId,
  purpose,
  provider,
  person.personId,
];

describe('a consent', () => {
  test('is given by an owner, in the own name only', async () => {
    const respondent = await signedInMember(site, owner.firmId, 'respondent');
    const other = await signedInOwner(site);
    const give = (session: Session, values: unknown[]) => within('member', session, (run) => run(consentSql, values));

    expect(await give(owner, consentValues(owner))).toBe('1 rows');
    expect(await give(owner, consentValues(respondent))).toBe('refused by policy');
    expect(await give(respondent, consentValues(respondent))).toBe('refused by policy');
    expect(await give(other, consentValues(other))).toBe('refused by policy');
  });

  test('to be contacted is given by an owner, not by a respondent with an own response, and by no key another', async () => {
    const respondent = await signedInMember(site, owner.firmId, 'respondent');
    const reply = await respondent.visitor.post(`/api/firms/${owner.firmId}/responses`, {
      formCode: 'snabbkoll',
      language: 'sv',
      profile: { municipality: '2184', branch: 'other-industry', sizeClass: '10-49', chainRole: 'own-product' },
    });
    const { responseId } = reply.json<{ responseId: string }>();
    const give = (person: Signed, purpose: string, of: string) =>
      within('app', person, (run) => run(consentSql, consentValues(person, purpose)), { responseId: of });

    expect(await give(owner, 'contact', owner.responseId)).toBe('1 rows');
    expect(await give(owner, 'result', owner.responseId)).toBe('refused by policy');
    expect(await give(respondent, 'contact', responseId)).toBe('refused by policy');
  });

  test('is only ever withdrawn, once, and by somebody who is named', async () => {
    const consentId = await letIn(owner, provider);
    const second = await signedInMember(site, owner.firmId, 'owner');
    const respondent = await signedInMember(site, owner.firmId, 'respondent');
    const change = (set: string, values: unknown[] = [], session: Session = owner) =>
      within('member', session, (run) =>
        run(`update consents set ${set} where consent_id = $1`, [consentId, ...values]),
      );
    const by = (person: Signed) => change('withdrawn_at = now(), withdrawn_by = $2', [person.personId]);

    expect(await change(`purpose = 'cohort'`)).toBe('no right');
    expect(await change('withdrawn_at = now(), withdrawn_by = $2', [respondent.personId], respondent)).toBe('0 rows');
    expect(await by(second)).toBe('refused by policy');
    expect(await by(owner)).toBe('1 rows');
    await withdraw(owner, consentId);
    expect(await change('withdrawn_at = null, withdrawn_by = $2', [owner.personId])).toBe('consents_immutable');
    expect(await change('withdrawn_by = $2', [second.personId], second)).toBe('consents_immutable');
    await within('member', owner, async (run) => expect(await run('delete from consents')).toBe('no right'));
  });

  test('cannot be changed or taken up again by the owner of the tables either', async () => {
    const consentId = await letIn(owner, provider);
    await withdraw(owner, consentId);
    const change = (set: string) =>
      site.admin.query(`update consents set ${set} where consent_id = $1`, [consentId]).then(
        () => 'changed',
        ({ constraint }: { constraint?: string }) => constraint,
      );

    for (const set of [`purpose = 'cohort'`, `provider_code = 'x'`, 'withdrawn_at = null', 'given_at = now()']) {
      expect(await change(set), set).toBe('consents_immutable');
    }
    expect(await change('person_id = null, withdrawn_by = null')).toBe('changed');
  });
});

describe('what a firm aims at', () => {
  const setTarget = (run: Run, personId: string | null, firmId = owner.firmId) =>
    run(
      `insert into firm_targets (firm_id, dimension_code, level, person_id, set_at, revision)
       values ($1, 'D1', 4, $2, now(), 1)`,
      [firmId, personId],
    );

  test('is set by whoever decides for the firm, in the own name and for no other firm', async () => {
    const other = await signedInOwner(site);
    await within(
      'app',
      owner,
      async (run) => {
        expect(await setTarget(run, owner.personId)).toBe('1 rows');
      },
      { responseId: owner.responseId },
    );
    for (const [personId, firmId] of [
      [other.personId, owner.firmId],
      [null, owner.firmId],
      [owner.personId, other.firmId],
    ] as const) {
      await within(
        'app',
        owner,
        async (run) => {
          expect(await setTarget(run, personId, firmId)).toBe('refused by policy');
        },
        { responseId: owner.responseId },
      );
    }
  });

  test('is read by a respondent of the firm on the own response, and not set', async () => {
    const respondent = await signedInMember(site, owner.firmId, 'respondent');
    const begun = await respondent.visitor.post(`/api/firms/${owner.firmId}/responses`, startBody());
    const { responseId } = begun.json<{ responseId: string }>();
    await site.admin.query(
      `insert into firm_targets (firm_id, dimension_code, level, set_at, revision) values ($1, 'D2', 4, now(), 1)`,
      [owner.firmId],
    );
    await within(
      'app',
      respondent,
      async (run) => {
        expect(await run('select level from firm_targets where firm_id = $1', [owner.firmId])).toBe('1 rows');
        expect(await run('update firm_targets set level = 1 where firm_id = $1', [owner.firmId])).toBe('0 rows');
        expect(await setTarget(run, respondent.personId)).toBe('refused by policy');
      },
      { responseId },
    );
  });

  test('is in the copy of its owners, and in nobody else’s', async () => {
    const respondent = await signedInMember(site, owner.firmId, 'respondent');
    const other = await signedInOwner(site);
    await site.admin.query(
      `insert into firm_targets (firm_id, dimension_code, level, set_at, revision) values ($1, 'D2', 4, now(), 1)`,
      [owner.firmId],
    );
    const count = (session: Session) => within('member', session, (run) => run('select 1 from firm_targets'));

    expect(await count(owner)).toBe('1 rows');
    expect(await count(respondent)).toBe('0 rows');
    expect(await count(other)).toBe('0 rows');
  });
});

describe('what was looked at', () => {
  test('is seen by the members of the firm and the one who looked, and changed by nobody', async () => {
    await letIn(owner, provider);
    await within('advisor', advisor, (run) => lookAt(run, advisor.organisationId), { ending: 'commit' });
    const other = await signedInOwner(site);
    const colleague = await signedInAs(site, 'advisor', { organisation: provider });
    const count = (surface: 'member' | 'advisor', session: Session) =>
      within(surface, session, (run) => run('select 1 from access_events where firm_id = $1', [owner.firmId]));

    expect(await count('member', owner)).toBe('1 rows');
    expect(await count('advisor', advisor)).toBe('1 rows');
    expect(await count('member', other)).toBe('0 rows');
    expect(await count('advisor', colleague)).toBe('0 rows');
    await within('member', owner, async (run) => expect(await run('delete from access_events')).toBe('no right'));
    for (const set of [
      `what = 'contact'`,
      `file = 'report-pdf'`,
      `what = 'contact', person_id = null`,
      'occurred_at = now()',
    ]) {
      const change = site.admin.query(`update access_events set ${set} where firm_id = $1`, [owner.firmId]);
      await expect(change).rejects.toMatchObject({ constraint: 'access_events_immutable' });
    }
  });

  test('is a file that was taken where the consent to results stands, and opens as much as a look', async () => {
    const taking = 'select 1 where take_result_file($1, $2, $3, $4)';
    const take = (run: Run, file = 'report-pdf') =>
      run(taking, [owner.firmId, advisor.organisationId, file, randomUUID()]);
    const consent = await letIn(owner, provider);

    await within('advisor', advisor, async (run) => {
      for (const file of takenFiles) expect(await take(run, file)).toBe('1 rows');
      expect(new Set(Object.values(await countShared(run)))).not.toContain('0 rows');
    });
    await within('member', owner, async (run) => expect(await take(run)).toBe('no right'));
    await withdraw(owner, consent);
    await within('advisor', advisor, async (run) => {
      expect(await take(run)).toBe('0 rows');
      expect(new Set(Object.values(await countShared(run)))).toEqual(new Set(['0 rows']));
    });
  });

  test('cannot be claimed for an organisation of another kind', async () => {
    await letIn(owner, provider);
    const analyst = await signedInAs(site, 'analyst');
    const region = await organisationId(site, 'region');
    await within('advisor', analyst, async (run) => {
      expect(await lookAt(run, region)).toBe('0 rows');
      expect(await lookAt(run, advisor.organisationId)).toBe('0 rows');
    });
  });
});
