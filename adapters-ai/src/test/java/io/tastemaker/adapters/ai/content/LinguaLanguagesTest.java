package io.tastemaker.adapters.ai.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.content.out.LanguageDetector;
import io.tastemaker.application.content.out.LanguageDetectorContract;
import io.tastemaker.domain.content.Guess;
import io.tastemaker.domain.content.Guess.Likely;
import io.tastemaker.domain.shared.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinguaLanguagesTest extends LanguageDetectorContract {

    private static final LanguageDetector DETECTOR = new LinguaLanguages();

    @Override
    protected LanguageDetector detector() {
        return DETECTOR;
    }

    @Test
    void the_version_it_names_is_the_one_that_works() {
        String jar = com.github.pemistahl.lingua.api.LanguageDetector.class.getProtectionDomain().getCodeSource().getLocation().getPath();
        assertThat(jar).endsWith("lingua-" + LinguaLanguages.LIBRARY + ".jar");
        assertThat(DETECTOR.version()).isEqualTo("lingua 1.2.2, low accuracy mode, 54 languages, rules 1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ca  | Avui hem anat a la platja amb tota la família i hem dinat molt bé
            da  | Jeg har ikke set den nye film endnu, men jeg glæder mig meget
            no  | Jeg har ikke sett den nye filmen ennå, men jeg gleder meg veldig
            cs  | Dnes jsme byli s rodinou na procházce v lese a bylo krásně
            sk  | Dnes sme boli s rodinou na prechádzke v lese a bolo krásne
            fil | Magandang umaga sa inyong lahat mga kaibigan ko
            id  | Hari ini kami pergi ke pantai bersama keluarga dan cuacanya sangat indah
            hr  | Danas smo bili na plaži i bilo je jako lijepo vrijeme
            sl  | Najlepša hvala vsem za vašo podporo in lepe želje
            et  | Täna käisime perega metsas jalutamas ja ilm oli imeilus
            lt  | Labai ačiū visiems už palaikymą ir gražius žodžius
            lv  | Liels paldies visiem par atbalstu un skaistajiem vārdiem
            is  | Í dag fórum við í fjallgöngu með vinum okkar og veðrið var frábært
            sq  | Sot shkuam në plazh me gjithë familjen dhe moti ishte shumë i bukur
            az  | Bu gün dostlarımla birlikdə dənizə getdik və çox gözəl vaxt keçirdik
            bg  | Днес бяхме на разходка в планината с приятели
            mk  | Денес бевме на планина со пријателите и времето беше прекрасно
            sr  | Данас смо са породицом били на излету и време је било лепо
            be  | Сёння мы хадзілі ў лес з сябрамі і надвор'е было цудоўнае
            uk  | Сьогодні ми ходили в ліс з друзями, погода була чудова
            kk  | Бүгін біз достарымызбен тауға шықтық, ауа райы өте жақсы болды
            bn  | আজ আমরা সবাই মিলে বেড়াতে গিয়েছিলাম
            te  | ఈ రోజు మేము అందరం కలిసి బయటకు వెళ్ళాము
            gu  | આજે અમે બધા સાથે ફરવા ગયા હતા
            pa  | ਅੱਜ ਅਸੀਂ ਸਾਰੇ ਇਕੱਠੇ ਘੁੰਮਣ ਗਏ
            ka  | დღეს ჩვენ ყველანი ერთად ვისეირნეთ
            hy  | Այսօր մենք բոլորս միասին զբոսնեցինք
            """)
    void near_relatives_and_scripts_of_one_language_are_told_apart(String code, String sentence) {
        assertThat(best(sentence)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ja | Nike Air Max 90 を買った！すごくいい
            th | ดูรายการ Netflix กับ Disney Channel สนุกมากค่ะทุกคน
            ko | 새로 나온 Galaxy Ultra 리뷰를 올렸어요 여러분
            zh | 超好吃の甜品，大家快来试试吧
            """)
    void the_script_that_prevails_decides_whatever_brands_it_names(String code, String caption) {
        assertThat(best(caption)).isEqualTo(code);
    }

    @Test
    void what_is_written_in_other_scripts_takes_from_the_confidence() {
        assertThat(confidence("Nike Air Max 90 を買った！")).isLessThan(0.7);
        assertThat(confidence("新しい靴を買った！")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pt | bom dia
            en | you and I
            pt | você não vem?
            es | no me acuerdo
            ur | آپ کیسے ہیں
            fa | سلام دوستان، چطورید؟
            uk | її очі
            """)
    void short_captions_are_told_by_small_words_and_letters(String code, String caption) {
        assertThat(best(caption)).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kya baat hai", "Aaj hum doston ke saath ghumne gaye, bahut maza aaya", "mujhe nahi pata yaar",
        "Yeh video dekho aur batao kaisi lagi"})
    void hindi_is_hindi_in_latin_letters_too(String caption) {
        assertThat(best(caption)).isEqualTo("hi");
        assertThat(DETECTOR.detect(caption).likely()).extracting(Likely::value).contains(new Language("ur"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            es | Ya se me hace tarde, no tengo ni un peso
            id | Dia tak mau makan, katanya mau tidur saja
            pl | Tak, to jest do zrobienia, ale nie teraz
            tr | Kar yağdı, hem de ne kar! Do re mi
            da | Hun har mere at lave, men hun ser glad ud
            """)
    void words_that_hindi_shares_with_others_do_not_make_a_text_hindi(String code, String caption) {
        assertThat(best(caption)).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ok", "hahahaha", "RT @user: http", "x", "kkkkk 😂", "4ever 2nd b4"})
    void too_little_to_tell_is_said(String caption) {
        assertThat(DETECTOR.detect(caption)).isEqualTo(Guess.none());
    }

    @Test
    void an_answer_has_five_languages_at_most() {
        assertThat(DETECTOR.detect("especial").likely()).hasSizeBetween(2, 5);
    }

    @Test
    void of_a_long_text_the_beginning_counts() {
        String english = "This is the best breakfast that I have had in years. ".repeat(40);
        assertThat(DETECTOR.detect(english + "Dies ist das beste Frühstück seit Jahren. ".repeat(400))).isEqualTo(DETECTOR.detect(english));
    }

    @Test
    void an_interrupted_thread_gets_its_answer_and_stays_interrupted() {
        Thread.currentThread().interrupt();
        String answer = best("Good morning to you all");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(answer).isEqualTo("en");
    }

    private static String best(String text) {
        return DETECTOR.detect(text).best().map(likely -> likely.value().code()).orElse("none");
    }

    private static double confidence(String text) {
        List<Likely<Language>> likely = DETECTOR.detect(text).likely();
        return likely.getFirst().confidence();
    }
}
