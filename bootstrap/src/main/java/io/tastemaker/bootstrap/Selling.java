package io.tastemaker.bootstrap;

import io.tastemaker.adapters.billing.billing.StripeNotices;
import io.tastemaker.adapters.billing.billing.StripePayments;
import io.tastemaker.adapters.billing.billing.StripeSettings;
import io.tastemaker.adapters.billing.billing.UnconfiguredPayments;
import io.tastemaker.adapters.persistence.billing.JooqAccounts;
import io.tastemaker.adapters.persistence.billing.JooqCoupons;
import io.tastemaker.adapters.persistence.billing.JooqInbox;
import io.tastemaker.adapters.persistence.billing.JooqOrders;
import io.tastemaker.adapters.persistence.billing.JooqReconciliations;
import io.tastemaker.adapters.persistence.billing.JooqTopUpPacks;
import io.tastemaker.adapters.persistence.shared.AcrossTeams;
import io.tastemaker.adapters.persistence.shared.JooqPlatformTransactions;
import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.application.billing.BillingPages;
import io.tastemaker.application.billing.BillingUseCases;
import io.tastemaker.application.identity.TeamUseCases;
import io.tastemaker.application.operations.out.HealthProbe;
import io.tastemaker.application.operations.out.Meter;
import io.tastemaker.application.shared.PublicUrl;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Outbox;
import io.tastemaker.application.wallets.WalletUseCases;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Billing, wired: with Stripe, or with nobody who takes money. */
final class Selling implements AutoCloseable {

    private final Optional<StripePayments> stripe;
    private final JooqInbox inbox;
    private final JooqReconciliations reconciliations;
    private final BillingUseCases useCases;

    Selling(Settings settings, JooqTransactions transactions, JooqPlatformTransactions platform, AcrossTeams acrossTeams, Outbox outbox,
            TeamUseCases teams, WalletUseCases wallets, PublicUrl publicUrl, Ids ids, InstantSource clock) {
        this.stripe = settings.billing().stripe().map(account -> new StripePayments(account, clock));
        this.inbox = new JooqInbox(platform, acrossTeams);
        this.reconciliations = new JooqReconciliations(acrossTeams, clock);
        BillingUseCases.Rows rows = new BillingUseCases.Rows(new JooqAccounts(transactions, platform, acrossTeams),
                new JooqOrders(transactions, platform, acrossTeams), new JooqCoupons(platform, acrossTeams),
                new JooqTopUpPacks(platform, acrossTeams), inbox, reconciliations);
        List<String> secrets = settings.billing().stripe().map(StripeSettings::webhookSecrets).orElse(List.of());
        this.useCases = new BillingUseCases(rows, stripe.isPresent() ? stripe.get() : new UnconfiguredPayments(),
                new StripeNotices(secrets, clock), transactions, platform, outbox, teams, wallets, () -> pages(settings, publicUrl),
                settings.billing().trialDays(), publicUrl, ids, clock);
    }

    private static BillingPages pages(Settings settings, PublicUrl publicUrl) {
        String own = publicUrl.origin();
        Set<String> origins = settings.billing().origins(own, settings.protection().origins().all());
        return new BillingPages(settings.billing().success().orElseGet(() -> URI.create(own + "/billing-done")),
                settings.billing().cancel().orElseGet(() -> URI.create(own + "/billing-canceled")), URI.create(own + "/billing-account"), origins);
    }

    BillingUseCases useCases() {
        return useCases;
    }

    /** Whether somebody takes money here. */
    boolean isOpen() {
        return stripe.isPresent();
    }

    List<HealthProbe> probes() {
        return stripe.stream().<HealthProbe>map(probe -> probe).toList();
    }

    List<Meter> meters() {
        return List.of(inbox, reconciliations);
    }

    @Override
    public void close() {
        stripe.ifPresent(StripePayments::close);
    }
}
