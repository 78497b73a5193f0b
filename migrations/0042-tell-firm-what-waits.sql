-- A firm's own page begins with what waits for it. For that the owners read, by their session, which reviews they were
-- given and of which submission; what stands in a review is read with the result, as before.
set local role mattstock_owner;
set local search_path = mattstock;

create policy reviews_member on reviews for select to mattstock_member
  using (given_at is not null and firm_id = any ((select my_owned_firm_ids())::uuid[]));
create policy reviews_member_wall on reviews as restrictive to mattstock_member
  using (firm_id = any ((select my_owned_firm_ids())::uuid[]));
create policy submissions_member on submissions for select to mattstock_member
  using (firm_id = any ((select my_owned_firm_ids())::uuid[]));
create policy submissions_member_wall on submissions as restrictive to mattstock_member
  using (firm_id = any ((select my_owned_firm_ids())::uuid[]));

grant select (firm_id, review_id, submission_id, organisation_id, status, given_at) on reviews to mattstock_member;
grant select (firm_id, submission_id, response_id, catalogue_version_id) on submissions to mattstock_member;

reset search_path;
reset role;
