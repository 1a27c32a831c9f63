package io.tastemaker.adapters.billing.billing;

import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.OrderId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** How values look at Stripe. */
final class Seen {

    static final String TEAM = "team_id";
    static final String ORDER = "order_id";

    private Seen() {}

    static Instant at(Long second) {
        return Instant.ofEpochSecond(second);
    }

    static Optional<Instant> maybeAt(Long second) {
        return Optional.ofNullable(second).map(Instant::ofEpochSecond);
    }

    static Money money(Long minor, String currency) {
        return Money.ofMinor(minor, Currency.getInstance(currency.toUpperCase(Locale.ROOT)));
    }

    static Optional<Money> maybeMoney(Long minor, String currency) {
        return Optional.ofNullable(minor).filter(amount -> currency != null).map(amount -> money(amount, currency));
    }

    static String currency(Money money) {
        return money.currency().getCurrencyCode().toLowerCase(Locale.ROOT);
    }

    static Optional<TeamId> team(Map<String, String> metadata) {
        return noted(metadata, TEAM).flatMap(text -> id(text, TeamId::of));
    }

    static Optional<OrderId> order(Map<String, String> metadata) {
        return noted(metadata, ORDER).flatMap(text -> id(text, OrderId::of));
    }

    private static Optional<String> noted(Map<String, String> metadata, String name) {
        return Optional.ofNullable(metadata).map(all -> all.get(name));
    }

    /** What somebody else noted there is none of ours. */
    static <T> Optional<T> id(String text, Function<String, T> read) {
        try {
            return Optional.of(read.apply(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
