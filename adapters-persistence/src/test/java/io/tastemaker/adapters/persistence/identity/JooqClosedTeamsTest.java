package io.tastemaker.adapters.persistence.identity;

import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.identity.out.ClosedTeams;
import io.tastemaker.application.identity.out.ClosedTeamsContract;
import io.tastemaker.application.identity.out.OwnTeam;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.shared.TeamId;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqClosedTeamsTest extends ClosedTeamsContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @Override
    protected PlatformTransactions platform() {
        return DATABASE.platformTransactions();
    }

    @Override
    protected Transactions transactions() {
        return DATABASE.transactions();
    }

    @Override
    protected Teams teams() {
        return DATABASE.teams();
    }

    @Override
    protected OwnTeam ownTeam() {
        return new JooqOwnTeam(DATABASE.transactions());
    }

    @Override
    protected ClosedTeams closedTeams() {
        return new JooqClosedTeams(DATABASE.platformTransactions(), DATABASE.acrossTeams());
    }

    /** Parents and children, the parents of names that come first. */
    @Override
    protected void furnish(TeamId team) {
        for (int number = 0; number < 2; number++) {
            DATABASE.asSuperuser("""
                    insert into operations.job (team_id, id, kind, created_by, input, status, progress_done, checkpoint, attempts,
                                                cancel_requested, created_at)
                    values ('%1$s', '%2$s', 'creator_import', 'test', '{}', 'succeeded', 0, '{}', 1, false, now());
                    insert into creators.creator_import (team_id, job_id, file_key, file_name, file_bytes, sha256, options,
                                                         options_fingerprint, as_of, report)
                    values ('%1$s', '%2$s', '%2$s', 'list.csv', 1, '', '{}', '', '', '{}');
                    insert into creators.import_fault (team_id, job_id, number, row_number, line, column_name, value, code, detail)
                    values ('%1$s', '%2$s', 1, 1, 1, '', '', 'unreadable', ''), ('%1$s', '%2$s', 2, 1, 1, '', '', 'unreadable', '');
                    insert into campaigns.campaign (team_id, id, version, name, kind, status, brief, platforms, locations, categories,
                                                    created_by, created_at, updated_at)
                    values ('%1$s', '%2$s', 1, 'Summer', 'creator', 'draft', '', '{}', '{}', '{}', 'test', now(), now());
                    insert into creators.creator (team_id, id, version, platform, handle, handle_kind, observed, raw)
                    values ('%1$s', '%2$s', 1, 'instagram', '%2$s', 'imported', '[]', '{}');
                    insert into creators.favorite (team_id, holder, creator_team_id, creator_id, marked_at)
                    values ('%1$s', 'test', '%1$s', '%2$s', now());
                    insert into campaigns.shortlist_entry (team_id, campaign_id, creator_team_id, creator_id, status, note, added_by, added_at,
                                                           version)
                    values ('%1$s', '%2$s', '%1$s', '%2$s', 'shortlisted', '', 'test', now(), 1)""".formatted(team, SeededIds.next()));
        }
    }
}
