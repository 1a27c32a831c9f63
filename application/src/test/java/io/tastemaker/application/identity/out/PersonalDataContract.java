package io.tastemaker.application.identity.out;

import static io.tastemaker.application.identity.out.PeopleFixtures.PROGRAM;
import static io.tastemaker.application.identity.out.PeopleFixtures.newOwner;
import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.identity.out.PersonalData.ClosedTeam;
import io.tastemaker.application.identity.out.PersonalData.Erasure;
import io.tastemaker.application.identity.out.PersonalData.Place;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.identity.Membership;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every view on the data of a person does. */
public abstract class PersonalDataContract {

    protected static final Optional<TeamId> OUTSIDE = Optional.empty();
    private static final String ACCOUNT = "identity.user_account";
    private static final String MEMBERSHIP = "identity.membership";

    protected abstract PlatformTransactions transactions();

    protected abstract Teams teams();

    protected abstract Users users();

    protected abstract PersonalData personalData();

    @Test
    void the_account_is_handed_out_and_nobody_elses() {
        User ana = newOwner(transactions(), teams(), users());
        newOwner(transactions(), teams(), users());
        assertThat(rows(ana, OUTSIDE, ACCOUNT)).singleElement().asString().contains(ana.email().value(), "Ana Lima").doesNotContain("a hash");
    }

    @Test
    void a_team_hands_out_what_it_keeps_about_a_member() {
        User ana = newOwner(transactions(), teams(), users());
        assertThat(personalData().teams(ana)).containsExactly(ana.homeTeam());
        assertThat(personalData().places(ana)).contains(new Place(OUTSIDE, ACCOUNT), new Place(Optional.of(ana.homeTeam()), MEMBERSHIP));
        assertThat(rows(ana, Optional.of(ana.homeTeam()), MEMBERSHIP)).hasSize(1);
        assertThat(rows(ana, Optional.of(newTeam(teams())), MEMBERSHIP)).isEmpty();
    }

    @Test
    void a_team_with_other_members_stands_in_the_way_of_its_owner_only() {
        User ana = newOwner(transactions(), teams(), users());
        User ben = newOwner(transactions(), teams(), users());
        assertThat(personalData().ownedWithOthers(ana.id())).isEmpty();
        join(ana.homeTeam(), ben, Role.MEMBER);
        assertThat(personalData().ownedWithOthers(ana.id())).containsExactly(ana.homeTeam());
        assertThat(personalData().ownedWithOthers(ben.id())).isEmpty();
    }

    @Test
    void an_erasure_is_noted_once_and_unfinished_until_the_account_is_gone() {
        User ana = newOwner(transactions(), teams(), users());
        Erasure erasure = erasure(ana);
        assertThat(personalData().begin(erasure)).isEqualTo(erasure);
        assertThat(personalData().begin(erasure(ana))).isEqualTo(erasure);
        assertThat(personalData().unfinished(NOON.plusSeconds(1)).stream().filter(begun -> begun.user().equals(ana.id())))
                .containsExactly(erasure);
        assertThat(personalData().unfinished(NOON)).doesNotContain(erasure);
        assertThat(personalData().forgetAccount(erasure, ana, NOON.plusSeconds(9))).isPositive();
        assertThat(personalData().unfinished(NOON.plusSeconds(1))).doesNotContain(erasure);
    }

    @Test
    void with_the_account_go_its_memberships_and_the_teams_that_nobody_else_is_in() {
        User ana = newOwner(transactions(), teams(), users());
        User ben = newOwner(transactions(), teams(), users());
        join(ben.homeTeam(), ana, Role.MEMBER);
        erase(ana);
        assertThat(transactions().reading(PROGRAM, () -> users().find(ana.id()))).isEmpty();
        assertThat(transactions().reading(PROGRAM, () -> users().memberships(ana.id()))).isEmpty();
        assertThat(transactions().reading(PROGRAM, () -> users().membership(ben.homeTeam(), ben.id()))).isPresent();
        assertThat(rows(ana, OUTSIDE, ACCOUNT)).isEmpty();
    }

    @Test
    void a_team_that_others_joined_meanwhile_gets_the_foremost_of_them_as_its_owner() {
        User ana = newOwner(transactions(), teams(), users());
        User ben = newOwner(transactions(), teams(), users());
        User eva = newOwner(transactions(), teams(), users());
        join(ana.homeTeam(), ben, Role.MEMBER);
        join(ana.homeTeam(), eva, Role.ADMIN);
        Erasure erasure = erase(ana);
        assertThat(role(ana.homeTeam(), eva)).contains(Role.OWNER);
        assertThat(role(ana.homeTeam(), ben)).contains(Role.MEMBER);
        assertThat(personalData().findErasure(erasure.id()).orElseThrow().closed()).isEmpty();
    }

    @Test
    void an_erasure_that_is_carried_out_twice_keeps_its_certificate() {
        User ana = newOwner(transactions(), teams(), users());
        Erasure erasure = erase(ana);
        Optional<Erasure> certificate = personalData().findErasure(erasure.id());
        assertThat(personalData().forgetAccount(erasure, ana, NOON.plusSeconds(99))).isZero();
        assertThat(personalData().findErasure(erasure.id())).isEqualTo(certificate);
    }

    @Test
    void the_certificate_says_when_what_went_and_which_teams_were_closed() {
        User ana = newOwner(transactions(), teams(), users());
        Erasure certificate = personalData().findErasure(erase(ana).id()).orElseThrow();
        assertThat(certificate.user()).isEqualTo(ana.id());
        assertThat(certificate.completedAt()).contains(NOON.plusSeconds(9));
        assertThat(certificate.erased()).containsEntry(ACCOUNT, 1L);
        assertThat(certificate.closed()).extracting(ClosedTeam::team).containsExactly(ana.homeTeam());
        assertThat(personalData().findErasure(SeededIds.next())).isEmpty();
    }

    @Test
    void erasures_are_listed_page_by_page() {
        Erasure first = erase(newOwner(transactions(), teams(), users()));
        Erasure second = erase(newOwner(transactions(), teams(), users()));
        assertThat(personalData().listErasures(PageRequest.first(100)).items()).extracting(Erasure::id)
                .contains(first.id(), second.id());
        Page<Erasure> page = personalData().listErasures(PageRequest.first(1));
        assertThat(personalData().listErasures(new PageRequest(1, page.next())).items()).hasSize(1)
                .doesNotContainAnyElementsOf(page.items());
    }

    /** All that a place has about a person. */
    protected final List<String> rows(User user, Optional<TeamId> team, String table) {
        List<String> rows = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Page<String> page = personalData().read(new Place(team, table), user, after);
            rows.addAll(page.items());
            after = page.next();
        } while (after.isPresent());
        return rows;
    }

    protected final Erasure erase(User user) {
        Erasure erasure = personalData().begin(erasure(user));
        personalData().teams(user).forEach(team -> personalData().forget(erasure, team, user));
        personalData().forgetAccount(erasure, user, NOON.plusSeconds(9));
        return erasure;
    }

    protected static Erasure erasure(User user) {
        return Erasure.begin(SeededIds.next(), user.id(), "0".repeat(64), NOON);
    }

    private void join(TeamId team, User user, Role role) {
        transactions().run(PROGRAM, "test", () -> users().join(Membership.begin(team, user.id(), role, NOON)));
    }

    private Optional<Role> role(TeamId team, User user) {
        return transactions().reading(PROGRAM, () -> users().membership(team, user.id())).map(Membership::role);
    }
}
