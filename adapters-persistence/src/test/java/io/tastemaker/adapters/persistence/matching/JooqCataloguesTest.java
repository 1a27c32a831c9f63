package io.tastemaker.adapters.persistence.matching;

import static io.tastemaker.application.creators.out.CreatorFixtures.full;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.adapters.persistence.creators.CreatorFeed;
import io.tastemaker.adapters.persistence.creators.JooqCreators;
import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.creators.out.Creators;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.matching.out.Catalogues;
import io.tastemaker.application.matching.out.CataloguesContract;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.matching.CatalogueVersion;
import io.tastemaker.domain.matching.RankingId;
import io.tastemaker.domain.matching.SearchCriteria;
import io.tastemaker.domain.shared.TeamId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqCataloguesTest extends CataloguesContract {

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

    private final Catalogues catalogues = new JooqCatalogues(DATABASE.transactions(), 1_000);

    @Override
    protected Catalogues catalogues() {
        return catalogues;
    }

    @Test
    void who_loads_anew_after_a_removal_sees_the_version_of_who_followed_and_no_earlier_one() {
        TeamId team = newTeam(teams());
        Creator first = add(full(team, "first"));
        add(full(team, "second"));
        add(full(team, "third"));
        CatalogueVersion before = version(catalogues, team);
        DATABASE.transactions().run(system(team), "test", () -> creators().remove(first));
        CatalogueVersion after = version(catalogues, team);
        assertThat(rankingId(team, after)).isNotEqualTo(rankingId(team, before));
        assertThat(version(anew(), team)).isEqualTo(after);
    }

    @Test
    void a_transaction_that_ends_after_a_later_one_makes_another_version() {
        TeamId team = newTeam(teams());
        List<CatalogueVersion> early = new ArrayList<>();
        DATABASE.transactions().run(system(team), "test", () -> {
            creators().add(List.of(full(team, "begun.first")));
            early.add(CompletableFuture.supplyAsync(() -> {
                add(full(team, "ended.first"));
                return version(catalogues, team);
            }).join());
        });
        CatalogueVersion late = version(catalogues, team);
        assertThat(late.overlay()).isNotEqualTo(early.getFirst().overlay());
        assertThat(version(anew(), team)).isEqualTo(late);
    }

    @Test
    void after_very_many_changes_the_creators_are_streamed_again() {
        TeamId team = newTeam(teams());
        CreatorFeed feed = new CreatorFeed(Set.of(), 3);
        CreatorFeed.Seen before = DATABASE.transactions().reading(team, sql -> feed.all(sql, team, creator -> { }));
        Catalogues small = new JooqCatalogues(DATABASE.transactions(), owner -> OptionalLong.empty(), Optional.empty(), 1_000, 3);
        int shared = small.current(system(team)).size();
        Creator gone = add(full(team, "gone"));
        add(full(team, "there"));
        assertThat(read(feed, team, before)).containsExactlyInAnyOrder("gone", "there");
        DATABASE.transactions().run(system(team), "test", () -> creators().remove(gone));
        add(full(team, "new"));
        assertThat(read(feed, team, before)).as("two that are there and one that is gone").containsExactlyInAnyOrder("there", "new");
        add(full(team, "one.too.many"));
        assertThat(read(feed, team, before)).containsExactly("too many");
        assertThat(small.current(system(team)).size()).isEqualTo(shared + 3);
        assertThat(version(small, team)).isEqualTo(version(anew(), team));
    }

    private static List<String> read(CreatorFeed feed, TeamId team, CreatorFeed.Seen before) {
        List<String> names = new ArrayList<>();
        return DATABASE.transactions().reading(team, sql -> feed.since(sql, team, before, creator -> names.add(creator.handle().name())))
                .map(changes -> names).orElse(List.of("too many"));
    }

    private static String rankingId(TeamId team, CatalogueVersion version) {
        return RankingId.of(team, version, SearchCriteria.on(LocalDate.of(2026, 9, 1))).value();
    }

    private static CatalogueVersion version(Catalogues catalogues, TeamId team) {
        return catalogues.current(system(team)).version();
    }

    private static Catalogues anew() {
        return new JooqCatalogues(DATABASE.transactions(), 1_000);
    }

    private Creator add(Creator creator) {
        DATABASE.transactions().run(system(creator.owner()), "test", () -> creators().add(List.of(creator)));
        return creator;
    }
}
