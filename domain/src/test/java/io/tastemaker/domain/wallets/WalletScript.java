package io.tastemaker.domain.wallets;

import static io.tastemaker.domain.wallets.WalletFixtures.BARE;
import static io.tastemaker.domain.wallets.WalletFixtures.EMAIL;
import static io.tastemaker.domain.wallets.WalletFixtures.FREE;
import static io.tastemaker.domain.wallets.WalletFixtures.GENEROUS;
import static io.tastemaker.domain.wallets.WalletFixtures.IMAGE;
import static io.tastemaker.domain.wallets.WalletFixtures.NOTHING;
import static io.tastemaker.domain.wallets.WalletFixtures.ODD;
import static io.tastemaker.domain.wallets.WalletFixtures.PAGE;
import static io.tastemaker.domain.wallets.WalletFixtures.PREMIUM;
import static io.tastemaker.domain.wallets.WalletFixtures.SEARCH;
import static io.tastemaker.domain.wallets.WalletFixtures.STANDARD;
import static io.tastemaker.domain.wallets.WalletFixtures.UNKNOWN;
import static io.tastemaker.domain.wallets.WalletFixtures.UNLOCK;

import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.entitlements.PlanId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * An endless story of three teams, told by chance: whatever can be asked of a wallet, in any order, at times that leap, rest and run back.
 * It follows from its seed alone, never from an answer, so that it can be put to every {@link Teller} and cut at any place.
 */
public final class WalletScript {

    /** One thing that happens. */
    public sealed interface Step {
        /** Whose wallet. */
        TeamId team();

        /** Somebody asks something. */
        record Ask(TeamId team, WalletCommand command, Instant now) implements Step {}

        /** The owner moves to another zone. */
        record Move(TeamId team, ZoneId zone) implements Step {}
    }

    private static final int REMEMBERED = 24;
    private static final int MOST_TRIALS = 400;
    private static final List<Action> ACTIONS = List.of(UNLOCK, EMAIL, SEARCH, PAGE, IMAGE, IMAGE, ODD, NOTHING);
    private static final List<PlanId> PLANS = List.of(FREE, STANDARD, PREMIUM, GENEROUS, BARE, new PlanId("nowhere", 1));
    private static final List<ZoneId> ZONES = List.of(ZoneId.of("Europe/Berlin"), ZoneId.of("America/New_York"),
            ZoneId.of("Australia/Lord_Howe"), ZoneId.of("Pacific/Kiritimati"), ZoneId.of("Pacific/Pago_Pago"), ZoneId.of("UTC"));
    private static final List<String> MEMBERS = List.of("user:ana", "user:bo", "key:42");

    private final SplittableRandom random;
    private final Map<TeamId, Memory> memories = new HashMap<>();
    private Instant now = WalletFixtures.START;
    private int number;

    /** A story of its own for every seed. */
    public WalletScript(long seed) {
        random = new SplittableRandom(seed);
    }

    /** What was asked lately, so that it can be repeated, settled, reversed. */
    private static final class Memory {
        private final Deque<WalletCommand> commands = new ArrayDeque<>();
        private final Deque<OperationKey> holds = new ArrayDeque<>();
        private final Deque<OperationKey> uses = new ArrayDeque<>();
        private final Deque<String> sources = new ArrayDeque<>(List.of("free:0", "daily:2026-02-01", "never:granted"));
        private long notices;

        private static <T> void remember(Deque<T> recent, T thing) {
            recent.addLast(thing);
            if (recent.size() > REMEMBERED) {
                recent.removeFirst();
            }
        }
    }

    /** The first steps of a story. */
    public static List<Step> steps(long seed, int count) {
        WalletScript script = new WalletScript(seed);
        List<Step> steps = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            steps.add(script.next());
        }
        return steps;
    }

    /**
     * A short story that still fails: first its shortest failing beginning, found by bisection, then without the teams and, as far as
     * {@value #MOST_TRIALS} trials reach, the parts that can be left out.
     */
    public static List<Step> shortest(List<Step> failing, Predicate<List<Step>> fails) {
        int passes = 0;
        int fail = failing.size();
        while (fail - passes > 1) {
            int middle = (passes + fail) >>> 1;
            if (fails.test(failing.subList(0, middle))) {
                fail = middle;
            } else {
                passes = middle;
            }
        }
        List<Step> steps = new ArrayList<>(failing.subList(0, fail));
        for (TeamId team : steps.stream().map(Step::team).distinct().toList()) {
            List<Step> without = steps.stream().filter(step -> !step.team().equals(team)).toList();
            steps = fails.test(without) ? new ArrayList<>(without) : steps;
        }
        int trials = 0;
        for (int part = Math.max(1, steps.size() / 2); part >= 1; part /= 2) {
            for (int start = 0; start + part <= steps.size() && trials < MOST_TRIALS; trials++) {
                List<Step> without = new ArrayList<>(steps);
                without.subList(start, start + part).clear();
                if (fails.test(without)) {
                    steps = without;
                } else {
                    start += part;
                }
            }
        }
        return steps;
    }

    /** What happens next. */
    public Step next() {
        pass();
        TeamId team = WalletFixtures.team(1 + below(3));
        if (oneIn(100)) {
            return new Step.Move(team, pick(ZONES));
        }
        Memory memory = memories.computeIfAbsent(team, any -> new Memory());
        WalletCommand command = command(team, memory);
        Memory.remember(memory.commands, command);
        return new Step.Ask(team, command, now);
    }

    private void pass() {
        int dice = below(1_000);
        Duration step = dice < 600 ? Duration.ofNanos(random.nextLong(3_000_000_000L))
                : dice < 780 ? Duration.ofMinutes(below(30))
                : dice < 880 ? Duration.ofHours(below(30))
                : dice < 900 ? Duration.ofHours(-below(48))
                : dice < 950 ? Duration.ofDays(below(4))
                : dice < 970 ? Duration.ofDays(40)
                : dice < 972 ? Duration.ofDays(200 + below(400))
                : Duration.ZERO;
        now = oneIn(50_000) ? now.plus(Duration.ofDays(16_000)) : oneIn(60) ? midnight() : oneIn(40) ? periodsEnd() : now.plus(step);
    }

    /** Shortly before a period ends, so that holds are open when it does; or exactly then. */
    private Instant periodsEnd() {
        LocalDateTime anchor = WalletFixtures.START.atZone(WalletFixtures.BERLIN).toLocalDateTime();
        long months = 1 + ChronoUnit.MONTHS.between(anchor, now.atZone(WalletFixtures.BERLIN).toLocalDateTime());
        return anchor.plusMonths(months).atZone(WalletFixtures.BERLIN).toInstant().minus(Duration.ofMinutes(below(10)));
    }

    /** Exactly a boundary of days, and now and then of months. */
    private Instant midnight() {
        return now.atZone(pick(ZONES)).toLocalDate().plusDays(1).atStartOfDay(pick(ZONES)).toInstant();
    }

    private WalletCommand command(TeamId team, Memory memory) {
        int dice = below(100);
        if (dice < 28) {
            return charge(memory);
        } else if (dice < 44) {
            return reserve(memory);
        } else if (dice < 56) {
            return commit(memory);
        } else if (dice < 61) {
            return new WalletCommand.Release(hold(memory), pick(MEMBERS));
        } else if (dice < 74) {
            return grant(memory);
        } else if (dice < 76) {
            return new WalletCommand.Deduct(key("c:deduct"), 1 + below(oneIn(5) ? 500 : 30), "operator:1", Optional.of("because"));
        } else if (dice < 85) {
            return refund(team, memory);
        } else if (dice < 90) {
            return clawback(memory);
        } else if (dice < 92) {
            return new WalletCommand.ChangePlan(key("c:plan"), pick(PLANS), oneIn(2), notice(memory), "system:billing");
        } else if (dice < 95) {
            return new WalletCommand.Touch(OperationKey.once(new UUID(9, ++number)), "system:sweeper");
        }
        return repeat(memory);
    }

    private WalletCommand charge(Memory memory) {
        Spend spend = spend();
        if (oneIn(2)) {
            spend = spend.opening("creator-" + below(5));
        }
        OperationKey key = oneIn(10) ? OperationKey.once(new UUID(8, ++number)) : key("c:charge");
        Memory.remember(memory.uses, key);
        return new WalletCommand.Charge(key, spend);
    }

    private WalletCommand reserve(Memory memory) {
        OperationKey key = oneIn(50) ? key("c:" + "long".repeat(248)) : key("c:reserve");
        Memory.remember(memory.holds, key);
        Memory.remember(memory.uses, OperationKey.settling(key));
        Duration ttl = oneIn(3) ? Duration.ofSeconds(1 + below(5)) : oneIn(3) ? WalletCommand.Reserve.MOST_TTL : WalletCommand.Reserve.USUAL_TTL;
        return new WalletCommand.Reserve(key, spend(), ttl);
    }

    private Spend spend() {
        Action action = oneIn(200) ? UNKNOWN : pick(ACTIONS);
        long units = oneIn(500) ? Spend.MOST_UNITS : 1 + below(oneIn(3) ? 12 : 3);
        OptionalLong cap = oneIn(5) ? OptionalLong.of(below(120)) : OptionalLong.empty();
        OptionalLong most = oneIn(12) ? OptionalLong.of(below(60)) : OptionalLong.empty();
        int discount = oneIn(5) ? below(10_001) : 0;
        return new Spend(action, units, Optional.empty(), pick(MEMBERS), cap, most, discount);
    }

    private WalletCommand commit(Memory memory) {
        return new WalletCommand.Commit(hold(memory), oneIn(8) ? 0 : oneIn(20) ? 100 : 1 + below(4), pick(MEMBERS));
    }

    private OperationKey hold(Memory memory) {
        // Mostly the newest, which are open; now and then one that has long been settled, has lapsed, or never was.
        return memory.holds.isEmpty() || oneIn(40) ? OperationKey.ofClient("POST /never", "held")
                : oneIn(3) ? pick(List.copyOf(memory.holds)) : memory.holds.peekLast();
    }

    private WalletCommand grant(Memory memory) {
        String source = oneIn(15) ? pick(List.copyOf(memory.sources)) : "pi:" + ++number;
        if (source.startsWith("daily:") || source.startsWith("free:")) {
            source = "c:reserve:" + number; // the name of a hold, perhaps
        }
        Memory.remember(memory.sources, source);
        LotKind kind = pick(List.of(LotKind.values()));
        long credits = oneIn(300) ? WalletCommand.MOST_CREDITS - below(3) : 1 + below(oneIn(4) ? 200 : 40);
        Set<Action> scope = oneIn(4) ? Set.of(pick(ACTIONS)) : oneIn(6) ? Set.of(IMAGE, UNLOCK) : Set.of();
        Optional<Instant> from = oneIn(8) ? Optional.of(now.plusSeconds(below(3) * 43_200L)) : Optional.empty();
        Optional<Instant> until = credits > 1_000 || oneIn(2) ? Optional.of(now.plus(Duration.ofHours(37 + below(900)))) : Optional.empty();
        if (from.isEmpty() && oneIn(30)) {
            until = Optional.of(now.minusSeconds(below(2)));
        }
        OperationKey key = oneIn(4) ? key("c:grant") : OperationKey.ofGrant(source);
        return new WalletCommand.Grant(key, source, kind, credits, scope, from, until, "system:billing", Optional.empty());
    }

    private WalletCommand refund(TeamId team, Memory memory) {
        OperationKey used = memory.uses.isEmpty() ? key("c:none") : pick(List.copyOf(memory.uses));
        OptionalLong credits = oneIn(2) ? OptionalLong.empty() : OptionalLong.of(1 + below(15));
        return new WalletCommand.Refund(OperationKey.ofReversal("rf-" + ++number), used.operation(team), credits, "operator:1", Optional.empty());
    }

    private WalletCommand clawback(Memory memory) {
        long paid = oneIn(2) ? 999 : 1_000;
        long refunded = oneIn(3) ? paid : below((int) paid + 1);
        return new WalletCommand.Clawback(OperationKey.ofReversal("evt-" + ++number), pick(List.copyOf(memory.sources)), refunded, paid,
                notice(memory), "system:billing");
    }

    /** Mostly the next one; now and then the last again, or one that was overtaken; and often nobody counts. */
    private OptionalLong notice(Memory memory) {
        if (oneIn(3)) {
            return OptionalLong.empty();
        }
        memory.notices += oneIn(3) ? 0 : 1;
        return OptionalLong.of(oneIn(5) ? Math.max(0, memory.notices - below(4)) : memory.notices);
    }

    /** The same again, or something else under the same key. */
    private WalletCommand repeat(Memory memory) {
        if (memory.commands.isEmpty()) {
            return new WalletCommand.Deduct(key("c:deduct"), 1, "operator:1", Optional.empty());
        }
        WalletCommand old = pick(List.copyOf(memory.commands));
        if (oneIn(3)) {
            return switch (old) {
                case WalletCommand.Charge charge -> new WalletCommand.Charge(charge.key(), spend());
                case WalletCommand.Reserve reserve -> new WalletCommand.Charge(reserve.key(), spend());
                case WalletCommand.Deduct deduct -> new WalletCommand.Deduct(deduct.key(), deduct.credits() + 1, "operator:1", Optional.empty());
                case WalletCommand.Commit commit -> new WalletCommand.Release(commit.reserved(), commit.actor());
                case WalletCommand.Release release -> new WalletCommand.Commit(release.reserved(), 1, release.actor());
                default -> old;
            };
        }
        return old;
    }

    private OperationKey key(String prefix) {
        return new OperationKey(prefix + ":" + ++number);
    }

    private int below(int bound) {
        return random.nextInt(bound);
    }

    private boolean oneIn(int odds) {
        return random.nextInt(odds) == 0;
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
