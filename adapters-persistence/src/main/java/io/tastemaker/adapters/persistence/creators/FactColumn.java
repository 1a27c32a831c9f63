package io.tastemaker.adapters.persistence.creators;

import static io.tastemaker.adapters.persistence.generated.creators.Tables.CREATOR;

import io.tastemaker.adapters.persistence.shared.Codes;
import io.tastemaker.domain.creators.CategoryShares;
import io.tastemaker.domain.creators.EngagementRate;
import io.tastemaker.domain.creators.Fact;
import io.tastemaker.domain.creators.Facts;
import io.tastemaker.domain.creators.MoodScore;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Language;
import io.tastemaker.domain.shared.Observed;
import io.tastemaker.domain.shared.Place;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Record;
import org.jooq.TableField;

/**
 * The column that holds a fact.
 *
 * @param fact the fact
 * @param field the column
 * @param type the type in which a value is sent, where a list is one text with blanks between
 * @param read makes the value of what the column holds
 * @param write makes what is sent of the value
 * @param <T> what the fact is
 * @param <C> what the column holds
 */
record FactColumn<T, C>(Fact<T> fact, TableField<Record, C> field, String type, Function<C, T> read, Function<T, Object> write) {

    static final List<FactColumn<?, ?>> ALL = List.of(
            text(Fact.NAME, CREATOR.NAME),
            text(Fact.BIOGRAPHY, CREATOR.BIOGRAPHY),
            count(Fact.FOLLOWERS, CREATOR.FOLLOWERS),
            count(Fact.POSTS_COUNT, CREATOR.POSTS_COUNT),
            count(Fact.TOTAL_VIEWS, CREATOR.TOTAL_VIEWS),
            count(Fact.AVERAGE_VIEWS, CREATOR.AVERAGE_VIEWS),
            count(Fact.AVERAGE_LIKES, CREATOR.AVERAGE_LIKES),
            count(Fact.AVERAGE_COMMENTS, CREATOR.AVERAGE_COMMENTS),
            count(Fact.AVERAGE_SHARES, CREATOR.AVERAGE_SHARES),
            count(Fact.AVERAGE_ENGAGEMENTS, CREATOR.AVERAGE_ENGAGEMENTS),
            new FactColumn<>(Fact.DECLARED_ENGAGEMENT_RATE, CREATOR.ENGAGEMENT_RATE, "integer",
                    EngagementRate::new, EngagementRate::millionths),
            new FactColumn<>(Fact.CATEGORIES, CREATOR.CATEGORIES, "text[]",
                    codes -> Codes.readAll(Category.class, codes), members -> String.join(" ", Codes.write(members))),
            new FactColumn<>(Fact.LOCATION, CREATOR.LOCATION, "text", FactColumn::place, Place::code),
            new FactColumn<>(Fact.LANGUAGES, CREATOR.LANGUAGES, "text[]", FactColumn::languages, FactColumn::joined),
            new FactColumn<>(Fact.AUDIENCE_LOCATION, CREATOR.AUDIENCE_LOCATION, "text", FactColumn::place, Place::code),
            new FactColumn<>(Fact.VERIFIED, CREATOR.VERIFIED, "boolean", verified -> verified, verified -> verified),
            new FactColumn<>(Fact.LAST_POST_ON, CREATOR.LAST_POST_ON, "date", day -> day, LocalDate::toString),
            text(Fact.EMAIL, CREATOR.EMAIL),
            text(Fact.WEBSITE, CREATOR.WEBSITE),
            text(Fact.AVATAR_URL, CREATOR.AVATAR_URL),
            new FactColumn<>(Fact.CONTENT_CATEGORIES, CREATOR.CONTENT_CATEGORIES, "text[]", FactColumn::shares, FactColumn::joined),
            new FactColumn<>(Fact.CONTENT_LANGUAGES, CREATOR.CONTENT_LANGUAGES, "text[]", FactColumn::languages, FactColumn::joined),
            new FactColumn<>(Fact.CONTENT_SENTIMENT, CREATOR.CONTENT_SENTIMENT, "smallint",
                    hundredths -> new MoodScore(hundredths), MoodScore::hundredths));

    private static final Map<String, FactColumn<?, ?>> BY_CODE =
            ALL.stream().collect(Collectors.toUnmodifiableMap(column -> column.fact().code(), column -> column));

    static FactColumn<?, ?> of(String code) {
        FactColumn<?, ?> column = BY_CODE.get(code);
        if (column == null) {
            throw new IllegalStateException("no column for the fact " + code);
        }
        return column;
    }

    boolean isAmong(Set<Fact<?>> wanted) {
        return wanted.contains(fact);
    }

    /** The facts with the one of this column, as the row has it. */
    Facts added(Facts facts, Record row, Observed.Kind kind, String source, java.time.Instant at) {
        return facts.with(fact, new Observed<>(read.apply(row.get(field)), kind, source, at));
    }

    /** What is sent for this column, null where the fact is unknown. */
    Object sent(Facts facts) {
        return facts.value(fact).map(write).orElse(null);
    }

    private static FactColumn<String, String> text(Fact<String> fact, TableField<Record, String> field) {
        return new FactColumn<>(fact, field, "text", text -> text, text -> text);
    }

    private static FactColumn<Long, Long> count(Fact<Long> fact, TableField<Record, Long> field) {
        return new FactColumn<>(fact, field, "bigint", count -> count, count -> count);
    }

    private static Place place(String code) {
        return Place.find(code).orElseThrow(() -> new IllegalStateException("no place: " + code));
    }

    private static Set<Language> languages(String... codes) {
        return Arrays.stream(codes).map(Language::new).collect(Collectors.toUnmodifiableSet());
    }

    private static Object joined(Set<Language> languages) {
        return languages.stream().map(Language::code).sorted().collect(Collectors.joining(" "));
    }

    private static CategoryShares shares(String... pairs) {
        return new CategoryShares(Arrays.stream(pairs).map(pair -> pair.split(":")).collect(Collectors.toMap(
                pair -> Codes.read(Category.class, pair[0]), pair -> Integer.valueOf(pair[1]))));
    }

    private static Object joined(CategoryShares shares) {
        return shares.percents().entrySet().stream().map(share -> share.getKey().code() + ":" + share.getValue())
                .collect(Collectors.joining(" "));
    }
}
