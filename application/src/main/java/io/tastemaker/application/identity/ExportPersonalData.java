package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.PersonalData;
import io.tastemaker.application.identity.out.Users;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Hands a person everything that is kept about it. */
public final class ExportPersonalData {

    private final PlatformTransactions transactions;
    private final Users users;
    private final PersonalData personalData;
    private final InstantSource clock;

    ExportPersonalData(PlatformTransactions transactions, Users users, PersonalData personalData, InstantSource clock) {
        this.transactions = transactions;
        this.users = users;
        this.personalData = personalData;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor whose data
     */
    public record Command(Actor actor) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * The data.
         *
         * @param user whose
         * @param at when they were read
         * @param account what is kept outside of teams
         * @param teams what is kept in each team the person works or worked in
         */
        record Exported(
                User user, Instant at, List<PersonalData.Holding> account, Map<TeamId, List<PersonalData.Holding>> teams) implements Outcome {}
    }

    /**
     * Reads them; that they were handed out is recorded.
     *
     * @param command whose
     * @return the data
     */
    public Outcome handle(Command command) {
        Actor.Person person = OwnSession.of(command.actor());
        User user = transactions.inTransaction(command.actor(), "account.export", () -> {
            transactions.about(Subject.of("user", person.user()), List.of());
            return users.find(person.user()).orElseThrow(Refusal.NotFound::new);
        });
        Map<TeamId, List<PersonalData.Holding>> teams = new LinkedHashMap<>();
        personalData.teams(user.id()).forEach(team -> teams.put(team, personalData.inTeam(team, user)));
        return new Outcome.Exported(user, clock.instant(), personalData.ofAccount(user), teams);
    }
}
