package io.tastemaker.application.content.out;

import static io.tastemaker.application.content.out.ContentFixtures.analysis;
import static io.tastemaker.application.content.out.ContentFixtures.bare;
import static io.tastemaker.application.content.out.ContentFixtures.dated;
import static io.tastemaker.application.content.out.ContentFixtures.full;
import static io.tastemaker.application.content.out.ContentFixtures.saying;
import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.creators.out.CreatorFixtures;
import io.tastemaker.application.creators.out.Creators;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.AtOnce;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.content.AnalysedPost;
import io.tastemaker.domain.content.Analysis;
import io.tastemaker.domain.content.Post;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.PostId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of posts does. */
public abstract class PostsContract {

    private TeamId team;
    private TeamId other;
    private Creator own;
    private Creator shared;

    protected abstract Transactions transactions();

    protected abstract Teams teams();

    protected abstract Creators creators();

    protected abstract Posts posts();

    @BeforeEach
    void makeCreators() {
        team = newTeam(teams());
        other = newTeam(teams());
        own = creator(team);
        shared = creator(TeamId.CATALOGUE);
    }

    @Test
    void a_post_is_found_as_it_was_added_and_was_never_read() {
        Post everything = full(team, own, "k1");
        Post nothing = bare(team, own, "k2");
        add(team, everything, nothing);

        assertThat(find(team, everything)).contains(new AnalysedPost(everything, Optional.empty()));
        assertThat(find(team, nothing)).contains(new AnalysedPost(nothing, Optional.empty()));
        assertThat(list(team, own, 10)).containsExactly(everything, nothing);
    }

    @Test
    void posts_are_found_by_the_keys_of_their_creators_and_the_own_one_before_the_catalogues() {
        Post mine = full(team, own, "k1");
        Post ofShared = full(team, shared, "k1");
        Post catalogues = full(TeamId.CATALOGUE, shared, "k1");
        Post onlyCatalogues = full(TeamId.CATALOGUE, shared, "k2");
        add(team, mine, ofShared, bare(team, own, "k3"));
        add(TeamId.CATALOGUE, catalogues, onlyCatalogues);

        assertThat(byKeys(team, List.of(own, shared), "k1", "k2", "k9")).containsExactlyInAnyOrder(mine, ofShared, onlyCatalogues);
        assertThat(byKeys(team, List.of(own), "k1")).containsExactly(mine);
        assertThat(byKeys(team, List.of(own))).isEmpty();
        assertThat(byKeys(team, List.of(), "k1")).isEmpty();
        assertThat(byKeys(other, List.of(own, shared), "k1", "k2")).containsExactlyInAnyOrder(catalogues, onlyCatalogues);
    }

    private List<Post> byKeys(TeamId reader, List<Creator> creators, String... keys) {
        return read(reader, () -> posts().byKeys(creators.stream().map(Creator::id).toList(), List.of(keys))).stream().map(AnalysedPost::post).toList();
    }

    @Test
    void a_team_does_not_see_another_teams_posts() {
        Post ofOwn = full(team, own, "k1");
        Post ofShared = full(team, shared, "k1");
        add(team, ofOwn, ofShared);
        keep(other, analysis(ofOwn, 1));

        for (Post post : List.of(ofOwn, ofShared)) {
            assertThat(find(other, post)).isEmpty();
        }
        assertThat(all(other, ofOwn, ofShared)).isEmpty();
        assertThat(list(other, own, 10)).isEmpty();
        assertThat(list(other, shared, 10)).isEmpty();
        assertThat(locked(other, shared, "k1")).isEmpty();
        assertThat(through(other, Optional.empty(), 10)).isEmpty();
        assertThat(count(other, Optional.empty())).isZero();
        assertThat(find(team, ofOwn).flatMap(AnalysedPost::analysis)).isEmpty();
    }

    @Test
    void everybody_sees_the_catalogues_posts_and_only_its_own_transactions_write_them() {
        Post post = full(TeamId.CATALOGUE, shared, "k1");
        add(TeamId.CATALOGUE, post);
        keep(team, analysis(post, 1));

        assertThatThrownBy(() -> add(team, full(TeamId.CATALOGUE, shared, "k2"))).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> replace(team, saying(post, bare(team, shared, "k1").content()))).isInstanceOf(RuntimeException.class);
        assertThat(find(team, post)).contains(new AnalysedPost(post, Optional.empty()));
        assertThat(all(team, post)).containsExactly(new AnalysedPost(post, Optional.empty()));
        assertThat(locked(team, shared, "k1")).as("nothing of its own").isEmpty();
        assertThat(through(team, Optional.empty(), 10)).isEmpty();
        assertThat(count(team, Optional.of(shared))).isZero();
    }

    @Test
    void where_both_know_a_post_a_creators_list_shows_the_teams_own() {
        Post first = dated(TeamId.CATALOGUE, shared, "k1", NOON);
        Post second = dated(TeamId.CATALOGUE, shared, "k2", NOON.plusSeconds(1));
        add(TeamId.CATALOGUE, first, second);
        keep(TeamId.CATALOGUE, analysis(second, 0.5));
        Post mine = bare(team, shared, "k1");
        Post more = bare(team, shared, "k3");
        add(team, mine, more);

        assertThat(list(team, shared, 10)).startsWith(second).containsExactlyInAnyOrder(second, mine, more);
        assertThat(list(team, shared, 1)).as("page by page").isEqualTo(list(team, shared, 10));
        assertThat(list(other, shared, 10)).containsExactly(second, first);
        assertThat(transactions().reading(system(team), () -> posts().list(shared.id(), PageRequest.first(1))).items().getFirst().analysis())
                .contains(analysis(second, 0.5));
    }

    @Test
    void the_latest_come_first_and_those_without_a_date_last_page_by_page() {
        List<Post> added = new ArrayList<>();
        for (int number = 0; number < 12; number++) {
            added.add(dated(team, own, "same" + number, NOON));
            added.add(bare(team, own, "undated" + number));
        }
        added.add(dated(team, own, "later", NOON.plusNanos(1_000)));
        added.add(dated(team, own, "ancient", Instant.parse("1955-01-01T00:00:00Z")));
        added.add(dated(team, own, "epoch", Instant.EPOCH));
        add(team, added.toArray(Post[]::new));
        Comparator<Post> byDate = Comparator.comparing(post -> post.content().postedAt().orElse(Instant.MIN));
        List<Post> expected = added.stream().sorted(byDate.thenComparing(post -> post.id().toString()).reversed()).toList();

        for (int size : new int[] {1, 2, 5, 26, 27, 100}) {
            assertThat(list(team, own, size)).as("pages of %d", size).isEqualTo(expected);
        }
    }

    @Test
    void locking_reads_the_teams_own_posts_of_these_keys() {
        Post post = full(team, shared, "k1");
        add(team, post, full(team, shared, "k2"), full(team, own, "k1"));
        add(TeamId.CATALOGUE, full(TeamId.CATALOGUE, shared, "k1"));

        assertThat(locked(team, shared, "k1", "k1", "unknown")).containsExactly(post);
        assertThat(locked(team, shared)).isEmpty();
    }

    @Test
    void of_many_who_lock_and_find_nothing_one_adds() {
        List<Boolean> added = AtOnce.call(8, number -> transactions().inTransaction(system(team), "test", () -> {
            boolean isNew = posts().lock(own.id(), List.of("k1")).isEmpty();
            posts().add(isNew ? List.of(full(team, own, "k1")) : List.of());
            return isNew;
        }));

        assertThat(added).containsOnlyOnce(true);
        assertThat(list(team, own, 10)).hasSize(1);
    }

    @Test
    void a_replaced_post_is_found_as_it_is_now_with_what_was_read_before() {
        Post before = full(team, own, "k1");
        add(team, before);
        keep(team, analysis(before, 0.5));
        Post after = saying(before, bare(team, own, "k1").content());
        replace(team, after);
        replace(team, after);

        assertThat(find(team, before)).contains(new AnalysedPost(after, Optional.of(analysis(before, 0.5))));
        assertThatThrownBy(() -> replace(team, full(team, own, "k9"))).isInstanceOf(RuntimeException.class);
        assertThat(count(team, Optional.empty())).isEqualTo(1);
    }

    @Test
    void a_key_is_there_once_for_each_creator_and_owner() {
        add(team, full(team, own, "k1"), full(team, shared, "k1"));
        add(other, full(other, shared, "k1"));

        assertThatThrownBy(() -> add(team, full(team, own, "k2"), full(team, own, "k1"))).isInstanceOf(RuntimeException.class);
        assertThat(list(team, own, 10)).as("all or none").hasSize(1);
    }

    @Test
    void the_last_reading_stays_and_one_of_a_post_that_is_gone_is_dropped() {
        Post post = full(team, own, "k1");
        add(team, post, bare(team, own, "k2"));
        keep(team, analysis(post, 0.25));
        keep(team, analysis(post, 0.5), analysis(full(team, own, "gone"), 1), analysis(post, -0.75));
        keep(team);

        assertThat(find(team, post).flatMap(AnalysedPost::analysis)).contains(analysis(post, -0.75));
        assertThat(all(team, post)).containsExactly(new AnalysedPost(post, Optional.of(analysis(post, -0.75))));
        assertThat(through(team, Optional.empty(), 10)).filteredOn(read -> read.analysis().isPresent()).hasSize(1);
    }

    @Test
    void several_are_read_at_once_and_unknown_ones_left_out() {
        Post mine = full(team, own, "k1");
        Post everybodys = full(TeamId.CATALOGUE, shared, "k1");
        add(team, mine);
        add(TeamId.CATALOGUE, everybodys);

        assertThat(all(team, mine, everybodys, mine, full(team, own, "gone"))).extracting(AnalysedPost::post)
                .containsExactlyInAnyOrder(mine, everybodys);
        assertThat(all(team)).isEmpty();
    }

    @Test
    void going_through_meets_each_own_post_once_by_creator_and_id() {
        List<Post> added = IntStream.range(0, 7).mapToObj(number -> bare(team, number % 2 == 0 ? own : shared, "k" + number)).toList();
        add(team, added.toArray(Post[]::new));
        add(TeamId.CATALOGUE, full(TeamId.CATALOGUE, shared, "k1"));
        Comparator<Post> order = Comparator.comparing((Post post) -> post.creator().toString()).thenComparing(post -> post.id().toString());
        List<Post> expected = added.stream().sorted(order).toList();

        for (int most : new int[] {1, 2, 3, 6, 7, 8}) {
            assertThat(through(team, Optional.empty(), most)).extracting(AnalysedPost::post).as("%d at once", most).isEqualTo(expected);
            assertThat(through(team, Optional.of(own), most)).extracting(AnalysedPost::post)
                    .isEqualTo(expected.stream().filter(post -> post.creator().equals(own.id())).toList());
        }
        assertThat(count(team, Optional.empty())).isEqualTo(7);
        assertThat(count(team, Optional.of(own))).isEqualTo(4);
        Posts.Mark last = mark(expected.getLast());
        assertThat(read(team, () -> posts().next(Optional.empty(), Optional.of(last), 5))).isEmpty();
    }

    @Test
    void many_are_written_and_read_at_once() {
        List<Post> many = IntStream.range(0, 2_500).mapToObj(number -> "k" + number)
                .map(key -> key.length() % 2 == 0 ? full(team, own, key) : bare(team, own, key)).toList();
        add(team, many.toArray(Post[]::new));
        keep(team, many.stream().map(post -> analysis(post, 0.5)).toArray(Analysis[]::new));
        List<Post> changed = many.stream().map(post -> saying(post, full(team, own, post.content().key()).content())).toList();
        replace(team, changed.toArray(Post[]::new));

        assertThat(Set.copyOf(all(team, many.toArray(Post[]::new)))).isEqualTo(Set.copyOf(IntStream.range(0, 2_500)
                .mapToObj(number -> new AnalysedPost(changed.get(number), Optional.of(analysis(many.get(number), 0.5)))).toList()));
        assertThat(Set.copyOf(locked(team, own, many.stream().map(post -> post.content().key()).toArray(String[]::new))))
                .isEqualTo(Set.copyOf(changed));
    }

    private Creator creator(TeamId owner) {
        Creator creator = CreatorFixtures.bare(owner, "c." + SeededIds.next()); // the catalogue is shared by all tests
        transactions().run(system(owner), "test", () -> creators().add(List.of(creator)));
        return creator;
    }

    private void add(TeamId owner, Post... added) {
        run(owner, () -> posts().add(List.of(added)));
    }

    private void replace(TeamId owner, Post... changed) {
        run(owner, () -> posts().replace(List.of(changed)));
    }

    private void keep(TeamId owner, Analysis... analyses) {
        run(owner, () -> posts().keep(List.of(analyses)));
    }

    private Optional<AnalysedPost> find(TeamId reader, Post post) {
        return read(reader, () -> posts().find(post.id()));
    }

    private List<AnalysedPost> all(TeamId reader, Post... wanted) {
        Collection<PostId> ids = Stream.of(wanted).map(Post::id).toList();
        return read(reader, () -> posts().all(ids));
    }

    private long count(TeamId reader, Optional<Creator> creator) {
        return read(reader, () -> posts().count(creator.map(Creator::id)));
    }

    private List<Post> locked(TeamId writer, Creator creator, String... keys) {
        return transactions().inTransaction(system(writer), "test", () -> posts().lock(creator.id(), Arrays.asList(keys)));
    }

    /** All pages. */
    private List<Post> list(TeamId reader, Creator creator, int size) {
        List<Post> read = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            PageRequest request = new PageRequest(size, after);
            Page<AnalysedPost> page = read(reader, () -> posts().list(creator.id(), request));
            page.items().forEach(item -> read.add(item.post()));
            after = page.next();
        } while (after.isPresent());
        return read;
    }

    /** All that come when going through by marks. */
    private List<AnalysedPost> through(TeamId reader, Optional<Creator> creator, int most) {
        List<AnalysedPost> read = new ArrayList<>();
        List<AnalysedPost> some;
        do {
            Optional<Posts.Mark> after = read.isEmpty() ? Optional.empty() : Optional.of(mark(read.getLast().post()));
            some = read(reader, () -> posts().next(creator.map(Creator::id), after, most));
            read.addAll(some);
        } while (some.size() == most);
        return read;
    }

    private static Posts.Mark mark(Post post) {
        return new Posts.Mark(post.creator(), post.id());
    }

    private <T> T read(TeamId reader, Supplier<T> work) {
        return transactions().reading(system(reader), work);
    }

    private void run(TeamId writer, Runnable work) {
        transactions().run(system(writer), "test", work);
    }
}
