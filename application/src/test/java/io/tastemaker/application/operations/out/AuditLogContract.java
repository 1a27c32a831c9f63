package io.tastemaker.application.operations.out;

import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.operations.out.AuditLog.Filter;
import io.tastemaker.application.shared.Origin;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.operations.AuditEntry;
import io.tastemaker.domain.operations.AuditHead;
import io.tastemaker.domain.operations.AuditVerdict;
import io.tastemaker.domain.shared.Change;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every audit log does with what the transactions write. */
public abstract class AuditLogContract {

    private static final Subject CAMPAIGN = Subject.of("campaign", "7");
    /** Texts that would be mistaken for others if they were merely joined. */
    private static final List<Change> CHANGES = List.of(
            new Change("name", Optional.of("Sum:mer"), Optional.of("Wíntér 12:34-")), new Change("budget", Optional.empty(), Optional.of("7")),
            Change.withheld("note"), new Change("brief", Optional.of("line\n\"quoted\" \\ 🎉"), Optional.of("")));

    private TeamId team;
    private Actor actor;

    protected abstract Transactions transactions();

    protected abstract Origin.Trail trail();

    protected abstract Teams teams();

    protected abstract AuditLog log();

    @BeforeEach
    void makeTeam() {
        team = newTeam(teams());
        actor = system(team);
    }

    @Test
    void a_deed_is_written_down_with_what_it_was_about_and_where_it_came_from() {
        trail().within(new Origin(Optional.of("request-1"), Optional.of("192.0.2.7")), () -> {
            transactions().run(actor, "campaign.change", () -> transactions().about(CAMPAIGN, CHANGES));
            return true;
        });
        AuditEntry entry = all().getFirst();
        assertThat(entry.team()).isEqualTo(team);
        assertThat(entry.actor()).isEqualTo("system:test");
        assertThat(entry.action()).isEqualTo("campaign.change");
        assertThat(entry.subject()).contains(CAMPAIGN);
        assertThat(entry.changes()).isEqualTo(CHANGES);
        assertThat(entry.requestId()).contains("request-1");
        assertThat(entry.address()).contains("192.0.2.7");
        assertThat(entry.seq()).isEqualTo(1);
        assertThat(entry.previous()).isEqualTo("0".repeat(64));
    }

    @Test
    void what_was_done_about_one_thing_is_listed_the_newest_first_without_what_was_refused() {
        deed("campaign.create");
        transactions().run(actor, "campaign.change", () -> transactions().about(Subject.of("campaign", "another"), List.of()));
        transactions().run(actor, "campaign.launch", () -> transactions().refused(CAMPAIGN));
        deed("campaign.match");
        deed("campaign.change");
        transactions().run(system(newTeam(teams())), "campaign.delete", () -> transactions().about(CAMPAIGN, List.of()));

        Page<AuditEntry> newest = transactions().reading(actor, () -> log().deeds(CAMPAIGN, PageRequest.first(2)));
        assertThat(newest.items()).extracting(AuditEntry::action).containsExactly("campaign.change", "campaign.match");
        Page<AuditEntry> rest = transactions().reading(actor, () -> log().deeds(CAMPAIGN, new PageRequest(2, newest.next())));
        assertThat(rest.items()).extracting(AuditEntry::action).containsExactly("campaign.create");
        assertThat(rest.next()).isEmpty();
    }

    @Test
    void deeds_are_counted_by_actor_and_action_of_one_team() {
        deed("campaign.match");
        deed("campaign.match");
        deed("campaign.change");
        transactions().run(system(newTeam(teams())), "campaign.match", () -> transactions().about(CAMPAIGN, List.of()));

        assertThat(transactions().reading(actor, () -> log().tallies(Instant.EPOCH, Instant.parse("2999-01-01T00:00:00Z")))).containsExactly(
                new AuditLog.Tally("system:test", "campaign.change", 1), new AuditLog.Tally("system:test", "campaign.match", 2));
        assertThat(transactions().reading(actor, () -> log().tallies(Instant.parse("2998-01-01T00:00:00Z"), Instant.parse("2999-01-01T00:00:00Z"))))
                .isEmpty();
    }

    @Test
    void a_deed_that_never_says_what_it_was_about_was_refused() {
        transactions().run(actor, "test", () -> {});
        assertThat(all()).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("test.refused");
            assertThat(entry.subject()).isEmpty();
            assertThat(entry.changes()).isEmpty();
            assertThat(entry.requestId()).isEmpty();
            assertThat(entry.address()).isEmpty();
        });
    }

    @Test
    void of_what_a_deed_says_of_itself_the_later_word_counts() {
        transactions().run(actor, "test", () -> {
            transactions().about(Subject.of("team", "1"), List.of());
            transactions().about(CAMPAIGN, CHANGES);
        });
        assertThat(all().getFirst().subject()).contains(CAMPAIGN);
    }

    @Test
    void what_a_refused_deed_would_have_been_about_is_written_down() {
        transactions().run(actor, "test", () -> transactions().refused(CAMPAIGN));
        assertThat(all()).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("test.refused");
            assertThat(entry.subject()).contains(CAMPAIGN);
        });
    }

    @Test
    void whether_a_deed_was_done_is_said_last() {
        transactions().run(actor, "first", () -> {
            transactions().refused(CAMPAIGN);
            transactions().about(CAMPAIGN, CHANGES);
        });
        transactions().run(actor, "second", () -> {
            transactions().about(CAMPAIGN, CHANGES);
            transactions().refused(CAMPAIGN);
        });
        assertThat(all()).extracting(AuditEntry::action).containsExactly("second.refused", "first");
        assertThat(all().getFirst().changes()).isEmpty();
    }

    @Test
    void what_was_rolled_back_and_what_only_reads_leave_nothing() {
        assertThatThrownBy(() -> transactions().run(actor, "test", () -> {
            transactions().about(CAMPAIGN, CHANGES);
            throw new IllegalStateException("on purpose");
        })).isInstanceOf(IllegalStateException.class);
        transactions().reading(actor, () -> true);
        assertThat(all()).isEmpty();
        assertThat(head()).isEqualTo(AuditHead.START);
    }

    @Test
    void the_entries_of_each_team_are_a_chain_of_its_own() {
        TeamId other = newTeam(teams());
        for (int round = 0; round < 3; round++) {
            deed("mine");
            transactions().run(system(other), "theirs", () -> transactions().about(CAMPAIGN, CHANGES));
        }
        assertThat(all()).extracting(AuditEntry::action).containsExactly("mine", "mine", "mine");
        assertThat(all()).extracting(AuditEntry::seq).containsExactly(3L, 2L, 1L);
        assertThat(all().getFirst().previous()).isEqualTo(all().get(1).hash());
        assertThat(head()).isEqualTo(all().getFirst().head());
        assertThat(verdict(team)).isEqualTo(new AuditVerdict.Whole(head()));
        assertThat(verdict(other)).isInstanceOf(AuditVerdict.Whole.class);
    }

    @Test
    void pages_have_neither_gaps_nor_repeats() {
        for (int number = 0; number < 7; number++) {
            deed("test");
        }
        List<Long> seen = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            PageRequest request = new PageRequest(3, after);
            Page<AuditEntry> page = transactions().reading(actor, () -> log().list(Filter.ALL, request));
            page.items().forEach(entry -> seen.add(entry.seq()));
            after = page.next();
        } while (after.isPresent());
        assertThat(seen).isEqualTo(LongStream.rangeClosed(1, 7).map(number -> 8 - number).boxed().toList());
    }

    @Test
    void entries_are_found_by_actor_action_subject_and_time() {
        transactions().run(actor, "campaign.create", () -> transactions().about(CAMPAIGN, CHANGES));
        transactions().run(new Actor.Operator("root", team), "campaign.change", () -> transactions().about(Subject.of("campaign", "8"), List.of()));
        transactions().run(actor, "camp_ign.change", () -> transactions().about(Subject.of("creator", "7"), List.of()));
        List<AuditEntry> all = all();
        Optional<String> any = Optional.empty();
        assertThat(found(new Filter(Optional.of("operator:root"), any, any, any, Optional.empty(), Optional.empty()))).containsExactly(2L);
        assertThat(found(new Filter(any, Optional.of("campaign."), any, any, Optional.empty(), Optional.empty()))).containsExactly(2L, 1L);
        assertThat(found(new Filter(any, Optional.of("camp_"), any, any, Optional.empty(), Optional.empty()))).containsExactly(3L);
        assertThat(found(new Filter(any, any, Optional.of("creator"), any, Optional.empty(), Optional.empty()))).containsExactly(3L);
        assertThat(found(new Filter(any, any, any, Optional.of("7"), Optional.empty(), Optional.empty()))).containsExactly(3L, 1L);
        assertThat(found(new Filter(any, any, any, any, Optional.of(all.get(1).at()), Optional.empty()))).containsExactly(3L, 2L);
        assertThat(found(new Filter(any, any, any, any, Optional.empty(), Optional.of(all.get(1).at())))).containsExactly(1L);
    }

    private void deed(String action) {
        transactions().run(actor, action, () -> transactions().about(CAMPAIGN, List.of()));
    }

    private List<AuditEntry> all() {
        return transactions().reading(actor, () -> log().list(Filter.ALL, PageRequest.first(100))).items();
    }

    private List<Long> found(Filter filter) {
        return transactions().reading(actor, () -> log().list(filter, PageRequest.first(100))).items().stream().map(AuditEntry::seq).toList();
    }

    private AuditHead head() {
        return transactions().reading(actor, () -> log().head().orElseThrow());
    }

    private AuditVerdict verdict(TeamId whose) {
        return transactions().reading(system(whose), () -> AuditVerdict.of(log().head().orElseThrow(), log()));
    }
}
