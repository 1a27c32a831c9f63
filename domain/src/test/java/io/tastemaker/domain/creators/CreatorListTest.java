package io.tastemaker.domain.creators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.domain.shared.Observed;
import io.tastemaker.domain.shared.Place;
import io.tastemaker.domain.shared.Platform;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CreatorListTest {

    private static final Instant AS_OF = Instant.parse("2026-01-01T00:00:00Z");

    /** A list, surveyed and read. */
    private record Read(CreatorListLayout layout, List<ListWarning> warnings, List<CreatorListRow> rows) {

        CreatorListRow.Draft draft(int row) {
            return (CreatorListRow.Draft) rows.get(row - 1);
        }

        <T> Optional<T> value(int row, Fact<T> fact) {
            return draft(row).facts().value(fact);
        }

        Map<String, String> uses() {
            return layout.columns().stream().collect(Collectors.toMap(ColumnUse::column, use -> use.meaning().orElse("?") + " "
                    + use.state().code()));
        }

        List<RowFault.Code> codes(int row) {
            List<RowFault> faults = rows.get(row - 1) instanceof CreatorListRow.Rejected rejected ? rejected.faults() : draft(row).faults();
            return faults.stream().map(RowFault::code).toList();
        }
    }

    private static Read read(List<List<String>> rows, Optional<Platform> platform, Map<String, String> columns) {
        CreatorListSurvey survey = new CreatorListSurvey(platform, columns);
        rows.forEach(survey::feed);
        CreatorListSurvey.Result.Recognized recognized = (CreatorListSurvey.Result.Recognized) survey.layout();
        int first = recognized.layout().rowsToSkip();
        return new Read(recognized.layout(), recognized.warnings(), IntStream.range(first, rows.size())
                .mapToObj(i -> recognized.layout().read(i - first + 1, i + 1, rows.get(i), "test", AS_OF)).toList());
    }

    private static Read read(String csv) {
        return read(RealLists.parse(csv), Optional.of(Platform.INSTAGRAM), Map.of());
    }

    private static CreatorListSurvey.Result.Unrecognized refused(String csv, Optional<Platform> platform, Map<String, String> columns) {
        CreatorListSurvey survey = new CreatorListSurvey(platform, columns);
        RealLists.parse(csv).forEach(survey::feed);
        return (CreatorListSurvey.Result.Unrecognized) survey.layout();
    }

    @Test
    void which_column_is_the_handle_is_told_by_the_values_in_both_instagram_lists() throws IOException {
        Read first = read(RealLists.rows("instagram_top1000_2022a.csv"), Optional.of(Platform.INSTAGRAM), Map.of());
        Read second = read(RealLists.rows("instagram_top1000_2022-06_misaligned_headers.csv"), Optional.of(Platform.INSTAGRAM), Map.of());

        assertThat(first.uses()).containsEntry("Influencer insta name", "handle used").containsEntry("instagram name", "name used");
        assertThat(second.uses()).containsEntry("instagram name", "handle used").containsEntry("influencer name", "name used");
        assertThat(first.draft(2)).satisfies(draft -> {
            assertThat(draft.handle()).isEqualTo(new Handle(Platform.INSTAGRAM, "__youngbae__"));
            assertThat(draft.handleKind()).isEqualTo(Observed.Kind.IMPORTED);
            assertThat(draft.facts().value(Fact.NAME)).contains("TAEYANG");
            assertThat(draft.facts().value(Fact.FOLLOWERS)).contains(12_700_000L);
            assertThat(draft.facts().value(Fact.AVERAGE_ENGAGEMENTS)).contains(542_300L);
            assertThat(draft.facts().value(Fact.AUDIENCE_LOCATION)).contains(Place.ofCountry("ID"));
            assertThat(draft.facts().value(Fact.LOCATION)).isEmpty();
        });
    }

    @Test
    void columns_whose_values_contradict_their_headers_are_kept_raw_with_the_evidence() throws IOException {
        Read list = read(RealLists.rows("instagram_top1000_2022-06_misaligned_headers.csv"), Optional.of(Platform.INSTAGRAM), Map.of());

        assertThat(list.uses()).containsEntry("Views avg.", "average_views distrusted")
                .containsEntry("Likes avg", "average_likes distrusted").containsEntry("Likes avg (2)", "average_likes distrusted")
                .containsEntry("Comments avg.", "average_comments distrusted").containsEntry("Comments avg. (2)",
                        "average_comments distrusted");
        assertThat(list.layout().columns().get(6).reason()).isEqualTo("1006 of 1022 values are countries, such as \"Spain\"");
        assertThat(list.layout().columns().get(7).reason()).isEqualTo("\"Comments avg.\" exceeds \"Likes avg\" in 1003 of 1022 rows");
        assertThat(list.warnings()).extracting(ListWarning::code).containsOnly("column_distrusted").hasSize(5);
        assertThat(list.draft(1).facts().kinds()).containsExactlyInAnyOrder(Fact.NAME, Fact.FOLLOWERS, Fact.CATEGORIES);
        assertThat(list.draft(1).raw()).containsEntry("Views avg.", "Spain").containsEntry("Comments avg. (2)", "456700");
    }

    @Test
    void where_a_list_has_only_names_the_handles_are_inferred_from_them() throws IOException {
        Read list = read(RealLists.rows("youtube_most_subscribed_indian_commas.csv"), Optional.of(Platform.YOUTUBE), Map.of());

        assertThat(list.rows()).allSatisfy(row -> assertThat(((CreatorListRow.Draft) row).handleKind()).isEqualTo(Observed.Kind.INFERRED));
        assertThat(list.draft(8).handle().name()).isEqualTo("kids-diana-show");
        assertThat(list.value(1, Fact.FOLLOWERS)).contains(222_000_000L);
        assertThat(list.value(1, Fact.TOTAL_VIEWS)).contains(198_459_090_822L);
        assertThat(list.value(1, Fact.POSTS_COUNT)).contains(17_317L);
    }

    @Test
    void a_handle_can_be_inferred_from_any_name_and_always_the_same() {
        Read list = read("Name,Followers\n🔥,10K\nÀna  Bé,20K\nZhang 伟,5K\n" + "x y".repeat(80) + ",5\n𝐍𝐮𝐲𝐞𝐧 𝐇𝐚𝐢,6\n");

        assertThat(IntStream.rangeClosed(1, 3).mapToObj(row -> list.draft(row).handle().name())).containsExactly("u1f525", "àna-bé",
                "zhang-伟");
        assertThat(list.draft(4).handle().name()).hasSizeLessThanOrEqualTo(100);
        assertThat(list.draft(5).handle().name()).isEqualTo("nuyen-hai");
    }

    @Test
    void a_unit_in_the_header_scales_the_values_that_carry_none() {
        Read list = read("Rank,Name,Owner,Followers (millions),Country\n1,@cristiano,Cristiano Ronaldo,639.5,Portugal\n2,@leomessi,Lionel Messi,504M,Argentina\n");

        assertThat(list.uses()).containsEntry("Name", "handle used").containsEntry("Owner", "name used");
        assertThat(list.value(1, Fact.FOLLOWERS)).contains(639_500_000L);
        assertThat(list.value(2, Fact.FOLLOWERS)).contains(504_000_000L);
    }

    @Test
    void the_list_of_influence_scores_is_understood() {
        Read list = read("rank,channel_info,influence_score,posts,followers,avg_likes,60_day_eng_rate,new_post_avg_like,total_likes,country\n"
                + "1,cristiano,92,3.3k,475.8m,8.7m,1.39%,6.5m,29.0b,Spain\n2,leomessi,90,0.89k,357.3m,6.8m,1.24%,4.4m,6.0b,\n");

        assertThat(list.value(1, Fact.POSTS_COUNT)).contains(3_300L);
        assertThat(list.value(2, Fact.POSTS_COUNT)).contains(890L);
        assertThat(list.value(1, Fact.AVERAGE_LIKES)).contains(8_700_000L);
        assertThat(list.value(1, Fact.DECLARED_ENGAGEMENT_RATE)).contains(EngagementRate.of(new BigDecimal("0.0139")));
        assertThat(list.value(1, Fact.LOCATION)).contains(Place.ofCountry("ES"));
        assertThat(list.uses()).containsEntry("new_post_avg_like", "average_likes raw").containsEntry("total_likes", "? raw");
    }

    @Test
    void rates_are_percent_or_fractions_by_header_and_values() {
        EngagementRate rate = new EngagementRate(13_900);
        assertThat(read("username,Engagement Rate (%)\na,1.39\n").value(1, Fact.DECLARED_ENGAGEMENT_RATE)).contains(rate);
        assertThat(read("username,ER\na,0.0139\nb,0.5\n").value(1, Fact.DECLARED_ENGAGEMENT_RATE)).contains(rate);
        assertThat(read("username,ER\na,1.39\nb,0.5\n").value(1, Fact.DECLARED_ENGAGEMENT_RATE)).contains(rate);
    }

    @Test
    void a_column_settles_what_its_ambiguous_numbers_mean() {
        Read german = read("Benutzername,Abonnenten,Durchschnittliche Likes\nanna,1.234.567,\"1.234,5\"\nben,12.345,2.345\n");

        assertThat(german.value(2, Fact.FOLLOWERS)).contains(12_345L);
        assertThat(german.value(1, Fact.AVERAGE_LIKES)).contains(1_235L);
        assertThat(german.value(2, Fact.AVERAGE_LIKES)).contains(2_345L);
    }

    @Test
    void an_abbreviated_and_a_plain_column_are_one_fact() {
        Read list = read("username,Followers,Followers\na,48.5M,48512345\nb,1.2K,\nc,5K,9000\nd,,0\ne,7,7\n");

        assertThat(list.value(1, Fact.FOLLOWERS)).contains(48_512_345L);
        assertThat(list.value(2, Fact.FOLLOWERS)).contains(1_200L);
        assertThat(list.value(3, Fact.FOLLOWERS)).contains(9_000L);
        assertThat(list.codes(3)).containsExactly(RowFault.Code.DISAGREEMENT);
        assertThat(list.value(4, Fact.FOLLOWERS)).as("a formula over an empty cell").isEmpty();
    }

    @Test
    void profile_addresses_tell_platform_and_handle() {
        Read list = read(RealLists.parse("Profile Link,Name,Subscribers (K)\nhttps://www.instagram.com/Ana.Verde/,Ana,12.5\n"
                + "https://youtube.com/@BenTV?x=1,Ben,1\nhttps://www.tiktok.com/@cleo,Cleo,7\n"), Optional.empty(), Map.of());

        assertThat(list.rows()).extracting(row -> ((CreatorListRow.Draft) row).handle().toString())
                .containsExactly("instagram/ana.verde", "youtube/bentv", "tiktok/cleo");
        assertThat(list.value(1, Fact.NAME)).contains("Ana");
    }

    @Test
    void a_platform_column_wins_over_the_option_and_unknown_platforms_are_rejected() {
        Read list = read("platform,username\nYouTube,a\nmyspace,b\n,c\n");

        assertThat(list.draft(1).handle().platform()).isEqualTo(Platform.YOUTUBE);
        assertThat(list.codes(2)).containsExactly(RowFault.Code.UNKNOWN_PLATFORM);
        assertThat(list.draft(3).handle().platform()).isEqualTo(Platform.INSTAGRAM);
    }

    @Test
    void every_bad_value_is_named_and_the_rest_of_the_row_is_kept() {
        Read list = read("username,followers,country,email,verified,last post,language,posts\n"
                + "ana,#VALOR!,Narnia,kaputt,perhaps,31/02/2025,Klingon,-5,extra\nben,1.5,BR,ben@b.com,yes,2025-06-05,Portuguese,7\n,9,,,,,,\n");

        assertThat(list.codes(1)).containsExactlyInAnyOrder(RowFault.Code.NOT_A_NUMBER, RowFault.Code.UNKNOWN_COUNTRY,
                RowFault.Code.BAD_EMAIL,
                RowFault.Code.NOT_A_YES_OR_NO, RowFault.Code.NOT_A_DATE, RowFault.Code.UNKNOWN_LANGUAGE, RowFault.Code.OUT_OF_RANGE,
                        RowFault.Code.TOO_MANY_CELLS);
        assertThat(list.draft(1).faults()).allSatisfy(fault -> assertThat(fault.row()).isEqualTo(1));
        assertThat(list.draft(1).raw()).containsEntry("country", "Narnia");
        assertThat(list.codes(2)).containsExactly(RowFault.Code.ALTERED_NUMBER);
        assertThat(list.value(2, Fact.LAST_POST_ON)).contains(LocalDate.of(2025, 6, 5));
        assertThat(list.codes(3)).containsExactly(RowFault.Code.NO_HANDLE);
    }

    @Test
    void unknown_categories_are_told_by_label_and_kept_raw() {
        Read list = read("username,category\na,Music|K-drama reviews\n");

        assertThat(list.draft(1).unknownCategories()).containsExactly("K-drama reviews");
        assertThat(list.draft(1).raw()).containsEntry("category", "Music|K-drama reviews");
    }

    @Test
    void a_header_may_stand_below_a_title_and_blank_rows_are_blank() {
        Read list = read("The best of 2025,,\nusername,followers,\na,5,\n,,\nb,6,\n");

        assertThat(list.layout().rowsToSkip()).isEqualTo(2);
        assertThat(list.rows().get(1)).isEqualTo(new CreatorListRow.Blank());
        assertThat(list.draft(3).handle().name()).isEqualTo("b");
    }

    @Test
    void columns_named_by_the_user_win() {
        Read list = read(RealLists.parse("foo,bar,Followers\nana,5,9\n"), Optional.of(Platform.TIKTOK), Map.of("handle", "foo",
                "followers", "BAR"));

        assertThat(list.value(1, Fact.FOLLOWERS)).contains(5L);
        assertThat(list.draft(1).handle()).isEqualTo(new Handle(Platform.TIKTOK, "ana"));
        assertThat(refused("foo,bar\nana,5\n", Optional.of(Platform.TIKTOK), Map.of("handle", "foo", "followers", "fans")).why())
                .contains("fans");
        assertThat(CreatorListSurvey.unknownCodes(Set.of("handle", "country", "shoe_size"))).containsExactly("shoe_size");
        assertThatThrownBy(() -> new CreatorListSurvey(Optional.empty(), Map.of("shoe_size", "x")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void lists_without_header_creators_or_platform_are_refused_with_what_stands_there() {
        assertThat(refused("cristiano,475.8m,Spain\n", Optional.of(Platform.X), Map.of()).headers()).containsExactly("cristiano", "475.8m",
                "Spain");
        assertThat(refused("username,followers\na,5\n", Optional.empty(), Map.of()).why()).contains("platform");
        assertThat(refused("", Optional.of(Platform.X), Map.of()).why()).contains("empty");
    }

    @Test
    void counts_without_their_unit_and_words_that_say_neither_total_nor_mean_are_not_computed_with() {
        Read list = read("username,followers,likes\na,48.5,5\nb,20.1,5\nc,1.5,5\nd,2.25,5\ne,3,5\n");

        assertThat(list.uses()).containsEntry("followers", "followers distrusted").containsEntry("likes", "? raw");
        assertThat(list.warnings()).extracting(ListWarning::detail).anySatisfy(detail -> assertThat(detail)
                .contains("neither total nor average"));
    }

    @Test
    void random_lists_never_make_the_reader_fail() {
        Random random = new Random(5);
        String[] values = {"", "N/A", "5", "48.5M", "Spain", "🔥", "@a", "a b", "http://x.com/y", "1,5", "#REF!", "\uD800", "a@b.c",
                "05/06/2025", "-", "\u0000", "9e99"};
        String[] headers = {"username", "name", "followers", "Followers", "views", "avg likes", "category", "country", "url", "email",
                "last post", "", "🔥", "er", "bio"};
        for (int i = 0; i < 500; i++) {
            CreatorListSurvey survey = new CreatorListSurvey(Optional.of(Platform.X), Map.of());
            List<List<String>> rows = new ArrayList<>();
            rows.add(random.ints(random.nextInt(1, 9), 0, headers.length).mapToObj(at -> headers[at]).toList());
            for (int row = random.nextInt(20); row > 0; row--) {
                rows.add(random.ints(random.nextInt(1, 10), 0, values.length).mapToObj(at -> values[at]).toList());
            }
            rows.forEach(survey::feed);
            if (survey.layout() instanceof CreatorListSurvey.Result.Recognized recognized) {
                rows.forEach(row -> assertThat(recognized.layout().read(1, 1, row, "s", AS_OF)).isNotNull());
            }
        }
    }
}
