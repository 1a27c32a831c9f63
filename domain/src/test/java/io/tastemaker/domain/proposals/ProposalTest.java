package io.tastemaker.domain.proposals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.domain.proposals.Proposal.Decision;
import io.tastemaker.domain.proposals.Proposal.Status;
import io.tastemaker.domain.proposals.Proposal.Step;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Change;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.ProposalId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProposalTest {

    private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(60);
    private static final Terms FULL = new Terms("Spring serum", "Three reels", Optional.of(new CampaignId(new UUID(7, 7))),
            List.of("1 reel", "2 stories"), Optional.of(Money.of("1200.00", "EUR")), Optional.of(LocalDate.of(2026, 10, 1)),
            Optional.of(LocalDate.of(2026, 10, 31)), "no rivals for 30 days");
    private static final Terms BARE = terms("Spring serum", List.of());

    /** Every status and every step: where it leads, or a hyphen. */
    @ParameterizedTest(name = "{0}: {1} leads to {2}")
    @CsvSource(textBlock = """
            DRAFT,     CREATE,   -
            DRAFT,     CHANGE,   DRAFT
            DRAFT,     SEND,     SENT
            DRAFT,     APPROVE,  -
            DRAFT,     DECLINE,  -
            DRAFT,     WITHDRAW, -
            DRAFT,     DELETE,   DRAFT
            SENT,      CREATE,   -
            SENT,      CHANGE,   -
            SENT,      SEND,     -
            SENT,      APPROVE,  APPROVED
            SENT,      DECLINE,  DECLINED
            SENT,      WITHDRAW, WITHDRAWN
            SENT,      DELETE,   -
            APPROVED,  CREATE,   -
            APPROVED,  CHANGE,   -
            APPROVED,  SEND,     -
            APPROVED,  APPROVE,  -
            APPROVED,  DECLINE,  -
            APPROVED,  WITHDRAW, -
            APPROVED,  DELETE,   -
            DECLINED,  CREATE,   -
            DECLINED,  CHANGE,   DRAFT
            DECLINED,  SEND,     -
            DECLINED,  APPROVE,  -
            DECLINED,  DECLINE,  -
            DECLINED,  WITHDRAW, -
            DECLINED,  DELETE,   DECLINED
            WITHDRAWN, CREATE,   -
            WITHDRAWN, CHANGE,   DRAFT
            WITHDRAWN, SEND,     -
            WITHDRAWN, APPROVE,  -
            WITHDRAWN, DECLINE,  -
            WITHDRAWN, WITHDRAW, -
            WITHDRAWN, DELETE,   WITHDRAWN
            """)
    void each_step_leads_where_the_table_says_and_an_illegal_one_names_the_legal_ones(Status status, Step step, String next) {
        Proposal proposal = in(status, FULL);
        Decision decision = proposal.take(step, LATER);
        if (next.equals("-")) {
            assertThat(decision).isEqualTo(new Decision.NotFromHere(status, proposal.allowed()));
            assertThat(proposal.allowed()).doesNotContain(step);
        } else {
            assertThat(decision).isEqualTo(new Decision.Taken(
                    new Proposal(proposal.id(), proposal.team(), 6, Status.valueOf(next), FULL, "user:ana", NOON, LATER)));
            assertThat(proposal.allowed()).contains(step);
        }
    }

    @Test
    void the_table_above_is_whole() throws NoSuchMethodException {
        CsvSource table = ProposalTest.class.getDeclaredMethod(
                "each_step_leads_where_the_table_says_and_an_illegal_one_names_the_legal_ones", Status.class, Step.class, String.class)
                .getAnnotation(CsvSource.class);
        List<String> pairs = table.textBlock().lines().map(line -> line.replaceAll("\\s", "")).map(line -> line.substring(0, line.lastIndexOf(',')))
                .toList();
        List<String> all = Arrays.stream(Status.values()).flatMap(status -> Arrays.stream(Step.values()).map(step -> status + "," + step)).toList();
        assertThat(pairs).containsExactlyElementsOf(all);
    }

    @Test
    void what_nobody_can_decide_about_is_not_sent_and_all_that_is_missing_is_named() {
        assertThat(in(Status.DRAFT, BARE).take(Step.SEND, LATER)).isEqualTo(new Decision.Incomplete(List.of("summary", "deliverables", "fee")));
    }

    @ParameterizedTest
    @EnumSource(value = Status.class, names = {"DRAFT", "DECLINED", "WITHDRAWN"})
    void a_change_makes_a_draft_of_other_terms(Status status) {
        assertThat(in(status, FULL).change(BARE, LATER)).isInstanceOfSatisfying(Decision.Taken.class, taken -> {
            assertThat(taken.proposal().terms()).isEqualTo(BARE);
            assertThat(taken.proposal().status()).isEqualTo(Status.DRAFT);
        });
    }

    @Test
    void versions_differ_member_by_member() {
        ProposalVersion first = ProposalVersion.of(in(Status.DRAFT, FULL), Step.CREATE, "", "user:ana");
        Terms other = new Terms("Spring serum", "Three reels", Optional.empty(), List.of("1 reel"), Optional.of(Money.of("1500.00", "EUR")),
                FULL.startsOn(), FULL.endsOn(), "");
        ProposalVersion second = ProposalVersion.of(in(Status.SENT, other), Step.SEND, "", "user:ana");

        assertThat(first.differences(second)).containsExactly(
                new Change("status", Optional.of("draft"), Optional.of("sent")),
                new Change("campaign_id", Optional.of(new UUID(7, 7).toString()), Optional.empty()),
                new Change("deliverables", Optional.of("1 reel\n2 stories"), Optional.of("1 reel")),
                new Change("fee", Optional.of("1200.00 EUR"), Optional.of("1500.00 EUR")),
                new Change("conditions", Optional.of("no rivals for 30 days"), Optional.empty()));
        assertThat(first.differences(first)).isEmpty();
    }

    @Test
    void terms_have_bounds() {
        assertThatThrownBy(() -> terms(" ", List.of())).hasMessageContaining("title");
        assertThatThrownBy(() -> terms("x".repeat(201), List.of())).hasMessageContaining("title");
        assertThatThrownBy(() -> terms("x", Collections.nCopies(51, "reel"))).hasMessageContaining("50");
        assertThatThrownBy(() -> terms("x", List.of("a\nb"))).hasMessageContaining("line");
        assertThatThrownBy(() -> new Terms("x", "", Optional.empty(), List.of(), Optional.empty(), FULL.endsOn(), FULL.startsOn(), ""))
                .hasMessageContaining("last day");
        assertThat(terms("🌱".repeat(200), List.of()).title()).hasSize(400);
    }

    private static Terms terms(String title, List<String> deliverables) {
        return new Terms(title, "", Optional.empty(), deliverables, Optional.empty(), Optional.empty(), Optional.empty(), "");
    }

    private static Proposal in(Status status, Terms terms) {
        return new Proposal(new ProposalId(new UUID(1, 1)), new TeamId(new UUID(2, 2)), 5, status, terms, "user:ana", NOON, NOON);
    }
}
