package io.tastemaker.application.content;

import static io.tastemaker.application.content.ContentWorld.PER_TEXT;
import static io.tastemaker.application.content.ContentWorld.key;
import static io.tastemaker.application.shared.Actors.ANA;
import static io.tastemaker.application.shared.Actors.LIMA;
import static io.tastemaker.application.shared.Actors.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.wallets.Answered;
import io.tastemaker.application.wallets.ReserveCredits;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.content.FallbackReason;
import io.tastemaker.domain.content.Findings;
import io.tastemaker.domain.content.Guess;
import io.tastemaker.domain.content.Model;
import io.tastemaker.domain.content.Reading;
import io.tastemaker.domain.content.Sentiment;
import io.tastemaker.domain.content.Task;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.wallets.Receipt;
import io.tastemaker.domain.wallets.WalletAnswer;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Texts are paid by what models answered, and by nothing else. */
class PaidReadingTest {

    private static final List<String> TEXTS = List.of("this is lovely", "awful", "sourdough");
    private static final Set<Task> ALL = EnumSet.allOf(Task.class);
    private static final long GIVEN = 100;

    private final ContentWorld world = rich(ContentWorld.withModels());

    private static ContentWorld rich(ContentWorld world) {
        world.till.give(LIMA, GIVEN);
        return world;
    }

    private static ClassifyTexts.Outcome classify(ContentWorld where, Actor actor, String key, OptionalLong most, boolean dryRun) {
        return where.content.classifyTexts().handle(new ClassifyTexts.Command(actor, TEXTS, ALL, key(key), most, dryRun));
    }

    private ClassifyTexts.Outcome.Classified classified(String key) {
        ClassifyTexts.Outcome outcome = classify(world, ANA, key, OptionalLong.empty(), false);
        assertThat(outcome).isInstanceOf(ClassifyTexts.Outcome.Classified.class);
        return (ClassifyTexts.Outcome.Classified) outcome;
    }

    private static Receipt receipt(Optional<Answered> answered) {
        return answered.orElseThrow().answer().charge().orElseThrow();
    }

    private static List<Model> moodReaders(ClassifyTexts.Outcome.Classified classified) {
        return classified.readings().stream().map(reading -> reading.sentiment().orElseThrow().by().model()).toList();
    }

    private void assertThatPaid(long credits) {
        assertThat(world.credits(LIMA)).isEqualTo(GIVEN - credits);
        assertThat(world.held(LIMA)).isZero();
    }

    @Test
    void what_the_chosen_model_answers_is_paid_text_by_text() {
        ClassifyTexts.Outcome.Classified classified = classified("1");

        assertThat(moodReaders(classified)).containsOnly(ContentWorld.JUDGE);
        assertThat(receipt(classified.answered()).split().units()).isEqualTo(3);
        assertThatPaid(3 * PER_TEXT);
    }

    @Test
    void of_texts_of_which_some_fell_back_only_the_others_are_paid() {
        world.judge.finds(passage -> passage.text().equals("awful") ? Findings.NOTHING
                : Findings.NOTHING.with(Sentiment.NEUTRAL).withLanguage(Guess.none()).withCategory(Guess.none()));

        ClassifyTexts.Outcome.Classified classified = classified("1");

        assertThat(moodReaders(classified)).containsExactly(ContentWorld.JUDGE, ContentWorld.NEARBY, ContentWorld.JUDGE);
        assertThat(receipt(classified.answered()).split().units()).isEqualTo(2);
        assertThatPaid(2 * PER_TEXT);
    }

    @Test
    void a_text_of_which_one_task_fell_back_is_not_paid() {
        world.judge.finds(passage -> Findings.NOTHING.with(Sentiment.NEUTRAL).withLanguage(Guess.none()));

        assertThat(moodReaders(classified("1"))).containsOnly(ContentWorld.JUDGE);
        assertThatPaid(0);
    }

    @Test
    void when_all_fell_back_nothing_is_paid_and_nothing_stays_set_aside() {
        world.judge.failsWith(FallbackReason.TIMEOUT);
        world.nearby.failsWith(FallbackReason.FAILED);

        ClassifyTexts.Outcome.Classified classified = classified("1");

        assertThat(classified.readings()).allMatch(Reading::isFallback);
        assertThat(classified.answered().orElseThrow().answer()).isInstanceOf(WalletAnswer.Settled.class);
        assertThat(receipt(classified.answered()).credits()).isZero();
        assertThatPaid(0);
    }

    @Test
    void what_a_model_said_before_is_paid_like_what_it_says_now() {
        classified("1");
        classified("2");

        assertThat(world.judge.asked()).hasSize(1);
        assertThatPaid(6 * PER_TEXT);
    }

    @Test
    void where_the_rules_are_chosen_the_wallet_is_not_even_asked() {
        ContentWorld ruled = ContentWorld.withRules();

        ClassifyTexts.Outcome outcome = classify(ruled, ANA, "1", OptionalLong.empty(), false);
        ClassifyTexts.Outcome foreseen = classify(ruled, ANA, "2", OptionalLong.empty(), true);

        assertThat(outcome).isInstanceOfSatisfying(ClassifyTexts.Outcome.Classified.class, classified -> {
            assertThat(classified.answered()).isEmpty();
            assertThat(classified.readings()).hasSize(3).noneMatch(Reading::isFallback).noneMatch(Reading::isAi);
        });
        assertThat(foreseen).isEqualTo(new ClassifyTexts.Outcome.Foreseen(Optional.empty()));
        assertThat(ruled.wallet(LIMA).wallet().version()).isZero();
    }

    @Test
    void a_dry_run_tells_the_most_it_can_cost_and_does_nothing() {
        long version = world.wallet(LIMA).wallet().version();

        ClassifyTexts.Outcome outcome = classify(world, ANA, "1", OptionalLong.empty(), true);

        assertThat(outcome).isInstanceOfSatisfying(ClassifyTexts.Outcome.Foreseen.class,
                foreseen -> assertThat(receipt(foreseen.answered()).credits()).isEqualTo(3 * PER_TEXT));
        assertThat(world.judge.asked()).isEmpty();
        assertThat(world.wallet(LIMA).wallet().version()).isEqualTo(version);
    }

    @Test
    void without_credits_no_model_is_asked() {
        ContentWorld poor = ContentWorld.withModels();
        poor.till.give(LIMA, 3 * PER_TEXT - 1);

        ClassifyTexts.Outcome outcome = classify(poor, ANA, "1", OptionalLong.empty(), false);

        assertThat(outcome).isInstanceOfSatisfying(ClassifyTexts.Outcome.Refused.class,
                refused -> assertThat(refused.answered().answer()).isInstanceOf(WalletAnswer.CreditsMissing.class));
        assertThat(poor.judge.asked()).isEmpty();
    }

    @Test
    void who_is_not_willing_to_pay_as_much_pays_nothing_and_gets_nothing() {
        ClassifyTexts.Outcome outcome = classify(world, ANA, "1", OptionalLong.of(3 * PER_TEXT - 1), false);

        assertThat(outcome).isInstanceOfSatisfying(ClassifyTexts.Outcome.Refused.class,
                refused -> assertThat(refused.answered().answer()).isInstanceOf(WalletAnswer.PriceAboveMax.class));
        assertThat(world.judge.asked()).isEmpty();
        assertThatPaid(0);
    }

    @Test
    void operators_pay_nothing() {
        ClassifyTexts.Outcome outcome = classify(world, OPERATOR, "1", OptionalLong.empty(), false);

        assertThat(outcome).isInstanceOfSatisfying(ClassifyTexts.Outcome.Classified.class, classified -> {
            assertThat(classified.answered()).isEmpty();
            assertThat(moodReaders(classified)).containsOnly(ContentWorld.JUDGE);
        });
        assertThat(classify(world, OPERATOR, "2", OptionalLong.empty(), true)).isEqualTo(new ClassifyTexts.Outcome.Foreseen(Optional.empty()));
    }

    @Test
    void a_fault_on_the_way_costs_nothing_and_the_same_key_may_be_tried_again() {
        world.judge.finds(passage -> {
            throw new IllegalStateException("the cable came out");
        });
        for (int attempt = 1; attempt <= 3; attempt++) {
            assertThatThrownBy(() -> classified("1")).hasMessage("the cable came out");
            assertThatPaid(0);
        }
        world.judge.finds(passage -> Findings.NOTHING.with(Sentiment.NEUTRAL).withLanguage(Guess.none()).withCategory(Guess.none()));

        ClassifyTexts.Outcome.Classified classified = classified("1");

        assertThat(receipt(classified.answered()).credits()).isEqualTo(3 * PER_TEXT);
        assertThatPaid(3 * PER_TEXT);
    }

    @Test
    void who_never_got_the_answer_asks_again_under_the_same_key_and_pays_once() {
        classified("1");
        world.judge.failsWith(FallbackReason.FAILED);
        world.later(Duration.ofDays(8));

        ClassifyTexts.Outcome.Classified again = classified("1");

        assertThat(again.readings()).hasSize(3);
        assertThat(again.answered()).as("nothing more is to pay").isEmpty();
        assertThatPaid(3 * PER_TEXT);
    }

    @Test
    void what_cost_nothing_the_first_time_is_paid_when_a_model_answers_the_repeat() {
        world.judge.failsWith(FallbackReason.BREAKER_OPEN);
        classified("1");
        world.judge.finds(passage -> Findings.NOTHING.with(Sentiment.NEUTRAL).withLanguage(Guess.none()).withCategory(Guess.none()));

        classified("1");

        assertThatPaid(3 * PER_TEXT);
    }

    @Test
    void what_a_killed_process_had_set_aside_is_not_paid_beside_the_repeat() {
        world.till.useCases().reserveCredits().handle(new ReserveCredits.Command(ANA, Permission.ANALYSE_CONTENT, new ClassifyTexts.Command(ANA, TEXTS, ALL, key("1"), OptionalLong.empty(), false).order().key(),
                Action.CONTENT_CLASSIFICATION, 3, OptionalLong.empty(), Duration.ofMinutes(5)));
        assertThat(world.held(LIMA)).isEqualTo(3 * PER_TEXT);

        classified("1");

        assertThatPaid(3 * PER_TEXT);
    }

    @Test
    void what_a_killed_process_had_set_aside_comes_back_by_itself() {
        world.till.useCases().reserveCredits().handle(new ReserveCredits.Command(ANA, Permission.ANALYSE_CONTENT, new ClassifyTexts.Command(ANA, TEXTS, ALL, key("1"), OptionalLong.empty(), false).order().key(),
                Action.CONTENT_CLASSIFICATION, 3, OptionalLong.empty(), Duration.ofMinutes(5)));
        world.later(Duration.ofMinutes(6));
        assertThat(world.credits(LIMA)).isEqualTo(GIVEN);

        classified("1");

        assertThatPaid(3 * PER_TEXT);
    }

    @Test
    void another_request_under_a_used_key_is_paid_for_itself() {
        classified("1");

        ClassifyTexts.Outcome outcome = world.content.classifyTexts().handle(
                new ClassifyTexts.Command(ANA, List.of("one text"), ALL, key("1"), OptionalLong.empty(), false));

        assertThat(outcome).isInstanceOf(ClassifyTexts.Outcome.Classified.class);
        assertThat(world.judge.asked()).hasSize(2);
        assertThatPaid(4 * PER_TEXT);
    }
}
