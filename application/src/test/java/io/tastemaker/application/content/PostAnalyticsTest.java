package io.tastemaker.application.content;

import static io.tastemaker.application.content.ContentWorld.PER_ANALYTICS;
import static io.tastemaker.application.content.ContentWorld.key;
import static io.tastemaker.application.shared.Actors.ANA;
import static io.tastemaker.application.shared.Actors.BEN;
import static io.tastemaker.application.shared.Actors.LIMA;
import static io.tastemaker.application.shared.Actors.OLE;
import static io.tastemaker.application.shared.Actors.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.wallets.Answered;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.content.AnalysedPost;
import io.tastemaker.domain.content.FallbackReason;
import io.tastemaker.domain.content.Post;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.PostId;
import io.tastemaker.domain.wallets.WalletAnswer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Detailed analytics of some posts: what is read for it, what is kept of it, and when it is paid. */
class PostAnalyticsTest {

    private static final long GIVEN = 100;

    private final ContentWorld world = ContentWorld.withModels();
    private final Creator mara = world.creator(ANA, "mara");

    PostAnalyticsTest() {
        world.till.give(LIMA, GIVEN);
    }

    private AnalysePosts.Outcome analyse(Actor actor, CreatorId creator, AnalysePosts.Which which, String key, boolean dryRun) {
        return world.content.analysePosts().handle(new AnalysePosts.Command(actor, creator, which, key(key), OptionalLong.empty(), dryRun));
    }

    private AnalysePosts.Outcome.Analysed analysed(CreatorId creator, AnalysePosts.Which which, String key) {
        AnalysePosts.Outcome outcome = analyse(ANA, creator, which, key, false);
        assertThat(outcome).isInstanceOf(AnalysePosts.Outcome.Analysed.class);
        return (AnalysePosts.Outcome.Analysed) outcome;
    }

    private static AnalysePosts.Which latest(int count) {
        return new AnalysePosts.Which.Latest(count);
    }

    private static AnalysePosts.Which named(Post... posts) {
        return new AnalysePosts.Which.Named(List.of(posts).stream().map(Post::id).toList());
    }

    private static long paid(Optional<Answered> answered) {
        return answered.orElseThrow().answer().charge().orElseThrow().credits();
    }

    private static List<PostId> ids(List<AnalysedPost> posts) {
        return posts.stream().map(post -> post.post().id()).toList();
    }

    @Test
    void a_request_is_paid_once_however_many_posts_it_has() {
        world.posts(ANA, mara, 20);

        AnalysePosts.Outcome.Analysed analysed = analysed(mara.id(), latest(20), "1");

        assertThat(analysed.posts()).hasSize(20).allMatch(post -> post.isFresh(world.clock.instant()));
        assertThat(analysed.profile().basis().analysed()).isEqualTo(20);
        assertThat(world.judge.asked()).map(asked -> asked.texts().size()).containsExactly(16, 4);
        assertThat(paid(analysed.answered())).isEqualTo(PER_ANALYTICS);
        assertThat(world.credits(LIMA)).isEqualTo(GIVEN - PER_ANALYTICS);
        assertThat(world.held(LIMA)).isZero();
    }

    @Test
    void nothing_is_paid_where_a_single_result_fell_back() {
        world.posts(ANA, mara, 20);
        analysed(mara.id(), latest(19), "1");
        world.judge.failsWith(FallbackReason.FAILED);

        AnalysePosts.Outcome.Analysed analysed = analysed(mara.id(), latest(20), "2");

        assertThat(analysed.posts()).filteredOn(post -> post.analysis().orElseThrow().reading().isFallback()).hasSize(1);
        assertThat(analysed.profile().basis().fallbacks()).isEqualTo(1);
        assertThat(paid(analysed.answered())).isZero();
        assertThat(world.credits(LIMA)).isEqualTo(GIVEN - PER_ANALYTICS);
        assertThat(world.held(LIMA)).isZero();
    }

    @Test
    void analytics_by_the_rules_that_were_chosen_are_what_was_ordered() {
        ContentWorld ruled = ContentWorld.withRules();
        ruled.till.give(LIMA, GIVEN);
        Creator creator = ruled.creator(ANA, "mara");
        ruled.posts(ANA, creator, 3);

        AnalysePosts.Outcome outcome = ruled.content.analysePosts().handle(
                new AnalysePosts.Command(ANA, creator.id(), latest(3), key("1"), OptionalLong.empty(), false));

        assertThat(outcome).isInstanceOfSatisfying(AnalysePosts.Outcome.Analysed.class,
                analysed -> assertThat(paid(analysed.answered())).isEqualTo(PER_ANALYTICS));
    }

    @Test
    void what_was_read_lately_is_not_read_again_and_what_is_read_is_kept() {
        List<Post> posts = world.posts(ANA, mara, 3);
        analysed(mara.id(), named(posts.get(0)), "1");
        assertThat(world.analysed(BEN, posts.get(0)).isFresh(world.clock.instant())).isTrue();
        assertThat(world.analysed(BEN, posts.get(1)).analysis()).isEmpty();
        assertThat(world.profile(ANA, mara.id()).outdatedSince()).isPresent();

        analysed(mara.id(), latest(3), "2");

        assertThat(world.judge.asked()).map(asked -> asked.texts().size()).containsExactly(1, 2);
    }

    @Test
    void a_fallback_that_was_kept_is_read_again_when_the_model_is_back() {
        List<Post> posts = world.posts(ANA, mara, 1);
        world.judge.isUp(false);
        analysed(mara.id(), named(posts.get(0)), "1");
        world.judge.isUp(true);

        AnalysePosts.Outcome.Analysed analysed = analysed(mara.id(), named(posts.get(0)), "2");

        assertThat(analysed.posts().getFirst().analysis().orElseThrow().reading().isAi()).isTrue();
        assertThat(paid(analysed.answered())).isEqualTo(PER_ANALYTICS);
    }

    @Test
    void posts_come_in_the_order_in_which_they_were_named() {
        List<Post> posts = world.posts(ANA, mara, 3);

        AnalysePosts.Outcome.Analysed analysed = analysed(mara.id(), named(posts.get(1), posts.get(2), posts.get(0), posts.get(1)), "1");

        assertThat(ids(analysed.posts())).containsExactly(posts.get(1).id(), posts.get(2).id(), posts.get(0).id());
    }

    @Test
    void posts_of_other_creators_and_of_other_teams_are_unknown_and_nothing_is_paid() {
        List<Post> posts = world.posts(ANA, mara, 1);
        Post others = world.posts(ANA, world.creator(ANA, "otto"), 1).getFirst();
        Post foreign = world.posts(OLE, world.creator(OLE, "mara"), 1).getFirst();
        PostId nowhere = new PostId(new UUID(7, 7));

        AnalysePosts.Outcome outcome = analyse(ANA, mara.id(), new AnalysePosts.Which.Named(
                List.of(posts.getFirst().id(), others.id(), foreign.id(), nowhere)), "1", false);

        assertThat(outcome).isEqualTo(new AnalysePosts.Outcome.UnknownPosts(List.of(others.id(), foreign.id(), nowhere)));
        assertThat(world.credits(LIMA)).isEqualTo(GIVEN);
        assertThat(world.judge.asked()).isEmpty();
        assertThatThrownBy(() -> analyse(OLE, mara.id(), latest(1), "1", false)).isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void of_the_catalogues_posts_a_team_keeps_nothing() {
        Creator star = world.creator(OPERATOR, "star");
        Post shared = world.posts(OPERATOR, star, 1).getFirst();
        Post own = world.post(ANA, star, "own", "awful");

        AnalysePosts.Outcome.Analysed analysed = analysed(star.id(), latest(2), "1");

        assertThat(analysed.posts()).hasSize(2).allMatch(post -> post.analysis().isPresent());
        assertThat(world.analysed(ANA, own).analysis()).isPresent();
        assertThat(world.analysed(OPERATOR, shared).analysis()).isEmpty();
    }

    @Test
    void a_dry_run_tells_the_price_and_reads_nothing() {
        world.posts(ANA, mara, 2);

        AnalysePosts.Outcome outcome = analyse(ANA, mara.id(), latest(2), "1", true);

        assertThat(outcome).isInstanceOfSatisfying(AnalysePosts.Outcome.Foreseen.class,
                foreseen -> assertThat(paid(foreseen.answered())).isEqualTo(PER_ANALYTICS));
        assertThat(world.judge.asked()).isEmpty();
        assertThat(world.credits(LIMA)).isEqualTo(GIVEN);
    }

    @Test
    void without_credits_no_post_is_read() {
        Creator oles = world.creator(OLE, "otto");
        world.posts(OLE, oles, 2);

        AnalysePosts.Outcome outcome = analyse(OLE, oles.id(), latest(2), "1", false);

        assertThat(outcome).isInstanceOfSatisfying(AnalysePosts.Outcome.Refused.class,
                refused -> assertThat(refused.answered().answer()).isInstanceOf(WalletAnswer.CreditsMissing.class));
        assertThat(world.judge.asked()).isEmpty();
    }

    @Test
    void a_fault_on_the_way_costs_nothing() {
        world.posts(ANA, mara, 2);
        world.judge.finds(passage -> {
            throw new IllegalStateException("the cable came out");
        });

        assertThatThrownBy(() -> analysed(mara.id(), latest(2), "1")).hasMessage("the cable came out");

        assertThat(world.credits(LIMA)).isEqualTo(GIVEN);
        assertThat(world.held(LIMA)).isZero();
    }
}
