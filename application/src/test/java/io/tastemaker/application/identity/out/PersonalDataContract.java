package io.tastemaker.application.identity.out;

import static io.tastemaker.application.identity.out.PeopleFixtures.PROGRAM;
import static io.tastemaker.application.identity.out.PeopleFixtures.newOwner;
import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.identity.out.PersonalData.Erasure;
import io.tastemaker.application.identity.out.PersonalData.Holding;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.identity.Membership;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.TeamId;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every view on the data of a person does. */
public abstract class PersonalDataContract {

    protected abstract PlatformTransactions transactions();

    protected abstract Teams teams();

    protected abstract Users users();

    protected abstract PersonalData personalData();

    @Test
    void the_account_is_handed_out_and_nobody_elses() {
        User ana = newOwner(transactions(), teams(), users());
        newOwner(transactions(), teams(), users());
        Holding account = personalData().ofAccount(ana).stream()
                .filter(holding -> holding.table().equals("identity.user_account")).findFirst().orElseThrow();
        assertThat(account.rows()).singleElement().asString().contains(ana.email().value(), "Ana Lima").doesNotContain("a hash");
        assertThat(account.complete()).isTrue();
    }

    @Test
    void a_team_hands_out_what_it_keeps_about_a_member() {
        User ana = newOwner(transactions(), teams(), users());
        assertThat(personalData().teams(ana.id())).containsExactly(ana.homeTeam());
        assertThat(personalData().inTeam(ana.homeTeam(), ana)).extracting(Holding::table).contains("identity.membership");
        assertThat(personalData().inTeam(newTeam(teams()), ana)).isEmpty();
    }

    @Test
    void a_team_with_other_members_stands_in_the_way_of_its_owner_only() {
        User ana = newOwner(transactions(), teams(), users());
        User ben = newOwner(transactions(), teams(), users());
        assertThat(personalData().ownedWithOthers(ana.id())).isEmpty();
        join(ana.homeTeam(), ben);
        assertThat(personalData().ownedWithOthers(ana.id())).containsExactly(ana.homeTeam());
        assertThat(personalData().ownedWithOthers(ben.id())).isEmpty();
    }

    @Test
    void an_erasure_is_noted_once_and_unfinished_until_the_account_is_gone() {
        User ana = newOwner(transactions(), teams(), users());
        Erasure erasure = erasure(ana);
        personalData().begin(erasure);
        personalData().begin(erasure(ana));
        assertThat(personalData().unfinished(NOON.plusSeconds(1)).stream().filter(begun -> begun.user().equals(ana.id())))
                .containsExactly(erasure);
        assertThat(personalData().unfinished(NOON)).doesNotContain(erasure);
        assertThat(personalData().forgetAccount(erasure, NOON.plusSeconds(9))).isEqualTo(1);
        assertThat(personalData().unfinished(NOON.plusSeconds(1))).doesNotContain(erasure);
    }

    @Test
    void with_the_account_go_its_memberships_and_the_teams_that_nobody_else_is_in() {
        User ana = newOwner(transactions(), teams(), users());
        User ben = newOwner(transactions(), teams(), users());
        join(ben.homeTeam(), ana);
        Erasure erasure = erasure(ana);
        personalData().begin(erasure);
        personalData().forget(ana.homeTeam(), ana);
        personalData().forgetAccount(erasure, NOON);
        assertThat(transactions().reading(PROGRAM, () -> users().find(ana.id()))).isEmpty();
        assertThat(transactions().reading(PROGRAM, () -> users().memberships(ana.id()))).isEmpty();
        assertThat(transactions().reading(PROGRAM, () -> users().membership(ben.homeTeam(), ben.id()))).isPresent();
        assertThat(personalData().ofAccount(ana)).extracting(Holding::table).doesNotContain("identity.user_account");
    }

    protected static Erasure erasure(User user) {
        return new Erasure(UUID.randomUUID(), user.id(), "0".repeat(64), NOON, Optional.empty());
    }

    private void join(TeamId team, User user) {
        transactions().run(PROGRAM, "test", () -> users().join(Membership.begin(team, user.id(), Role.MEMBER, NOON)));
    }
}
