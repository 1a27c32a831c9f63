package io.tastemaker.application.billing.out;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.shared.AtOnce;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.domain.billing.Reconciliation;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every record of reconciliations does. It is empty at first. */
public abstract class ReconciliationsContract {

    private static final Duration PAUSE = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofHours(3);
    private static final Instant LONG_AGO = NOON.minus(Duration.ofDays(30));

    protected abstract Reconciliations reconciliations();

    @Test
    void the_first_one_looks_back_as_far_as_it_is_told() {
        Reconciliation begun = begin(NOON).orElseThrow();
        assertThat(begun).isEqualTo(new Reconciliation(begun.number(), NOON, Optional.empty(), LONG_AGO, 0, 0, 0, 0, 0, 0, 0, List.of(),
                Optional.empty()));
        assertThat(all()).containsExactly(begun);
    }

    @Test
    void while_one_runs_no_other_begins_whatever_the_pause() {
        begin(NOON);
        assertThat(begin(NOON.plus(PAUSE))).isEmpty();
        assertThat(reconciliations().begin(NOON.plus(PAUSE), Duration.ZERO, PATIENCE, LONG_AGO)).isEmpty();
    }

    @Test
    void the_next_one_begins_a_while_after_the_last_began() {
        end(begin(NOON).orElseThrow(), Optional.empty());
        assertThat(begin(NOON.plus(PAUSE).minusNanos(1_000))).isEmpty();
        assertThat(begin(NOON.plus(PAUSE))).isPresent();
    }

    @Test
    void without_a_pause_the_next_one_begins_at_once() {
        end(begin(NOON).orElseThrow(), Optional.empty());
        assertThat(reconciliations().begin(NOON, Duration.ZERO, PATIENCE, LONG_AGO)).isPresent();
    }

    @Test
    void one_that_does_not_end_is_given_up() {
        Reconciliation lost = begin(NOON).orElseThrow();
        assertThat(begin(NOON.plus(PATIENCE).minusNanos(1_000))).isEmpty();
        Reconciliation next = begin(NOON.plus(PATIENCE)).orElseThrow();
        assertThat(next.since()).isEqualTo(LONG_AGO);
        Reconciliation given = all().getLast();
        assertThat(given.number()).isEqualTo(lost.number());
        assertThat(given.endedAt()).contains(NOON.plus(PATIENCE));
        assertThat(given.fault()).isPresent();

        end(lost, Optional.empty());

        assertThat(all()).containsExactly(next, given);
    }

    @Test
    void each_looks_back_to_the_start_of_the_last_that_ended_well() {
        end(begin(NOON).orElseThrow(), Optional.empty());
        Reconciliation second = begin(NOON.plus(PAUSE)).orElseThrow();
        assertThat(second.since()).isEqualTo(NOON);
        end(second, Optional.of("the provider is down"));
        assertThat(begin(NOON.plus(PAUSE.multipliedBy(2))).orElseThrow().since()).isEqualTo(NOON);
    }

    @Test
    void what_came_of_it_is_written() {
        Reconciliation begun = begin(NOON).orElseThrow();
        Reconciliation done = new Reconciliation(begun.number(), NOON, Optional.of(NOON.plusSeconds(9)), begun.since(), 1, 2, 3, 4, 5, 6, 7,
                List.of(new Reconciliation.Drift(new TeamId(SeededIds.next()), 500, 0), new Reconciliation.Drift(TeamId.CATALOGUE, 0, 7)),
                Optional.of("half of it"));
        reconciliations().end(done);
        assertThat(all()).containsExactly(done);
    }

    @Test
    void one_that_has_not_ended_does_not_end() {
        Reconciliation begun = begin(NOON).orElseThrow();
        assertThatThrownBy(() -> reconciliations().end(begun)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void of_many_who_begin_at_once_one_does_even_when_it_ends_at_once() {
        assertThat(AtOnce.call(6, number -> {
            Optional<Reconciliation> begun = begin(NOON);
            begun.ifPresent(one -> end(one, Optional.empty()));
            return begun.isPresent();
        })).containsOnlyOnce(true);
    }

    @Test
    void they_are_listed_the_newest_first_in_pages_without_gap_or_repeat() {
        for (int number = 0; number < 5; number++) {
            end(begin(NOON.plus(PAUSE.multipliedBy(number))).orElseThrow(), Optional.empty());
        }
        assertThat(all()).hasSize(5).isSortedAccordingTo(Comparator.comparing(Reconciliation::startedAt).reversed())
                .isSortedAccordingTo(Comparator.comparing(Reconciliation::number).reversed());
    }

    private Optional<Reconciliation> begin(Instant now) {
        return reconciliations().begin(now, PAUSE, PATIENCE, LONG_AGO);
    }

    private void end(Reconciliation begun, Optional<String> fault) {
        reconciliations().end(new Reconciliation(begun.number(), begun.startedAt(), Optional.of(begun.startedAt().plusSeconds(1)), begun.since(),
                0, 0, 0, 0, 0, 0, 0, List.of(), fault));
    }

    private List<Reconciliation> all() {
        List<Reconciliation> seen = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Page<Reconciliation> page = reconciliations().list(new PageRequest(2, after));
            seen.addAll(page.items());
            after = page.next();
        } while (after.isPresent());
        return seen;
    }
}
