package io.tastemaker.adapters.persistence.briefing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tastemaker.adapters.persistence.shared.Codes;
import io.tastemaker.domain.briefing.BriefDraft;
import io.tastemaker.domain.briefing.BriefTopic;
import io.tastemaker.domain.briefing.InterpretedBy;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.Place;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.Range;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.JSONB;

/** A draft, and who understood a message, as JSON. In these records null stands for what is not known. */
final class DraftJson {

    private record BriefJson(String name, String goal, String product, String website, String audience, List<String> platforms, List<String> places,
            List<String> categories, Long followersMin, Long followersMax, String budget, String currency, String amount, String startsOn,
            String endsOn, String lasts, List<String> indifferent) {}

    private record ByJson(String source, String provider, String model, String fallback) {}

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private DraftJson() {}

    static JSONB write(BriefDraft draft) {
        return json(new BriefJson(draft.name().orElse(null), draft.goal().orElse(null), draft.product().orElse(null), draft.website().orElse(null),
                draft.audience().orElse(null), codes(draft.platforms()), draft.places().stream().map(Place::code).sorted().toList(),
                codes(draft.categories()), draft.followers().flatMap(Range::min).orElse(null), draft.followers().flatMap(Range::max).orElse(null),
                draft.budget().map(money -> money.amount().toPlainString()).orElse(null),
                draft.budget().map(money -> money.currency().getCurrencyCode()).orElse(null),
                draft.amount().map(BigDecimal::toPlainString).orElse(null), draft.startsOn().map(LocalDate::toString).orElse(null),
                draft.endsOn().map(LocalDate::toString).orElse(null), draft.lasts().map(Period::toString).orElse(null), codes(draft.indifferent())));
    }

    static BriefDraft draft(JSONB column) {
        BriefJson json = read(column, BriefJson.class);
        Range<Long> followers = new Range<>(Optional.ofNullable(json.followersMin()), Optional.ofNullable(json.followersMax()));
        return new BriefDraft(Optional.ofNullable(json.name()), Optional.ofNullable(json.goal()), Optional.ofNullable(json.product()),
                Optional.ofNullable(json.website()), Optional.ofNullable(json.audience()), words(Platform.class, json.platforms()),
                json.places().stream().map(code -> Place.find(code).orElseThrow()).collect(Collectors.toUnmodifiableSet()),
                words(Category.class, json.categories()),
                followers.min().isEmpty() && followers.max().isEmpty() ? Optional.empty() : Optional.of(followers),
                Optional.ofNullable(json.budget()).map(amount -> Money.of(amount, json.currency())),
                Optional.ofNullable(json.amount()).map(BigDecimal::new), Optional.ofNullable(json.startsOn()).map(LocalDate::parse),
                Optional.ofNullable(json.endsOn()).map(LocalDate::parse), Optional.ofNullable(json.lasts()).map(Period::parse),
                words(BriefTopic.class, json.indifferent()));
    }

    static JSONB write(InterpretedBy by) {
        return json(new ByJson(by.source().code(), by.provider(), by.model(), by.fallback().orElse(null)));
    }

    static InterpretedBy by(JSONB column) {
        ByJson json = read(column, ByJson.class);
        return new InterpretedBy(Codes.read(InterpretedBy.Source.class, json.source()), json.provider(), json.model(),
                Optional.ofNullable(json.fallback()));
    }

    private static List<String> codes(Collection<? extends Coded> words) {
        return words.stream().map(Coded::code).sorted().toList();
    }

    private static <E extends Enum<E> & Coded> Set<E> words(Class<E> vocabulary, List<String> codes) {
        return codes.stream().map(code -> Codes.read(vocabulary, code)).collect(Collectors.toUnmodifiableSet());
    }

    private static JSONB json(Object value) {
        try {
            return JSONB.valueOf(MAPPER.writeValueAsString(value));
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    private static <T> T read(JSONB column, Class<T> type) {
        try {
            return MAPPER.readValue(column.data(), type);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
