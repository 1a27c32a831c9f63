package io.tastemaker.domain.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.domain.outreach.Invitation.Command;
import io.tastemaker.domain.outreach.Invitation.Decision;
import io.tastemaker.domain.outreach.Invitation.Status;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.InvitationId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class InvitationTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant AFTER_TWO_DAYS = NOON.plus(Duration.ofDays(2));
    private static final Instant END = NOON.plus(Duration.ofDays(14));
    private static final Wording WORDING = new Wording("Hello", "Answer here: {{response_link}}");
    private static final InvitationTerms TERMS = new InvitationTerms(14, List.of(2, 7));

    /** Every state and every command: the next state, or "same" for nothing new, or the refusal. */
    private static final String TABLE = """
                       open       reply      accept     decline    withdraw   expire     remind     bounce     resend
            sent       opened     replied    accepted   declined   withdrawn  expired    sent       bounced    sent
            opened     same       replied    accepted   declined   withdrawn  expired    opened     impossible opened
            replied    same       replied    accepted   declined   withdrawn  expired    impossible impossible replied
            bounced    opened     replied    accepted   declined   withdrawn  expired    impossible impossible sent
            accepted   decided    decided    decided    decided    decided    decided    decided    decided    decided
            declined   decided    decided    decided    decided    decided    decided    decided    decided    decided
            withdrawn  taken_back taken_back taken_back taken_back taken_back taken_back taken_back taken_back taken_back
            expired    over       over       over       over       over       over       over       over       over
            """;

    static Stream<Arguments> table() {
        List<List<String>> rows = TABLE.lines().map(line -> List.of(line.strip().split("\\s+"))).toList();
        return rows.stream().skip(1).flatMap(row -> IntStream.range(0, rows.getFirst().size())
                .mapToObj(column -> Arguments.of(Coded.find(Status.class, row.getFirst()).orElseThrow(),
                        Coded.find(Command.class, rows.getFirst().get(column)).orElseThrow(), row.get(column + 1))));
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @MethodSource("table")
    void each_command_in_each_state(Status status, Command command, String expected) {
        Invitation invitation = in(status);
        Instant time = command == Command.EXPIRE ? END : AFTER_TWO_DAYS;

        Decision decision = invitation.decide(command, time);

        switch (expected) {
            case "same" -> assertThat(decision).isEqualTo(new Decision.Unchanged());
            case "decided" -> refused(decision, new Decision.AlreadyDecided(status), status, Set.of());
            case "taken_back" -> refused(decision, new Decision.AlreadyWithdrawn(), status, Set.of());
            case "over" -> refused(decision, new Decision.AlreadyExpired(END), status, Set.of());
            case "impossible" -> refused(decision, new Decision.NotPossible(status, possible(status)), status, possible(status));
            default -> assertThat(decision).isInstanceOfSatisfying(Decision.Moved.class, moved -> {
                assertThat(moved.next().status().code()).isEqualTo(expected);
                assertThat(moved.next().version()).isEqualTo(invitation.version() + 1);
                assertThat(moved.next().endedAt()).isEqualTo(moved.next().status().isOpen() ? Optional.empty() : Optional.of(time));
            });
        }
    }

    @Test
    void the_table_has_every_state_and_every_command() {
        assertThat(table().map(row -> List.of(row.get()[0], row.get()[1])).distinct())
                .hasSize(Status.values().length * Command.values().length);
    }

    @ParameterizedTest
    @EnumSource(names = {"OPEN", "REPLY", "ACCEPT", "DECLINE", "WITHDRAW", "REMIND", "BOUNCE", "RESEND"})
    void when_the_time_is_out_nothing_counts_any_more_whether_that_was_noticed_or_not(Command command) {
        for (Status status : List.of(Status.SENT, Status.OPENED, Status.REPLIED, Status.BOUNCED)) {
            assertThat(in(status).decide(command, END)).isEqualTo(new Decision.AlreadyExpired(END));
            assertThat(in(status).decide(command, END.minusMillis(1))).isNotEqualTo(new Decision.AlreadyExpired(END));
        }
    }

    @Test
    void nothing_expires_before_its_time() {
        refused(in(Status.SENT).decide(Command.EXPIRE, END.minusMillis(1)),
                new Decision.NotDue(Status.SENT, Optional.of(END), possible(Status.SENT)), Status.SENT, possible(Status.SENT));
    }

    @Test
    void a_reminder_is_written_when_it_is_due_and_never_more_often_than_was_said() {
        Invitation sent = in(Status.SENT);
        Instant first = NOON.plus(Duration.ofDays(2));
        Instant second = NOON.plus(Duration.ofDays(7));
        assertThat(sent.decide(Command.REMIND, first.minusMillis(1))).isEqualTo(
                new Decision.NotDue(Status.SENT, Optional.of(first), possible(Status.SENT)));
        Invitation once = moved(sent.decide(Command.REMIND, first));
        assertThat(once.reminders()).isEqualTo(1);
        assertThat(once.remindAt()).contains(second);
        Invitation twice = moved(once.decide(Command.REMIND, second));
        assertThat(twice.remindAt()).isEmpty();
        assertThat(twice.decide(Command.REMIND, second.plus(Duration.ofDays(3)))).isEqualTo(
                new Decision.NotDue(Status.SENT, Optional.empty(), possible(Status.SENT)));
    }

    @Test
    void after_a_pause_the_reminders_do_not_come_all_at_once() {
        Instant late = NOON.plus(Duration.ofDays(9));
        assertThat(moved(in(Status.SENT).decide(Command.REMIND, late)).remindAt()).contains(late.plus(Duration.ofDays(1)));
    }

    @Test
    void who_wrote_is_not_reminded() {
        Invitation replied = in(Status.REPLIED);
        assertThat(replied.remindAt()).isEmpty();
        assertThat(replied.dueAt()).contains(END);
        assertThat(replied.due(NOON.plus(Duration.ofDays(10)))).isEmpty();
        assertThat(replied.due(END)).contains(Command.EXPIRE);
    }

    @Test
    void what_is_due_next_is_the_reminder_and_then_the_end() {
        Invitation sent = in(Status.SENT);
        assertThat(sent.dueAt()).contains(NOON.plus(Duration.ofDays(2)));
        assertThat(sent.due(NOON)).isEmpty();
        assertThat(sent.due(NOON.plus(Duration.ofDays(2)))).contains(Command.REMIND);
        assertThat(sent.due(END)).contains(Command.EXPIRE);
        for (Status ended : List.of(Status.ACCEPTED, Status.DECLINED, Status.WITHDRAWN, Status.EXPIRED)) {
            assertThat(in(ended).dueAt()).as(ended.code()).isEmpty();
            assertThat(in(ended).due(END)).as(ended.code()).isEmpty();
        }
    }

    @Test
    void what_is_sent_once_more_begins_a_new_life_at_the_address_that_is_known_now() {
        Instant later = NOON.plus(Duration.ofDays(5));
        Invitation reminded = moved(in(Status.SENT).decide(Command.REMIND, later));
        Invitation anew = moved(moved(reminded.decide(Command.BOUNCE, later)).resend("ana@new.example.com", later));
        assertThat(anew.status()).isEqualTo(Status.SENT);
        assertThat(anew.email()).isEqualTo("ana@new.example.com");
        assertThat(anew.reminders()).isZero();
        assertThat(anew.sentAt()).isEqualTo(later);
        assertThat(anew.expiresAt()).isEqualTo(later.plus(Duration.ofDays(14)));
        assertThat(anew.remindAt()).contains(later.plus(Duration.ofDays(2)));
        assertThat(in(Status.ACCEPTED).resend("ana@new.example.com", later)).isEqualTo(new Decision.AlreadyDecided(Status.ACCEPTED));
    }

    @Test
    void when_the_creator_first_looked_and_last_wrote_is_remembered() {
        Invitation opened = moved(in(Status.SENT).decide(Command.OPEN, NOON.plusSeconds(60)));
        Invitation replied = moved(opened.decide(Command.REPLY, NOON.plusSeconds(120)));
        Invitation again = moved(replied.decide(Command.REPLY, NOON.plusSeconds(180)));
        assertThat(again.openedAt()).contains(NOON.plusSeconds(60));
        assertThat(again.repliedAt()).contains(NOON.plusSeconds(180));
        assertThat(moved(in(Status.SENT).decide(Command.ACCEPT, NOON.plusSeconds(9))).openedAt()).contains(NOON.plusSeconds(9));
        assertThat(moved(in(Status.SENT).decide(Command.WITHDRAW, NOON.plusSeconds(9))).openedAt()).isEmpty();
    }

    @Test
    void terms_have_bounds() {
        assertThat(InvitationTerms.USUAL).isEqualTo(new InvitationTerms(14, List.of(3, 7)));
        assertThat(new InvitationTerms(90, List.of(1, 2, 3, 4, 89)).life()).isEqualTo(Duration.ofDays(90));
        assertThat(new InvitationTerms(1, List.of()).remindAfterDays()).isEmpty();
        for (int days : List.of(0, 91)) {
            assertThatThrownBy(() -> new InvitationTerms(days, List.of())).isInstanceOf(IllegalArgumentException.class);
        }
        for (List<Integer> reminders : List.of(List.of(0), List.of(14), List.of(3, 3), List.of(7, 3), List.of(1, 2, 3, 4, 5, 6))) {
            assertThatThrownBy(() -> new InvitationTerms(14, reminders)).as(reminders.toString()).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void it_prints_neither_whom_nor_what() {
        assertThat(in(Status.SENT).toString()).doesNotContain("ana", "Answer").contains("sent");
    }

    private static Set<Command> possible(Status status) {
        List<String> columns = List.of(TABLE.lines().findFirst().orElseThrow().strip().split("\\s+"));
        List<String> row = Arrays.asList(TABLE.lines().filter(line -> line.startsWith(status.code())).findFirst().orElseThrow().split("\\s+"));
        return columns.stream().filter(command -> !row.get(columns.indexOf(command) + 1).equals("impossible"))
                .map(command -> Coded.find(Command.class, command).orElseThrow()).collect(Collectors.toSet());
    }

    private static void refused(Decision decision, Decision.Refused expected, Status status, Set<Command> allowed) {
        assertThat(decision).isEqualTo(expected);
        assertThat(decision).isInstanceOfSatisfying(Decision.Refused.class, refused -> {
            assertThat(refused.status()).isEqualTo(status);
            assertThat(refused.allowed()).isEqualTo(allowed);
        });
    }

    private static Invitation moved(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Moved.class);
        return ((Decision.Moved) decision).next();
    }

    private static Invitation in(Status status) {
        TeamId team = new TeamId(new UUID(1, 1));
        Invitation.Invitee invitee = new Invitation.Invitee(
                new CampaignId(new UUID(2, 2)), new CreatorId(new UUID(3, 3)), TeamId.CATALOGUE, "ana@example.com");
        Invitation sent = Invitation.begin(new InvitationId(new UUID(4, 4)), team, invitee, WORDING, TERMS, "user:ana", NOON);
        return switch (status) {
            case SENT -> sent;
            case OPENED -> moved(sent.decide(Command.OPEN, NOON));
            case REPLIED -> moved(sent.decide(Command.REPLY, NOON));
            case BOUNCED -> moved(sent.decide(Command.BOUNCE, NOON));
            case ACCEPTED -> moved(sent.decide(Command.ACCEPT, NOON));
            case DECLINED -> moved(sent.decide(Command.DECLINE, NOON));
            case WITHDRAWN -> moved(sent.decide(Command.WITHDRAW, NOON));
            case EXPIRED -> moved(sent.decide(Command.EXPIRE, END));
        };
    }
}
