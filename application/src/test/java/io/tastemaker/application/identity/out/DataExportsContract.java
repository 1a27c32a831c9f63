package io.tastemaker.application.identity.out;

import static io.tastemaker.application.identity.out.PeopleFixtures.PROGRAM;
import static io.tastemaker.application.identity.out.PeopleFixtures.newOwner;
import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.identity.out.DataExports.Taken;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.domain.identity.DataExport;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of exports does. */
public abstract class DataExportsContract {

    private static final Instant LATER = NOON.plusSeconds(60);

    protected abstract PlatformTransactions transactions();

    protected abstract Teams teams();

    protected abstract Users users();

    protected abstract DataExports exports();

    @Test
    void an_export_is_found_by_its_person_alone() {
        DataExport export = begun(person());
        assertThat(found(export.id(), export.user())).contains(export);
        assertThat(found(export.id(), person().id())).isEmpty();
        assertThat(found(SeededIds.next(), export.user())).isEmpty();
    }

    @Test
    void one_under_way_stays_and_one_that_ended_or_stands_still_makes_room() {
        User ana = person();
        DataExport first = begun(ana);
        assertThat(begin(another(ana), NOON)).as("under way").isEqualTo(first);
        exports().giveUp(first.id(), "why");
        DataExport second = another(ana);
        assertThat(begin(second, NOON)).as("given up").isEqualTo(second);
        DataExport third = another(ana);
        assertThat(begin(third, NOON.plusSeconds(1))).as("stands still").isEqualTo(third);
        assertThat(found(second.id(), ana.id())).isEmpty();
    }

    @Test
    void pieces_become_a_file_that_is_read_when_it_is_whole() {
        DataExport export = begun(person());
        Taken taken = taken(export);
        assertThat(exports().append(taken, 0, "{é", 2, LATER)).isTrue();
        assertThat(exports().append(taken, 1, "}", 1, LATER)).isTrue();
        assertThat(found(export).rows()).isEqualTo(3);
        assertThat(found(export).bytes()).isEqualTo(4);
        assertThat(exports().findPiece(export.id(), 0)).as("not whole yet").isEmpty();

        Instant end = LATER.plusSeconds(9);
        assertThat(exports().finish(taken, LATER, end)).isTrue();
        assertThat(found(export).state()).isEqualTo(new DataExport.State.Ready(LATER));
        assertThat(found(export).expiresAt()).isEqualTo(end);
        assertThat(exports().findPiece(export.id(), 0)).contains("{é");
        assertThat(exports().findPiece(export.id(), 1)).contains("}");
        assertThat(exports().findPiece(export.id(), 2)).isEmpty();
    }

    @Test
    void who_takes_it_up_later_has_it_and_begins_anew() {
        DataExport export = begun(person());
        Taken earlier = taken(export);
        exports().append(earlier, 0, "lost", 1, LATER);
        Taken later = taken(export);
        assertThat(exports().append(earlier, 1, "lost", 1, LATER)).isFalse();
        assertThat(exports().finish(earlier, LATER, LATER)).isFalse();
        exports().append(later, 0, "kept", 1, LATER);
        exports().finish(later, LATER, LATER);
        assertThat(exports().findPiece(export.id(), 0)).contains("kept");
        assertThat(found(export).rows()).isEqualTo(1);
    }

    @Test
    void what_is_given_up_is_not_written_any_more() {
        DataExport export = begun(person());
        Taken taken = taken(export);
        exports().append(taken, 0, "half", 1, LATER);
        exports().giveUp(export.id(), "It was canceled.");
        assertThat(found(export).state()).isEqualTo(new DataExport.State.Failed("It was canceled."));
        assertThat(exports().append(taken, 1, "more", 1, LATER)).isFalse();
        assertThat(exports().take(export.id(), LATER)).isEmpty();
        assertThat(exports().findPiece(export.id(), 0)).isEmpty();
    }

    @Test
    void a_whole_file_is_not_given_up() {
        DataExport export = begun(person());
        exports().finish(taken(export), LATER, LATER);
        exports().giveUp(export.id(), "late");
        assertThat(found(export).state()).isEqualTo(new DataExport.State.Ready(LATER));
    }

    @Test
    void a_file_goes_when_its_time_is_over() {
        DataExport export = begun(person());
        Taken taken = taken(export);
        exports().append(taken, 0, "{}", 0, LATER);
        exports().finish(taken, LATER, LATER);
        exports().forget(LATER.minusSeconds(1));
        assertThat(exports().findPiece(export.id(), 0)).isPresent();
        assertThat(exports().forget(LATER)).isPositive();
        assertThat(exports().findPiece(export.id(), 0)).isEmpty();
        assertThat(found(export.id(), export.user())).isEmpty();
    }

    private User person() {
        return newOwner(transactions(), teams(), users());
    }

    private static DataExport another(User user) {
        return DataExport.begin(SeededIds.next(), user.id(), NOON);
    }

    private DataExport begun(User user) {
        return begin(another(user), NOON);
    }

    private DataExport begin(DataExport wanted, Instant stuckSince) {
        return transactions().inTransaction(PROGRAM, "test", () -> exports().begin(wanted, stuckSince));
    }

    private Taken taken(DataExport export) {
        return exports().take(export.id(), LATER).orElseThrow();
    }

    private DataExport found(DataExport export) {
        return found(export.id(), export.user()).orElseThrow();
    }

    private Optional<DataExport> found(UUID id, UserId user) {
        return transactions().reading(PROGRAM, () -> exports().find(id, user));
    }
}
