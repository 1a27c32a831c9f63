package io.tastemaker.adapters.integrations.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.adapters.integrations.standin.Mischief;
import io.tastemaker.adapters.integrations.standin.StandInAccount;
import io.tastemaker.adapters.integrations.standin.StandInCreatorSource;
import io.tastemaker.application.content.out.CreatorSource.Answer;
import io.tastemaker.application.content.out.CreatorSource.Profile;
import io.tastemaker.application.content.out.CreatorSource.Reason;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.shared.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A source in front of a stand-in, with pauses that take no time. */
final class Decodo implements AutoCloseable {

    static final Handle MARA = new Handle(Platform.INSTAGRAM, "mara.bakes");
    static final Duration PATIENCE = Duration.ofMinutes(2);

    static final DecodoLimits LIMITS = limits(Duration.ofSeconds(20), 5);
    static final DecodoLimits TWICE = limits(Duration.ofSeconds(20), 2);
    /** For those who never answer. */
    static final DecodoLimits IMPATIENT = limits(Duration.ofMillis(100), 2);

    private static final Set<Mischief> SILENT = EnumSet.of(Mischief.HANG, Mischief.DRIP);

    final HandClock clock = new HandClock();
    final StandInCreatorSource standIn = new StandInCreatorSource(clock);
    final HandPauses pauses = new HandPauses();
    final DecodoSource source;

    Decodo(DecodoLimits limits) {
        source = new DecodoSource(standIn.settings(), clock, limits, pauses, bound -> bound - 1);
        standIn.shows(StandInAccount.of("mara.bakes", 48_200,
                new StandInAccount.Shown("Cq1", Instant.parse("2026-02-27T17:30:00Z"), "Rye bread", 1_200, 31, Optional.empty())));
    }

    static DecodoLimits limits(Duration attempt, int attempts) {
        return new DecodoLimits(Duration.ofSeconds(10), attempt, attempts, Duration.ofSeconds(1), Duration.ofSeconds(30),
                Duration.ofSeconds(60), 8);
    }

    /** Where every call meets a mischief, twice if that helps. */
    static Decodo meeting(Mischief mischief) {
        Decodo decodo = new Decodo(SILENT.contains(mischief) ? IMPATIENT : TWICE);
        decodo.standIn.always(mischief);
        return decodo;
    }

    Answer fetch() {
        return source.fetch(MARA, PATIENCE);
    }

    Profile found() {
        Answer answer = fetch();
        assertThat(answer).isInstanceOf(Answer.Found.class);
        return ((Answer.Found) answer).profile();
    }

    Answer.Unavailable none() {
        Answer answer = fetch();
        assertThat(answer).isInstanceOf(Answer.Unavailable.class);
        return (Answer.Unavailable) answer;
    }

    void fail(int calls, Reason reason) {
        for (int call = 0; call < calls; call++) {
            assertThat(none().reason()).isEqualTo(reason);
        }
    }

    int timesAsked() {
        return standIn.asked().size();
    }

    @Override
    public void close() {
        source.close();
        standIn.close();
    }
}
