package io.tastemaker.bootstrap;

import io.tastemaker.adapters.integrations.webhooks.HttpCourier;
import io.tastemaker.adapters.persistence.operations.JooqJobNews;
import io.tastemaker.adapters.persistence.shared.AcrossTeams;
import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.adapters.persistence.wallets.JooqWalletNews;
import io.tastemaker.adapters.persistence.webhooks.JooqDeliveries;
import io.tastemaker.adapters.persistence.webhooks.JooqEndpoints;
import io.tastemaker.adapters.persistence.webhooks.JooqFeeds;
import io.tastemaker.application.identity.TeamUseCases;
import io.tastemaker.application.operations.JobNewsUseCases;
import io.tastemaker.application.operations.out.Meter;
import io.tastemaker.application.shared.PublicUrl;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Outbox;
import io.tastemaker.application.shared.out.SecretBox;
import io.tastemaker.application.shared.out.Tokens;
import io.tastemaker.application.wallets.WalletNewsUseCases;
import io.tastemaker.application.webhooks.WebhookUseCases;
import java.time.InstantSource;
import java.util.List;

/** Outgoing webhooks, wired. */
final class Telling implements AutoCloseable {

    /** Calls of the routes that look whether a URL may be called run besides those of the workers. */
    private static final int LOOKS = 16;

    private final HttpCourier courier;
    private final JooqDeliveries deliveries;
    private final WebhookUseCases useCases;
    private final int workers;

    Telling(WebhookSettings settings, JooqTransactions transactions, AcrossTeams acrossTeams, SecretBox box, Outbox outbox, PublicUrl publicUrl,
            TeamUseCases teams, Ids ids, Tokens tokens, InstantSource clock) {
        this.workers = settings.workers();
        // A call that nobody waits for any more may still look a name up, which cannot be interrupted: so there is room for twice as many.
        this.courier = new HttpCourier(settings.allowedOrigins(), 2 * settings.workers() + LOOKS, clock);
        this.deliveries = new JooqDeliveries(transactions, acrossTeams, clock);
        WebhookUseCases.Rows rows = new WebhookUseCases.Rows(new JooqEndpoints(transactions), deliveries,
                new JooqFeeds(transactions, acrossTeams, ids));
        this.useCases = new WebhookUseCases(transactions, rows, courier, box, outbox, publicUrl, teams.listMembers(),
                new JobNewsUseCases(new JooqJobNews(acrossTeams)), new WalletNewsUseCases(new JooqWalletNews(transactions, acrossTeams)), ids,
                tokens, clock);
    }

    WebhookUseCases useCases() {
        return useCases;
    }

    /** How many events are sent at once. */
    int workers() {
        return workers;
    }

    List<Meter> meters() {
        return List.of(deliveries);
    }

    @Override
    public void close() {
        courier.close();
    }
}
