package io.tastemaker.adapters.persistence.identity;

import static io.tastemaker.application.identity.out.PeopleFixtures.PROGRAM;
import static io.tastemaker.application.identity.out.PeopleFixtures.newOwner;
import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.adapters.persistence.matching.JooqSearchHistory;
import io.tastemaker.adapters.persistence.shared.JooqPlatformTransactions;
import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.identity.out.MailedTokens.MailedToken;
import io.tastemaker.application.identity.out.MailedTokens.Purpose;
import io.tastemaker.application.identity.out.PersonalData;
import io.tastemaker.application.identity.out.PersonalData.Holding;
import io.tastemaker.application.identity.out.PersonalDataContract;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.identity.out.Users;
import io.tastemaker.application.matching.out.SearchHistory.Past;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.matching.RankingId;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.SessionId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqPersonalDataTest extends PersonalDataContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private final JooqPlatformTransactions transactions = DATABASE.platformTransactions();
    private final JooqUsers users = new JooqUsers(transactions);
    private final JooqPersonalData personalData = new JooqPersonalData(DATABASE.transactions(), DATABASE.acrossTeams());

    @Override
    protected PlatformTransactions transactions() {
        return transactions;
    }

    @Override
    protected Teams teams() {
        return DATABASE.teams();
    }

    @Override
    protected Users users() {
        return users;
    }

    @Override
    protected PersonalData personalData() {
        return personalData;
    }

    @Test
    void a_trace_in_the_audit_log_is_found_and_stays() {
        User ana = newOwner(transactions, teams(), users);
        DATABASE.transactions().run(new Actor.User(ana.id(), ana.homeTeam(),
                Role.OWNER, new SessionId(UUID.randomUUID())), "test.deed", () -> {});

        assertThat(personalData.inTeam(ana.homeTeam(), ana)).filteredOn(holding -> holding.table().equals("operations.audit_entry"))
                .flatExtracting(Holding::rows).singleElement().asString().contains("test.deed");
        personalData.forget(ana.homeTeam(), ana);
        assertThat(personalData.inTeam(ana.homeTeam(), ana)).extracting(Holding::table).contains("operations.audit_entry");
    }

    @Test
    void what_is_a_persons_own_in_a_team_is_found_and_forgotten() {
        User ana = newOwner(transactions, teams(), users);
        try (JooqSearchHistory history = new JooqSearchHistory(DATABASE.transactions())) {
            history.note(ana.homeTeam(), "user:" + ana.id(),
                    new Past(UUID.randomUUID(), "{}", new RankingId("rk_" + "0".repeat(32)), 1, NOON));
            history.of(ana.homeTeam(), "user:" + ana.id(), PageRequest.first(1));
        }
        assertThat(personalData.inTeam(ana.homeTeam(), ana)).extracting(Holding::table).contains("matching.past_search");
        assertThat(personalData.forget(ana.homeTeam(), ana)).isEqualTo(1);
        assertThat(personalData.inTeam(ana.homeTeam(), ana)).extracting(Holding::table).doesNotContain("matching.past_search");
    }

    @Test
    void a_mailed_token_is_handed_out_without_what_it_protects() {
        User ana = newOwner(transactions, teams(), users);
        transactions.run(PROGRAM, "test", () -> new JooqMailedTokens(transactions).issue(new MailedToken("canary-hash", Purpose.RESET_PASSWORD,
                ana.email(), Optional.of(ana.id()), Map.of("password_hash", "canary-password"), NOON)));

        assertThat(personalData.ofAccount(ana)).filteredOn(holding -> holding.table().equals("identity.mailed_token"))
                .flatExtracting(Holding::rows).singleElement().asString()
                .contains("reset_password", ana.email().value()).doesNotContain("canary");
    }
}
