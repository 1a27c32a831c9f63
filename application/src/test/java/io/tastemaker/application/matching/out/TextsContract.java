package io.tastemaker.application.matching.out;

import static io.tastemaker.application.creators.out.CreatorFixtures.bare;
import static io.tastemaker.application.creators.out.CreatorFixtures.next;
import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.content.out.ContentFixtures;
import io.tastemaker.application.content.out.Posts;
import io.tastemaker.application.creators.out.CreatorFixtures;
import io.tastemaker.application.creators.out.Creators;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.content.Counts;
import io.tastemaker.domain.content.Post;
import io.tastemaker.domain.content.PostDraft;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.Fact;
import io.tastemaker.domain.matching.CatalogueVersion;
import io.tastemaker.domain.matching.HardFilter;
import io.tastemaker.domain.matching.Ranking;
import io.tastemaker.domain.matching.SearchCriteria;
import io.tastemaker.domain.matching.TextQuestion;
import io.tastemaker.domain.matching.TextQuestion.Kind;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Observed;
import io.tastemaker.domain.shared.TeamId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What all texts of catalogues do. */
public abstract class TextsContract {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);

    protected TeamId team;

    protected abstract Transactions transactions();

    protected abstract Teams teams();

    protected abstract Creators creators();

    protected abstract Posts posts();

    /** The same ones within a test. */
    protected abstract Catalogues catalogues();

    @BeforeEach
    void makeTeam() {
        team = newTeam(teams());
    }

    @Test
    void a_keyword_is_found_in_name_handle_biography_and_captions() {
        Creator named = add(team, "Vegan Ana", "none");
        Creator told = add(team, "Eva", "cooks vegan food");
        Creator posting = add(team, "Ida", "none");
        Creator handled = add(bare(team, "vegan.kitchen_" + SeededIds.next().getLeastSignificantBits()));
        add(team, "Una", "vegans and veganism");
        caption(team, posting, "My first VEGAN cake!");
        assertThat(found(team, Kind.KEYWORDS, "vegan")).containsExactlyInAnyOrder(named.id(), told.id(), posting.id(), handled.id());
        assertThat(found(team, Kind.KEYWORDS, "nobody says this")).isEmpty();
    }

    @Test
    void letter_case_and_accents_make_no_difference() {
        Creator with = add(team, "Ana", "São Paulo, CAFÉ");
        Creator without = add(team, "Eva", "sao paulo, cafe");
        assertThat(found(team, Kind.KEYWORDS, "café")).containsExactlyInAnyOrder(with.id(), without.id());
        assertThat(found(team, Kind.KEYWORDS, "Cafe")).containsExactlyInAnyOrder(with.id(), without.id());
        assertThat(found(team, Kind.KEYWORDS, "SÃO PAULO")).containsExactlyInAnyOrder(with.id(), without.id());
    }

    @Test
    void several_words_stand_one_after_the_other_in_one_text() {
        Creator together = add(team, "Ana", "best street food in town");
        add(team, "Eva", "food of the street");
        add(team, "street", "food");
        assertThat(found(team, Kind.KEYWORDS, "street food")).containsExactly(together.id());
    }

    @Test
    void any_keyword_will_do_or_all_are_wanted_in_whatever_text() {
        Creator both = add(team, "Ana", "runs marathons");
        caption(team, both, "with my dog");
        Creator runner = add(team, "Eva", "runs");
        Creator owner = add(team, "Ida", "has a dog");
        assertThat(found(team, Kind.KEYWORDS, "runs", "dog")).containsExactlyInAnyOrder(both.id(), runner.id(), owner.id());
        assertThat(found(team, Kind.KEYWORDS_ALL, "runs", "dog")).containsExactly(both.id());
        assertThat(found(team, Kind.KEYWORDS_ALL, "runs", "dog", "cat")).isEmpty();
    }

    @Test
    void hashtags_and_mentions_are_found_whole() {
        Creator tagged = add(team, "Ana", "#PlantBased by @Nice.Brand");
        Creator posting = add(team, "Eva", "none");
        caption(team, posting, "thanks @nice.brand. #plantbased!");
        Creator talking = add(team, "Ida", "plantbased, mail me@nice.brand");
        assertThat(found(team, Kind.HASHTAGS, "plantbased")).containsExactlyInAnyOrder(tagged.id(), posting.id());
        assertThat(found(team, Kind.HASHTAGS, "#PLANTBASED", "#other")).containsExactlyInAnyOrder(tagged.id(), posting.id());
        assertThat(found(team, Kind.HASHTAGS, "#plant")).isEmpty();
        assertThat(found(team, Kind.MENTIONS, "@nice.brand")).containsExactlyInAnyOrder(tagged.id(), posting.id());
        assertThat(found(team, Kind.MENTIONS, "nice.brand", "nobody")).containsExactlyInAnyOrder(tagged.id(), posting.id());
        assertThat(found(team, Kind.MENTIONS, "nice")).isEmpty();
        assertThat(found(team, Kind.KEYWORDS, "plantbased")).containsExactlyInAnyOrder(tagged.id(), posting.id(), talking.id());
    }

    @Test
    void private_creators_and_private_captions_are_found_by_their_team_only() {
        String word = word();
        TeamId other = newTeam(teams());
        Creator own = add(team, "Ana", word);
        Creator shared = add(TeamId.CATALOGUE, "Eva", "none");
        Creator told = add(TeamId.CATALOGUE, "Ida", word);
        caption(team, shared, "a private look at " + word);
        assertThat(found(team, Kind.KEYWORDS, word)).containsExactlyInAnyOrder(own.id(), shared.id(), told.id());
        assertThat(found(other, Kind.KEYWORDS, word)).containsExactly(told.id());
        assertThat(found(TeamId.CATALOGUE, Kind.KEYWORDS, word)).containsExactly(told.id());
        caption(TeamId.CATALOGUE, shared, "a public look at " + word);
        assertThat(found(other, Kind.KEYWORDS, word)).containsExactlyInAnyOrder(shared.id(), told.id());
    }

    @Test
    void all_keywords_may_be_said_partly_in_public_and_partly_in_private() {
        String word = word();
        Creator shared = add(TeamId.CATALOGUE, "Eva", "yoga " + word);
        caption(team, shared, "with surfing");
        assertThat(found(team, Kind.KEYWORDS_ALL, "yoga", word, "surfing")).containsExactly(shared.id());
        assertThat(found(newTeam(teams()), Kind.KEYWORDS_ALL, "yoga", word, "surfing")).isEmpty();
    }

    @Test
    void changes_of_texts_and_facts_and_removals_are_seen_by_the_next_call_and_not_by_an_earlier_state() {
        Creator creator = add(team, "Ana", "tennis");
        Creator other = add(team, "Eva", "tennis");
        Texts before = catalogues().texts(system(team));
        Creator changed = next(creator, creator.handle(), creator.facts().with(Fact.BIOGRAPHY, says("golf")));
        transactions().run(system(team), "test", () -> creators().replace(List.of(changed)));
        assertThat(found(team, Kind.KEYWORDS, "golf")).containsExactly(creator.id());
        assertThat(found(team, Kind.KEYWORDS, "tennis")).containsExactly(other.id());
        Creator followed = next(changed, creator.handle(), changed.facts().with(Fact.FOLLOWERS, new Observed<>(9L, Observed.Kind.MEASURED, "x", NOON)));
        transactions().run(system(team), "test", () -> creators().replace(List.of(followed)));
        assertThat(found(team, Kind.KEYWORDS, "golf")).containsExactly(creator.id());
        transactions().run(system(team), "test", () -> creators().remove(other));
        assertThat(found(team, Kind.KEYWORDS, "tennis")).isEmpty();
        assertThat(found(before, Kind.KEYWORDS, "tennis")).containsExactlyInAnyOrder(creator.id(), other.id());
        assertThat(found(before, Kind.KEYWORDS, "golf")).isEmpty();
    }

    @Test
    void a_changed_caption_is_seen_and_makes_another_version_of_the_catalogue() {
        Creator creator = add(team, "Ana", "none");
        Post post = caption(team, creator, "about rowing");
        assertThat(found(team, Kind.KEYWORDS, "rowing")).containsExactly(creator.id());
        CatalogueVersion before = version();
        Post other = ContentFixtures.saying(post, content(post.content().key(), "about sailing"));
        transactions().run(system(team), "test", () -> posts().replace(List.of(other)));
        assertThat(version()).isNotEqualTo(before);
        assertThat(found(team, Kind.KEYWORDS, "rowing")).isEmpty();
        assertThat(found(team, Kind.KEYWORDS, "sailing")).containsExactly(creator.id());
        assertThat(version()).isEqualTo(version());
    }

    private CatalogueVersion version() {
        return catalogues().current(system(team)).version();
    }

    /** Through the whole engine, so that what is found are living rows. */
    protected final List<CreatorId> found(TeamId reader, Kind kind, String... texts) {
        return found(catalogues().texts(system(reader)), kind, texts);
    }

    private static List<CreatorId> found(Texts texts, Kind kind, String... wanted) {
        Set<String> read = Arrays.stream(wanted).map(text -> kind.read(text).orElseThrow()).collect(Collectors.toSet());
        SearchCriteria criteria = SearchCriteria.on(TODAY).where(new HardFilter.Says(new TextQuestion(kind, read))).answered(texts::saying);
        Ranking ranking = Ranking.of(texts.catalogue(), criteria);
        return ranking.page(0, ranking.total()).stream().map(entry -> entry.candidate().id()).toList();
    }

    protected final Creator add(TeamId owner, String name, String biography) {
        Creator bare = bare(owner, "c." + SeededIds.next());
        return add(new Creator(bare.id(), owner, 1, bare.handle(), bare.handleKind(),
                bare.facts().with(Fact.NAME, says(name)).with(Fact.BIOGRAPHY, says(biography)), Map.of()));
    }

    private Creator add(Creator creator) {
        transactions().run(system(creator.owner()), "test", () -> creators().add(List.of(creator)));
        return creator;
    }

    protected final Post caption(TeamId holder, Creator creator, String caption) {
        Post post = ContentFixtures.saying(ContentFixtures.bare(holder, creator, "key"), content("p" + SeededIds.next(), caption));
        transactions().run(system(holder), "test", () -> posts().add(List.of(post)));
        return post;
    }

    private static PostDraft content(String key, String caption) {
        return new PostDraft(key, Optional.empty(), Optional.empty(), caption, Counts.UNKNOWN, Map.of());
    }

    private static Observed<String> says(String text) {
        return new Observed<>(text, Observed.Kind.IMPORTED, "test", NOON);
    }

    /** A word that no other test says in the shared catalogue. */
    private static String word() {
        return CreatorFixtures.handle("w" + SeededIds.next().toString().replace("-", "")).name();
    }
}
