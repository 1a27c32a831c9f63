package io.tastemaker.adapters.ai.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Bom dia, AMIGOS!                        | bom dia amigos
            see https://t.co/aB1?x=y#z now          | see now
            見てhttps://example.com/aきれい         | 見て きれい
            bit.ly/abc and www.example.org          | and
            mail ana.lima@example.com now           | mail now
            RT @some.user: olá                      | olá
            #GoodMorning_India #VEGAN               | good morning india vegan
            caf\\u00e9 du matin\\nbonsoir           | café du matin bonsoir
            Tom &amp; Jerry &#233;t&#xE9;           | tom jerry été
            the 2nd of 5k b4 2024                   | the of
            it's l’été                              | it's l’été
            می\u200cخواهم                           | می\u200cخواهم
            hahaha jajaja kkkk lol 大 wwww ههههه ㅋㅋ | 大
            fim.Começo                              | fim começo
            \ud83d a \udc00                         | a
            """)
    void words_are_what_is_left(String text, String words) {
        assertThat(String.join(" ", LanguageWords.of(text))).isEqualTo(words);
    }
}
