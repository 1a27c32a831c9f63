package io.tastemaker.application.measurement.out;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.measurement.out.MeasurementStores.second;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.domain.measurement.CampaignPost;
import io.tastemaker.domain.shared.CreatorId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of a campaign's posts does. */
public abstract class CampaignPostsContract {

    private MeasurementStores stores;
    private CampaignPosts posts;

    protected abstract MeasurementStores open();

    @BeforeEach
    void openStores() {
        stores = open();
        posts = stores.places.posts();
    }

    @Test
    void a_post_is_found_as_it_was_put_in_by_its_own_team_only() {
        CampaignPost post = stores.post("71234501", Optional.of(new CreatorId(SeededIds.next())), NOON);
        assertThat(stores.write(stores.team, () -> posts.put(List.of(post)))).containsExactly(post);

        assertThat(stores.read(stores.team, () -> posts.find(stores.id(), post.id()))).contains(post);
        assertThat(stores.read(stores.team, () -> posts.all(stores.id()))).containsExactly(post);
        assertThat(stores.read(stores.other, () -> posts.find(stores.id(), post.id()))).isEmpty();
        assertThat(stores.read(stores.other, () -> posts.all(stores.id()))).isEmpty();
        assertThat(stores.read(stores.team, () -> posts.find(stores.others.id(), post.id()))).isEmpty();
    }

    @Test
    void a_post_that_is_there_stays_as_it_is() {
        CampaignPost first = stores.added("71234501");
        CampaignPost again = stores.post("71234501", Optional.of(new CreatorId(SeededIds.next())), second(1));
        CampaignPost fresh = stores.post("71234502", Optional.empty(), second(1));

        assertThat(stores.write(stores.team, () -> posts.put(List.of(again, fresh)))).containsExactly(fresh);
        assertThat(stores.read(stores.team, () -> posts.find(stores.id(), first.id()))).contains(first);
    }

    @Test
    void a_post_that_was_taken_out_comes_back_under_its_id() {
        CampaignPost first = stores.added("71234501");
        assertThat(stores.write(stores.other, () -> posts.remove(stores.id(), first.id(), NOON))).isFalse();
        assertThat(stores.write(stores.team, () -> posts.remove(stores.id(), first.id(), NOON))).isTrue();
        assertThat(stores.write(stores.team, () -> posts.remove(stores.id(), first.id(), NOON))).isFalse();
        assertThat(stores.read(stores.team, () -> posts.find(stores.id(), first.id()))).isEmpty();
        assertThat(stores.read(stores.team, () -> posts.all(stores.id()))).isEmpty();

        CampaignPost again = stores.post("71234501", Optional.of(new CreatorId(SeededIds.next())), second(5));
        CampaignPost back = stores.write(stores.team, () -> posts.put(List.of(again))).getFirst();
        assertThat(back.id()).isEqualTo(first.id());
        assertThat(back.creator()).isEqualTo(again.creator());
        assertThat(stores.read(stores.team, () -> posts.all(stores.id()))).containsExactly(back);
    }

    @Test
    void nothing_is_put_into_another_teams_campaign() {
        CampaignPost post = stores.post("71234501", Optional.empty(), NOON);
        assertThatThrownBy(() -> stores.write(stores.other, () -> posts.put(List.of(post)))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void pages_concatenate_to_the_whole_in_the_order_of_adding() {
        CreatorId ana = new CreatorId(SeededIds.next());
        List<CampaignPost> oldestFirst = List.of(stores.post("71234500", Optional.of(ana), second(0)), stores.post("71234501", Optional.empty(), second(1)),
                stores.post("71234502", Optional.of(ana), second(2)), stores.post("71234503", Optional.empty(), second(3)),
                stores.post("71234504", Optional.of(ana), second(4)));
        stores.write(stores.team, () -> posts.put(oldestFirst));

        assertThat(stores.pages(stores.team, page -> posts.list(stores.id(), Optional.empty(), page))).isEqualTo(oldestFirst);
        assertThat(stores.pages(stores.team, page -> posts.list(stores.id(), Optional.of(ana), page))).hasSize(3);
        assertThat(stores.pages(stores.other, page -> posts.list(stores.id(), Optional.empty(), page))).isEmpty();
    }

    @Test
    void a_campaigns_posts_go_with_it() {
        CampaignPost post = stores.added("71234501");
        stores.removeCampaign();
        assertThat(stores.read(stores.team, () -> posts.find(stores.id(), post.id()))).isEmpty();
    }
}
