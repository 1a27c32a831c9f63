package io.tastemaker.architecture;

import io.tastemaker.adapters.http.shared.MoneyJson;
import io.tastemaker.domain.entitlements.PlanId;
import io.tastemaker.domain.identity.EmailAddress;
import io.tastemaker.domain.identity.TotpSecret;
import io.tastemaker.domain.shared.Place;
import io.tastemaker.domain.webhooks.Endpoint;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** Makes instances of records, whatever they hold. */
final class AnyRecord {

    /** What is not made of components. */
    private static final Map<Class<?>, Object> KNOWN = Map.ofEntries(
            Map.entry(String.class, "https://example.com/any"),
            Map.entry(boolean.class, true), Map.entry(Boolean.class, true), Map.entry(int.class, 1),
            Map.entry(Integer.class, 1), Map.entry(long.class, 1L), Map.entry(Long.class, 1L), Map.entry(double.class, 1.0),
            Map.entry(BigDecimal.class, BigDecimal.ONE), Map.entry(OptionalLong.class, OptionalLong.empty()),
            Map.entry(Optional.class, Optional.empty()), Map.entry(List.class, List.of()),
            Map.entry(Map.class, Map.of()), Map.entry(UUID.class, new UUID(1, 1)), Map.entry(Instant.class, Instant.EPOCH),
            Map.entry(Duration.class, Duration.ofMinutes(1)), Map.entry(URI.class, URI.create("https://example.com")),
            Map.entry(Path.class, Path.of("any")), Map.entry(OptionalInt.class, OptionalInt.empty()),
            Map.entry(Currency.class, Currency.getInstance("USD")), Map.entry(MoneyJson.class, new MoneyJson("1.00", "USD")),
            Map.entry(ZoneId.class, ZoneOffset.UTC), Map.entry(Locale.class, Locale.ENGLISH),
            Map.entry(PlanId.class, new PlanId("any", 1)), Map.entry(SortedMap.class, new TreeMap<>()),
            Map.entry(LocalDate.class, LocalDate.EPOCH), Map.entry(Place.class, Place.ofCountry("BR")), Map.entry(Endpoint.Streak.class, Endpoint.Streak.NONE),
            Map.entry(EmailAddress.class, new EmailAddress("any@example.com")), Map.entry(TotpSecret.class, new TotpSecret(new byte[20])));

    private AnyRecord() {}

    /** A record in which one component holds a text, and the others anything. */
    static Object with(RecordComponent component, String text) {
        return make(component.getDeclaringRecord(), Optional.of(component.getName()), text);
    }

    private static Object make(Class<?> type, Optional<String> special, String text) {
        try {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class[]::new);
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(Stream.of(components)
                    .map(component -> special.filter(component.getName()::equals).isPresent()
                            ? holding(component.getType(), text)
                            : any(component.getGenericType()))
                    .toArray());
        } catch (ReflectiveOperationException | RuntimeException failure) {
            throw new AssertionError("tell AnyRecord what a " + type.getName() + " may hold", failure);
        }
    }

    private static Object holding(Class<?> type, String text) {
        return Map.<Class<?>, Object>of(String.class, text, Optional.class, Optional.of(text), List.class, List.of(text),
                Set.class, Set.of(text), Map.class, Map.of("any", text), URI.class, URI.create("https://example.com/" + text)).get(type);
    }

    /** Sets are not empty: many of them may not be. */
    private static Object any(Type type) {
        if (type instanceof ParameterizedType generic) {
            Class<?> container = (Class<?>) generic.getRawType();
            return container == Set.class ? Set.of(any(generic.getActualTypeArguments()[0])) : any(container);
        }
        return any((Class<?>) type);
    }

    private static Object any(Class<?> type) {
        if (KNOWN.containsKey(type)) {
            return KNOWN.get(type);
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isArray()) {
            return Array.newInstance(type.getComponentType(), 32);
        }
        return type.isSealed() ? any(type.getPermittedSubclasses()[0]) : make(type, Optional.empty(), "");
    }
}
