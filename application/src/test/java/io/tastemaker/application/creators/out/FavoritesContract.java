package io.tastemaker.application.creators.out;

import static io.tastemaker.application.creators.out.CreatorFixtures.bare;
import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.creators.out.Favorites.Favorite;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of marks does. */
public abstract class FavoritesContract {

    private TeamId team;

    protected abstract Transactions transactions();

    protected abstract Teams teams();

    protected abstract Creators creators();

    protected abstract Favorites favorites();

    @BeforeEach
    void makeTeam() {
        team = newTeam(teams());
    }

    @Test
    void a_mark_is_its_holders_own() {
        Favorite favorite = marked(creator(team), NOON);
        mark(team, "user:ana", favorite);
        assertThat(marks(team, "user:ana")).containsExactly(favorite);
        assertThat(marks(team, "user:ben")).isEmpty();
        assertThat(marks(newTeam(teams()), "user:ana")).isEmpty();
    }

    @Test
    void marking_twice_keeps_the_first_mark() {
        Creator shared = creator(TeamId.CATALOGUE);
        mark(team, "user:ana", marked(shared, NOON));
        mark(team, "user:ana", marked(shared, NOON.plusSeconds(9)));
        assertThat(marks(team, "user:ana")).containsExactly(marked(shared, NOON));
    }

    @Test
    void a_mark_can_be_taken_away_and_twice() {
        Creator creator = creator(team);
        mark(team, "user:ana", marked(creator, NOON));
        for (int time = 0; time < 2; time++) {
            transactions().run(system(team), "test", () -> favorites().remove("user:ana", creator.id()));
            assertThat(marks(team, "user:ana")).isEmpty();
        }
    }

    @Test
    void another_teams_creator_cannot_be_marked() {
        Creator foreign = creator(newTeam(teams()));
        assertThatThrownBy(() -> mark(team, "user:ana", marked(foreign, NOON))).isInstanceOf(RuntimeException.class);
        assertThat(marks(team, "user:ana")).isEmpty();
    }

    @Test
    void pages_concatenate_to_the_whole_the_newest_first() {
        List<CreatorId> newestFirst = new ArrayList<>();
        for (int second = 0; second < 5; second++) {
            Creator creator = creator(team);
            mark(team, "user:ana", marked(creator, NOON.plusSeconds(second)));
            newestFirst.addFirst(creator.id());
        }
        List<CreatorId> seen = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            PageRequest request = new PageRequest(2, after);
            Page<Favorite> page = transactions().reading(system(team), () -> favorites().list("user:ana", request));
            page.items().forEach(favorite -> seen.add(favorite.creator()));
            after = page.next();
        } while (after.isPresent());
        assertThat(seen).isEqualTo(newestFirst);
    }

    private Creator creator(TeamId owner) {
        Creator creator = bare(owner, "c." + SeededIds.next());
        transactions().run(system(owner), "test", () -> creators().add(List.of(creator)));
        return creator;
    }

    private static Favorite marked(Creator creator, Instant at) {
        return new Favorite(creator.id(), creator.owner(), at);
    }

    private void mark(TeamId owner, String holder, Favorite favorite) {
        transactions().run(system(owner), "test", () -> favorites().add(holder, favorite));
    }

    private List<Favorite> marks(TeamId owner, String holder) {
        return transactions().reading(system(owner), () -> favorites().list(holder, PageRequest.first(100))).items();
    }
}
