export type Review = {
  /** First figures of the MD5 of its text; a changed function is looked at again. */
  readonly fingerprint: string;
  /** What it lets its caller do that the caller's own rights would not, and what keeps that narrow. */
  readonly why: string;
};

/** Functions that run with the rights of the tables' owner, each looked at. */
export const reviewedFunctions: Readonly<Record<string, Review>> = {
  accept_invitation: {
    fingerprint: 'f8547083',
    why: 'turns a ticket into a membership; only for the address of the presented session, with the role that the ticket names',
  },
  add_access_key: {
    fingerprint: '72feba09',
    why: 'adds a key for the response that the presented key opens, and for no other',
  },
  add_population: {
    fingerprint: '2fbb2153',
    why: 'takes in a table of public statistics for a region of which the presented session is an analyst, and writes down what that region is called',
  },
  adviser_ids_of_my_firms: {
    fingerprint: '00b32d72',
    why: 'tells which people have written about, or planned meetings with, the firms that the presented session owns, so that their names can be read',
  },
  read_answered_campaign: {
    fingerprint: '73ac43a0',
    why: 'tells of the call that what the presented key or session opens is answered for: what it and its organiser are called, and until when',
  },
  begin_release: {
    fingerprint: '7aaad91a',
    why: 'begins a release of a region of which the presented session is an analyst, and writes down what that region is called',
  },
  begin_release_verification: {
    fingerprint: 'ddcc03c2',
    why: 'begins to build a published release of levels again, for a region of which the presented session is an analyst, once at a time, and writes down what that region is called',
  },
  cancel_release_verification: {
    fingerprint: '176f3d7a',
    why: 'stops building a release again, of a region of which the presented session is an analyst',
  },
  freeze_release_insiders: {
    fingerprint: 'e16205c2',
    why: 'writes down for the worker how many counted firms providers have been let in to see, without which firms and which providers, once, while the release is being built',
  },
  list_release_insiders: {
    fingerprint: 'ada018dd',
    why: 'tells the worker what was written down of that; only while the release is being built, or built again',
  },
  note_release_verification: {
    fingerprint: '0b97e182',
    why: 'writes down for the worker how far a release is that is being built again',
  },
  release_inputs_remain: {
    fingerprint: 'baed3b1c',
    why: 'tells the worker, with one yes or no, whether all answers that a release counted may be counted still; only while it is being built, or built again',
  },
  built_inputs_remain: {
    fingerprint: '5b7f084c',
    why: 'tells analysts, with one yes or no, whether all answers that a region has built a release of may be counted still',
  },
  settle_release_verification: {
    fingerprint: '35eff74c',
    why: 'writes down for the worker what came of building a release again; what has ended stays as it ended',
  },
  carry_out_erasure: {
    fingerprint: '735194e7',
    why: 'erases as decided; asks for an administrator whom the request does not concern',
  },
  change_firm_role: {
    fingerprint: 'd4aad785',
    why: 'gives a member of a firm that the presented session owns another role of a firm; never takes the last owner away',
  },
  claim_firm: {
    fingerprint: 'd5a7dfc7',
    why: 'makes the presented session the owner of the firm that the presented key opens, once, and ends its keys but those of respondents, whose answers stay theirs',
  },
  clear_mails_about_review: {
    fingerprint: '3fd70faf',
    why: 'a trigger; clears the mails that tell of a review which goes',
  },
  close_reviews_with_consent: {
    fingerprint: 'c062a081',
    why: 'a trigger; closes, or empties, the reviews of the provider whose consent to results was withdrawn',
  },
  collect_effect: {
    fingerprint: '6a6381f8',
    why: 'writes down for the worker which answers a release of effects may compare: only of firms that agree at that moment that changes and packages are counted, once, while it is being built',
  },
  collect_release: {
    fingerprint: '21cf4fb9',
    why: 'writes down for the worker which answers a release counts: only of firms that agree to be counted at that moment, beyond levels and the known divisions only where their wording names it, once, while it is being built; the statement is put together from text of its own',
  },
  count_placements: {
    fingerprint: '8c8e1534',
    why: 'a trigger; keeps the counts of an edition, whose table refuses more than there are places',
  },
  count_outcomes: {
    fingerprint: '9dca6a43',
    why: 'tells editors counts, each with how many firms are behind it: of what was suggested and what firms made of it, of firms whose consent to the statistics names it; and of requests and places as providers count them; no firm, no words',
  },
  count_provider_changes: {
    fingerprint: '0ac939ab',
    why: 'tells a provider of the presented session by how much the points of items differ between two rounds, without whose and without the points; only where the consent to results stood when the counted months ended',
  },
  count_provider_firms: {
    fingerprint: 'e8aab832',
    why: 'tells a provider of the presented session how many firms it reached, with facts that they let it see, in counts',
  },
  count_provider_requests: {
    fingerprint: '4ccf659c',
    why: 'tells a provider of the presented session what became of requests to it and in which of its groups, without whose, also after a withdrawal',
  },
  counts_simulated: {
    fingerprint: '992d9258',
    why: 'tells an analyst whether there are simulated firms',
  },
  current_editor_name: {
    fingerprint: '2c8a0d26',
    why: "tells the name of the presented session's person, if an editor with a second factor",
  },
  current_firm_id: {
    fingerprint: '893bfc38',
    why: 'tells whose firm the presented key or session opens',
  },
  current_person_id: {
    fingerprint: '18532b3c',
    why: 'tells who the presented session is',
  },
  current_response_id: {
    fingerprint: '5a3f7430',
    why: 'tells which response the presented key or session opens',
  },
  end_placements_with_consent: {
    fingerprint: '47fe9599',
    why: 'a trigger; ends the places of a firm with a provider that it lets in for nothing any more',
  },
  draft_colleagues: {
    fingerprint: 'b5047fcc',
    why: 'tells whoever edits packages the names of those who work on the same drafts',
  },
  end_placements_with_edition: {
    fingerprint: 'de5cbe6b',
    why: 'a trigger; ends the places in an edition that its own provider cancels or completes',
  },
  end_sessions_of: {
    fingerprint: '8bd49fd9',
    why: 'ends sessions of somebody whom the presented session manages, or its own',
  },
  entry_history: {
    fingerprint: '144ba747',
    why: 'tells an analyst everything that an entry of the own region has been, with the names of those who changed it',
  },
  erasure_mail_status: {
    fingerprint: '1b5d7540',
    why: 'tells an administrator whether the mails of a decision have gone, by status only',
  },
  erasure_recipients: {
    fingerprint: 'eec6155a',
    why: 'tells an administrator whom to write to of one request: who asked and the owners, or everybody in the firm',
  },
  erasure_subjects: {
    fingerprint: '19f74cbc',
    why: 'tells an administrator whom requests are about, in counts where it is about answers',
  },
  expire_placements: {
    fingerprint: '02e773a6',
    why: 'ends invitations whose day has passed and gives whom to write to; for the worker only',
  },
  foresee_reminder: {
    fingerprint: 'fb335fc5',
    why: 'tells in a word what reminding a firm would come to, for a provider of the presented session that the firm lets in; of a firm that does not show it its results, nothing more; tells no address',
  },
  forget_plans_of_firm: {
    fingerprint: 'e0fee000',
    why: 'a trigger; takes a firm that is erased in part out of the plans of groups',
  },
  forget_plans_with_consent: {
    fingerprint: '1b1b0e15',
    why: 'a trigger; takes a firm out of the plans of the provider whose consent to results was withdrawn',
  },
  hold_consents_of_plan: {
    fingerprint: '09eaf267',
    why: 'a trigger; holds the consents of the firms of a new plan, and refuses a firm without one',
  },
  keep_effect_pairs: {
    fingerprint: '211afd39',
    why: 'writes down for the worker which of those answers it has laid beside each other, only while the release is being built',
  },
  keep_entry_history: {
    fingerprint: 'a99b856c',
    why: 'a trigger; keeps every revision of what a region writes down',
  },
  drop_release: {
    fingerprint: 'ccf04c7f',
    why: 'stops or puts away what a region of the presented session has its analyst in; what could be looked at is moved to where only the comparing reads it',
  },
  list_rounds_before: {
    fingerprint: '022684b8',
    why: 'tells the presented session of the rounds that were submitted before the response that it opens: those of a firm that it owns, else what the person has answered itself',
  },
  list_answered_before: {
    fingerprint: '83b80ee1',
    why: 'tells the presented session, while it answers anew, what was submitted before, and whether it was put together of several: by a firm that it owns, else by the person itself; nothing for a key, and nothing once it is submitted',
  },
  list_set_aside: {
    fingerprint: 'b32421dd',
    why: 'tells the presented key or session which questions have an answer kept for the way back to a version, of the response that it opens; not the answers',
  },
  move_to_version: {
    fingerprint: 'ea345701',
    why: 'takes what the presented key or session opens over to a version, with the answers to the questions that the caller says stay; the others are kept for the way back',
  },
  forget_answers_set_aside: {
    fingerprint: 'ee6daec8',
    why: 'trigger: forgets what was kept for the way back to another version, once a response is submitted',
  },
  list_earlier_releases: {
    fingerprint: '3544d85b',
    why: 'tells the worker which releases could be looked at before, with their documents, only while a release is being built that is to be compared with them',
  },
  list_earlier_effect_pairs: {
    fingerprint: '1ee8c434',
    why: 'tells the worker which firms, by the numbers they have there, earlier releases of effects laid beside each other; only while a release is being built that is to be compared with them',
  },
  list_effect_firms: {
    fingerprint: 'c05fdc65',
    why: 'tells the worker what firms that may be compared are like and took part in, without which firms and which providers; only while the release is being built',
  },
  list_effect_levels: {
    fingerprint: '655273b3',
    why: 'tells the worker the levels of firms that may be compared, without which firms; only while the release is being built',
  },
  list_followed_editions: {
    fingerprint: '7d30f5cf',
    why: 'tells an analyst when packages are given in groups: without a firm, and without how many there are',
  },
  list_own_earlier_contacts: {
    fingerprint: '6d75661b',
    why: 'tells the presented session which providers keep its own address as that of an earlier contact, with what they keep of it, or as one that has said no',
  },
  needs_for_plan: {
    fingerprint: '175ec0f2',
    why: 'tells a provider of the presented session what the firms that share their results with it need of some packages, and writes down for them that it did',
  },
  note_plan_progress: {
    fingerprint: '4f420f99',
    why: 'writes down how far the search for a plan has come; for the worker only',
  },
  note_release_progress: {
    fingerprint: '54da2137',
    why: 'writes down for the worker how far a release is that is being built',
  },
  refuse_too_many_drafts: {
    fingerprint: '1b6215fd',
    why: 'a trigger; refuses an organisation more open drafts of packages than a hundred',
  },
  retire_plans: {
    fingerprint: 'c8193da2',
    why: 'clears away what is older than the moment given, so many rows at a time; for the worker only',
  },
  retire_releases: {
    fingerprint: '092d1f20',
    why: 'deletes for the worker what was never published and has had its time',
  },
  settle_plan: {
    fingerprint: '2fe2f0be',
    why: 'keeps what came of the search for a plan, of firms that are still in it; for the worker only',
  },
  forget_adviser: {
    fingerprint: '4e237181',
    why: "takes an erased person's link from notes, corrections, meetings and files; runs with the erasure alone",
  },
  forget_contacts_of_firm: {
    fingerprint: 'd6e3709c',
    why: 'deletes the notes and meetings of a firm that is erased in part; runs with that alone',
  },
  forget_meeting_mails: {
    fingerprint: '17a43ff6',
    why: 'takes the mails about a meeting with it when it is deleted',
  },
  forget_placement: {
    fingerprint: '54bdf2c3',
    why: 'a trigger; takes mails about a placement away together with it',
  },
  group_members: {
    fingerprint: '16f47deb',
    why: 'tells a firm with a place in a group the names of the others who let themselves be named there',
  },
  has_second_factor: {
    fingerprint: 'e931f224',
    why: 'tells whether the presented session has shown a second factor',
  },
  invitation_mail_status: {
    fingerprint: '24ccc1bd',
    why: "tells what became of the mails of invitations that the caller's own policies show",
  },
  forget_contact: {
    fingerprint: '42c6f165',
    why: 'a trigger; takes away what providers have brought in about somebody who is erased, and the invitations to calls',
  },
  forget_notice_choice: {
    fingerprint: '53de4f2c',
    why: 'a trigger; takes away which mails somebody wanted who is erased',
  },
  forget_reminders: {
    fingerprint: 'c1e46e0e',
    why: 'a trigger; takes the name of a firm that goes out of reminders',
  },
  forget_summary: {
    fingerprint: 'f73b99af',
    why: 'a trigger; takes away what was summarised of a firm that is erased in part',
  },
  is_administrator: {
    fingerprint: 'bd2882ef',
    why: "tells whether the presented session is an administrator's with a second factor",
  },
  is_firm_claimed: {
    fingerprint: 'f05c4359',
    why: 'tells of the firm that the transaction reaches whether it has had members',
  },
  join_releases: {
    fingerprint: '6fce2bb3',
    why: 'tells the worker how many of the same firms stand where in several releases of levels, and which number a firm has in those of effects, with which of their answers, and which providers, by a number that says nothing, can see them, without which firms',
  },
  keep_note_version: {
    fingerprint: 'ecbb746c',
    why: "keeps what a note said before it is written anew, for which nobody has the right; adds the row's own old words alone",
  },
  live_session_id: {
    fingerprint: 'b59c6200',
    why: 'looks the presented key up; the one place that says what keeps a session alive',
  },
  lock_edition_of: {
    fingerprint: 'a8b6ad33',
    why: 'locks the edition of a placement of a firm that the presented session owns, and tells nothing of it',
  },
  look_at_firm: {
    fingerprint: 'c7ac783c',
    why: 'writes a look down where a consent stands, for a provider of the presented session; which opens the firm',
  },
  look_at_notes: {
    fingerprint: '32cffb34',
    why: 'writes a look at the notes down where a consent to contact or results stands, for a provider of the presented session',
  },
  look_for_placement: {
    fingerprint: 'ffac5b6a',
    why: 'writes a look down where any consent stands, for a provider of the presented session; which opens its placements to change',
  },
  looked_at_choices_firm_id: {
    fingerprint: '6a4f30ca',
    why: 'tells which firm this transaction has looked at, if a consent still stands that names what the firm chose, said and added',
  },
  looked_at_firm_id: {
    fingerprint: '6c980b95',
    why: 'tells which firm this transaction has looked at, if the consent still stands',
  },
  may_decide_for_firm: {
    fingerprint: 'e5d736e0',
    why: 'tells whether the key of an unclaimed firm or a session of an owner is presented',
  },
  meeting_recipients: {
    fingerprint: '59e1b8b5',
    why: "tells the addresses of a firm's owners, or of who asked, and the own one, for a meeting of the presented session's provider as long as the firm lets it in",
  },
  my_colleague_ids: {
    fingerprint: 'd866e578',
    why: 'tells who shares a firm or an organisation with the presented session',
  },
  my_erasure_obstacles: {
    fingerprint: '8ea51b27',
    why: 'tells the presented session what keeps itself from being erased',
  },
  my_firm_ids: {
    fingerprint: 'a43f0a01',
    why: 'tells the firms of the presented session',
  },
  my_managed_person_ids: {
    fingerprint: '7ed378b5',
    why: 'tells whom the presented session manages; nobody is shown for belonging to a firm',
  },
  my_organisation_ids: {
    fingerprint: '19052595',
    why: 'tells where the presented session has a role; nowhere without a second factor',
  },
  my_owned_firm_ids: {
    fingerprint: 'aed50637',
    why: 'tells the firms that the presented session owns',
  },
  my_provider_code: {
    fingerprint: '3054ab86',
    why: 'tells the code of an organisation, if it is a provider of the presented session',
  },
  my_provider_codes: {
    fingerprint: 'a105c691',
    why: 'tells the providers of the presented session as consents name them',
  },
  named_firm_ids: {
    fingerprint: '23141f46',
    why: 'tells the firms whose names the presented session may know: its own, and those it is, or was until lately, invited to',
  },
  note_export: {
    fingerprint: 'bed2f11c',
    why: 'writes down, for the firm to see, that it stands in a file; only of firms that let the presented session’s provider in, of which it says whether they share results',
  },
  note_author_ids: {
    fingerprint: 'bc4cf508',
    why: 'tells who wrote the notes that this transaction has opened by its look, so that their names can be read',
  },
  note_listing: {
    fingerprint: '51127a97',
    why: 'writes down, for the firm to see, that it stood in a list; only of firms that let the presented session’s provider see results',
  },
  note_request: {
    fingerprint: 'e0873f15',
    why: 'a trigger; writes down, with a request, that its provider is to be told',
  },
  noted_firm_id: {
    fingerprint: 'd6f12c56',
    why: "tells at which firm's notes this transaction has said that it looks",
  },
  notes_looked_at: {
    fingerprint: '7148f7a1',
    why: 'tells what this transaction has said that it looks at, if the consent still stands, and whether its wording shares notes',
  },
  noting_organisation_id: {
    fingerprint: '502d1861',
    why: 'tells for which provider this transaction has said that it looks at notes',
  },
  onlooker_ids: {
    fingerprint: '01fb1247',
    why: 'tells who has looked at the firms of the presented session',
  },
  opt_out_of_contact: {
    fingerprint: '3024a627',
    why: 'removes the contact, and the address from the calls, of the one organisation whose code is given, and notes that the address says no; tells nothing',
  },
  open_continued_response: {
    fingerprint: 'eda63e02',
    why: 'opens a response that goes on from the one the caller reaches, within the same firm',
  },
  open_firm: {
    fingerprint: 'a66c193c',
    why: 'makes a new firm with a key; it cannot reach one that is there',
  },
  open_member_response: {
    fingerprint: '658a2ba8',
    why: 'opens a response in a firm of the presented session',
  },
  own_contribution: {
    fingerprint: '2ccce6d9',
    why: 'tells the firm that the presented key or session opens where its own answers stand in a published release, and their levels; of no other firm, and of no release that is not published',
  },
  package_history: {
    fingerprint: 'b9dfb7db',
    why: 'tells whoever edits packages what became of one, who did it, and whether others had been asked; of the erased no name',
  },
  open_note_organisation_ids: {
    fingerprint: '0205b2f8',
    why: "tells whose notes are open after the look: the own provider's, and those of others where both consents say so",
  },
  packages_at_open_providers: {
    fingerprint: '05448dfa',
    why: 'tells what the firm whose notes are looked at takes part in at the providers whose notes are open; names no person',
  },
  pending_firm_erasure: {
    fingerprint: 'c168b044',
    why: 'tells a member of the firm since when its erasure is under way, and nothing else of the request',
  },
  placement_recipients: {
    fingerprint: 'eed062a7',
    why: 'tells whom to write to about a placement, to its firm and to its provider as long as the firm lets it in',
  },
  placing_firm_id: {
    fingerprint: '97dd3ca8',
    why: 'tells which firm this transaction has said it places, if a consent still stands',
  },
  people_with_waiting_requests: {
    fingerprint: '7e2a4147',
    why: 'tells the worker whom at a provider to write to in the morning, and how many requests wait; no firm',
  },
  provider_advisors: {
    fingerprint: '6fe581cd',
    why: 'tells whoever works in a provider the names of those who do',
  },
  provider_codes_in_use: {
    fingerprint: '94b6110a',
    why: 'tells whoever answers for a firm in which providers somebody can sign in; never who',
  },
  publish_draft: {
    fingerprint: '54081eb0',
    why: 'publishes what an editor with a second factor has seen, and nothing else writes versions',
  },
  publish_package: {
    fingerprint: 'f76fe50a',
    why: 'publishes the draft that its provider or the coordination has seen, changes nothing else of the catalogue, and tells the other providers; nothing else writes a catalogue',
  },
  publish_rules: {
    fingerprint: 'a2e70c0d',
    why: 'publishes the draft of the rules that an editor has seen over the version that was seen; refuses what differs in anything but numbers and switches of the rules and the ranking',
  },
  record_audit_event: {
    fingerprint: '5dc179b8',
    why: 'appends to the chain under a lock; the actor is the presented session, or whom sign-in names',
  },
  redeem_resume_key: {
    fingerprint: '9899d623',
    why: "gives a key to whoever has a link's secret, for that response only",
  },
  reduce_placements: {
    fingerprint: '5278b951',
    why: 'a trigger; takes away what came to nothing of a firm that is erased in part',
  },
  reduce_firm_targets: {
    fingerprint: '38e46e58',
    why: 'takes away what a firm aimed at when the firm is erased in part; runs only as the trigger of that',
  },
  release_firm_targets_of_person: {
    fingerprint: 'ac257907',
    why: 'a trigger; lets what a firm aims at go of an erased person who set it',
  },
  reduce_support_choices: {
    fingerprint: '0ab67956',
    why: 'takes away what a firm chose and asked for when the firm is erased in part; runs only as the trigger of that',
  },
  reduce_reviews: {
    fingerprint: '270f212a',
    why: 'a trigger; takes the words and the names from the reviews of a firm that is erased in part',
  },
  referral_contacts: {
    fingerprint: '30fdfdc1',
    why: 'tells whom to ask for at the firm that this transaction has said it looks at, in requests to the own providers whose consent stands',
  },
  refuse_answer_after_submission: {
    fingerprint: '2c1dc544',
    why: 'a trigger; reads whether the response is submitted',
  },
  refuse_change_of_given_item: {
    fingerprint: '345db758',
    why: 'a trigger; reads whether the review is a draft, or the firm was reduced',
  },
  refuse_change_of_submission: {
    fingerprint: '91451a99',
    why: 'a trigger; reads whether the firm was reduced, which is the one way to change a submission',
  },
  refuse_impossible_placement_move: {
    fingerprint: 'd919d462',
    why: 'a trigger; reads whether the edition takes firms',
  },
  refuse_key_of_claimed_firm: {
    fingerprint: '4bf8f617',
    why: 'a trigger; reads whether the firm has members, and then lets no key be made but those of respondents',
  },
  refuse_late_reply: {
    fingerprint: 'c91979c6',
    why: 'a trigger; reads whether the firm still has the review to reply to, or was reduced',
  },
  remind_firm: {
    fingerprint: 'b1d6c791',
    why: 'writes to the owners of a firm that shows the presented session’s provider its results and is due, once in thirty days, but not to who has said no; tells no address',
  },
  refuse_too_many_files: {
    fingerprint: '95cd026e',
    why: 'locks the meeting and counts its files before one is added; refuses, and gives nothing',
  },
  reset_factors_of: {
    fingerprint: '8bdf353d',
    why: 'takes the factors and sessions of somebody whom an administrator manages, never the own',
  },
  retire_access_events: {
    fingerprint: '5e116c65',
    why: 'clears away what is older than the moment given, so many rows at a time; for the worker only',
  },
  retire_access_keys: {
    fingerprint: '529293a5',
    why: 'clears away what is older than the moment given, so many rows at a time; for the worker only',
  },
  retire_challenges: {
    fingerprint: '7889f234',
    why: 'clears away what is older than the moment given, so many rows at a time; for the worker only',
  },
  retire_consents: {
    fingerprint: '397776e9',
    why: 'clears away what is older than the moment given, so many rows at a time; for the worker only',
  },
  retire_contact_details: {
    fingerprint: '17ac7fa7',
    why: 'clears away what is older than the moment given, so many rows at a time; for the worker only',
  },
  retire_contact_notes: {
    fingerprint: 'a263578c',
    why: 'deletes notes that have had their time',
  },
  retire_invitations: {
    fingerprint: 'c3c072f2',
    why: 'clears away what is older than the moment given, so many rows at a time; for the worker only',
  },
  retire_mail_recipients: {
    fingerprint: 'd52af22e',
    why: 'clears away what is older than the moment given, so many rows at a time; for the worker only',
  },
  retire_meetings: {
    fingerprint: '7179a186',
    why: 'deletes meetings that have had their time, with steps and files',
  },
  retire_placements: {
    fingerprint: 'f6212eb5',
    why: 'clears away what is older than the moment given, so many rows at a time; for the worker only',
  },
  retire_respondents: {
    fingerprint: '48053154',
    why: 'clears away what is older than the moment given, so many rows at a time; for the worker only',
  },
  retire_review_drafts: {
    fingerprint: '017e58da',
    why: 'clears away what is older than the moment given, so many rows at a time; for the worker only',
  },
  retire_package_drafts: {
    fingerprint: '0c635cc5',
    why: 'clears away what is older than the moment given, so many rows at a time; for the worker only',
  },
  retire_sessions: {
    fingerprint: '3c6b1c25',
    why: 'clears away what is older than the moment given, so many rows at a time; for the worker only',
  },
  retire_sign_in_requests: {
    fingerprint: 'e18a30a5',
    why: 'clears away what is older than the moment given, so many rows at a time; for the worker only',
  },
  retire_unclaimed_responses: {
    fingerprint: 'd2afb7d5',
    why: 'clears away what is older than the moment given, so many rows at a time; for the worker only',
  },
  retire_unused_accounts: {
    fingerprint: '81d30227',
    why: 'clears away what is older than the moment given, so many rows at a time; for the worker only',
  },
  retire_provider_contacts: {
    fingerprint: '427e4495',
    why: 'clears away what is older than the moment given, so many rows at a time; for the worker only',
  },
  retire_webhook_deliveries: {
    fingerprint: '5913da5d',
    why: 'clears away what is older than the moment given, so many rows at a time; for the worker only',
  },
  routing_past: {
    fingerprint: 'd69bd6e3',
    why: 'tells which packages the firm of the presented key took or is in, and on which days; of no other firm, and nobody else there',
  },
  review_party_ids: {
    fingerprint: '9b2cb60f',
    why: 'tells who has said something in the reviews given to the firm that the caller reaches',
  },
  session_response: {
    fingerprint: '59896232',
    why: 'tells which response the presented session opens of those it names',
  },
  settle_release: {
    fingerprint: '45aa7964',
    why: 'writes down for the worker what came of a release that is being built, and lets it be looked at only when it was compared with all that could be looked at before',
  },
  shared_needs: {
    fingerprint: '076be60d',
    why: 'counts firms by need and tells needs that at least five share, no firm',
  },
  settle_round: {
    fingerprint: 'f9db4b42',
    why: 'sets the round of the response that the presented key or session opens, by the submissions of its firm, as long as it is not submitted',
  },
  summarise_firm: {
    fingerprint: 'eebe1b3f',
    why: 'a trigger; keeps the facts of the newest submission of the firm’s newest round beside it',
  },
  take_request_notices: {
    fingerprint: 'c39248f1',
    why: 'takes new requests and tells the worker whom to write to, with package and, where results are shared, county; for the worker only',
  },
  active_result_links: {
    fingerprint: '1e0d3a55',
    why: 'tells everybody who belongs to a firm the names of those whom its own links show something now',
  },
  preview_result_link: {
    fingerprint: 'b062f6fa',
    why: 'tells whoever may speak for the firm what a link to the session’s own submission would show: answers, suggestions, an earlier round and the name only where they are asked for',
  },
  open_result_link: {
    fingerprint: 'd2f85789',
    why: 'exchanges a secret of 256 bits for the chosen parts of the one submission that its link was made for, while it stands, and writes the opening down in the same statement; unknown, expired and taken back are one',
  },
  result_link_expiry: {
    fingerprint: '0927f1ad',
    why: 'tells until when a secret of 256 bits opens something, and nothing of what',
  },
  result_link_mail_status: {
    fingerprint: '46faa526',
    why: 'tells whoever may speak for a firm what has become of the mails with its own links',
  },
  result_link_makers: {
    fingerprint: 'f8373289',
    why: 'tells whoever may speak for a firm who made its own links',
  },
  last_key_end: {
    fingerprint: '3bb03a6a',
    why: 'tells whoever holds a key of a firm that nobody has claimed when its last key ends',
  },
  take_result_file: {
    fingerprint: '019742bb',
    why: 'writes down that a file is taken where a consent to results stands, for a provider of the presented session; which opens the firm as a look does',
  },
  take_result_links_of_person_back: {
    fingerprint: '7e6f4dde',
    why: 'takes back the links that the session’s person made of a firm, or as an owner those that anybody made of it',
  },
  clear_mail_of_result_link: {
    fingerprint: 'b7912939',
    why: 'a trigger; deletes the mail of a link that is gone or taken back while it waits, and clears what it was filled in with',
  },
  reduce_result_links: {
    fingerprint: '1b8c8eda',
    why: 'a trigger; deletes links and openings of a firm that is erased in part',
  },
  release_result_links_of_person: {
    fingerprint: '23d1daba',
    why: 'a trigger; takes back the links of an erased person, and those of firms where nobody is left, and lets them go of the person',
  },
  retire_result_links: {
    fingerprint: '0e0b539b',
    why: 'deletes links some time after their end; for the worker only',
  },
  retire_result_link_openings: {
    fingerprint: '270c474e',
    why: 'deletes openings that have had their time; for the worker only',
  },
  tally_release: {
    fingerprint: 'd755095b',
    why: 'tells the worker how many counted firms have which value of each measure, by what firms are divided by, without which firms; of measures beyond levels only those that were found when the answers were collected; only while the release is being built, or built again',
  },
  tell_owners_of_review: {
    fingerprint: '2db78b91',
    why: 'writes to the owners of the firm, once, of a review that the session’s provider has given; in words and to addresses that are not the caller’s to choose',
  },
  clear_mails_about_request: {
    fingerprint: '632b9e85',
    why: 'a trigger; deletes the mails that wait about a request that is withdrawn',
  },
  tell_unused_accounts: {
    fingerprint: '977a90e9',
    why: 'marks accounts that go soon as told and gives whom to write to; for the worker only',
  },
  webhook_uses_within_hour: {
    fingerprint: '89b6ecb7',
    why: 'tells a manager how many tests, or deliveries again, the own organisation has sent within an hour',
  },
  webhook_managers: {
    fingerprint: '3898738d',
    why: 'tells the worker whom to write to about a webhook: the managers of its organisation',
  },
  waiting_before: {
    fingerprint: '361338dd',
    why: 'tells a firm on a waiting list how many have waited longer, and not who',
  },
  withhold_firm_from_webhooks: {
    fingerprint: 'de97e15c',
    why: 'a trigger; takes the firm out of what webhooks send and show once it has withdrawn or is erased in part',
  },
  withdraw_request_with_consent: {
    fingerprint: 'f89558e2',
    why: 'a trigger; withdraws the request that came with a contact consent, unless it has ended',
  },
  what_falls_with: {
    fingerprint: 'aadece5c',
    why: 'tells whoever may speak for a firm which of its places in groups, and how many of its meetings to come, end with one of its own consents; never of another firm',
  },
  write_webhook_deliveries: {
    fingerprint: '9e69c8c1',
    why: 'a trigger; writes what is to be sent of a step of a request to its own provider: identifiers and codes',
  },
  withdrawn_from_us: {
    fingerprint: '97a0a7f3',
    why: 'tells a provider that a consent to it was withdrawn, what for and when, and not by which firm',
  },
  count_what_ifs: {
    fingerprint: '6cd50f0b',
    why: 'tells an editor how many times it has been counted in the day',
  },
  begin_what_if: {
    fingerprint: 'e8a220d1',
    why: 'begins, for an editor who has seen the newest draft of the rules and the newest version, the counting of what it would change for the firms that agree to it; at most so often a day, and the same all day; gives back no firm',
  },
  stop_what_if: {
    fingerprint: '0ebeb9e3',
    why: 'stops the counting for an editor, and forgets whose results were to be counted',
  },
  claim_what_if: {
    fingerprint: '894e2a3c',
    why: 'gives the worker the counting that waits: what is to be compared and how many results, and not whose',
  },
  read_what_if: {
    fingerprint: '122744fb',
    why: 'gives the worker that holds the counting what routing needs of some results that may be counted at that moment: levels, choices, profile without words, number or municipality; no name and no identifier of a firm',
  },
  note_what_if: {
    fingerprint: '00b1fd28',
    why: 'for the worker that holds the counting; writes down how far it is',
  },
  settle_what_if: {
    fingerprint: 'bf6cac13',
    why: 'for the worker that holds the counting; writes down what came of it and forgets whose results they were',
  },
  put_back_what_if: {
    fingerprint: 'c27fd6fe',
    why: 'for the worker that holds the counting; lets go of it',
  },
  retire_what_ifs: {
    fingerprint: '7de89659',
    why: 'deletes what has had its time of what drafts of the rules would change; for the worker only',
  },
  presented_respondent: {
    fingerprint: 'd1442826',
    why: 'finds the respondent that the presented key is of, unless the key has ended or the invitation was taken back; given to nobody by itself',
  },
  respondent_response_id: {
    fingerprint: '0daf9b2c',
    why: 'tells which response the presented key of a respondent opens',
  },
  answering_firm_id: {
    fingerprint: '3c33e6ed',
    why: 'tells which firm the presented key or session answers for, be it as a respondent',
  },
  led_assessment_id: {
    fingerprint: '58aa7f03',
    why: 'tells which assessment the presented key or session leads the answering of; nothing for the key of a respondent',
  },
  preview_respondent_key: {
    fingerprint: '3cb2f1e6',
    why: 'tells whoever has the secret of an invitation or a link the name of the firm, what is asked and whether it is open; nothing that was answered',
  },
  open_respondent: {
    fingerprint: 'eb2a50b7',
    why: 'opens, for whoever has the secret of an invitation or a link, their own response in an assessment that is open, with a key to it alone; what was handed over once, and no more by a link than it and the assessment let in',
  },
  mark_respondent_done: {
    fingerprint: 'f99631ed',
    why: 'for the presented key of a respondent; writes down that they are done, or takes it back, as long as the assessment is open',
  },
  count_respondent_answers: {
    fingerprint: 'ec08e77b',
    why: 'tells whoever leads an assessment how many questions each respondent has answered, and not what',
  },
  end_presented_key: {
    fingerprint: '0613b7b0',
    why: 'ends the presented key of a browser, for the response that is named if it opens that; no other key, and no link, is ended',
  },
  close_respondents: {
    fingerprint: '6c017763',
    why: 'ends the answering of the respondents of the assessment that the presented key or session leads, and in the same turn gives what they answered to these items, once and by ordinal; it is called by the submission alone',
  },
  retire_respondent_answers: {
    fingerprint: 'ae92ab5a',
    why: 'clears away what is older than the moment given, so many rows at a time; for the worker only',
  },
  retire_respondent_invitations: {
    fingerprint: '0dd43a1d',
    why: 'clears away what is older than the moment given, so many rows at a time; for the worker only',
  },
  clear_mails_to_respondent: {
    fingerprint: '02562538',
    why: 'a trigger; with a respondent goes the mail that was to reach them',
  },
  reduce_respondents: {
    fingerprint: '9f3eaa29',
    why: 'a trigger; a firm that is erased in part keeps no respondents, and nothing of how they agreed',
  },
  respondent_response: {
    fingerprint: '5146b0b5',
    why: 'tells the presented key of a respondent what the firm is called, what of its profile questions go by, and their own part; nothing else of the firm',
  },
  renew_respondent: {
    fingerprint: 'd50511fb',
    why: 'gives a respondent of the assessment that the presented key or session leads another secret to come in by, which never opens what has been answered to whoever was told it',
  },
  count_respondent_mails: {
    fingerprint: '4f351b75',
    why: 'tells whoever leads an assessment how many invitations to answer the firm has mailed, to anybody and to one address',
  },
  choose_counts_alone: {
    fingerprint: '1bb53121',
    why: 'for the presented key of a respondent; writes down whether what they answer may count alone, as long as the assessment is open',
  },
  release_respondents_of_person: {
    fingerprint: 'f7102931',
    why: 'a trigger; an erased person leaves neither their address with invitations to answer nor their name in the mails of them',
  },
  begin_campaign_assessment: {
    fingerprint: '7656ea0a',
    why: "says that the response which the presented access key opens answers the call of the given personal key; only where the call is open, nobody has begun by it, and form and version are the call's, and tells in a word what came of it",
  },
  clear_mail_of_invitee: {
    fingerprint: '48a5c7fe',
    why: 'a trigger; takes back what waits for an invited firm that is gone, and empties what was sent',
  },
  forget_invitee: {
    fingerprint: 'e8982d55',
    why: 'a trigger; takes an invited firm out of its call when what it answered with is erased; in the list and the numbers of a region it stays as it was; what goes by its age changes nothing in the call',
  },
  leave_campaign: {
    fingerprint: '89c16713',
    why: 'takes the response that the presented key or session opens out of a call that takes nothing more, and no other',
  },
  list_own_invitations: {
    fingerprint: '1b1f043f',
    why: 'tells the person of the presented session in which calls the own address stands',
  },
  keep_former_invitee: {
    fingerprint: '931f8a59',
    why: 'a trigger; keeps the code and a fingerprint of the address of a mailed firm that leaves its call, so that a no by the mail still holds',
  },
  note_campaign_mail: {
    fingerprint: 'e351b732',
    why: 'a trigger; writes down whether mail to an invited firm went, came back, or did not get through',
  },
  refuses_campaign_mail: {
    fingerprint: '1c3415e7',
    why: 'tells the worker, with one yes or no, whether an invited firm is not to be written to',
  },
  read_campaign_key: {
    fingerprint: '6b5b46ee',
    why: 'tells whoever has a personal key what it invites to, and how far its own firm has come, without an answer',
  },
  redeem_campaign_key: {
    fingerprint: 'a6a8e23c',
    why: 'exchanges a personal key for a key to the response that was begun by it; only while that is not submitted and belongs to no account',
  },
  reduce_campaign_assessments: {
    fingerprint: '514fb579',
    why: 'a trigger; lets go of the calls of a firm that is erased in part',
  },
  retire_campaigns: {
    fingerprint: '347a7e4e',
    why: 'deletes for the worker calls that have had their time; tells how many',
  },
  settle_campaign_submission: {
    fingerprint: '78d20ff5',
    why: 'a trigger; refuses what is submitted to a call that takes nothing more, and tells the organiser that its invited firm has finished, with no answer',
  },
  answers_campaign: {
    fingerprint: '3d19b0a8',
    why: 'tells the holder of the presented key or session, with one yes or no, whether the response that it opens answers a call',
  },
  keep_campaign_version: {
    fingerprint: 'f6b5813d',
    why: 'a trigger; keeps what answers a call in the version of the call',
  },
  invitee_of_campaign_key: {
    fingerprint: '7872f62c',
    why: 'tells, to the other functions alone, whom a personal key of a mail invites',
  },
  bind_campaign_assessment: {
    fingerprint: '87b89877',
    why: "for the two functions that have seen whose response it is, and for no role; says that it answers the call of the given personal key, where the call is open, nobody has begun by it, and form and version are the call's",
  },
  begin_campaign_in_firm: {
    fingerprint: '01201207',
    why: 'says that an open response of the person of the presented session, in a firm of that session, answers the call of the given personal key, and tells in a word what came of it',
  },
  ask_campaign_mail_again: {
    fingerprint: '34bb9784',
    why: 'notes for a call of an organisation of the presented session that the invitation is wanted once more where none got through, and nowhere else; tells to how many',
  },
  own_staff_among: {
    fingerprint: '9ac982fc',
    why: 'tells which of the given addresses belong to people of an organisation of the presented session, and nothing of other addresses',
  },
  keep_branch_of_invitee: {
    fingerprint: '2b1eebfd',
    why: 'a trigger; keeps the branch of a firm that says no to a call of a region, so that the counts do not tell what it has done',
  },
  count_departed_invitee: {
    fingerprint: '9d49f583',
    why: 'a trigger; counts a firm on that is gone from a call of a region, without whose it was',
  },
  count_for_region: {
    fingerprint: '6d015728',
    why: 'tells analysts of the region that makes the call how many firms that were invited before the day, five at least at a time, have begun and finished, by branch, in groups of five at least',
  },
  remove_from_region: {
    fingerprint: 'a1280650',
    why: "takes a firm out of the call of the session's own region as long as no mail may have reached it; tells nothing else",
  },
  organiser_kind_of_key: {
    fingerprint: '7dfc39bb',
    why: 'tells whoever has a personal key of a mail whether it comes from a provider or a region',
  },
  is_bound_by_key: {
    fingerprint: '17f0136d',
    why: 'tells whoever has a personal key of a mail, with one yes or no, whether what was begun by it is still there',
  },
};
