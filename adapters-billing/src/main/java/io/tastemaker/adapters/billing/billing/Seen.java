package io.tastemaker.adapters.billing.billing;

import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.OrderId;
import io.tastemaker.domain.shared.TeamId;
import java.math.BigDecimal;
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

    /** Where Stripe counts in other units than ISO 4217 (docs.stripe.com/currencies, special cases and zero-decimal currencies). */
    private static final Map<String, Integer> OTHER_DECIMALS = Map.of("ISK", 2, "UGX", 2, "MGA", 0);

    private Seen() {}

    static Instant at(Long second) {
        return Instant.ofEpochSecond(second);
    }

    static Optional<Instant> maybeAt(Long second) {
        return Optional.ofNullable(second).map(Instant::ofEpochSecond);
    }

    static Money money(Long minor, String currency) {
        Currency known = Currency.getInstance(currency.toUpperCase(Locale.ROOT));
        return new Money(BigDecimal.valueOf(minor, decimals(known)), known);
    }

    /** How Stripe writes a sum down. */
    static long minor(Money money) {
        return money.amount().movePointRight(decimals(money.currency())).longValueExact();
    }

    private static int decimals(Currency currency) {
        return OTHER_DECIMALS.getOrDefault(currency.getCurrencyCode(), Math.max(0, currency.getDefaultFractionDigits()));
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
