package io.tastemaker.application.billing;

import io.tastemaker.application.billing.OpenCheckout.Wish;
import io.tastemaker.application.billing.out.PaymentProvider;
import io.tastemaker.application.billing.out.TopUpPacks;
import io.tastemaker.application.wallets.ShowWallet;
import io.tastemaker.application.wallets.WalletView;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.billing.Coupon;
import io.tastemaker.domain.billing.Discount;
import io.tastemaker.domain.billing.Purchase;
import io.tastemaker.domain.billing.TopUpPack;
import io.tastemaker.domain.entitlements.Feature;
import io.tastemaker.domain.entitlements.Plan;
import io.tastemaker.domain.shared.Money;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds out what something costs a team, or why it cannot be had. */
final class Offers {

    private final ShowWallet showWallet;
    private final TopUpPacks packs;
    private final CouponBook coupons;
    private final PaymentProvider provider;
    private final InstantSource clock;

    Offers(ShowWallet showWallet, TopUpPacks packs, CouponBook coupons, PaymentProvider provider, InstantSource clock) {
        this.showWallet = showWallet;
        this.packs = packs;
        this.coupons = coupons;
        this.provider = provider;
        this.clock = clock;
    }

    /** What was found. */
    sealed interface Found {
        /** It can be had. */
        record Offer(Purchase purchase, String title, Money listPrice, Discount discount, Optional<Coupon> coupon) implements Found {}

        /** It cannot. */
        record Refused(NotOffered why) implements Found {}
    }

    Found find(Actor actor, Wish wish, Optional<String> code) {
        WalletView wallet = showWallet.handle(new ShowWallet.Query(actor, actor.team()));
        return switch (wish) {
            case Wish.Plan(String key) -> plan(wallet, key, code);
            case Wish.Pack(String key) -> pack(wallet, key, code);
            case Wish.Something(Money amount, String description) ->
                priced(new Purchase.OneOff(description), description, amount, 0, code);
        };
    }

    private Found plan(WalletView wallet, String key, Optional<String> code) {
        Optional<Plan> plan = wallet.tariff().newest(key).filter(Plan::isPaid);
        Optional<Money> price = plan.flatMap(one -> provider.priceOf(key));
        if (price.isEmpty()) {
            Set<String> sold = wallet.tariff().newestPlans().stream().filter(Plan::isPaid).map(one -> one.id().key())
                    .filter(one -> provider.priceOf(one).isPresent()).collect(Collectors.toCollection(TreeSet::new));
            return new Found.Refused(new NotOffered.UnknownPlan(sold));
        }
        return priced(new Purchase.Subscribe(plan.get().id(), 0), plan.get().name(), price.get(), 0, code);
    }

    private Found pack(WalletView wallet, String key, Optional<String> code) {
        if (!wallet.plan().opens(Feature.TOP_UPS)) {
            return new Found.Refused(new NotOffered.PlanRequired(wallet.tariff().cheapestWith(Feature.TOP_UPS)));
        }
        Optional<TopUpPack> found = packs.find(key).filter(TopUpPack::onSale);
        if (found.isEmpty()) {
            return new Found.Refused(new NotOffered.UnknownPack(packs.list().stream().filter(TopUpPack::onSale).map(TopUpPack::key)
                    .collect(Collectors.toCollection(TreeSet::new))));
        }
        TopUpPack pack = found.get();
        return priced(new Purchase.TopUp(pack.key(), pack.version(), pack.credits(), pack.validDays()),
                String.format(Locale.ROOT, "%,d credits", pack.credits()), pack.price(), wallet.plan().topUpDiscount(), code);
    }

    private Found priced(Purchase purchase, String title, Money price, int planDiscount, Optional<String> code) {
        if (code.isEmpty()) {
            return new Found.Offer(purchase, title, price, Discount.best(price, planDiscount, Optional.empty()), Optional.empty());
        }
        Optional<Coupon> coupon = code.flatMap(coupons::find);
        Optional<Coupon.Verdict> verdict = coupon.map(one -> one.check(price, clock.instant()));
        return verdict.equals(Optional.of(Coupon.Verdict.GOOD))
                ? new Found.Offer(purchase, title, price, Discount.best(price, planDiscount, coupon), coupon)
                : new Found.Refused(new NotOffered.CouponRefused(verdict));
    }
}
