package io.tastemaker.application.billing;

import io.tastemaker.application.billing.out.Accounts;
import io.tastemaker.application.billing.out.PaymentProvider;
import io.tastemaker.application.billing.out.PaymentProvider.Answer;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.wallets.ShowPricing;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Anonymous;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.billing.Account;
import io.tastemaker.domain.billing.Notice;
import io.tastemaker.domain.billing.ProviderSubscription;
import io.tastemaker.domain.billing.Subscription;
import io.tastemaker.domain.entitlements.Plan;
import io.tastemaker.domain.entitlements.PlanId;
import io.tastemaker.domain.shared.Change;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.wallets.Tariff;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Changes a subscription: another plan, an end, or on after all. A dearer plan counts at once and its difference is billed now; one that is
 * cheaper, or that is paid for this period already, counts from the next period on. What the provider then shows is written down as if it had been told.
 */
public final class ChangeSubscription {

    private final PlatformTransactions platform;
    private final Accounts accounts;
    private final PaymentProvider provider;
    private final Bookkeeper bookkeeper;
    private final ShowPricing showPricing;
    private final Ids ids;
    private final InstantSource clock;

    ChangeSubscription(PlatformTransactions platform, Accounts accounts, PaymentProvider provider, Bookkeeper bookkeeper,
            ShowPricing showPricing, Ids ids, InstantSource clock) {
        this.platform = platform;
        this.accounts = accounts;
        this.provider = provider;
        this.bookkeeper = bookkeeper;
        this.showPricing = showPricing;
        this.ids = ids;
        this.clock = clock;
    }

    /** What is to become of it. */
    public sealed interface Wish {
        /**
         * It goes on with another plan.
         *
         * @param key the plan's key
         */
        record OnPlan(String key) implements Wish {}

        /** It ends with its period. */
        record End() implements Wish {}

        /** It goes on after all. */
        record GoOn() implements Wish {}
    }

    /**
     * What is wanted.
     *
     * @param actor the owner of the team
     * @param wish what is to become of it
     */
    public record Command(Actor actor, Wish wish) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It is as it was wanted.
         *
         * @param subscription the subscription
         */
        record Changed(Subscription subscription) implements Outcome {}

        /** No subscription runs. */
        record NotSubscribed() implements Outcome {}

        /**
         * There is no such plan, or it is not sold here.
         *
         * @param sold the plans that are sold
         */
        record UnknownPlan(Set<String> sold) implements Outcome {}

        /**
         * The provider does not do it, as when the difference could not be collected. Nothing has changed.
         *
         * @param reason why, in its words
         */
        record Declined(String reason) implements Outcome {}
    }

    /**
     * Changes it.
     *
     * @param command what is wanted
     * @return what came of it
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.OWN_BILLING);
        Optional<Subscription> running = account(command).running();
        if (running.isEmpty()) {
            return new Outcome.NotSubscribed();
        }
        Subscription subscription = running.get();
        return switch (command.wish()) {
            case Wish.OnPlan(String key) -> onPlan(command, subscription, key);
            case Wish.End end -> written(command, subscription, provider.endAtPeriodEnd(subscription.id(), true, key()), "ends");
            case Wish.GoOn on -> written(command, subscription, provider.endAtPeriodEnd(subscription.id(), false, key()), "goes_on");
        };
    }

    private Outcome onPlan(Command command, Subscription subscription, String wanted) {
        Tariff tariff = showPricing.handle(new ShowPricing.Query(Anonymous.CALLER));
        Optional<Plan> plan = tariff.newest(wanted).filter(Plan::isPaid).filter(one -> provider.priceOf(wanted).isPresent());
        if (plan.isEmpty()) {
            return new Outcome.UnknownPlan(tariff.newestPlans().stream().filter(Plan::isPaid).map(one -> one.id().key())
                    .filter(one -> provider.priceOf(one).isPresent()).collect(Collectors.toCollection(TreeSet::new)));
        }
        if (subscription.plan().map(PlanId::key).equals(Optional.of(wanted))) {
            return new Outcome.Changed(subscription);
        }
        boolean dearer = Stream.concat(subscription.plan().stream(), account(command).entitled().stream())
                .flatMap(now -> tariff.newest(now.key()).stream())
                .noneMatch(now -> now.monthlyPrice().amount().compareTo(plan.get().monthlyPrice().amount()) >= 0);
        Optional<ProviderSubscription> now = provider.findSubscription(subscription.id());
        return now.isEmpty()
                ? new Outcome.NotSubscribed()
                : written(command, subscription, provider.changePlan(now.get(), wanted, dearer, key()), wanted);
    }

    private Outcome written(Command command, Subscription before, Answer<ProviderSubscription> answer, String what) {
        return switch (answer) {
            case Answer.Declined<ProviderSubscription>(String reason) -> new Outcome.Declined(reason);
            case Answer.Done<ProviderSubscription> done -> {
                bookkeeper.look(new Notice.Matter(Notice.Kind.SUBSCRIPTION, before.id()), Bookkeeper.Alongside.NOTHING);
                platform.run(command.actor(), "billing.change", () -> platform.about(Subject.of("subscription", before.id()),
                        List.of(new Change("wish", Optional.empty(), Optional.of(what)))));
                yield new Outcome.Changed(account(command).subscriptions().stream().filter(one -> one.id().equals(before.id())).findFirst()
                        .orElse(before));
            }
        };
    }

    private Account account(Command command) {
        return accounts.load(command.actor().team(), Set.of(), clock.instant());
    }

    private String key() {
        return "change:" + ids.next();
    }
}
