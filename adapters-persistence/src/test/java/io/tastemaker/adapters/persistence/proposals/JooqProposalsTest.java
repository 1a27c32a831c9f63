package io.tastemaker.adapters.persistence.proposals;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static io.tastemaker.application.proposals.out.ProposalFixtures.FULL;
import static io.tastemaker.application.proposals.out.ProposalFixtures.draft;
import static io.tastemaker.application.proposals.out.ProposalFixtures.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.proposals.out.Proposals;
import io.tastemaker.application.proposals.out.ProposalsContract;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.proposals.Proposal;
import io.tastemaker.domain.shared.TeamId;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqProposalsTest extends ProposalsContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @Override
    protected Transactions transactions() {
        return DATABASE.transactions();
    }

    @Override
    protected Teams teams() {
        return DATABASE.teams();
    }

    @Override
    protected Proposals proposals() {
        return new JooqProposals(DATABASE.transactions());
    }

    @Test
    void who_holds_a_proposal_second_waits_and_sees_what_the_first_wrote() {
        TeamId team = newTeam(teams());
        Proposal first = draft(team, FULL, NOON);
        transactions().run(system(team), "test", () -> proposals().add(first, version(first, Proposal.Step.CREATE)));
        CompletableFuture<Proposal> second = transactions().inTransaction(system(team), "test", () -> {
            Proposal held = proposals().hold(first.id()).orElseThrow();
            CompletableFuture<Proposal> begun = CompletableFuture.supplyAsync(() ->
                    transactions().inTransaction(system(team), "test", () -> proposals().hold(first.id()).orElseThrow()));
            while (!begun.isDone() && !somebodyWaits()) {
                Thread.onSpinWait();
            }
            Proposal.Decision.Taken sent = (Proposal.Decision.Taken) held.take(Proposal.Step.SEND, NOON);
            assertThat(proposals().replace(sent.proposal(), version(sent.proposal(), Proposal.Step.SEND))).isTrue();
            return begun;
        });
        assertThat(second.join().status()).isEqualTo(Proposal.Status.SENT);
    }

    private static boolean somebodyWaits() {
        return DATABASE.acrossTeams().<Boolean>run(sql -> sql.fetchSingle("select exists (select from pg_locks where not granted)")
                .get(0, Boolean.class));
    }
}
