package io.tastemaker.adapters.persistence.matching;

import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.adapters.persistence.content.JooqPosts;
import io.tastemaker.adapters.persistence.creators.JooqCreators;
import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.content.out.Posts;
import io.tastemaker.application.creators.out.Creators;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.matching.out.Catalogues;
import io.tastemaker.application.matching.out.TextsContract;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.matching.CatalogueVersion;
import io.tastemaker.domain.matching.TextQuestion.Kind;
import io.tastemaker.domain.shared.TeamId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IndexedTextsTest extends TextsContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private Catalogues catalogues = anew();

    private static Catalogues anew() {
        return new JooqCatalogues(DATABASE.transactions(), 100_000);
    }

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

    @Override
    protected Catalogues catalogues() {
        return catalogues;
    }

    @Test
    void words_are_found_anywhere_in_scripts_without_spaces() {
        Creator japanese = add(team, "花子", "東京でカフェ巡り、化粧品レビュー");
        Creator chinese = add(team, "小明", "分享健康素食食谱和旅行日记");
        Creator korean = add(team, "민지", "매일 커피를 마셔요");
        Creator thai = add(team, "มะลิ", "รีวิวร้านกาแฟในกรุงเทพ");
        assertThat(found(team, Kind.KEYWORDS, "化粧")).containsExactly(japanese.id());
        assertThat(found(team, Kind.KEYWORDS, "カフェ")).containsExactly(japanese.id());
        assertThat(found(team, Kind.KEYWORDS, "ｶﾌｪ")).as("half width").containsExactly(japanese.id());
        assertThat(found(team, Kind.KEYWORDS, "粧化")).as("in another order").isEmpty();
        assertThat(found(team, Kind.KEYWORDS, "素食")).containsExactly(chinese.id());
        assertThat(found(team, Kind.KEYWORDS, "食")).containsExactly(chinese.id());
        assertThat(found(team, Kind.KEYWORDS, "커피")).containsExactly(korean.id());
        assertThat(found(team, Kind.KEYWORDS, "กาแฟ")).containsExactly(thai.id());
    }

    @Test
    void arabic_with_and_without_vowel_signs_and_cyrillic_and_greek_are_found() {
        Creator arabic = add(team, "سارة", "قَهْوَة وسفر");
        Creator russian = add(team, "Аня", "Путешествия и Ёлка");
        Creator greek = add(team, "Άννα", "Καφές στην Αθήνα");
        assertThat(found(team, Kind.KEYWORDS, "قهوة")).containsExactly(arabic.id());
        assertThat(found(team, Kind.KEYWORDS, "путешествия")).containsExactly(russian.id());
        assertThat(found(team, Kind.KEYWORDS, "елка")).containsExactly(russian.id());
        assertThat(found(team, Kind.KEYWORDS, "καφες")).containsExactly(greek.id());
    }

    @Test
    void emoji_and_words_joined_by_signs_are_found() {
        Creator creator = add(team, "Ana", "love🌱l'été.Then coffee_and_cake ❤️");
        for (String text : List.of("🌱", "été", "then", "coffee and cake", "coffee_and", "❤", "❤️", "ＣＡＫＥ")) {
            assertThat(found(team, Kind.KEYWORDS, text)).as(text).containsExactly(creator.id());
        }
        assertThat(found(team, Kind.KEYWORDS, "©")).isEmpty();
    }

    @Test
    void who_begins_anew_finds_the_same_under_the_same_version() {
        Creator creator = add(team, "Ana", "swims");
        caption(team, creator, "about pearls");
        Creator shared = add(TeamId.CATALOGUE, "Eva", "none");
        assertThat(found(team, Kind.KEYWORDS, "pearls")).containsExactly(creator.id());
        caption(team, shared, "more pearls");
        caption(team, creator, "no more");
        assertThat(found(team, Kind.KEYWORDS, "pearls")).containsExactlyInAnyOrder(creator.id(), shared.id());
        CatalogueVersion followed = catalogues.current(system(team)).version();
        catalogues = anew();
        assertThat(found(team, Kind.KEYWORDS, "pearls")).containsExactlyInAnyOrder(creator.id(), shared.id());
        assertThat(catalogues.current(system(team)).version()).isEqualTo(followed);
    }

    @Test
    void after_very_many_changes_texts_are_found_all_the_same() {
        catalogues = new JooqCatalogues(DATABASE.transactions(), owner -> OptionalLong.empty(), Optional.empty(), 100_000, 2);
        Creator first = add(team, "Ana", "dances");
        assertThat(found(team, Kind.KEYWORDS, "dances")).containsExactly(first.id());
        List<Creator> more = IntStream.range(0, 40).mapToObj(number -> add(team, "Eva " + number, "dances")).toList();
        assertThat(found(team, Kind.KEYWORDS, "dances")).hasSize(41);
        assertThat(found(team, Kind.KEYWORDS, "eva 17")).containsExactly(more.get(17).id());
    }

    @Test
    void searches_at_once_with_changes_see_what_was_committed_before_them() throws Exception {
        List<Future<?>> searches = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int thread = 0; thread < 4; thread++) {
                String word = "word" + thread;
                searches.add(threads.submit(() -> {
                    for (int i = 1; i <= 10; i++) {
                        Creator creator = add(team, "Ana", word + " number" + i);
                        assertThat(found(team, Kind.KEYWORDS_ALL, word, "number" + i)).containsExactly(creator.id());
                        assertThat(found(team, Kind.KEYWORDS, word)).hasSize(i);
                    }
                }));
            }
            for (Future<?> search : searches) {
                search.get();
            }
        }
    }
}
