package io.tastemaker.application.proposals.out;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static io.tastemaker.application.proposals.out.ProposalFixtures.BARE;
import static io.tastemaker.application.proposals.out.ProposalFixtures.FULL;
import static io.tastemaker.application.proposals.out.ProposalFixtures.draft;
import static io.tastemaker.application.proposals.out.ProposalFixtures.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.proposals.Proposal;
import io.tastemaker.domain.proposals.ProposalVersion;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of proposals does. */
public abstract class ProposalsContract {

    private TeamId team;

    protected abstract Transactions transactions();

    protected abstract Teams teams();

    protected abstract Proposals proposals();

    @BeforeEach
    void makeTeam() {
        team = newTeam(teams());
    }

    @Test
    void a_proposal_is_found_as_it_was_added_by_its_own_team_only() {
        Proposal full = add(draft(team, FULL, NOON));
        Proposal bare = add(draft(team, BARE, NOON));
        assertThat(find(team, full)).contains(full);
        assertThat(find(team, bare)).contains(bare);
        assertThat(find(newTeam(teams()), full)).isEmpty();
        assertThatThrownBy(() -> add(draft(newTeam(teams()), BARE, NOON))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void the_next_version_replaces_the_one_before_and_both_are_kept() {
        Proposal first = add(draft(team, FULL, NOON));
        Proposal second = taken(first.change(BARE, NOON.plusSeconds(1)));
        assertThat(replace(second, Proposal.Step.CHANGE)).isTrue();
        assertThat(replace(taken(first.change(FULL, NOON)), Proposal.Step.CHANGE)).isFalse();
        assertThat(find(team, first)).contains(second);
        assertThat(versions(team, first)).containsExactly(version(second, Proposal.Step.CHANGE), version(first, Proposal.Step.CREATE));
        assertThat(read(team, () -> proposals().version(first.id(), 1))).contains(version(first, Proposal.Step.CREATE));
        assertThat(read(team, () -> proposals().version(first.id(), 3))).isEmpty();
        TeamId other = newTeam(teams());
        assertThat(versions(other, first)).isEmpty();
        assertThat(read(other, () -> proposals().version(first.id(), 1))).isEmpty();
    }

    @Test
    void a_removed_proposal_is_gone_with_its_versions_unless_somebody_changed_it() {
        Proposal first = add(draft(team, FULL, NOON));
        Proposal second = taken(first.take(Proposal.Step.SEND, NOON));
        replace(second, Proposal.Step.SEND);
        assertThat(this.<Boolean>write(team, () -> proposals().remove(first))).isFalse();
        assertThat(this.<Boolean>write(newTeam(teams()), () -> proposals().remove(second))).isFalse();
        assertThat(this.<Boolean>write(team, () -> proposals().remove(second))).isTrue();
        assertThat(find(team, first)).isEmpty();
        assertThat(versions(team, first)).isEmpty();
    }

    @Test
    void pages_concatenate_to_the_whole_the_newest_first_and_counted() {
        List<Proposal> newestFirst = new ArrayList<>();
        for (int second = 0; second < 5; second++) {
            newestFirst.addFirst(add(draft(team, BARE, NOON.plusSeconds(second))));
        }
        List<Proposal> seen = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            PageRequest request = new PageRequest(2, after);
            Page<Proposal> page = read(team, () -> proposals().list(Optional.empty(), request));
            seen.addAll(page.items());
            after = page.next();
        } while (after.isPresent());
        assertThat(seen).isEqualTo(newestFirst);
        assertThat(read(team, () -> proposals().count())).isEqualTo(5);
        assertThat(read(newTeam(teams()), () -> proposals().count())).isZero();
    }

    @Test
    void versions_are_paged_too() {
        Proposal proposal = add(draft(team, FULL, NOON));
        for (int change = 0; change < 12; change++) {
            proposal = taken(proposal.change(change % 2 == 0 ? BARE : FULL, NOON));
            replace(proposal, Proposal.Step.CHANGE);
        }
        Proposal last = proposal;
        Page<ProposalVersion> first = read(team, () -> proposals().versions(last.id(), PageRequest.first(7)));
        Page<ProposalVersion> rest = read(team, () -> proposals().versions(last.id(), new PageRequest(7, first.next())));
        assertThat(first.items()).extracting(ProposalVersion::number).containsExactly(13L, 12L, 11L, 10L, 9L, 8L, 7L);
        assertThat(rest.items()).extracting(ProposalVersion::number).containsExactly(6L, 5L, 4L, 3L, 2L, 1L);
        assertThat(rest.next()).isEmpty();
    }

    @Test
    void a_list_of_one_status_holds_only_that() {
        Proposal first = add(draft(team, FULL, NOON));
        add(draft(team, FULL, NOON));
        Proposal sent = taken(first.take(Proposal.Step.SEND, NOON));
        replace(sent, Proposal.Step.SEND);
        assertThat(read(team, () -> proposals().list(Optional.of(Proposal.Status.SENT), PageRequest.first(9))).items()).containsExactly(sent);
    }

    private static Proposal taken(Proposal.Decision decision) {
        return ((Proposal.Decision.Taken) decision).proposal();
    }

    private Proposal add(Proposal proposal) {
        return write(team, () -> {
            proposals().add(proposal, version(proposal, Proposal.Step.CREATE));
            return proposal;
        });
    }

    private boolean replace(Proposal next, Proposal.Step step) {
        return write(team, () -> proposals().replace(next, version(next, step)));
    }

    private Optional<Proposal> find(TeamId reader, Proposal proposal) {
        return read(reader, () -> proposals().find(proposal.id()));
    }

    private List<ProposalVersion> versions(TeamId reader, Proposal proposal) {
        return read(reader, () -> proposals().versions(proposal.id(), PageRequest.first(9))).items();
    }

    private <T> T read(TeamId reader, Supplier<T> work) {
        return transactions().reading(system(reader), work);
    }

    private <T> T write(TeamId writer, Supplier<T> work) {
        return transactions().inTransaction(system(writer), "test", work);
    }
}
