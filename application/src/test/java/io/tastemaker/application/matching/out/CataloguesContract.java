package io.tastemaker.application.matching.out;

import static io.tastemaker.application.creators.out.CreatorFixtures.bare;
import static io.tastemaker.application.creators.out.CreatorFixtures.full;
import static io.tastemaker.application.creators.out.CreatorFixtures.next;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.creators.out.Creators;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.Fact;
import io.tastemaker.domain.matching.Candidate;
import io.tastemaker.domain.matching.Catalogue;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Language;
import io.tastemaker.domain.shared.Observed;
import io.tastemaker.domain.shared.TeamId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every catalogue in memory does. */
public abstract class CataloguesContract {

    private TeamId team;

    protected abstract Transactions transactions();

    protected abstract Teams teams();

    protected abstract Creators creators();

    /** The same one within a test. */
    protected abstract Catalogues catalogues();

    @BeforeEach
    void makeTeam() {
        team = newTeam(teams());
    }

    @Test
    void a_team_sees_the_shared_creators_and_its_own_and_nobody_elses() {
        Creator shared = add(full(TeamId.CATALOGUE, name()));
        Creator own = add(full(team, name()));
        Creator foreign = add(full(newTeam(teams()), name()));
        Catalogue seen = current(team);
        assertThat(seen.find(shared.id())).isPresent();
        assertThat(seen.find(own.id())).isPresent();
        assertThat(seen.find(foreign.id())).isEmpty();
        assertThat(current(TeamId.CATALOGUE).find(own.id())).isEmpty();
    }

    @Test
    void a_creator_is_seen_with_what_is_known_of_it() {
        Creator everything = add(full(team, name()));
        Creator nothing = add(bare(team, name()));
        Candidate candidate = Candidate.of(everything);
        Candidate seen = current(team).find(everything.id()).orElseThrow();
        assertThat(seen.handle()).isEqualTo(candidate.handle());
        assertThat(seen.followers().map(known -> known.value())).isEqualTo(candidate.followers().map(known -> known.value()));
        assertThat(seen.engagementRate().map(known -> known.value())).isEqualTo(candidate.engagementRate().map(known -> known.value()));
        assertThat(seen.engagementRate().map(known -> known.kind())).isEqualTo(candidate.engagementRate().map(known -> known.kind()));
        assertThat(seen.categories().map(known -> known.value())).isEqualTo(candidate.categories().map(known -> known.value()));
        assertThat(seen.location().map(known -> known.value())).isEqualTo(candidate.location().map(known -> known.value()));
        assertThat(seen.languages().map(known -> known.value())).isEqualTo(candidate.languages().map(known -> known.value()));
        assertThat(seen.verified()).isEqualTo(candidate.verified());
        assertThat(seen.lastPostOn()).isEqualTo(candidate.lastPostOn());
        assertThat(seen.hasEmail()).isTrue();
        assertThat(seen.postsCount()).isEqualTo(candidate.postsCount());
        assertThat(seen.averageViews()).isEqualTo(candidate.averageViews());
        assertThat(seen.contentCategories()).isEqualTo(candidate.contentCategories()).isPresent();
        assertThat(seen.sentiment()).isEqualTo(candidate.sentiment()).isPresent();
        assertThat(current(team).find(nothing.id()).orElseThrow().followers()).isEmpty();
    }

    @Test
    void a_creator_without_declared_categories_is_seen_with_those_of_the_content() {
        Creator whole = full(team, name());
        Creator read = add(next(whole, whole.handle(), whole.facts().without(Fact.CATEGORIES).without(Fact.LANGUAGES)));
        Candidate seen = current(team).find(read.id()).orElseThrow();
        assertThat(seen.categories().orElseThrow().value()).containsExactlyInAnyOrder(Category.BEAUTY, Category.FOOD);
        assertThat(seen.categories().orElseThrow().kind()).isEqualTo(Observed.Kind.INFERRED);
        assertThat(seen.languages().orElseThrow().value()).containsExactlyInAnyOrder(new Language("pt"), new Language("es"));
    }

    @Test
    void everything_committed_before_the_call_is_seen() {
        Catalogue empty = current(team);
        Creator own = add(full(team, name()));
        Creator shared = add(full(TeamId.CATALOGUE, name()));
        Catalogue added = current(team);
        assertThat(added.find(own.id())).isPresent();
        assertThat(added.find(shared.id())).isPresent();

        transactions().run(system(team), "test", () ->
                creators().replace(List.of(next(own, own.handle(), own.facts().without(Fact.EMAIL)))));
        Catalogue changed = current(team);
        assertThat(changed.find(own.id()).orElseThrow().hasEmail()).isFalse();
        assertThat(changed.size()).isEqualTo(added.size());

        transactions().run(system(team), "test", () -> creators().remove(own));
        Catalogue removed = current(team);
        assertThat(removed.find(own.id())).isEmpty();
        assertThat(removed.size()).isEqualTo(added.size() - 1);

        assertThat(added.find(own.id()).orElseThrow().hasEmail()).as("a catalogue never changes").isTrue();
        assertThat(empty.find(own.id())).isEmpty();
        assertThat(List.of(empty.version(), added.version(), changed.version(), removed.version())).doesNotHaveDuplicates();
    }

    @Test
    void without_a_change_the_version_stays() {
        add(full(team, name()));
        assertThat(current(team).version()).isEqualTo(current(team).version());
        add(full(newTeam(teams()), name()));
        assertThat(current(team).version()).isEqualTo(current(team).version());
    }

    @Test
    void a_change_that_was_undone_is_not_seen() {
        current(team);
        Creator undone = bare(team, name());
        try {
            transactions().run(system(team), "test", () -> {
                creators().add(List.of(undone));
                throw new IllegalStateException("on purpose");
            });
        } catch (IllegalStateException onPurpose) {
            assertThat(onPurpose).hasMessage("on purpose");
        }
        assertThat(current(team).find(undone.id())).isEmpty();
    }

    private Catalogue current(TeamId reader) {
        return catalogues().current(system(reader));
    }

    private Creator add(Creator creator) {
        transactions().run(system(creator.owner()), "test", () -> creators().add(List.of(creator)));
        return creator;
    }

    private static String name() {
        return "c." + SeededIds.next();
    }
}
