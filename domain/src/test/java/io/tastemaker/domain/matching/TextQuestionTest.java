package io.tastemaker.domain.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tastemaker.domain.matching.TextQuestion.Kind;
import io.tastemaker.domain.shared.TeamId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextQuestionTest {

    private static final HardFilter.Says VEGAN = new HardFilter.Says(new TextQuestion(Kind.KEYWORDS, Set.of("vegan")));

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "KEYWORDS, '  Street   FOOD ', street food", "KEYWORDS, ＶＥＧＡＮ, vegan", "KEYWORDS, 🌱, 🌱", "KEYWORDS, '!?', ", "KEYWORDS, ' ', ",
        "KEYWORDS_ALL, #Vegan, #vegan", "KEYWORDS, İstanbul, i̇stanbul", "HASHTAGS, #Vegan, vegan", "HASHTAGS, vegan, vegan", "HASHTAGS, ＃vegan, vegan",
        "HASHTAGS, two words, ", "HASHTAGS, #, ", "HASHTAGS, ##vegan, ", "HASHTAGS, 2026, ", "HASHTAGS, 素食, 素食", "MENTIONS, @Ana.Verde, ana.verde",
        "MENTIONS, ana_verde, ana_verde", "MENTIONS, ana@verde, ", "MENTIONS, @, "})
    void what_was_written_is_read_as_what_to_look_for(Kind kind, String written, String read) {
        assertThat(kind.read(written)).isEqualTo(Optional.ofNullable(read));
        kind.read(written).ifPresent(text -> assertThat(kind.read(text)).hasValue(text));
    }

    @Test
    void equal_questions_have_equal_texts_and_others_have_others() {
        assertThat(canonical("a", "b")).isEqualTo(canonical("b", "a"));
        assertThat(canonical("a", "b")).isNotEqualTo(canonical("a,b")).isNotEqualTo(canonical("a\",\"b"));
        assertThat(canonical("a\\", "b")).isNotEqualTo(canonical("a\\\",\"b"));
    }

    private static String canonical(String... texts) {
        return new TextQuestion(Kind.KEYWORDS, Set.of(texts)).canonical();
    }

    @Test
    void a_question_has_texts_that_can_be_found() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TextQuestion(Kind.KEYWORDS, Set.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new TextQuestion(Kind.KEYWORDS, Set.of("Vegan")));
        assertThatIllegalArgumentException().isThrownBy(() -> new TextQuestion(Kind.HASHTAGS, Set.of("#vegan")));
    }

    @Test
    void nobody_passes_before_somebody_has_looked() {
        Candidate candidate = new Chance(1).candidate(TeamId.CATALOGUE);
        assertThatIllegalStateException().isThrownBy(() -> VEGAN.test(candidate));
    }

    @Test
    void the_answer_is_no_part_of_the_question() {
        SearchCriteria asked = SearchCriteria.on(Chance.TODAY).where(VEGAN);
        SearchCriteria answered = asked.answered(question -> RowSet.NONE);
        assertThat(asked.asksTexts()).isTrue();
        assertThat(answered.asksTexts()).isFalse();
        assertThat(answered.canonical()).isEqualTo(asked.canonical());
        assertThat(AdvancedSearch.isAdvanced(asked)).isTrue();
        assertThat(answered.filters().getFirst().found(new Chance(1).candidate(TeamId.CATALOGUE))).hasValue("false");
    }
}
