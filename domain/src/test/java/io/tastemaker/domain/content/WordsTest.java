package io.tastemaker.domain.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.domain.content.Token.Kind;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void words_are_lower_case_in_form_nfkc() {
        assertThat(texts("Ｈｅｌｌｏ 𝓦𝓸𝓻𝓵𝓭 STRASSE Straße")).containsExactly("hello", "world", "strasse", "strasse");
        assertThat(texts(Normalizer.normalize("Não é açaí", Normalizer.Form.NFD))).containsExactly("não", "é", "açaí");
    }

    @Test
    void a_contraction_is_one_word_and_an_elided_article_another() {
        assertThat(texts("I don’t, J'aime l'été dell`amore y'all")).containsExactly("i", "don't", ",", "j'", "aime", "l'", "été", "dell'",
                "amore", "y'all");
    }

    @Test
    void a_hashtag_stands_whole_and_in_its_parts() {
        assertThat(Words.of("#LoveMyLife2Much #happy #USAToday_is #2024 #حب_كبير")).extracting(Token::kind, Token::text)
                .map(Object::toString)
                .containsExactly("(HASHTAG, \"lovemylife2much\")", "(HASHTAG_PART, \"love\")", "(HASHTAG_PART, \"my\")",
                        "(HASHTAG_PART, \"life\")", "(HASHTAG_PART, \"2\")", "(HASHTAG_PART, \"much\")", "(HASHTAG, \"happy\")",
                        "(HASHTAG, \"usatodayis\")", "(HASHTAG_PART, \"usa\")", "(HASHTAG_PART, \"today\")", "(HASHTAG_PART, \"is\")",
                        "(NUMBER, \"2024\")", "(HASHTAG, \"حبكبير\")", "(HASHTAG_PART, \"حب\")", "(HASHTAG_PART, \"كبير\")");
    }

    @Test
    void links_and_addresses_are_left_out_and_mentions_marked() {
        assertThat(texts("see https://t.co/aB1?x=y#z www.example.com example.com pic.example/abc me@example.org http {{URL}} end.Start"))
                .containsExactly("see", "end", ".", "start");
        assertThat(texts("RT @Some_User.name: hi @ you")).containsExactly("rt", "some_user.name", ",", "hi", "you");
        assertThat(of(Kind.MENTION, "RT @Some_User.name: hi")).containsExactly("some_user.name");
    }

    @Test
    void emoji_lose_their_skin_and_flags_stay_whole() {
        assertThat(of(Kind.EMOJI, "👍🏽 ❤️❤ 👨‍👩‍👧 🇧🇷🇵🇹 🤷🏽‍♀️ 1️⃣ ©")).containsExactly("👍", "❤", "❤", "👨", "👩", "👧", "🇧🇷", "🇵🇹", "🤷");
    }

    @Test
    void emoticons_are_read_in_their_simplest_form() {
        assertThat(of(Kind.EMOTICON, ":-) :)))) =] ;-) :'( :D :-/ <3 &lt;3 </3 ^_^ T_T -.- >:( (: hello:) \\o/ 8)"))
                .containsExactly(":)", ":)", ":)", ";)", ":'(", ":D", ":/", "<3", "<3", "</3", "^_^", "t_t", "-_-", ":@", ":)", ":)", ":)");
        assertThat(of(Kind.EMOTICON, "at 10:30 (a:b) list:(a) http://x.y TODO:Do 3:0 x=3 note:Pay")).isEmpty();
    }

    @Test
    void entities_and_escapes_are_read() {
        assertThat(texts("Tom &amp; Ann&#39;s &#x1F600; can\\u2019t \\ud83d\\ude00 a\\n\\nB &nope; &#;"))
                .containsExactly("tom", "ann's", "😀", "can't", "😀", "a", ".", "b", "nope", ".");
    }

    @Test
    void what_is_written_too_often_is_shortened_and_marked_as_stretched() {
        assertThat(texts("R.I.P. sh**t")).containsExactly("rip", ".", "sh*t");
        assertThat(Words.of("soooo good!!! 1000")).containsExactly(new Token(Kind.WORD, "soo", false, true),
                Token.of(Kind.WORD, "good"), new Token(Kind.MARK, "!", false, true), Token.of(Kind.NUMBER, "1000"));
    }

    @Test
    void capitals_are_marked_where_there_are_two_at_least() {
        assertThat(Words.of("I AM Not OK2 مرحبا")).filteredOn(Token::capitals).extracting(Token::text).containsExactly("am", "ok2");
    }

    @Test
    void scripts_keep_their_marks() {
        assertThat(texts("बहुत अच्छा है। شُكْراً؟")).hasSize(6).startsWith("बहुत", "अच्छा", "है", ".").endsWith("?");
    }

    @Test
    void nothing_breaks_it() {
        Stream.of("", " ", "\ud800", "\udc00\ud800x", "\0\1\2", "'", "#", "@", "a'", "****", "f**k ***",
                "&", "&#;", "\\u12", "\\", ":", "=", "<",
                ">:", "^", "#_#__", "@a.@b..", "'''a'''b", "a.a.a.a.a.a.a.a", "🇧", "\u0301\u0301").forEach(text ->
                assertThat(Words.of(text)).as(text).isNotNull());
        assertThat(Words.of("x".repeat(1_000_000)).getFirst().text()).isEqualTo("xx");
        assertThat(Words.of("a\u0301\u0316".repeat(5_000) + "\u0316\u0301".repeat(500_000))).hasSize(1);
        assertThat(Words.of("a ".repeat(500_000))).hasSize(Words.MOST_CHARACTERS / 2);
    }

    private static List<String> texts(String text) {
        return Words.of(text).stream().map(Token::text).toList();
    }

    private static List<String> of(Kind kind, String text) {
        return Words.of(text).stream().filter(token -> token.kind() == kind).map(Token::text).toList();
    }
}
