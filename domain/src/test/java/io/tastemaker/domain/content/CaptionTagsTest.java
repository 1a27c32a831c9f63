package io.tastemaker.domain.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptionTagsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Hello #Sun and #sea_side!|sun,sea_side|",
        "#a#b|a,b|",
        "#Sun #sun|sun|",
        "ana@example.org and C#|  |",
        "with @Ana.Verde. and @ben_k!||ana.verde,ben_k",
        "＃太陽 ＠ana|太陽|ana",
        "☀️#summer ❤️@ana|summer|ana",
        "1️⃣#one|one|",
        "#2022 #_ # ## @ @.. @7|  |",
        "#Ñandú #हिन्दी #عربي|ñandú,हिन्दी,عربي|",
        "#sun-set|sun|",
        "(#sun)\\n#sea|sun,sea|",
        "#𝒻ancy|𝒻ancy|"})
    void tags_and_mentions_are_read_each_once_in_their_order(String caption, String hashtags, String mentions) {
        CaptionTags read = CaptionTags.of(caption.replace("\\n", "\n"));

        assertThat(String.join(",", read.hashtags())).isEqualTo(hashtags == null ? "" : hashtags.strip());
        assertThat(String.join(",", read.mentions())).isEqualTo(mentions == null ? "" : mentions.strip());
    }

    @Test
    void a_tag_of_more_than_a_hundred_characters_is_none() {
        assertThat(CaptionTags.of("#" + "a".repeat(100) + " #" + "b".repeat(101)).hashtags()).containsExactly("a".repeat(100));
    }

    @Test
    void what_was_read_reads_the_same_again() {
        Random random = new Random(3);
        String[] pieces = {"#", "@", "＃", "a", "Ö", ".", "_", " ", "1", "😀", "️", "\uD83D", "ह", "़", "\n", "İ", "/"};
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(20), 0, pieces.length).forEach(piece -> text.append(pieces[piece]));
            CaptionTags read = CaptionTags.of(text.toString());
            String again = String.join(" ", read.hashtags().stream().map(tag -> "#" + tag).toList()) + " "
                    + String.join(" ", read.mentions().stream().map(name -> "@" + name).toList());

            assertThat(CaptionTags.of(again)).as(text.toString()).isEqualTo(read);
            assertThat(read.hashtags()).doesNotHaveDuplicates().doesNotContain("");
        }
    }

    @Test
    void an_endless_caption_of_marks_is_quickly_read() {
        assertThat(CaptionTags.of("#".repeat(1_000_000))).isEqualTo(new CaptionTags(List.of(), List.of()));
        assertThat(CaptionTags.of("#a".repeat(200_000)).hashtags()).containsExactly("a");
    }
}
