package io.tastemaker.application.identity.out;

import static io.tastemaker.application.identity.out.PeopleFixtures.PROGRAM;
import static io.tastemaker.application.identity.out.PeopleFixtures.newOwner;
import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.shared.AtOnce;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.domain.identity.ExternalIdentity;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.ExternalIdentityId;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of accounts with other providers does. */
public abstract class ExternalIdentitiesContract {

    private static final String GOOGLE = "https://accounts.google.com";
    private static final String OTHER = "https://login.example.com";

    private User ana;
    private User ben;

    protected abstract PlatformTransactions transactions();

    protected abstract Teams teams();

    protected abstract Users users();

    protected abstract ExternalIdentities identities();

    @BeforeEach
    void makePeople() {
        ana = newOwner(transactions(), teams(), users());
        ben = newOwner(transactions(), teams(), users());
    }

    @Test
    void a_link_is_found_as_it_was_made_by_issuer_and_subject() {
        ExternalIdentity identity = identity(ana, GOOGLE, subject(), NOON);
        assertThat(link(identity)).isTrue();
        assertThat(reading(() -> identities().find(GOOGLE, identity.subject()))).contains(identity);
        assertThat(reading(() -> identities().find(OTHER, identity.subject()))).isEmpty();
        assertThat(reading(() -> identities().find(GOOGLE, subject()))).isEmpty();
    }

    @Test
    void nobody_links_what_another_has() {
        String subject = subject();
        link(identity(ana, GOOGLE, subject, NOON));
        assertThat(link(identity(ben, GOOGLE, subject, NOON))).isFalse();
        assertThat(link(identity(ben, OTHER, subject, NOON))).isTrue();
    }

    @Test
    void a_person_has_one_link_with_each_issuer() {
        link(identity(ana, GOOGLE, subject(), NOON));
        assertThat(link(identity(ana, GOOGLE, subject(), NOON))).isFalse();
        assertThat(link(identity(ana, OTHER, subject(), NOON))).isTrue();
    }

    @Test
    void of_many_that_link_the_same_at_once_exactly_one_succeeds() {
        String subject = subject();
        List<User> people = AtOnce.call(8, number -> newOwner(transactions(), teams(), users()));
        assertThat(AtOnce.call(8, number -> link(identity(people.get(number), GOOGLE, subject, NOON)))).filteredOn(done -> done).hasSize(1);
    }

    @Test
    void the_links_of_a_person_come_the_oldest_first() {
        ExternalIdentity newer = identity(ana, GOOGLE, subject(), NOON.plusSeconds(1));
        ExternalIdentity older = identity(ana, OTHER, subject(), NOON);
        link(newer);
        link(older);
        link(identity(ben, GOOGLE, subject(), NOON));
        assertThat(reading(() -> identities().of(ana.id()))).containsExactly(older, newer);
    }

    @Test
    void a_link_is_removed_by_its_owner_only() {
        ExternalIdentity identity = identity(ana, GOOGLE, subject(), NOON);
        link(identity);
        assertThat(unlink(ben, identity, false)).isFalse();
        assertThat(unlink(ana, identity, false)).isTrue();
        assertThat(unlink(ana, identity, false)).isFalse();
        assertThat(reading(() -> identities().find(GOOGLE, identity.subject()))).isEmpty();
    }

    @Test
    void the_last_link_stays_when_it_is_needed() {
        ExternalIdentity first = identity(ana, GOOGLE, subject(), NOON);
        ExternalIdentity second = identity(ana, OTHER, subject(), NOON);
        link(first);
        link(second);
        assertThat(unlink(ana, first, true)).isTrue();
        assertThat(unlink(ana, second, true)).isFalse();
        assertThat(reading(() -> identities().of(ana.id()))).containsExactly(second);
    }

    @Test
    void two_links_removed_at_once_leave_one_when_it_is_needed() {
        List<ExternalIdentity> both = List.of(identity(ana, GOOGLE, subject(), NOON), identity(ana, OTHER, subject(), NOON));
        both.forEach(this::link);
        assertThat(AtOnce.call(2, number -> unlink(ana, both.get(number), true))).containsExactlyInAnyOrder(true, false);
    }

    private static ExternalIdentity identity(User owner, String issuer, String subject, Instant at) {
        return new ExternalIdentity(new ExternalIdentityId(SeededIds.next()), owner.id(), "google", issuer, subject, "ana@example.com", at);
    }

    private static String subject() {
        return SeededIds.next().toString();
    }

    private boolean link(ExternalIdentity identity) {
        return writing(() -> identities().link(identity));
    }

    private boolean unlink(User owner, ExternalIdentity identity, boolean keepOne) {
        return writing(() -> identities().unlink(owner.id(), identity.id(), keepOne));
    }

    private <T> T reading(Supplier<T> work) {
        return transactions().reading(PROGRAM, work);
    }

    private <T> T writing(Supplier<T> work) {
        return transactions().inTransaction(PROGRAM, "test", work);
    }
}
