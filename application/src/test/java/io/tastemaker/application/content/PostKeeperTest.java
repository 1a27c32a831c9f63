package io.tastemaker.application.content;

import static io.tastemaker.application.shared.Actors.ANA;
import static io.tastemaker.application.shared.Actors.OLE;
import static io.tastemaker.application.shared.Actors.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.content.PostKeeper.Effect;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.application.shared.out.InMemoryIds;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.content.AnalysedPost;
import io.tastemaker.domain.content.Counts;
import io.tastemaker.domain.content.Post;
import io.tastemaker.domain.content.PostDraft;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.shared.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What files and sources say of posts, merged with what is known of them. */
class PostKeeperTest {

    private static final Instant MONDAY = HandClock.START;
    private static final Instant TUESDAY = MONDAY.plusSeconds(86_400);

    private final ContentWorld world = ContentWorld.withModels();
    private final PostKeeper keeper = new PostKeeper(world.posts, world.profiles, new InMemoryIds());
    private final Creator star = world.creator(OPERATOR, "star");

    private static PostDraft draft(String key, String caption, long likes) {
        return new PostDraft(key, Optional.empty(), Optional.empty(), caption,
                new Counts(Optional.of(likes), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()), Map.of());
    }

    private PostKeeper.Merged merge(Actor actor, String source, Instant at, PostDraft... drafts) {
        PostKeeper.Origin origin = new PostKeeper.Origin(actor.team(), star.owner(), star.id(), source, at);
        return world.store.inTransaction(actor, "test", () -> keeper.merge(origin, List.of(drafts), world.clock.instant()));
    }

    private List<Post> posts(Actor actor) {
        return world.content.listPosts().handle(new ListPosts.Query(actor, star.id(), PageRequest.first(10))).items().stream()
                .map(AnalysedPost::post).toList();
    }

    private boolean isOutdated(Actor actor) {
        return world.profile(actor, star.id()).outdatedSince().isPresent();
    }

    @Test
    void what_is_new_is_added_and_outdates_the_profile() {
        PostKeeper.Merged merged = merge(OPERATOR, "a", MONDAY, draft("1", "one", 5), draft("2", "two", 5));

        assertThat(merged.effects()).isEqualTo(Map.of("1", Effect.CREATED, "2", Effect.CREATED));
        assertThat(merged.contradicted()).isEmpty();
        assertThat(posts(ANA)).extracting(post -> post.content().caption()).containsExactlyInAnyOrder("one", "two");
        assertThat(isOutdated(OPERATOR)).isTrue();
    }

    @Test
    void the_same_again_changes_nothing() {
        merge(OPERATOR, "a", MONDAY, draft("1", "one", 5));
        world.analyse(OPERATOR);

        PostKeeper.Merged merged = merge(OPERATOR, "a", MONDAY, draft("1", "one", 5));

        assertThat(merged.effects()).isEqualTo(Map.of("1", Effect.UNCHANGED));
        assertThat(isOutdated(OPERATOR)).isFalse();
    }

    @Test
    void what_is_seen_later_wins_and_what_was_seen_earlier_fills_gaps() {
        merge(OPERATOR, "a", TUESDAY, draft("1", "", 7));

        PostKeeper.Merged merged = merge(OPERATOR, "b", MONDAY, draft("1", "one", 5));

        assertThat(merged.effects()).isEqualTo(Map.of("1", Effect.UPDATED));
        assertThat(posts(OPERATOR)).singleElement().satisfies(post -> {
            assertThat(post.content().caption()).isEqualTo("one");
            assertThat(post.content().counts().likes()).contains(7L);
            assertThat(post.source()).isEqualTo("a");
        });
    }

    @Test
    void the_same_seen_later_is_no_change_of_the_post_but_younger() {
        merge(OPERATOR, "a", MONDAY, draft("1", "one", 5));

        PostKeeper.Merged merged = merge(OPERATOR, "b", TUESDAY, draft("1", "one", 5));

        assertThat(merged.effects()).isEqualTo(Map.of("1", Effect.UNCHANGED));
        assertThat(posts(OPERATOR)).singleElement().extracting(Post::observedAt).isEqualTo(TUESDAY);
    }

    @Test
    void who_contradicts_himself_is_told_and_what_was_said_first_stays() {
        PostDraft other = draft("1", "one", 6);

        PostKeeper.Merged merged = merge(OPERATOR, "a", MONDAY, draft("1", "one", 5), other);

        assertThat(merged.contradicted()).containsExactly(other);
        assertThat(posts(OPERATOR)).singleElement().extracting(post -> post.content().counts().likes()).isEqualTo(Optional.of(5L));
    }

    @Test
    void a_team_has_its_own_post_beside_the_catalogues() {
        merge(OPERATOR, "a", MONDAY, draft("1", "one", 5));
        world.analyse(OPERATOR);

        PostKeeper.Merged merged = merge(ANA, "b", TUESDAY, draft("1", "other", 9));

        assertThat(merged.effects()).isEqualTo(Map.of("1", Effect.CREATED));
        assertThat(posts(ANA)).extracting(post -> post.content().caption()).containsExactly("other");
        assertThat(posts(OLE)).extracting(post -> post.content().caption()).containsExactly("one");
        assertThat(isOutdated(ANA)).isTrue();
        assertThat(isOutdated(OPERATOR)).isFalse();
    }
}
