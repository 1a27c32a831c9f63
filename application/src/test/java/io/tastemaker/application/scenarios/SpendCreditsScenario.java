package io.tastemaker.application.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.shared.Actors;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.application.wallets.AdjustWallet;
import io.tastemaker.application.wallets.Answered;
import io.tastemaker.application.wallets.ExplainOperation;
import io.tastemaker.application.wallets.PriceBasket;
import io.tastemaker.application.wallets.ShowWallet;
import io.tastemaker.application.wallets.SpendCredits;
import io.tastemaker.application.wallets.Till;
import io.tastemaker.application.wallets.VerifyLedger;
import io.tastemaker.application.wallets.WalletUseCases;
import io.tastemaker.application.wallets.WalletView;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.wallets.LedgerEntry;
import io.tastemaker.domain.wallets.LedgerVerdict;
import io.tastemaker.domain.wallets.LotKind;
import io.tastemaker.domain.wallets.OperationKey;
import io.tastemaker.domain.wallets.Quotation;
import io.tastemaker.domain.wallets.Split;
import io.tastemaker.domain.wallets.WalletAnswer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A team's first week with its wallet: what the plan includes, what costs credits, and a bill that explains itself. */
class SpendCreditsScenario {

    private final HandClock clock = new HandClock();
    private final WalletUseCases wallets = Till.on(clock).useCases();

    @Test
    void a_team_spends_what_its_plan_includes_then_credits_and_can_follow_every_one_of_them() {
        // Nobody made a wallet for Ana's team. It has one, on the plan of new teams, with nothing in it that pays for everything.
        WalletView view = show();
        assertThat(view.plan().id()).hasToString("free@1");
        assertThat(view.wallet().available(clock.instant())).isZero();

        // She asks what six creators would cost: five are included, and for the sixth credits are missing.
        Quotation quotation = price(6);
        assertThat(quotation.lines().getFirst().split()).isEqualTo(new Split(5, 0, 1));
        assertThat(quotation.credits()).isEqualTo(25);
        assertThat(quotation.affordable()).isFalse();

        // She unlocks five of them, which costs nothing, and the sixth is refused without using anything up.
        for (String creator : List.of("ana.verde", "lucasol", "mei", "joana", "nova")) {
            WalletAnswer.Charged included = (WalletAnswer.Charged) unlock("first " + creator, creator).answer();
            assertThat(included.receipt().credits()).isZero();
        }
        assertThat(unlock("sixth", "sixth").answer()).isEqualTo(
                new WalletAnswer.CreditsMissing(Optional.of(Action.CREATOR_UNLOCK), 25, 0, 0));

        // An operator tops the team up. The refused call stays refused, so that nothing is charged behind her back; a new one is paid.
        topUp(100);
        assertThat(unlock("sixth", "sixth").answer()).isInstanceOf(WalletAnswer.CreditsMissing.class);
        Answered paid = unlock("sixth, again", "sixth");
        assertThat(paid.answer()).isInstanceOfSatisfying(WalletAnswer.Charged.class, charged -> {
            assertThat(charged.receipt().credits()).isEqualTo(25);
            assertThat(charged.receipt().creditsLeft()).isEqualTo(75);
        });

        // Her browser sends the call twice, and Ben unlocks the same creator: both are free.
        Answered repeat = unlock("sixth, again", "sixth");
        assertThat(repeat.replayed()).isTrue();
        assertThat(repeat.operation()).isEqualTo(paid.operation());
        assertThat(unlock("ben's", "sixth").answer()).isInstanceOf(WalletAnswer.AlreadyOpen.class);
        assertThat(show().wallet().available(clock.instant())).isEqualTo(75);

        // The bill explains itself: one movement, out of the credits that were bought, under a version of a price.
        List<LedgerEntry> entries = explain(paid.operation().orElseThrow().id());
        assertThat(entries).singleElement().satisfies(entry -> {
            assertThat(entry.from()).hasToString("available");
            assertThat(entry.to()).hasToString("usage.creator_unlock");
            assertThat(entry.amount()).isEqualTo(25);
            assertThat(entry.rule()).contains("creator_unlock@1");
            assertThat(entry.actor()).isEqualTo(Actors.ANA.label());
        });

        // And whoever doubts it computes the whole ledger anew.
        assertThat(wallets.verifyLedger().handle(new VerifyLedger.Query(Actors.OPERATOR, Actors.LIMA, Optional.empty())))
                .isEqualTo(new LedgerVerdict.Whole(show().wallet().seq()));
    }

    private WalletView show() {
        return wallets.showWallet().handle(new ShowWallet.Query(Actors.ANA, Actors.LIMA));
    }

    private Quotation price(long creators) {
        PriceBasket.Outcome outcome = wallets.priceBasket().handle(
                new PriceBasket.Query(Actors.ANA, List.of(new Quotation.Item(Action.CREATOR_UNLOCK, creators))));
        return ((PriceBasket.Outcome.Priced) outcome).quotation();
    }

    private Answered unlock(String key, String creator) {
        SpendCredits.Outcome outcome = wallets.spendCredits().handle(new SpendCredits.Command(
                key.startsWith("ben") ? Actors.BEN : Actors.ANA, Permission.UNLOCK_CREATORS,
                OperationKey.ofClient("POST /creators/{creator_id}/unlock", key), Action.CREATOR_UNLOCK, 1, Optional.of(creator),
                OptionalLong.empty(), false));
        return ((SpendCredits.Outcome.Asked) outcome).answered();
    }

    private void topUp(long credits) {
        wallets.adjustWallet().handle(new AdjustWallet.Command(Actors.OPERATOR, Actors.LIMA, OperationKey.ofReversal("ticket 7"),
                new AdjustWallet.Adjustment.Give(LotKind.TOP_UP, credits, Set.of(), Optional.empty()), "paid by invoice"));
    }

    private List<LedgerEntry> explain(UUID operation) {
        return wallets.explainOperation().handle(new ExplainOperation.Query(Actors.BEN, operation)).entries();
    }
}
