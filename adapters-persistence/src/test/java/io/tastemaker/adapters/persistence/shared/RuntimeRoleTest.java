package io.tastemaker.adapters.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.adapters.persistence.shared.DatabaseAddress.Login;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The program asks this before it serves anybody. */
class RuntimeRoleTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @Test
    void the_app_login_is_safe() {
        assertThat(DATABASE.database().faults()).isEmpty();
    }

    @Test
    void a_superuser_is_refused_with_every_reason() {
        assertThat(faultsOf(DATABASE.superuser())).contains(
                "it is a superuser, or may become one",
                "it bypasses row-level security, or may become a role that does",
                "it owns campaigns.campaign",
                "it may truncate creators.creator");
    }

    @Test
    void the_owner_of_the_tables_is_refused() {
        assertThat(faultsOf(DATABASE.address().owner())).contains("it owns creators.creator").doesNotContain("it is a superuser, or may become one");
    }

    @Test
    void the_platform_login_is_refused() {
        assertThat(faultsOf(DATABASE.address().platform()))
                .contains("it works across teams: it is a member of tastemaker_platform", "it is no member of tastemaker_app");
    }

    @Test
    void a_role_that_may_become_one_that_bypasses_is_refused() {
        DATABASE.asSuperuser("create role bypasser bypassrls nologin; create role sly login password 'sly' in role bypasser, tastemaker_app");
        try {
            assertThat(faultsOf(new Login("sly", "sly"))).containsExactly("it bypasses row-level security, or may become a role that does");
        } finally {
            DATABASE.asSuperuser("drop role sly; drop role bypasser");
        }
    }

    private static List<String> faultsOf(Login login) {
        DatabaseAddress real = DATABASE.address();
        try (Database database = Database.connect(new DatabaseAddress(real.url(), real.owner(), login, real.platform()), 1, "")) {
            return database.faults();
        }
    }
}
