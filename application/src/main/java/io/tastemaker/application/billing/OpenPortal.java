package io.tastemaker.application.billing;

import io.tastemaker.application.billing.out.Accounts;
import io.tastemaker.application.billing.out.PaymentProvider;
import io.tastemaker.application.billing.out.PaymentProvider.Answer;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Opens the provider's pages where an owner looks after cards, invoices and the subscription. */
public final class OpenPortal {

    private final Accounts accounts;
    private final Customers customers;
    private final PaymentProvider provider;
    private final Supplier<BillingPages> pages;
    private final InstantSource clock;

    OpenPortal(Accounts accounts, Customers customers, PaymentProvider provider, Supplier<BillingPages> pages, InstantSource clock) {
        this.accounts = accounts;
        this.customers = customers;
        this.provider = provider;
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor the owner of the team
     * @param back where a link leads back to; empty for the usual page
     */
    public record Command(Actor actor, Optional<URI> back) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It is open.
         *
         * @param url where; whoever has it is in
         */
        record Opened(URI url) implements Outcome {
            /** Does not say where. */
            @Override
            public String toString() {
                return "Opened[]";
            }
        }

        /** The team never bought anything, so that there is nothing to look after. */
        record NoCustomer() implements Outcome {}

        /**
         * No link leads there.
         *
         * @param allowed the origins that are allowed
         */
        record AddressNotAllowed(Set<String> allowed) implements Outcome {}

        /**
         * The provider does not do it.
         *
         * @param reason why, in its words
         */
        record Declined(String reason) implements Outcome {}
    }

    /**
     * Opens it.
     *
     * @param command what is wanted
     * @return what came of it
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.OWN_BILLING);
        BillingPages usual = pages.get();
        if (command.back().filter(address -> !usual.allows(address)).isPresent()) {
            return new Outcome.AddressNotAllowed(usual.origins());
        }
        if (accounts.load(command.actor().team(), Set.of(), clock.instant()).customer().isEmpty()) {
            return new Outcome.NoCustomer();
        }
        return switch (provider.openPortal(customers.ensure(command.actor()), command.back().orElse(usual.account()))) {
            case Answer.Done<URI>(URI url) -> new Outcome.Opened(url);
            case Answer.Declined<URI>(String reason) -> new Outcome.Declined(reason);
        };
    }
}
