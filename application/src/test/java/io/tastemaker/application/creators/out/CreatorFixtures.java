package io.tastemaker.application.creators.out;

import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.domain.creators.CategoryShares;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.EngagementRate;
import io.tastemaker.domain.creators.Fact;
import io.tastemaker.domain.creators.Facts;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.creators.MoodScore;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Language;
import io.tastemaker.domain.shared.Observed;
import io.tastemaker.domain.shared.Place;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/** Creators to test with. */
public final class CreatorFixtures {

    private static final Instant SEEN = Instant.parse("2026-08-28T00:00:00.123456789Z");

    private CreatorFixtures() {}

    public static Handle handle(String name) {
        return new Handle(Platform.INSTAGRAM, name);
    }

    /** A creator of whom everything is known, from three sources. */
    public static Creator full(TeamId owner, String name) {
        Facts facts = Facts.NONE
                .with(Fact.NAME, imported("Ana \"Verde\" ✨\n"))
                .with(Fact.BIOGRAPHY, imported("vegan, {braces}, \\ and NULL"))
                .with(Fact.FOLLOWERS, measured(84_500L))
                .with(Fact.POSTS_COUNT, imported(0L))
                .with(Fact.TOTAL_VIEWS, imported(228_000_000_000L))
                .with(Fact.AVERAGE_VIEWS, imported(1L))
                .with(Fact.AVERAGE_LIKES, measured(3_900L))
                .with(Fact.AVERAGE_COMMENTS, measured(171L))
                .with(Fact.AVERAGE_SHARES, imported(2L))
                .with(Fact.AVERAGE_ENGAGEMENTS, imported(4_071L))
                .with(Fact.DECLARED_ENGAGEMENT_RATE, imported(new EngagementRate(48_200)))
                .with(Fact.CATEGORIES, new Observed<>(Set.of(Category.BEAUTY, Category.LIFESTYLE), Observed.Kind.INFERRED, "rules", SEEN))
                .with(Fact.LOCATION, imported(Place.find("BR-SP").orElseThrow()))
                .with(Fact.LANGUAGES, imported(Set.of(new Language("pt"), new Language("en"))))
                .with(Fact.AUDIENCE_LOCATION, imported(Place.ofCountry("BR")))
                .with(Fact.VERIFIED, imported(false))
                .with(Fact.LAST_POST_ON, imported(LocalDate.of(2026, 8, 27)))
                .with(Fact.EMAIL, imported("ana@example.com"))
                .with(Fact.WEBSITE, imported("https://ana.example.com"))
                .with(Fact.AVATAR_URL, imported("https://cdn.example.com/ana.jpg"))
                .with(Fact.CONTENT_CATEGORIES, inferred(new CategoryShares(Map.of(Category.BEAUTY, 62, Category.FOOD, 38))))
                .with(Fact.CONTENT_LANGUAGES, inferred(Set.of(new Language("pt"), new Language("es"))))
                .with(Fact.CONTENT_SENTIMENT, inferred(new MoodScore(-100)));
        return new Creator(new CreatorId(SeededIds.next()), owner, 1, handle(name), Observed.Kind.INFERRED, facts,
                Map.of("Authentic engagement", "#VALOR!", "Unnamed: 7", "", "emoji 🌱", "\"quoted\""));
    }

    /** A creator of whom only the handle is known. */
    public static Creator bare(TeamId owner, String name) {
        return new Creator(new CreatorId(SeededIds.next()), owner, 1, handle(name), Observed.Kind.IMPORTED, Facts.NONE, Map.of());
    }

    /** The next version of a creator. */
    public static Creator next(Creator creator, Handle handle, Facts facts) {
        return new Creator(creator.id(), creator.owner(), creator.version() + 1, handle, creator.handleKind(), facts, creator.raw());
    }

    private static <T> Observed<T> imported(T value) {
        return new Observed<>(value, Observed.Kind.IMPORTED, "file \"creators.csv\"", SEEN);
    }

    private static <T> Observed<T> inferred(T value) {
        return new Observed<>(value, Observed.Kind.INFERRED, "content:rules", SEEN);
    }

    private static <T> Observed<T> measured(T value) {
        return new Observed<>(value, Observed.Kind.MEASURED, "profile", SEEN.plusSeconds(1));
    }
}
