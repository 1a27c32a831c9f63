package io.tastemaker.application.wallets;

import io.tastemaker.application.wallets.out.Tariffs;
import io.tastemaker.domain.access.Anonymous;
import io.tastemaker.domain.wallets.Tariff;

/** Shows prices and plans to anybody. */
public final class ShowPricing {

    private final Tariffs tariffs;

    ShowPricing(Tariffs tariffs) {
        this.tariffs = tariffs;
    }

    /**
     * What is asked.
     *
     * @param caller anybody
     */
    public record Query(Anonymous caller) {}

    /**
     * Shows them.
     *
     * @param query what is asked
     * @return what counts now
     */
    public Tariff handle(Query query) {
        return tariffs.current();
    }
}
