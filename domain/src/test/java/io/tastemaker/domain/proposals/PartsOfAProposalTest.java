package io.tastemaker.domain.proposals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.domain.campaigns.Deliverable;
import io.tastemaker.domain.campaigns.ProofLink;
import io.tastemaker.domain.outreach.InvitationMessage;
import io.tastemaker.domain.shared.ApplicationId;
import io.tastemaker.domain.shared.DeliverableId;
import io.tastemaker.domain.shared.InvitationId;
import io.tastemaker.domain.shared.ProposalId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What hangs on a proposal: invitations, applications, deliverables, and how far they came. */
class PartsOfAProposalTest {

    private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(60);
    private static final ProposalId PROPOSAL = new ProposalId(new UUID(1, 1));
    private static final ProofLink PROOF = new ProofLink("https://www.example.com/p/1");
    private static final ProposalDeliverable.Work REEL = new ProposalDeliverable.Work(Deliverable.Type.REEL, "A reel", Optional.empty(), Optional.of(PROOF));

    /** Every status and every other: whether one leads to the other. */
    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource(textBlock = """
            SUBMITTED,   SUBMITTED,   no
            SUBMITTED,   SHORTLISTED, yes
            SUBMITTED,   ACCEPTED,    yes
            SUBMITTED,   DECLINED,    yes
            SHORTLISTED, SUBMITTED,   no
            SHORTLISTED, SHORTLISTED, no
            SHORTLISTED, ACCEPTED,    yes
            SHORTLISTED, DECLINED,    yes
            ACCEPTED,    SUBMITTED,   no
            ACCEPTED,    SHORTLISTED, no
            ACCEPTED,    ACCEPTED,    no
            ACCEPTED,    DECLINED,    no
            DECLINED,    SUBMITTED,   no
            DECLINED,    SHORTLISTED, no
            DECLINED,    ACCEPTED,    no
            DECLINED,    DECLINED,    no
            """)
    void an_application_goes_where_the_table_says(Application.Status from, Application.Status to, String allowed) {
        Application.Decision decision = in(from).decide(to, why(to), LATER);
        if (allowed.equals("no")) {
            assertThat(decision).isEqualTo(new Application.Decision.NotFromHere(from, from.next()));
        } else {
            assertThat(decision).isInstanceOfSatisfying(Application.Decision.Moved.class, moved -> {
                assertThat(moved.application().status()).isEqualTo(to);
                assertThat(moved.application().version()).isEqualTo(4);
                assertThat(moved.application().reason()).isEqualTo(why(to));
                assertThat(moved.application().decidedAt().isPresent()).isEqualTo(to != Application.Status.SHORTLISTED);
                assertThat(moved.application().shortlistedAt().isPresent())
                        .isEqualTo(to == Application.Status.SHORTLISTED || from == Application.Status.SHORTLISTED);
            });
        }
        assertThat(from.next().contains(to)).isEqualTo(allowed.equals("yes"));
    }

    /** Every state and every other: whether one leads to the other. The same state is no step, and only changes what can still change. */
    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource(textBlock = """
            PLANNED,   SUBMITTED, yes
            PLANNED,   APPROVED,  no
            PLANNED,   REJECTED,  no
            PLANNED,   CANCELED,  yes
            SUBMITTED, PLANNED,   no
            SUBMITTED, APPROVED,  yes
            SUBMITTED, REJECTED,  yes
            SUBMITTED, CANCELED,  yes
            APPROVED,  PLANNED,   no
            APPROVED,  SUBMITTED, no
            APPROVED,  REJECTED,  no
            APPROVED,  CANCELED,  no
            REJECTED,  PLANNED,   no
            REJECTED,  SUBMITTED, yes
            REJECTED,  APPROVED,  no
            REJECTED,  CANCELED,  yes
            CANCELED,  PLANNED,   yes
            CANCELED,  SUBMITTED, no
            CANCELED,  APPROVED,  no
            CANCELED,  REJECTED,  no
            """)
    void a_deliverable_goes_where_the_table_says(ProposalDeliverable.State from, ProposalDeliverable.State to, String allowed) {
        ProposalDeliverable deliverable = in(from, REEL);
        ProposalDeliverable.Decision decision = deliverable.change(REEL, to, LATER);
        if (allowed.equals("no")) {
            assertThat(decision).isEqualTo(new ProposalDeliverable.Decision.NotFromHere(from, from.next()));
        } else {
            assertThat(decision).isEqualTo(new ProposalDeliverable.Decision.Changed(
                    new ProposalDeliverable(deliverable.id(), PROPOSAL, 4, REEL, to, "user:ana", NOON, LATER)));
        }
    }

    @Test
    void the_tables_above_are_whole() throws NoSuchMethodException {
        assertThat(pairs("an_application_goes_where_the_table_says", Application.Status.class)).containsExactlyElementsOf(Arrays.stream(
                Application.Status.values()).flatMap(from -> Arrays.stream(Application.Status.values()).map(to -> from + "," + to)).toList());
        assertThat(pairs("a_deliverable_goes_where_the_table_says", ProposalDeliverable.State.class)).containsExactlyElementsOf(
                Arrays.stream(ProposalDeliverable.State.values()).flatMap(from -> Arrays.stream(ProposalDeliverable.State.values())
                        .filter(to -> to != from).map(to -> from + "," + to)).toList());
    }

    @ParameterizedTest
    @EnumSource(ProposalDeliverable.State.class)
    void what_is_wanted_changes_only_while_it_waits(ProposalDeliverable.State state) {
        ProposalDeliverable.Work story = new ProposalDeliverable.Work(Deliverable.Type.STORY, "A story", Optional.empty(), Optional.empty());
        ProposalDeliverable.Decision decision = in(state, REEL).change(story, state, LATER);
        if (state == ProposalDeliverable.State.PLANNED || state == ProposalDeliverable.State.REJECTED) {
            assertThat(decision).isInstanceOf(ProposalDeliverable.Decision.Changed.class);
            assertThat(in(state, story).change(story, ProposalDeliverable.State.SUBMITTED, LATER)).isEqualTo(new ProposalDeliverable.Decision.NoProof());
        } else {
            assertThat(decision).isEqualTo(new ProposalDeliverable.Decision.NotFromHere(state, state.next()));
        }
    }

    /** Every status and every action. */
    @ParameterizedTest
    @EnumSource(ProposalInvitation.Status.class)
    void the_invited_can_do_everything_until_it_ends_and_nothing_then(ProposalInvitation.Status status) {
        boolean open = status == ProposalInvitation.Status.SENT || status == ProposalInvitation.Status.OPENED;
        for (ProposalInvitation.Action action : ProposalInvitation.Action.values()) {
            assertThat(status.allowed().contains(action)).as(action.code()).isEqualTo(open);
        }
    }

    @Test
    void an_invitation_ends_with_its_answer_with_the_version_it_is_to_and_with_its_time() {
        ProposalInvitation sent = invitation(1);
        assertThat(sent.status(proposal(2), NOON)).isEqualTo(ProposalInvitation.Status.SENT);
        assertThat(sent.opened(NOON).status(proposal(2), NOON)).isEqualTo(ProposalInvitation.Status.OPENED);
        assertThat(sent.opened(NOON).opened(LATER).openedAt()).contains(NOON);
        assertThat(sent.applied(LATER)).satisfies(applied -> {
            assertThat(applied.openedAt()).contains(LATER);
            assertThat(applied.appliedAt()).contains(LATER);
            assertThat(applied.status(proposal(2), LATER)).isEqualTo(ProposalInvitation.Status.OPENED);
        });
        assertThat(sent.status(proposal(3), NOON)).isEqualTo(ProposalInvitation.Status.OVER);
        assertThat(sent.status(proposal(2), sent.expiresAt())).isEqualTo(ProposalInvitation.Status.EXPIRED);
        assertThat(sent.status(proposal(2), sent.expiresAt().minusNanos(1))).isEqualTo(ProposalInvitation.Status.SENT);
        assertThat(sent.answered(ProposalInvitation.Status.APPROVED, LATER).status(proposal(3), sent.expiresAt()))
                .isEqualTo(ProposalInvitation.Status.APPROVED);
        assertThatThrownBy(() -> sent.answered(ProposalInvitation.Status.OVER, LATER)).hasMessageContaining("approved or declined");
    }

    @Test
    void neither_an_address_nor_what_people_wrote_is_printed_or_logged() {
        ProposalInvitation invitation = invitation(1);
        Application application = in(Application.Status.SUBMITTED);
        assertThat(invitation + " " + application + application.applicant()).doesNotContain("example.com", "serum", "pitch");
        assertThat(invitation.traits().made().toString() + application.traits().made()).doesNotContain("example.com", "serum", "would love");
    }

    @Test
    void a_funnel_says_how_many_of_how_many_and_how_long_it_took() {
        List<ProposalInvitation> invitations = List.of(
                invitation(1),
                invitation(2).opened(NOON.plusSeconds(10)),
                invitation(3).opened(NOON.plusSeconds(20)).applied(NOON.plusSeconds(50)).answered(ProposalInvitation.Status.APPROVED, NOON.plusSeconds(90)),
                invitation(4).answered(ProposalInvitation.Status.DECLINED, NOON.plusSeconds(40)));
        Funnel funnel = Funnel.of(invitations, List.of(in(Application.Status.SHORTLISTED), in(Application.Status.ACCEPTED), in(Application.Status.SUBMITTED)),
                Map.of(InvitationMessage.Side.CREATOR, 3), List.of(in(ProposalDeliverable.State.PLANNED, REEL)));

        assertThat(funnel.opened()).isEqualTo(new Funnel.Share(3, 4));
        assertThat(funnel.applied()).isEqualTo(new Funnel.Share(1, 4));
        assertThat(funnel.approved()).isEqualTo(new Funnel.Share(1, 4));
        assertThat(funnel.refused()).isEqualTo(new Funnel.Share(1, 4));
        assertThat(funnel.shortlisted()).isEqualTo(new Funnel.Share(1, 3));
        assertThat(funnel.accepted()).isEqualTo(new Funnel.Share(1, 3));
        assertThat(funnel.declined()).isEqualTo(new Funnel.Share(0, 3));
        assertThat(funnel.messages()).isEqualTo(Map.of(
                InvitationMessage.Side.CREATOR, new Funnel.Share(3, 3), InvitationMessage.Side.TEAM, new Funnel.Share(0, 3)));
        assertThat(funnel.deliverables()).isEqualTo(Map.of(
                ProposalDeliverable.State.PLANNED, new Funnel.Share(1, 1), ProposalDeliverable.State.SUBMITTED, new Funnel.Share(0, 1),
                ProposalDeliverable.State.APPROVED, new Funnel.Share(0, 1), ProposalDeliverable.State.REJECTED, new Funnel.Share(0, 1),
                ProposalDeliverable.State.CANCELED, new Funnel.Share(0, 1)));
        assertThat(funnel.untilOpened()).isEqualTo(new Funnel.Span(Optional.of(Duration.ofSeconds(20)), 3));
        assertThat(funnel.untilApplied()).isEqualTo(new Funnel.Span(Optional.of(Duration.ofSeconds(30)), 1));
        assertThat(funnel.untilDecided()).isEqualTo(new Funnel.Span(Optional.of(Duration.ofSeconds(5)), 1));
        assertThat(funnel.untilAnswered()).isEqualTo(new Funnel.Span(Optional.of(Duration.ofSeconds(40)), 2));
        assertThat(Funnel.of(List.of(), List.of(), Map.of(), List.of()).untilOpened()).isEqualTo(new Funnel.Span(Optional.empty(), 0));
    }

    private static List<String> pairs(String test, Class<?> type) throws NoSuchMethodException {
        return PartsOfAProposalTest.class.getDeclaredMethod(test, type, type, String.class).getAnnotation(CsvSource.class).textBlock().lines()
                .map(line -> line.replaceAll("\\s", "")).map(line -> line.substring(0, line.lastIndexOf(','))).toList();
    }

    private static Optional<String> why(Application.Status status) {
        return status == Application.Status.DECLINED ? Optional.of("too far away") : Optional.empty();
    }

    private static Application in(Application.Status status) {
        return new Application(new ApplicationId(new UUID(3, 3)), PROPOSAL, 3, Optional.empty(),
                new Application.Applicant(Optional.empty(), Optional.of("nova@example.com")), "I would love to", status, why(status), "user:ana", NOON,
                status == Application.Status.SHORTLISTED ? Optional.of(NOON) : Optional.empty(),
                status.next().isEmpty() ? Optional.of(NOON.plusSeconds(5)) : Optional.empty());
    }

    private static ProposalDeliverable in(ProposalDeliverable.State state, ProposalDeliverable.Work work) {
        return new ProposalDeliverable(new DeliverableId(new UUID(4, 4)), PROPOSAL, 3, work, state, "user:ana", NOON, NOON);
    }

    private static ProposalInvitation invitation(long number) {
        return new ProposalInvitation(new InvitationId(new UUID(5, number)), PROPOSAL, 2, Optional.empty(), "nova@example.com", "our serum", "user:ana", NOON,
                NOON.plus(Duration.ofDays(7)), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Proposal proposal(long version) {
        Terms terms = new Terms("Serum", "", Optional.empty(), List.of(), Optional.empty(), Optional.empty(), Optional.empty(), "");
        return new Proposal(PROPOSAL, new TeamId(new UUID(2, 2)), version, Proposal.Status.SENT, terms, "user:ana", NOON, NOON);
    }
}
