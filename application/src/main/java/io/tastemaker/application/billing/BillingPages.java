package io.tastemaker.application.billing;

import io.tastemaker.domain.shared.OrderId;
import java.net.URI;
import java.util.Objects;
import java.util.Set;

/**
 * Where people are sent from the payment provider's pages.
 *
 * @param success after they paid
 * @param cancel when they did not
 * @param account from the pages where they look after their subscription
 * @param origins where else a request may have them sent, such as {@code https://app.example.com}
 */
public record BillingPages(URI success, URI cancel, URI account, Set<String> origins) {

    /** Copies the set. */
    public BillingPages {
        Objects.requireNonNull(success, "success");
        Objects.requireNonNull(cancel, "cancel");
        Objects.requireNonNull(account, "account");
        origins = Set.copyOf(origins);
    }

    /** Whether a request may have people sent there: nobody shall be led elsewhere by a link of ours. */
    boolean allows(URI address) {
        return address.getHost() != null && address.getUserInfo() == null
                && origins.contains(address.getScheme() + "://" + address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort()));
    }

    /** A page that is told which order it is about. */
    static URI about(URI page, OrderId order) {
        String address = page.toString();
        int fragment = address.indexOf('#');
        String rest = fragment < 0 ? "" : address.substring(fragment);
        String base = fragment < 0 ? address : address.substring(0, fragment);
        return URI.create(base + (base.contains("?") ? "&" : "?") + "order_id=" + order + rest);
    }
}
