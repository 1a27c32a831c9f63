package io.tastemaker.application.identity.out;

import static io.tastemaker.application.identity.out.PeopleFixtures.PROGRAM;
import static io.tastemaker.application.identity.out.PeopleFixtures.newOwner;
import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.identity.out.MailedTokens.MailedToken;
import io.tastemaker.application.identity.out.MailedTokens.Purpose;
import io.tastemaker.application.shared.AtOnce;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.domain.identity.EmailAddress;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of mailed tokens does. */
public abstract class MailedTokensContract {

    private static final Instant END = NOON.plus(Duration.ofHours(1));

    private final EmailAddress address = new EmailAddress(SeededIds.next() + "@example.com");

    protected abstract PlatformTransactions transactions();

    protected abstract Teams teams();

    protected abstract Users users();

    protected abstract MailedTokens tokens();

    @Test
    void a_token_is_used_once_with_all_it_carries() {
        MailedToken token = new MailedToken(name(), Purpose.CONFIRM_SIGN_UP, address, Optional.empty(),
                Map.of("full_name", "Ana \"Lima\" ✨", "company", ""), END);
        issue(token);
        assertThat(use(token.hash(), Purpose.CONFIRM_SIGN_UP, NOON)).contains(token);
        assertThat(use(token.hash(), Purpose.CONFIRM_SIGN_UP, NOON)).isEmpty();
    }

    @Test
    void looking_at_a_token_does_not_use_it_up() {
        MailedToken token = token(Purpose.RESET_PASSWORD);
        issue(token);
        assertThat(find(token.hash(), Purpose.RESET_PASSWORD, NOON)).contains(token);
        assertThat(find(token.hash(), Purpose.CHANGE_EMAIL, NOON)).isEmpty();
        assertThat(find(token.hash(), Purpose.RESET_PASSWORD, END)).isEmpty();
        assertThat(use(token.hash(), Purpose.RESET_PASSWORD, NOON)).contains(token);
        assertThat(find(token.hash(), Purpose.RESET_PASSWORD, NOON)).isEmpty();
    }

    @Test
    void of_many_parallel_uses_exactly_one_succeeds() {
        MailedToken token = token(Purpose.CONFIRM_SIGN_UP);
        issue(token);
        assertThat(AtOnce.call(20, number -> use(token.hash(), Purpose.CONFIRM_SIGN_UP, NOON))).filteredOn(Optional::isPresent).hasSize(1);
    }

    @Test
    void a_token_is_good_for_one_purpose() {
        MailedToken token = token(Purpose.RESET_PASSWORD);
        issue(token);
        assertThat(use(token.hash(), Purpose.CONFIRM_SIGN_UP, NOON)).isEmpty();
        assertThat(use(token.hash(), Purpose.RESET_PASSWORD, NOON)).contains(token);
    }

    @Test
    void a_token_expires() {
        MailedToken token = token(Purpose.RESET_PASSWORD);
        issue(token);
        assertThat(use(token.hash(), Purpose.RESET_PASSWORD, END)).isEmpty();
        assertThat(use(token.hash(), Purpose.RESET_PASSWORD, END.minusMillis(1))).contains(token);
    }

    @Test
    void a_new_token_kills_the_older_of_its_purpose_and_address() {
        MailedToken older = token(Purpose.RESET_PASSWORD);
        MailedToken elsewhere = token(Purpose.CHANGE_EMAIL);
        MailedToken newer = token(Purpose.RESET_PASSWORD);
        List.of(older, elsewhere, newer).forEach(this::issue);
        assertThat(use(older.hash(), Purpose.RESET_PASSWORD, NOON)).isEmpty();
        assertThat(use(newer.hash(), Purpose.RESET_PASSWORD, NOON)).contains(newer);
        assertThat(use(elsewhere.hash(), Purpose.CHANGE_EMAIL, NOON)).contains(elsewhere);
    }

    @Test
    void many_issued_at_once_leave_one_alive() {
        List<MailedToken> issued = AtOnce.call(8, number -> {
            MailedToken token = token(Purpose.RESET_PASSWORD);
            issue(token);
            return token;
        });
        assertThat(issued.stream().map(token -> use(token.hash(), Purpose.RESET_PASSWORD, NOON))).filteredOn(Optional::isPresent).hasSize(1);
    }

    @Test
    void the_living_token_of_an_address_is_known() {
        assertThat(transactions().reading(PROGRAM, () -> tokens().alive(Purpose.CONFIRM_SIGN_UP, address, NOON))).isEmpty();
        MailedToken token = token(Purpose.CONFIRM_SIGN_UP);
        issue(token);
        assertThat(transactions().reading(PROGRAM, () -> tokens().alive(Purpose.CONFIRM_SIGN_UP, address, NOON))).contains(token);
        assertThat(transactions().reading(PROGRAM, () -> tokens().alive(Purpose.CONFIRM_SIGN_UP, address, END))).isEmpty();
        use(token.hash(), Purpose.CONFIRM_SIGN_UP, NOON);
        assertThat(transactions().reading(PROGRAM, () -> tokens().alive(Purpose.CONFIRM_SIGN_UP, address, NOON))).isEmpty();
    }

    @Test
    void tokens_that_expired_are_purged() {
        MailedToken old = token(Purpose.RESET_PASSWORD);
        MailedToken newer = new MailedToken(name(), Purpose.CHANGE_EMAIL, address, Optional.empty(), Map.of(), END.plusSeconds(1));
        issue(old);
        issue(newer);
        assertThat(transactions().inTransaction(PROGRAM, "test", () -> tokens().purge(END))).isPositive();
        assertThat(transactions().inTransaction(PROGRAM, "test", () -> tokens().purge(END))).isZero();
        assertThat(use(newer.hash(), Purpose.CHANGE_EMAIL, NOON)).contains(newer);
    }

    @Test
    void the_tokens_of_an_account_are_forgotten() {
        User ana = newOwner(transactions(), teams(), users());
        MailedToken hers = new MailedToken(name(), Purpose.RESET_PASSWORD, ana.email(), Optional.of(ana.id()), Map.of(), END);
        MailedToken other = token(Purpose.RESET_PASSWORD);
        issue(hers);
        issue(other);
        transactions().run(PROGRAM, "test", () -> tokens().forget(ana.id()));
        transactions().run(PROGRAM, "test", () -> tokens().forget(new UserId(SeededIds.next())));
        assertThat(use(hers.hash(), Purpose.RESET_PASSWORD, NOON)).isEmpty();
        assertThat(use(other.hash(), Purpose.RESET_PASSWORD, NOON)).contains(other);
    }

    private MailedToken token(Purpose purpose) {
        return new MailedToken(name(), purpose, address, Optional.empty(), Map.of(), END);
    }

    private void issue(MailedToken token) {
        transactions().run(PROGRAM, "test", () -> tokens().issue(token));
    }

    private Optional<MailedToken> find(String hash, Purpose purpose, Instant now) {
        return transactions().reading(PROGRAM, () -> tokens().find(hash, purpose, now));
    }

    private Optional<MailedToken> use(String hash, Purpose purpose, Instant now) {
        return transactions().inTransaction(PROGRAM, "test", () -> tokens().use(hash, purpose, now));
    }

    private static String name() {
        return "hash " + SeededIds.next();
    }
}
