package io.tastemaker.application.content;

import static io.tastemaker.application.content.ContentWorld.JUDGE;
import static io.tastemaker.application.content.ContentWorld.NEARBY;
import static io.tastemaker.application.shared.Actors.ANA;
import static io.tastemaker.application.shared.Actors.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.domain.content.FallbackReason;
import io.tastemaker.domain.content.Model;
import io.tastemaker.domain.content.Task;
import io.tastemaker.domain.creators.Creator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ListModelsTest {

    private final ContentWorld world = ContentWorld.withModels();

    private static List<ListModels.InUse> list(ContentWorld where) {
        return where.content.listModels().handle(new ListModels.Query(BEN));
    }

    private static String place(ListModels.InUse inUse) {
        return inUse.task().code() + " " + inUse.position() + " " + inUse.model().name();
    }

    @Test
    void of_each_task_the_analysts_stand_in_the_order_in_which_they_are_asked() {
        assertThat(list(world)).map(ListModelsTest::place).containsExactly(
                "language 1 judge", "language 2 nearby", "language 3 language_detector",
                "sentiment 1 judge", "sentiment 2 nearby", "sentiment 3 rules",
                "category 1 judge", "category 2 nearby", "category 3 rules");
    }

    @Test
    void without_models_the_rules_are_the_chosen_ones() {
        List<ListModels.InUse> ruled = list(ContentWorld.withRules());

        assertThat(ruled).map(ListModelsTest::place).containsExactly("language 1 language_detector", "sentiment 1 rules", "category 1 rules");
        assertThat(ruled).allMatch(ListModels.InUse::isUp).map(ListModels.InUse::use).containsOnly(AnalystUse.NONE);
        assertThat(ruled).map(inUse -> inUse.model().source()).containsOnly(Model.Source.RULE_BASED);
    }

    @Test
    void who_does_not_answer_at_present_is_told_and_so_is_what_everybody_did() {
        Creator mara = world.creator(ANA, "mara");
        world.posts(ANA, mara, 3);
        world.judge.isUp(false);
        world.analyse(ANA);

        Stream<ListModels.InUse> judges = list(world).stream().filter(inUse -> inUse.model().equals(JUDGE));
        Stream<ListModels.InUse> nearbys = list(world).stream().filter(inUse -> inUse.model().equals(NEARBY));

        assertThat(judges).hasSize(Task.values().length).allSatisfy(inUse -> {
            assertThat(inUse.isUp()).isFalse();
            assertThat(inUse.use().unread()).isEqualTo(Map.of(FallbackReason.BREAKER_OPEN, 1L));
        });
        assertThat(nearbys).hasSize(Task.values().length).allSatisfy(inUse -> {
            assertThat(inUse.isUp()).isTrue();
            assertThat(inUse.use().texts()).isEqualTo(3);
        });
    }
}
