package io.tastemaker.application.matching.out;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.matching.out.Searches.Saved;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of saved questions does. */
public abstract class SearchesContract {

    private TeamId team;

    protected abstract Transactions transactions();

    protected abstract Teams teams();

    protected abstract Searches searches();

    @BeforeEach
    void makeTeam() {
        team = newTeam(teams());
    }

    @Test
    void a_saved_question_is_found_as_it_was_saved_by_its_own_team_only() {
        Saved saved = save(NOON);
        assertThat(saved(team, saved)).contains(saved);
        assertThat(saved(newTeam(teams()), saved)).isEmpty();
    }

    @Test
    void the_next_version_replaces_the_one_before_and_a_stale_one_nothing() {
        Saved first = save(NOON);
        Saved second = new Saved(first.id(), 2, "Renamed", "{}", "user:ben", NOON.plusSeconds(1));
        Saved late = new Saved(first.id(), 2, "Late", "{}", "user:ole", NOON.plusSeconds(2));
        assertThat(write(newTeam(teams()), () -> searches().replace(second))).isFalse();
        assertThat(write(team, () -> searches().replace(second))).isTrue();
        assertThat(write(team, () -> searches().replace(late))).isFalse();
        assertThat(saved(team, first)).contains(second);
    }

    @Test
    void a_removed_question_is_gone() {
        Saved saved = save(NOON);
        assertThat(write(newTeam(teams()), () -> searches().remove(saved.id()))).isFalse();
        assertThat(write(team, () -> searches().remove(saved.id()))).isTrue();
        assertThat(write(team, () -> searches().remove(saved.id()))).isFalse();
        assertThat(saved(team, saved)).isEmpty();
    }

    @Test
    void pages_of_saved_questions_concatenate_to_the_whole_the_newest_first() {
        List<Saved> newestFirst = new ArrayList<>();
        for (int second = 0; second < 5; second++) {
            newestFirst.addFirst(save(NOON.plusSeconds(second)));
        }
        assertThat(pages(page -> searches().allSaved(page))).isEqualTo(newestFirst);
    }

    private Saved save(Instant at) {
        Saved saved = new Saved(SeededIds.next(), 1, "Vegan in Brazil", "{\"filters\":{}}", "user:ana", at);
        transactions().run(system(team), "test", () -> searches().save(saved));
        return saved;
    }

    private Optional<Saved> saved(TeamId reader, Saved saved) {
        return transactions().reading(system(reader), () -> searches().saved(saved.id()));
    }

    private <T> List<T> pages(Function<PageRequest, Page<T>> list) {
        List<T> seen = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            PageRequest request = new PageRequest(2, after);
            Page<T> page = transactions().reading(system(team), () -> list.apply(request));
            seen.addAll(page.items());
            after = page.next();
        } while (after.isPresent());
        return seen;
    }

    private <T> T write(TeamId writer, Supplier<T> work) {
        return transactions().inTransaction(system(writer), "test", work);
    }
}
