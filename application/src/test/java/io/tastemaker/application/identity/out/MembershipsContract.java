package io.tastemaker.application.identity.out;

import static io.tastemaker.application.identity.out.PeopleFixtures.PROGRAM;
import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.identity.out.Memberships.Member;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.identity.EmailAddress;
import io.tastemaker.domain.identity.Membership;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of members does. */
public abstract class MembershipsContract {

    private User owner;
    private TeamId team;

    protected abstract PlatformTransactions platform();

    protected abstract Transactions transactions();

    protected abstract Teams teams();

    protected abstract Users users();

    protected abstract Memberships memberships();

    @BeforeEach
    void aTeam() {
        owner = PeopleFixtures.newOwner(platform(), teams(), users());
        team = owner.homeTeam();
    }

    private Member joined(Role role, Instant at) {
        User person = PeopleFixtures.newOwner(platform(), teams(), users());
        Membership membership = Membership.begin(team, person.id(), role, at);
        platform().inTransaction(PROGRAM, "test", () -> users().join(membership));
        return new Member(membership, person.email(), person.fullName());
    }

    private <T> T reading(Supplier<T> work) {
        return transactions().reading(system(team), work);
    }

    private <T> T write(TeamId of, Supplier<T> work) {
        return transactions().inTransaction(system(of), "test", work);
    }

    @Test
    void a_member_is_found_with_name_and_address() {
        Member member = joined(Role.MANAGER, NOON);

        assertThat(reading(() -> memberships().find(member.membership().user()))).contains(member);
        assertThat(reading(() -> memberships().findByEmail(member.email()))).contains(member);
        assertThat(reading(() -> memberships().findByEmail(new EmailAddress("nobody@example.com")))).isEmpty();
        assertThat(reading(() -> memberships().owner()).map(Member::email)).contains(owner.email());
    }

    @Test
    void another_team_sees_none_of_them() {
        Member member = joined(Role.MANAGER, NOON);
        TeamId other = newTeam(teams());

        assertThat(transactions().reading(system(other), () -> memberships().find(member.membership().user()))).isEmpty();
        assertThat(transactions().reading(system(other), () -> memberships().findByEmail(member.email()))).isEmpty();
        assertThat(transactions().reading(system(other), () -> memberships().count())).isZero();
        assertThat(write(other, () -> memberships().remove(member.membership().user()))).isFalse();
        assertThat(write(other, () -> memberships().replace(member.membership().changed(Role.ADMIN, OptionalLong.empty())))).isFalse();
        assertThat(write(other, () -> memberships().removeAll())).isZero();
        assertThat(reading(() -> memberships().count())).isEqualTo(2);
    }

    @Test
    void the_oldest_come_first_page_by_page() {
        Member second = joined(Role.MEMBER, NOON.plusSeconds(1));
        Member third = joined(Role.MEMBER, NOON.plusSeconds(2));

        Page<Member> first = reading(() -> memberships().list(PageRequest.first(2)));
        Page<Member> rest = reading(() -> memberships().list(new PageRequest(2, first.next())));

        assertThat(first.items()).extracting(Member::email).containsExactly(owner.email(), second.email());
        assertThat(rest).isEqualTo(new Page<>(List.of(third), Optional.empty()));
    }

    @Test
    void the_next_version_replaces_the_one_before_and_no_other() {
        Member member = joined(Role.MEMBER, NOON);
        Membership changed = member.membership().changed(Role.ADMIN, OptionalLong.of(500));

        assertThat(write(team, () -> memberships().replace(changed))).isTrue();
        assertThat(write(team, () -> memberships().replace(member.membership().changed(Role.MANAGER, OptionalLong.empty())))).isFalse();
        assertThat(reading(() -> memberships().find(member.membership().user())).map(Member::membership)).contains(changed);
    }

    @Test
    void a_team_never_has_two_owners() {
        Member member = joined(Role.ADMIN, NOON);

        assertThatThrownBy(() -> write(team, () -> memberships().replace(member.membership().changed(Role.OWNER, OptionalLong.empty()))))
                .isInstanceOf(RuntimeException.class);
        assertThat(reading(() -> memberships().owner()).map(Member::email)).contains(owner.email());
    }

    @Test
    void a_member_is_removed_once_and_the_owner_is_not() {
        Member member = joined(Role.MEMBER, NOON);

        assertThat(write(team, () -> memberships().remove(member.membership().user()))).isTrue();
        assertThat(write(team, () -> memberships().remove(member.membership().user()))).isFalse();
        assertThat(write(team, () -> memberships().remove(owner.id()))).isFalse();
    }

    @Test
    void all_memberships_end_together() {
        joined(Role.MEMBER, NOON);

        assertThat(write(team, () -> memberships().removeAll())).isEqualTo(2);
        assertThat(reading(() -> memberships().list(PageRequest.first(10))).items()).isEmpty();
        assertThat(reading(() -> memberships().owner())).isEmpty();
    }
}
