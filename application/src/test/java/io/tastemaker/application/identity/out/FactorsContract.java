package io.tastemaker.application.identity.out;

import static io.tastemaker.application.identity.out.PeopleFixtures.PROGRAM;
import static io.tastemaker.application.identity.out.PeopleFixtures.newOwner;
import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.shared.AtOnce;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.domain.identity.TotpFactor;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.FactorId;
import io.tastemaker.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of second factors does. */
public abstract class FactorsContract {

    private static final Instant LATER = NOON.plusSeconds(60);
    private static final byte[] SEALED = {1, 2, 3};

    private User ana;
    private User ben;

    protected abstract PlatformTransactions transactions();

    protected abstract Teams teams();

    protected abstract Users users();

    protected abstract Factors factors();

    @BeforeEach
    void makePeople() {
        ana = newOwner(transactions(), teams(), users());
        ben = newOwner(transactions(), teams(), users());
    }

    @Test
    void a_factor_is_found_as_it_was_added_and_by_nobody_else() {
        TotpFactor factor = added(ana, "phone", NOON);
        assertThat(reading(() -> factors().find(ana.id(), factor.id()))).contains(factor);
        assertThat(reading(() -> factors().find(ben.id(), factor.id()))).isEmpty();
        assertThat(reading(() -> factors().find(ana.id(), new FactorId(SeededIds.next())))).isEmpty();
    }

    @Test
    void its_secret_stays_as_it_was_sealed() {
        TotpFactor factor = added(ana, "phone", NOON);
        assertThat(reading(() -> factors().sealedSecret(factor.id())).orElseThrow()).isEqualTo(SEALED);
        assertThat(reading(() -> factors().sealedSecret(new FactorId(SeededIds.next())))).isEmpty();
    }

    @Test
    void the_factors_of_a_person_come_the_oldest_first() {
        TotpFactor newer = added(ana, "tablet", LATER);
        TotpFactor older = added(ana, "phone", NOON);
        added(ben, "phone", NOON);
        assertThat(reading(() -> factors().list(ana.id()))).containsExactly(older, newer);
    }

    @Test
    void a_person_has_so_many_and_no_more() {
        for (int number = 0; number < TotpFactor.MOST; number++) {
            added(ana, "phone " + number, NOON);
        }
        assertThat(add(pending(ana, "one more", LATER))).isFalse();
        assertThat(add(pending(ben, "his first", LATER))).isTrue();
        assertThat(reading(() -> factors().list(ana.id()))).hasSize(TotpFactor.MOST);
    }

    @Test
    void of_many_added_at_once_no_more_than_allowed_are_kept() {
        AtOnce.call(16, number -> add(pending(ana, "phone " + number, NOON)));
        assertThat(reading(() -> factors().list(ana.id()))).hasSize(TotpFactor.MOST);
    }

    @Test
    void pending_factors_that_have_lapsed_make_room() {
        TotpFactor kept = active(ana, 7);
        for (int number = 1; number < TotpFactor.MOST; number++) {
            added(ana, "phone " + number, NOON);
        }
        TotpFactor next = pending(ana, "next", NOON.plus(TotpFactor.PENDING));
        assertThat(add(next)).isTrue();
        assertThat(reading(() -> factors().list(ana.id()))).extracting(TotpFactor::id).containsExactly(kept.id(), next.id());
    }

    @Test
    void a_factor_is_confirmed_once_and_its_step_is_used() {
        TotpFactor factor = added(ana, "phone", NOON);
        assertThat(writing(() -> factors().confirm(factor.id(), 7, LATER))).isTrue();
        assertThat(writing(() -> factors().confirm(factor.id(), 9, LATER))).isFalse();
        assertThat(reading(() -> factors().find(ana.id(), factor.id()))).contains(new TotpFactor(
                factor.id(), ana.id(), "phone", NOON, Optional.of(LATER), OptionalLong.of(7)));
    }

    @Test
    void a_step_is_used_once_and_no_earlier_one_after_it() {
        TotpFactor factor = active(ana, 7);
        assertThat(useStep(factor, 7)).isFalse();
        assertThat(useStep(factor, 9)).isTrue();
        assertThat(useStep(factor, 9)).isFalse();
        assertThat(useStep(factor, 8)).isFalse();
        assertThat(useStep(factor, 10)).isTrue();
    }

    @Test
    void the_steps_of_a_pending_factor_are_not_used() {
        assertThat(useStep(added(ana, "phone", NOON), 7)).isFalse();
    }

    @Test
    void of_many_that_use_a_step_at_once_exactly_one_succeeds() {
        TotpFactor factor = active(ana, 7);
        assertThat(AtOnce.call(20, number -> useStep(factor, 8))).filteredOn(used -> used).hasSize(1);
    }

    @Test
    void a_factor_is_removed_by_its_owner_only() {
        TotpFactor factor = active(ana, 7);
        assertThat(writing(() -> factors().remove(ben.id(), factor.id()))).isFalse();
        assertThat(writing(() -> factors().remove(ana.id(), factor.id()))).isTrue();
        assertThat(writing(() -> factors().remove(ana.id(), factor.id()))).isFalse();
        assertThat(reading(() -> factors().list(ana.id()))).isEmpty();
        assertThat(useStep(factor, 8)).isFalse();
    }

    @Test
    void recovery_codes_go_with_the_last_active_factor() {
        TotpFactor phone = active(ana, 7);
        TotpFactor tablet = active(ana, 7);
        added(ana, "pending", NOON);
        replaceCodes(ana, "a", "b");
        writing(() -> factors().remove(ana.id(), phone.id()));
        assertThat(codesLeft(ana)).isEqualTo(2);
        writing(() -> factors().remove(ana.id(), tablet.id()));
        assertThat(codesLeft(ana)).isZero();
    }

    @Test
    void a_recovery_code_is_used_once_by_its_owner() {
        replaceCodes(ana, "a", "b");
        assertThat(useCode(ben, "a")).isFalse();
        assertThat(useCode(ana, "c")).isFalse();
        assertThat(useCode(ana, "a")).isTrue();
        assertThat(useCode(ana, "a")).isFalse();
        assertThat(codesLeft(ana)).isEqualTo(1);
    }

    @Test
    void of_many_that_use_a_recovery_code_at_once_exactly_one_succeeds() {
        replaceCodes(ana, "a");
        assertThat(AtOnce.call(20, number -> useCode(ana, "a"))).filteredOn(used -> used).hasSize(1);
    }

    @Test
    void new_recovery_codes_take_the_place_of_the_old() {
        replaceCodes(ana, "a", "b");
        replaceCodes(ben, "a");
        replaceCodes(ana, "c", "d", "e");
        assertThat(codesLeft(ana)).isEqualTo(3);
        assertThat(useCode(ana, "a")).isFalse();
        assertThat(useCode(ben, "a")).isTrue();
    }

    @Test
    void nothing_works_outside_a_transaction() {
        assertThatThrownBy(() -> factors().list(ana.id())).isInstanceOf(IllegalStateException.class);
    }

    private static TotpFactor pending(User owner, String name, Instant at) {
        return TotpFactor.pending(new FactorId(SeededIds.next()), owner.id(), name, at);
    }

    private boolean add(TotpFactor factor) {
        return writing(() -> factors().add(factor, SEALED));
    }

    private TotpFactor added(User owner, String name, Instant at) {
        TotpFactor factor = pending(owner, name, at);
        assertThat(add(factor)).isTrue();
        return factor;
    }

    private TotpFactor active(User owner, long step) {
        TotpFactor factor = added(owner, "phone", NOON);
        assertThat(writing(() -> factors().confirm(factor.id(), step, NOON))).isTrue();
        return factor;
    }

    private boolean useStep(TotpFactor factor, long step) {
        return writing(() -> factors().useStep(factor.id(), step));
    }

    private void replaceCodes(User owner, String... hashes) {
        transactions().run(PROGRAM, "test", () -> factors().replaceRecoveryCodes(owner.id(), Set.copyOf(List.of(hashes)), NOON));
    }

    private boolean useCode(User owner, String hash) {
        UserId id = owner.id();
        return writing(() -> factors().useRecoveryCode(id, hash, LATER));
    }

    private int codesLeft(User owner) {
        return reading(() -> factors().recoveryCodesLeft(owner.id()));
    }

    private <T> T reading(Supplier<T> work) {
        return transactions().reading(PROGRAM, work);
    }

    private <T> T writing(Supplier<T> work) {
        return transactions().inTransaction(PROGRAM, "test", work);
    }
}
