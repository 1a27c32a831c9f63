package io.tastemaker.adapters.http.creators;

import io.tastemaker.adapters.http.shared.Field;
import io.tastemaker.domain.creators.EngagementRate;
import io.tastemaker.domain.creators.Fact;
import io.tastemaker.domain.creators.Facts;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.Language;
import io.tastemaker.domain.shared.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What somebody says about a creator, and what is to be forgotten, from the JSON of both ways to say it. */
final class StatedFacts {

    private final List<Facts.Stated<?>> stated = new ArrayList<>();
    private final Set<Fact<?>> cleared = new HashSet<>();

    static StatedFacts of(NewCreatorJson creator) {
        return new StatedFacts()
                .add(Fact.NAME, given(creator.name()), String::strip)
                .add(Fact.BIOGRAPHY, given(creator.biography()), String::strip)
                .add(Fact.FOLLOWERS, given(creator.followers()), Function.identity())
                .add(Fact.POSTS_COUNT, given(creator.postsCount()), Function.identity())
                .add(Fact.AVERAGE_VIEWS, given(creator.averageViews()), Function.identity())
                .add(Fact.AVERAGE_LIKES, given(creator.averageLikes()), Function.identity())
                .add(Fact.AVERAGE_COMMENTS, given(creator.averageComments()), Function.identity())
                .add(Fact.DECLARED_ENGAGEMENT_RATE, given(creator.engagementRate()), EngagementRate::of)
                .add(Fact.CATEGORIES, given(creator.categories()), StatedFacts::categories)
                .add(Fact.LOCATION, given(creator.location()), StatedFacts::place)
                .add(Fact.LANGUAGES, given(creator.languages()), StatedFacts::languages)
                .add(Fact.AUDIENCE_LOCATION, given(creator.audienceLocation()), StatedFacts::place)
                .add(Fact.VERIFIED, given(creator.verified()), Function.identity())
                .add(Fact.LAST_POST_ON, given(creator.lastPostOn()), Function.identity())
                .add(Fact.EMAIL, given(creator.email()), Function.identity())
                .add(Fact.WEBSITE, given(creator.website()), Function.identity())
                .add(Fact.AVATAR_URL, given(creator.avatarUrl()), Function.identity());
    }

    static StatedFacts of(CreatorPatchJson patch) {
        return new StatedFacts()
                .add(Fact.NAME, patch.name(), String::strip)
                .add(Fact.BIOGRAPHY, patch.biography(), String::strip)
                .add(Fact.FOLLOWERS, patch.followers(), Function.identity())
                .add(Fact.POSTS_COUNT, patch.postsCount(), Function.identity())
                .add(Fact.AVERAGE_VIEWS, patch.averageViews(), Function.identity())
                .add(Fact.AVERAGE_LIKES, patch.averageLikes(), Function.identity())
                .add(Fact.AVERAGE_COMMENTS, patch.averageComments(), Function.identity())
                .add(Fact.DECLARED_ENGAGEMENT_RATE, patch.engagementRate(), EngagementRate::of)
                .add(Fact.CATEGORIES, patch.categories(), StatedFacts::categories)
                .add(Fact.LOCATION, patch.location(), StatedFacts::place)
                .add(Fact.LANGUAGES, patch.languages(), StatedFacts::languages)
                .add(Fact.AUDIENCE_LOCATION, patch.audienceLocation(), StatedFacts::place)
                .add(Fact.VERIFIED, patch.verified(), Function.identity())
                .add(Fact.LAST_POST_ON, patch.lastPostOn(), Function.identity())
                .add(Fact.EMAIL, patch.email(), Function.identity())
                .add(Fact.WEBSITE, patch.website(), Function.identity())
                .add(Fact.AVATAR_URL, patch.avatarUrl(), Function.identity());
    }

    List<Facts.Stated<?>> stated() {
        return List.copyOf(stated);
    }

    Set<Fact<?>> cleared() {
        return Set.copyOf(cleared);
    }

    private <J, T> StatedFacts add(Fact<T> fact, Field<J> field, Function<J, T> meant) {
        switch (field) {
            case Field.Absent<J>() -> { }
            case Field.Cleared<J>() -> cleared.add(fact);
            case Field.Given<J>(J value) -> stated.add(new Facts.Stated<>(fact, meant.apply(value)));
        }
        return this;
    }

    private static <T> Field<T> given(Optional<T> value) {
        return value.<Field<T>>map(Field.Given::new).orElseGet(Field.Absent::new);
    }

    private static Place place(String code) {
        return Place.find(code).orElseThrow();
    }

    private static Set<Category> categories(List<String> codes) {
        return codes.stream().map(code -> Coded.find(Category.class, code).orElseThrow()).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<Language> languages(List<String> codes) {
        return codes.stream().map(Language::new).collect(Collectors.toUnmodifiableSet());
    }
}
