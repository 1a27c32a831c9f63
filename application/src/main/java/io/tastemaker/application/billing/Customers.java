package io.tastemaker.application.billing;

import io.tastemaker.application.billing.out.Accounts;
import io.tastemaker.application.billing.out.PaymentProvider;
import io.tastemaker.application.identity.FindOwner;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.billing.Account;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes a team known to the provider, once. */
final class Customers {

    private static final int MOST_ROUNDS = 10;
    private static final Duration COME_AGAIN = Duration.ofSeconds(2);

    private final PlatformTransactions platform;
    private final Accounts accounts;
    private final PaymentProvider provider;
    private final FindOwner findOwner;
    private final InstantSource clock;

    Customers(PlatformTransactions platform, Accounts accounts, PaymentProvider provider, FindOwner findOwner, InstantSource clock) {
        this.platform = platform;
        this.accounts = accounts;
        this.provider = provider;
        this.findOwner = findOwner;
        this.clock = clock;
    }

    /** The provider's id of the actor's team; it knows the present owner then. */
    String ensure(Actor actor) {
        TeamId team = actor.team();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Account account = accounts.load(team, Set.of(), clock.instant());
            String kept = kept(actor, account.customer());
            if (account.customer().equals(Optional.of(kept))) {
                return kept;
            }
            boolean written = platform.inTransaction(actor, "billing.customer", () -> {
                platform.about(Subject.of("account", team), List.of());
                return accounts.write(account, account.nowKnownAs(kept));
            });
            if (written) {
                return kept;
            }
        }
        throw new Refusal.Unavailable("billing account", COME_AGAIN);
    }

    private String kept(Actor actor, Optional<String> known) {
        return switch (findOwner.handle(new FindOwner.Query(actor))) {
            case FindOwner.Outcome.Owned owned -> provider.keepCustomer(actor.team(), known, Optional.of(owned.email().value()), owned.team());
            case FindOwner.Outcome.Unowned unowned -> provider.keepCustomer(actor.team(), known, Optional.empty(), unowned.team());
            case FindOwner.Outcome.Gone gone -> throw new Refusal.NotFound();
        };
    }
}
