package io.tastemaker.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.adapters.billing.simulator.SimulatedEvent;
import io.tastemaker.domain.billing.Reconciliation;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Some weeks of selling, heard well and heard badly. {@code -Dstory.teams=48 -Dstory.seed=7} tells more, or something else. */
class StoryOfBillingTest {

    private static final long SEED = Long.getLong("story.seed", 20_261_130);
    private static final int TEAMS = Integer.getInteger("story.teams", 6);
    private static final int DAYS = Integer.getInteger("story.days", 30);
    private static final int AT_ONCE = 4;

    private static IsolationDatabase prepared;
    private static BillingWorld well;

    @BeforeAll
    static void it_happens_and_is_heard_well() {
        prepared = BillingWorld.prepared(TEAMS);
        well = BillingWorld.on(prepared, SEED);
        hearWell(well, SEED, DAYS);
    }

    @AfterAll
    static void nothing_stays() {
        well.close();
        prepared.close();
    }

    @Test
    void notices_that_come_shuffled_repeated_late_or_never_end_like_those_that_come_in_order() {
        heardBadly(0.1);
    }

    @Test
    void when_nothing_is_delivered_after_the_first_day_a_reconciliation_ends_like_notices_that_come_in_order() {
        heardBadly(1);
    }

    private static void heardBadly(double lostShare) {
        try (BillingWorld badly = BillingWorld.on(prepared, SEED)) {
            BadPost post = new BadPost(SEED, lostShare, badly.stripe());
            hearBadly(badly, post);
            Reconciliation last = badly.reconcile();
            System.out.printf("%d events, %s; the reconciliation found %d undelivered, %d news, drift %d; %s (seed %d)%n",
                    badly.stripe().events().size(), post.report(), last.undelivered(), last.repaired(), last.drift(), badly.sums(), SEED);
            assertThat(last.fault()).as("fault (seed %d)", SEED).isEmpty();
            assertThat(last.drift()).as("drift (seed %d)", SEED).isZero();
            assertSame(well, badly, SEED);
        }
    }

    private static void hearBadly(BillingWorld world, BadPost post) {
        BillingStory story = new BillingStory(SEED, world.teams(), DAYS, world.stripe(), world::open);
        for (int day = 0; day < DAYS; day++) {
            story.live(day, team -> { });
            if (day == 0) {
                world.stripe().takeEvents().forEach(event -> world.receive(world.stripe().signed(event)));
                world.heed();
            } else if (day % 3 == 0 || day == DAYS - 1) {
                post.deliver(world.stripe().takeEvents(), AT_ONCE, event -> {
                    boolean taken = world.receive(event);
                    world.heedNotices();
                    return taken;
                });
                world.heed();
            }
        }
        post.end();
    }

    /** Each notice is taken in and heeded when it happens. */
    static BillingStory hearWell(BillingWorld world, long seed, int days) {
        BillingStory story = new BillingStory(seed, world.teams(), days, world.stripe(), world::open);
        for (int day = 0; day < days; day++) {
            story.live(day, team -> {
                for (SimulatedEvent event : world.stripe().takeEvents()) {
                    assertThat(world.receive(world.stripe().signed(event))).isTrue();
                    world.heedNotices();
                }
            });
            world.heed();
        }
        Reconciliation report = world.reconcile();
        assertThat(report.drift()).as("drift (seed %d)", seed).isZero();
        assertThat(report.fault()).isEmpty();
        return story;
    }

    /** Both know the same, and each team was given what is due to it, once. */
    static void assertSame(BillingWorld well, BillingWorld badly, long seed) {
        List<String> happened = happened(well);
        List<String> also = happened(badly);
        for (int number = 0; number < happened.size() && number < also.size(); number++) {
            assertThat(also.get(number)).as("the same happened, number %d (seed %d)", number, seed).isEqualTo(happened.get(number));
        }
        assertThat(also).hasSameSizeAs(happened);
        Map<String, List<String>> expected = well.picture();
        Map<String, List<String>> found = badly.picture();
        expected.forEach((team, lines) -> assertThat(others(lines, found.getOrDefault(team, List.of())))
                .as(() -> "what team %s has otherwise (seed %d); %nall: %s%nin order: %s%nbadly: %s".formatted(team, seed,
                        String.join("\n", lines), String.join("\n", well.ledger(team)), String.join("\n", badly.ledger(team))))
                .isEmpty());
        assertThat(found).as("teams (seed %d)", seed).hasSameSizeAs(expected);
        BillingWorld.Sums sums = badly.sums();
        assertThat(sums).as("sums (seed %d)", seed).isEqualTo(well.sums());
        assertThat(sums.granted()).as("credits granted (seed %d)", seed).isEqualTo(sums.due());
        assertThat(sums.twice()).as("grants that were made twice (seed %d)", seed).isZero();
    }

    private static List<String> others(List<String> expected, List<String> found) {
        return Stream.concat(expected.stream().filter(line -> !found.contains(line)).map(line -> "expected " + line),
                found.stream().filter(line -> !expected.contains(line)).map(line -> "found " + line)).toList();
    }

    private static List<String> happened(BillingWorld world) {
        return world.stripe().events().stream().map(event -> event.id() + " " + event.type() + " " + event.created()).toList();
    }
}
