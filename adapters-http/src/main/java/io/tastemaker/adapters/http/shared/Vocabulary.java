package io.tastemaker.adapters.http.shared;

import io.tastemaker.domain.access.Scope;
import io.tastemaker.domain.identity.EmailAddress;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.Event;
import io.tastemaker.domain.shared.Place;
import io.tastemaker.domain.shared.Platform;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.function.Predicate;

/** The words that the API knows. A vocabulary lists its words, or says in what form they come. */
public enum Vocabulary {
    /** Where creators publish. */
    PLATFORM("a platform", codes(Platform.class)),
    /** What creators write about. */
    CATEGORY("a category", codes(Category.class)),
    /** ISO 3166-1 countries and ISO 3166-2 regions. */
    PLACE("an ISO 3166 country such as BR or region such as BR-SP", code -> Place.find(code).isPresent()),
    /** Languages. */
    LANGUAGE("a language of two or three lower-case letters such as pt", code -> code.matches("[a-z]{2,3}")),
    /** IANA time zones. */
    TIME_ZONE("an IANA time zone such as America/Sao_Paulo", ZoneId.getAvailableZoneIds()::contains),
    /** What API keys are limited to. */
    SCOPE("a scope", codes(Scope.class)),
    /** What endpoints of webhooks listen to. */
    EVENT("an event", codes(Event.Kind.class).stream().filter(code -> !code.equals(Event.Kind.WEBHOOK_PING.code())).toList()),
    /** ISO 4217 currencies. */
    CURRENCY("an ISO 4217 currency such as EUR", Vocabulary::isCurrency),
    /** Addresses of e-mail. */
    EMAIL("an e-mail address", text -> EmailAddress.read(text).isPresent());

    private final String says;
    private final List<String> words;
    private final Predicate<String> accepts;

    Vocabulary(String says, List<String> words) {
        this.says = says;
        this.words = words;
        this.accepts = words::contains;
    }

    Vocabulary(String says, Predicate<String> accepts) {
        this.says = says;
        this.words = List.of();
        this.accepts = accepts;
    }

    /**
     * The words, when there are few enough to list.
     *
     * @return the words in the vocabulary's order, or none when it is open
     */
    public List<String> words() {
        return words;
    }

    boolean accepts(String word) {
        return accepts.test(word);
    }

    String says() {
        return words.isEmpty() ? says : "one of " + String.join(", ", words);
    }

    private static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream().anyMatch(currency -> currency.getCurrencyCode().equals(code));
    }

    private static <E extends Enum<E> & Coded> List<String> codes(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Coded::code).toList();
    }
}
