package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.Users;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.identity.Consent;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.Subject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes what a person may change of its own account, and what it consents to. */
public final class ChangeProfile {

    private final PlatformTransactions transactions;
    private final Users users;
    private final InstantSource clock;

    ChangeProfile(PlatformTransactions transactions, Users users, InstantSource clock) {
        this.transactions = transactions;
        this.users = users;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor a person
     * @param expected the version that was read
     * @param fullName the name to be; empty to leave it
     * @param timeZone the zone to be; empty to leave it
     * @param locale the BCP 47 tag to be; empty to leave it
     * @param consents what the person says to uses of its data, by tier; tiers left out stay as they are
     */
    public record Command(Actor actor, long expected, Optional<String> fullName, Optional<ZoneId> timeZone, Optional<String> locale,
            Map<String, Boolean> consents) {
        /** Copies the consents. */
        public Command {
            consents = Map.copyOf(consents);
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It is as wanted; what changes nothing keeps the version.
         *
         * @param profile as it is now
         */
        record Changed(ShowProfile.Profile profile) implements Outcome {}
    }

    /**
     * Changes the profile.
     *
     * @param command what is wanted
     * @return the profile
     */
    public Outcome handle(Command command) {
        Actor.Person person = OwnSession.of(command.actor());
        return transactions.inTransaction(command.actor(), "profile.change", () -> {
            ShowProfile.Profile before = ShowProfile.profile(users, person.user());
            User user = before.user();
            User wanted = user.withProfile(command.fullName().orElse(user.fullName()), command.timeZone().orElse(user.timeZone()),
                    command.locale().orElse(user.locale()));
            List<Consent> said = said(before.consents(), command.consents());
            transactions.about(Subject.of("user", user.id()), List.of());
            boolean same = said.isEmpty() && wanted.fullName().equals(user.fullName()) && wanted.timeZone().equals(user.timeZone())
                    && wanted.locale().equals(user.locale());
            if (user.version() != command.expected() || !same && !users.replace(wanted)) {
                throw new Refusal.StaleVersion(user.version());
            }
            users.record(user.id(), said);
            return new Outcome.Changed(ShowProfile.profile(users, user.id()));
        });
    }

    private List<Consent> said(List<Consent> before, Map<String, Boolean> wanted) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return wanted.entrySet().stream()
                .filter(word -> before.stream().noneMatch(old -> old.tier().equals(word.getKey()) && old.granted() == word.getValue()))
                .sorted(Map.Entry.comparingByKey())
                .map(word -> new Consent(word.getKey(), word.getValue(), now))
                .toList();
    }
}
