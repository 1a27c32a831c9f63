package io.tastemaker.application.wallets;

import static io.tastemaker.application.shared.Actors.ANA;
import static io.tastemaker.application.shared.Actors.LIMA;
import static io.tastemaker.application.shared.Actors.OPERATOR;
import static io.tastemaker.application.shared.Actors.OSLO;
import static io.tastemaker.application.shared.Actors.PROGRAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.shared.AtOnce;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.application.wallets.FollowBilling.Consequence;
import io.tastemaker.application.wallets.FollowBilling.Consequence.Credits;
import io.tastemaker.application.wallets.FollowBilling.Consequence.MoneyBack;
import io.tastemaker.application.wallets.FollowBilling.Consequence.OnPlan;
import io.tastemaker.application.wallets.FollowBilling.Outcome;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.entitlements.PlanId;
import io.tastemaker.domain.shared.SessionId;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import io.tastemaker.domain.wallets.LedgerVerdict;
import io.tastemaker.domain.wallets.LotKind;
import io.tastemaker.domain.wallets.OperationKey;
import io.tastemaker.domain.wallets.WalletAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A wallet follows what was paid, and finds what was granted for it. */
class FollowBillingTest {

    private static final Actor BILLING = new Actor.System("billing", LIMA);
    private static final Actor OWNER = new Actor.User(new UserId(new UUID(1, 1)), LIMA, Role.OWNER, new SessionId(new UUID(1, 2)));
    private static final PlanId STANDARD = new PlanId("standard", 1);
    private static final PlanId PREMIUM = new PlanId("premium", 1);

    private final HandClock clock = new HandClock();
    private final Till till = Till.on(clock);
    private final WalletUseCases wallets = till.useCases();

    @Test
    void credits_are_granted_once_for_a_source_whatever_the_notice() {
        assertThat(follow(1, pack("pi:1", 500))).isEqualTo(new Outcome.Followed());
        assertThat(follow(1, pack("pi:1", 500))).isEqualTo(new Outcome.Followed());
        assertThat(follow(7, pack("pi:1", 500))).isEqualTo(new Outcome.Followed());
        assertThat(follow(7, pack("pi:2", 100))).isEqualTo(new Outcome.Followed());

        assertThat(credits()).isEqualTo(600);
    }

    @Test
    void many_who_tell_the_same_at_once_grant_once() {
        assertThat(AtOnce.call(16, number -> follow(number, pack("pi:1", 500)))).containsOnly(new Outcome.Followed());
        assertThat(credits()).isEqualTo(500);
    }

    @Test
    void credits_that_were_spent_are_not_granted_again() {
        follow(1, pack("pi:1", 500));
        spendAll();
        clock.advance(Duration.ofDays(400));

        assertThat(follow(2, pack("pi:1", 500))).isEqualTo(new Outcome.Followed());
        assertThat(credits()).isZero();
    }

    @Test
    void credits_of_a_month_end_with_it() {
        Instant end = clock.instant().plus(Duration.ofDays(30));
        follow(1, new Credits("inv:1", LotKind.MONTHLY_PLAN, 3_000, Optional.of(end)));
        assertThat(credits()).isEqualTo(3_000);

        clock.advance(Duration.ofDays(30));
        assertThat(credits()).isZero();
        assertThat(follow(2, new Credits("inv:0", LotKind.MONTHLY_PLAN, 3_000, Optional.of(end.minusSeconds(60))))).as("far too late")
                .isEqualTo(new Outcome.Followed());
        assertThat(credits()).isZero();
    }

    @Test
    void an_older_notice_of_money_back_changes_nothing() {
        follow(1, pack("pi:1", 500));

        assertThat(follow(3, new MoneyBack("pi:1", 500, 1_000))).isEqualTo(new Outcome.Followed());
        assertThat(follow(2, new MoneyBack("pi:1", 1_000, 1_000))).isEqualTo(new Outcome.Overtaken());
        assertThat(credits()).isEqualTo(250);
        assertThat(follow(3, new MoneyBack("pi:1", 500, 1_000))).as("told again").isEqualTo(new Outcome.Followed());
        assertThat(follow(4, new MoneyBack("pi:1", 0, 1_000))).as("a dispute was won").isEqualTo(new Outcome.Followed());
        assertThat(credits()).isEqualTo(500);
    }

    @Test
    void an_older_notice_of_a_plan_changes_nothing() {
        follow(2, new OnPlan(Optional.of(PREMIUM)));
        assertThat(follow(1, new OnPlan(Optional.of(STANDARD)))).isEqualTo(new Outcome.Overtaken());
        assertThat(plan()).isEqualTo(PREMIUM);

        follow(3, new OnPlan(Optional.empty()));
        assertThat(plan()).isEqualTo(new PlanId("free", 1));
    }

    @Test
    void credits_that_were_paid_are_granted_however_late_that_is_told() {
        follow(9, new OnPlan(Optional.of(STANDARD)));
        assertThat(follow(1, pack("pi:1", 500))).isEqualTo(new Outcome.Followed());
        assertThat(credits()).isEqualTo(500);
    }

    @Test
    void credits_that_were_paid_pay_what_is_owed_first() {
        follow(1, pack("pi:1", 500));
        spendAll();
        follow(2, new MoneyBack("pi:1", 1_000, 1_000));
        assertThat(view().wallet().debt()).isEqualTo(500);

        follow(3, pack("pi:2", 600));
        assertThat(view().wallet().debt()).isZero();
        assertThat(credits()).isEqualTo(100);
    }

    @Test
    void money_back_for_what_was_never_granted_is_for_somebody_to_look_at() {
        assertThat(follow(1, new MoneyBack("pi:unknown", 1, 1))).isEqualTo(new Outcome.Impossible(new WalletAnswer.NothingThere()));
    }

    @Test
    void a_plan_that_there_is_not_is_for_somebody_to_look_at() {
        assertThat(follow(1, new OnPlan(Optional.of(new PlanId("gold", 1))))).isEqualTo(new Outcome.Impossible(new WalletAnswer.NothingThere()));
    }

    @Test
    void a_plan_by_hand_counts_until_a_newer_notice() {
        follow(1, new OnPlan(Optional.of(STANDARD)));
        till.subscribe(LIMA, "premium");
        follow(1, new OnPlan(Optional.of(STANDARD)));
        assertThat(plan()).as("that was told before").isEqualTo(PREMIUM);

        follow(2, new OnPlan(Optional.empty()));
        assertThat(plan().key()).isEqualTo("free");
    }

    @Test
    void the_ledger_of_all_that_is_whole() {
        follow(1, pack("pi:1", 500));
        follow(2, new MoneyBack("pi:1", 700, 1_000));
        follow(3, new MoneyBack("pi:1", 0, 1_000));
        assertThat(wallets.verifyLedger().handle(new VerifyLedger.Query(OPERATOR, LIMA, Optional.empty())))
                .isInstanceOf(LedgerVerdict.Whole.class);
    }

    @Test
    void only_the_program_makes_a_wallet_follow() {
        for (Actor actor : List.of(ANA, OWNER)) {
            assertThatThrownBy(() -> wallets.followBilling().handle(new FollowBilling.Command(actor, LIMA, 1, pack("pi:1", 1))))
                    .isInstanceOf(Refusal.Forbidden.class);
        }
        assertThatThrownBy(() -> wallets.followBilling().handle(new FollowBilling.Command(PROGRAM, TeamId.CATALOGUE, 1, pack("pi:1", 1))))
                .isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void grants_are_found_by_their_sources_and_in_one_team_only() {
        follow(1, pack("pi:1", 500));
        follow(1, pack("pi:2", 100));
        follow(2, new MoneyBack("pi:2", 1, 1));
        clock.advance(Duration.ofDays(400));

        assertThat(granted(LIMA, "pi:1", "pi:2", "pi:3")).as("as they were granted").isEqualTo(Map.of("pi:1", 500L, "pi:2", 100L));
        assertThat(granted(LIMA)).isEmpty();
        assertThat(granted(OSLO, "pi:1")).isEmpty();
    }

    @Test
    void only_the_program_and_operators_look_for_grants() {
        for (Actor actor : List.of(ANA, OWNER)) {
            assertThatThrownBy(() -> wallets.findGrants().handle(new FindGrants.Query(actor, LIMA, Set.of("pi:1")))).isInstanceOf(Refusal.Forbidden.class);
        }
        assertThat(wallets.findGrants().handle(new FindGrants.Query(OPERATOR, LIMA, Set.of("pi:1")))).isEmpty();
    }

    private Map<String, Long> granted(TeamId team, String... sources) {
        return wallets.findGrants().handle(new FindGrants.Query(PROGRAM, team, Set.of(sources)));
    }

    private static Credits pack(String source, long credits) {
        return new Credits(source, LotKind.TOP_UP, credits, Optional.empty());
    }

    private Outcome follow(long notice, Consequence consequence) {
        return wallets.followBilling().handle(new FollowBilling.Command(BILLING, LIMA, notice, consequence));
    }

    /** What was bought, and the gift of the day. */
    private void spendAll() {
        wallets.adjustWallet().handle(new AdjustWallet.Command(OPERATOR, LIMA, OperationKey.ofReversal("spent"),
                new AdjustWallet.Adjustment.Take(510), "it was spent"));
    }

    private WalletView view() {
        return wallets.showWallet().handle(new ShowWallet.Query(OPERATOR, LIMA));
    }

    private PlanId plan() {
        return view().plan().id();
    }

    private long credits() {
        return view().wallet().available(clock.instant());
    }
}
