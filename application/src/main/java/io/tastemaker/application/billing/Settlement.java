package io.tastemaker.application.billing;

import io.tastemaker.application.billing.out.Accounts;
import io.tastemaker.application.wallets.FollowBilling;
import io.tastemaker.application.wallets.FollowBilling.Consequence;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.billing.Account;
import io.tastemaker.domain.billing.Payment;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.LotKind;
import io.tastemaker.domain.wallets.WalletAnswer;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells the wallet what follows from an account. The account's version is the number of the notice: whoever tells an older one is not heeded.
 * What was told is noted last, so that after a crash it is told again, which changes nothing.
 */
final class Settlement {

    private static final int MOST_ROUNDS = 20;

    private final Accounts accounts;
    private final FollowBilling followBilling;
    private final InstantSource clock;

    Settlement(Accounts accounts, FollowBilling followBilling, InstantSource clock) {
        this.accounts = accounts;
        this.followBilling = followBilling;
        this.clock = clock;
    }

    /** The wallet cannot follow; somebody has to look at that. Everything else was told. */
    static final class Impossible extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Impossible(TeamId team, List<WalletAnswer> answers) {
            super("the wallet of team " + team + " cannot follow its account: " + answers);
        }
    }

    /** Tells until the wallet knows the newest version. */
    void settle(TeamId team) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Account account = accounts.load(team, Set.of(), clock.instant());
            if (!account.isUnsettled()) {
                return;
            }
            List<WalletAnswer> faults = tell(account);
            if (!faults.isEmpty()) {
                throw new Impossible(team, faults);
            }
            if (accounts.settle(account)) {
                return;
            }
        }
    }

    private List<WalletAnswer> tell(Account account) {
        Actor actor = new Actor.System("billing", account.team());
        List<WalletAnswer> faults = new ArrayList<>();
        for (Consequence consequence : consequences(account)) {
            switch (followBilling.handle(new FollowBilling.Command(actor, account.team(), account.version(), consequence))) {
                case FollowBilling.Outcome.Followed followed -> { }
                case FollowBilling.Outcome.Overtaken overtaken -> { }
                case FollowBilling.Outcome.Impossible(WalletAnswer answer) -> faults.add(answer);
            }
        }
        return faults;
    }

    private static List<Consequence> consequences(Account account) {
        Stream<Consequence> ofPayments = account.payments().stream()
                .filter(Payment::isUnsettled)
                .sorted(Comparator.comparing(Payment::createdAt).thenComparing(Payment::id))
                .flatMap(Settlement::consequences);
        Stream<Consequence> ofPlan = account.planDue() ? Stream.of(new Consequence.OnPlan(account.entitled())) : Stream.empty();
        return Stream.concat(ofPayments, ofPlan).toList();
    }

    private static Stream<Consequence> consequences(Payment payment) {
        LotKind kind = payment.kind() == Payment.Kind.TOP_UP ? LotKind.TOP_UP : LotKind.MONTHLY_PLAN;
        Stream<Consequence> grant = payment.granted()
                ? Stream.empty()
                : Stream.of(new Consequence.Credits(payment.source(), kind, payment.credits(), payment.creditsEnd()));
        Stream<Consequence> back = payment.refundDue()
                ? Stream.of(new Consequence.MoneyBack(payment.source(), payment.refunded().minor(), payment.paid().minor()))
                : Stream.empty();
        return Stream.concat(grant, back);
    }
}
