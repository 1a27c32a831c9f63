package io.tastemaker.application.identity.out;

import static io.tastemaker.application.identity.out.PeopleFixtures.PROGRAM;
import static io.tastemaker.application.identity.out.PeopleFixtures.newOwner;
import static io.tastemaker.application.identity.out.PeopleFixtures.person;
import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.shared.AtOnce;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.identity.Consent;
import io.tastemaker.domain.identity.EmailAddress;
import io.tastemaker.domain.identity.Membership;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every store of accounts does. */
public abstract class UsersContract {

    protected abstract PlatformTransactions transactions();

    protected abstract Teams teams();

    protected abstract Users users();

    @Test
    void a_personal_team_is_a_home_and_another_one_is_not() {
        User person = PeopleFixtures.newOwner(transactions(), teams(), users());
        TeamId other = TeamFixtures.newTeam(teams());

        assertThat(transactions().reading(PeopleFixtures.PROGRAM, () -> users().isHome(person.homeTeam()))).isTrue();
        assertThat(transactions().reading(PeopleFixtures.PROGRAM, () -> users().isHome(other))).isFalse();
    }

    @Test
    void an_account_is_found_as_it_was_added() {
        User ana = newOwner(transactions(), teams(), users());
        assertThat(reading(() -> users().find(ana.id()))).contains(ana);
        assertThat(reading(() -> users().findByEmail(ana.email()))).contains(ana);
    }

    @Test
    void nobody_is_found_by_an_unknown_id_or_address() {
        assertThat(reading(() -> users().find(new UserId(SeededIds.next())))).isEmpty();
        assertThat(reading(() -> users().findByEmail(new EmailAddress("nobody@example.com")))).isEmpty();
    }

    @Test
    void an_address_belongs_to_one_account_and_the_transaction_goes_on() {
        User ana = newOwner(transactions(), teams(), users());
        User other = person(ana.homeTeam(), ana.email());
        assertThat(writing(() -> users().add(other) || users().find(ana.id()).isEmpty())).isFalse();
    }

    @Test
    void of_many_sign_ups_with_one_address_exactly_one_succeeds() {
        TeamId home = newTeam(teams());
        EmailAddress address = new EmailAddress(SeededIds.next() + "@example.com");
        List<Boolean> added = AtOnce.call(8, number -> writing(() -> users().add(person(home, address))));
        assertThat(added).filteredOn(Boolean::booleanValue).hasSize(1);
    }

    @Test
    void an_account_is_replaced_by_its_next_version_only() {
        User ana = newOwner(transactions(), teams(), users());
        User renamed = ana.withProfile("Ana Lima Silva", ZoneId.of("Europe/Lisbon"), "pt-PT").suspended(NOON);
        assertThat(writing(() -> users().replace(renamed))).as("two versions on").isFalse();
        User next = ana.withPassword("another hash");
        assertThat(writing(() -> users().replace(next))).isTrue();
        assertThat(writing(() -> users().replace(ana.withPassword("a late one")))).isFalse();
        assertThat(reading(() -> users().find(ana.id()))).contains(next);
    }

    @Test
    void nobody_takes_over_the_address_of_another() {
        User ana = newOwner(transactions(), teams(), users());
        User ben = newOwner(transactions(), teams(), users());
        assertThat(writing(() -> users().replace(ben.withEmail(ana.email())) || users().find(ben.id()).isEmpty())).isFalse();
        assertThat(reading(() -> users().find(ben.id()))).contains(ben);
    }

    @Test
    void the_later_word_on_a_tier_of_consent_counts() {
        User ana = newOwner(transactions(), teams(), users());
        Consent yes = new Consent("product_updates", true, NOON);
        Consent no = new Consent("product_updates", false, NOON.plusSeconds(1));
        Consent other = new Consent("analytics", true, NOON);
        assertThat(reading(() -> users().consents(ana.id()))).isEmpty();
        transactions().run(PROGRAM, "test", () -> users().record(ana.id(), List.of(yes, other)));
        transactions().run(PROGRAM, "test", () -> users().record(ana.id(), List.of(no)));
        assertThat(reading(() -> users().consents(ana.id()))).containsExactly(other, no);
    }

    @Test
    void accounts_are_listed_the_newest_first_by_a_part_of_address_or_name() {
        TeamId home = newTeam(teams());
        String mark = "Mark_" + SeededIds.next().toString().substring(0, 8);
        List<User> marked = new ArrayList<>();
        for (int number = 0; number < 3; number++) {
            User user = person(home, new EmailAddress(mark.toLowerCase(Locale.ROOT) + number + "@example.com"));
            assertThat(writing(() -> users().add(user))).isTrue();
            marked.add(user);
        }
        assertThat(writing(() -> users().add(person(home)))).isTrue();
        Page<User> first = reading(() -> users().list(Optional.of(mark), PageRequest.first(2)));
        Page<User> second = reading(() -> users().list(Optional.of(mark), new PageRequest(2, first.next())));
        assertThat(Stream.concat(first.items().stream(), second.items().stream())).containsExactlyInAnyOrderElementsOf(marked);
        assertThat(reading(() -> users().list(Optional.of(mark.replace('_', '%')), PageRequest.first(2))).items()).isEmpty();
        assertThat(reading(() -> users().list(Optional.empty(), PageRequest.first(2))).items()).hasSize(2);
    }

    @Test
    void a_person_joins_a_team_once() {
        User ana = newOwner(transactions(), teams(), users());
        Membership again = Membership.begin(ana.homeTeam(), ana.id(), Role.MEMBER, NOON);
        assertThat(writing(() -> users().join(again))).isFalse();
        assertThat(reading(() -> users().membership(ana.homeTeam(), ana.id())).map(Membership::role)).contains(Role.OWNER);
    }

    @Test
    void the_teams_of_a_person_come_with_their_names_the_oldest_first() {
        User ana = newOwner(transactions(), teams(), users());
        Membership second = Membership.begin(newTeam(teams()), ana.id(), Role.MANAGER, NOON.plusSeconds(1));
        assertThat(writing(() -> users().join(second))).isTrue();
        Membership first = Membership.begin(ana.homeTeam(), ana.id(), Role.OWNER, NOON);
        assertThat(reading(() -> users().memberships(ana.id()))).containsExactly(first, second);
        assertThat(reading(() -> users().belongings(ana.id()))).containsExactly(
                new Users.Belonging(first, "Team " + first.team()), new Users.Belonging(second, "Team " + second.team()));
    }

    @Test
    void who_is_no_member_has_no_membership() {
        User ana = newOwner(transactions(), teams(), users());
        assertThat(reading(() -> users().membership(new TeamId(SeededIds.next()), ana.id()))).isEmpty();
        assertThat(reading(() -> users().memberships(new UserId(SeededIds.next())))).isEmpty();
    }


    private <T> T reading(Supplier<T> work) {
        return transactions().reading(PROGRAM, work);
    }

    private <T> T writing(Supplier<T> work) {
        return transactions().inTransaction(PROGRAM, "test", work);
    }
}
