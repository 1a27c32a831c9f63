package io.tastemaker.domain.wallets;

import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.entitlements.Plan;
import io.tastemaker.domain.entitlements.Quota;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What a wish would take: the plan's quota first, then the free allowance, then credits, all or nothing. */
final class Bill {

    private Bill() {}

    /**
     * A wish that can be paid.
     *
     * @param split how many units from where
     * @param price the price that counts
     * @param credits what the credit units cost
     * @param allocations from which lots
     */
    record Payable(Split split, Price price, long credits, List<Hold.Allocation> allocations) {}

    /** Either it can be paid, or the answer says why not. */
    sealed interface Result {
        /**
         * It can be paid.
         *
         * @param bill how
         */
        record Pays(Payable bill) implements Result {}

        /**
         * It cannot.
         *
         * @param answer why
         */
        record Refuses(WalletAnswer answer) implements Result {}
    }

    static Result of(Draft draft, Spend spend, PricingRule rule) {
        Action action = spend.action();
        if (draft.plan().quota(action) instanceof Quota.Denied) {
            return new Result.Refuses(new WalletAnswer.PlanRequired(action, draft.tariff().cheapestAllowing(action)));
        }
        Split split = split(draft, action, spend.units(), rule.allowance());
        Price price = rule.price(spend.discount());
        long credits = price.of(split.credits());
        if (spend.most().isPresent() && credits > spend.most().getAsLong()) {
            return new Result.Refuses(new WalletAnswer.PriceAboveMax(action, credits, spend.most().getAsLong()));
        }
        long spent = draft.counter(Counter.Kind.MEMBER, spend.actor(), draft.cycle().start()).taken();
        if (spend.cap().isPresent() && credits > 0 && credits > spend.cap().getAsLong() - spent) {
            return new Result.Refuses(new WalletAnswer.CapReached(spend.cap().getAsLong(), spent, credits));
        }
        long available = draft.available(action);
        if (credits > available) {
            return new Result.Refuses(new WalletAnswer.CreditsMissing(Optional.of(action), credits, available, draft.debt()));
        }
        return new Result.Pays(new Payable(split, price, credits, allocate(draft.spendable(lot -> lot.pays(action)), credits)));
    }

    static Split split(Draft draft, Action action, long units, long allowance) {
        long ofQuota = Math.min(units, quotaLeft(draft, action));
        long ofAllowance = Math.min(units - ofQuota, allowanceLeft(draft, action, allowance));
        return new Split(ofQuota, ofAllowance, units - ofQuota - ofAllowance);
    }

    /** Takes credits from lots in the order in which they stand. */
    static List<Hold.Allocation> allocate(List<Lot> lots, long credits) {
        List<Hold.Allocation> allocations = new ArrayList<>(2);
        long missing = credits;
        for (Lot lot : lots) {
            if (missing == 0) {
                break;
            }
            long taken = Math.min(missing, lot.free());
            allocations.add(new Hold.Allocation(lot.source(), taken));
            missing -= taken;
        }
        return allocations;
    }

    static Receipt receipt(Draft draft, Action action, Split split, Price price, long credits) {
        long allowance = draft.tariff().rule(action).map(PricingRule::allowance).orElse(0L);
        long quotaLeft = quotaLeft(draft, action);
        return new Receipt(action, split, price, credits, draft.plan().id(),
                quotaLeft == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(quotaLeft), allowanceLeft(draft, action, allowance),
                draft.available(action), draft.cycle().end());
    }

    private static long quotaLeft(Draft draft, Action action) {
        Plan plan = draft.plan();
        return switch (plan.quota(action)) {
            case Quota.Denied denied -> 0;
            case Quota.Metered metered -> 0;
            case Quota.Unlimited unlimited -> Long.MAX_VALUE;
            case Quota.Included(long units) -> Math.max(0, units - taken(draft, Counter.Kind.QUOTA, action));
        };
    }

    private static long allowanceLeft(Draft draft, Action action, long allowance) {
        return Math.max(0, allowance - taken(draft, Counter.Kind.ALLOWANCE, action));
    }

    private static long taken(Draft draft, Counter.Kind kind, Action action) {
        return draft.counter(kind, action.code(), draft.cycle().start()).taken();
    }
}
