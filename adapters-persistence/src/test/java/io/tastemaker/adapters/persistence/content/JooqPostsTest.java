package io.tastemaker.adapters.persistence.content;

import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.adapters.persistence.creators.JooqCreators;
import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.content.out.ContentFixtures;
import io.tastemaker.application.content.out.Posts;
import io.tastemaker.application.content.out.PostsContract;
import io.tastemaker.application.creators.out.CreatorFixtures;
import io.tastemaker.application.creators.out.Creators;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.content.Post;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.shared.TeamId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqPostsTest extends PostsContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @Override
    protected Transactions transactions() {
        return DATABASE.transactions();
    }

    @Override
    protected Teams teams() {
        return DATABASE.teams();
    }

    @Override
    protected Creators creators() {
        return new JooqCreators(DATABASE.transactions());
    }

    @Override
    protected Posts posts() {
        return new JooqPosts(DATABASE.transactions());
    }

    @Test
    void what_was_read_out_of_a_post_that_is_being_removed_is_dropped_and_fails_nobody() {
        TeamId team = newTeam(teams());
        Creator creator = CreatorFixtures.bare(team, "ana");
        Post post = ContentFixtures.full(team, creator, "k1");
        run(team, () -> {
            creators().add(List.of(creator));
            posts().add(List.of(post));
        });

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> keeping = new ArrayList<>();
            run(team, () -> {
                creators().remove(creator);
                keeping.add(threads.submit(() -> run(team, () -> posts().keep(List.of(ContentFixtures.analysis(post, 1))))));
                awaitWaiting();
            });
            assertThat(keeping).allSatisfy(each -> assertThat(each.get()).isNull());
        }
        assertThat(transactions().reading(system(team), () -> posts().find(post.id()))).isEmpty();
    }

    private void run(TeamId team, Runnable work) {
        transactions().run(system(team), "test", work);
    }

    /** Until another transaction of this database waits for this one. */
    private static void awaitWaiting() {
        String waiting = "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
        while (DATABASE.transactions().sql().fetchSingle(waiting).get(0, Long.class) == 0) {
            Thread.onSpinWait();
        }
    }
}
