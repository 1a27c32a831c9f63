package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.PersonalData;
import io.tastemaker.application.identity.out.PersonalData.Erasure;
import io.tastemaker.application.identity.out.Users;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Takes up the erasures that a killed program left unfinished. Each step can be done again. */
public final class FinishErasures {

    /** Longer than an erasure takes, so that one under way is left alone. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(5);

    private final PlatformTransactions transactions;
    private final Users users;
    private final PersonalData personalData;
    private final InstantSource clock;

    FinishErasures(PlatformTransactions transactions, Users users, PersonalData personalData, InstantSource clock) {
        this.transactions = transactions;
        this.users = users;
        this.personalData = personalData;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor the program itself
     */
    public record Command(Actor actor) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * None is left, but for those that failed.
         *
         * @param count how many were finished now
         * @param leftovers those that failed, and are tried again by the next round
         */
        record Finished(int count, List<Leftover> leftovers) implements Outcome {}
    }

    /**
     * Finishes them.
     *
     * @param command what is wanted
     * @return how many there were
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.OPERATE);
        List<Erasure> unfinished = personalData.unfinished(clock.instant().minus(UNDER_WAY));
        Leftover.Round round = Leftover.Round.over(unfinished, Erasure::id, erasure -> finish(command.actor(), erasure));
        return new Outcome.Finished(round.done(), round.leftovers());
    }

    private boolean finish(Actor actor, Erasure erasure) {
        Optional<User> user = transactions.reading(actor, () -> users.find(erasure.user()));
        user.ifPresent(left -> finish(erasure, left, personalData, clock));
        return true;
    }

    /** First what is found through the account, then the account. */
    static Erasure finish(Erasure erasure, User user, PersonalData personalData, InstantSource clock) {
        for (TeamId team : personalData.teams(user)) {
            personalData.forget(erasure, team, user);
        }
        personalData.forgetAccount(erasure, user, clock.instant());
        return personalData.findErasure(erasure.id()).orElseThrow();
    }
}
