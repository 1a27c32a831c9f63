package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.MailedTokens.MailedToken;
import io.tastemaker.domain.identity.Consent;
import io.tastemaker.domain.identity.Team;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a sign-up waits with beside its token until the address is confirmed. */
final class PendingSignUp {

    private static final String FULL_NAME = "full_name";
    private static final String COMPANY = "company";
    private static final String PASSWORD_HASH = "password_hash";
    private static final String TIME_ZONE = "time_zone";
    private static final String LOCALE = "locale";
    private static final String CONSENT = "consent.";
    private static final int LONGEST_TEAM_NAME = 100;

    private PendingSignUp() {}

    static Map<String, String> details(SignUp.Command command, String passwordHash) {
        Map<String, String> details = new HashMap<>();
        details.put(FULL_NAME, command.fullName());
        command.company().ifPresent(company -> details.put(COMPANY, company));
        details.put(PASSWORD_HASH, passwordHash);
        details.put(TIME_ZONE, command.timeZone().getId());
        details.put(LOCALE, command.locale());
        command.consents().forEach((tier, granted) -> details.put(CONSENT + tier, granted.toString()));
        return details;
    }

    static User user(MailedToken token, UserId id, TeamId home, Instant now) {
        Map<String, String> details = token.details();
        return new User(id, 1, token.email(), details.get(FULL_NAME), Optional.of(details.get(PASSWORD_HASH)), home,
                ZoneId.of(details.get(TIME_ZONE)), details.get(LOCALE), now, Optional.empty());
    }

    static Team team(MailedToken token, TeamId id, Instant now) {
        return Team.begin(id, teamName(token), ZoneId.of(token.details().get(TIME_ZONE)), now);
    }

    private static String teamName(MailedToken token) {
        String name = token.details().getOrDefault(COMPANY, token.details().get(FULL_NAME));
        return name.length() <= LONGEST_TEAM_NAME ? name : name.substring(0, LONGEST_TEAM_NAME).strip();
    }

    static List<Consent> consents(MailedToken token, Instant now) {
        return token.details().entrySet().stream()
                .filter(detail -> detail.getKey().startsWith(CONSENT))
                .sorted(Map.Entry.comparingByKey())
                .map(detail -> new Consent(detail.getKey().substring(CONSENT.length()), Boolean.parseBoolean(detail.getValue()), now))
                .toList();
    }
}
